/** Files that somebody dropped: offered for adding, and added once a person says so. */
import * as z from 'zod'
import type { Memory } from '../../../src/adapter.ts'
import { VerbatimError } from '../../../src/errors.ts'
import { clip } from '../../shared/clip.ts'
import { endingOf, MOST_FILE_BYTES, refusal, sizeText } from '../../shared/refusal.ts'
import { ACTION, button, row } from '../components.ts'
import { idOf } from '../posted.ts'
import type { IncomingFile, OfferFiles, Post, Surroundings } from '../seams.ts'
import { type Actor, messageOf, noteOf, whisper } from './tell.ts'

const LONGEST_NAME = 100

/** A message a file, so that each offer can be answered for itself. */
export const offerFiles: OfferFiles = ({ files = [], message }, { memory }) =>
  Promise.resolve(
    files.map((file): Post => {
      const { name, size } = file
      const called = `“${clip(name, LONGEST_NAME)}”`
      const why = refusal(name, size)
      if (why !== undefined) return noteOf(`${called} cannot be added: ${why}`)
      const what = `${called} (${endingOf(name).slice(1).toUpperCase()}, ${sizeText(size)})`
      // Nobody is an admin there, nor is there a channel for whose sake it would be added.
      if (message.workspace === undefined) return noteOf(`${what} can be read. ${IN_A_CHANNEL}`)
      const id = rememberFile(file, message.channel, memory)
      return {
        ...noteOf(`Add ${what} to the documents that are answered from here?`),
        components: row(button('Add', ACTION.add, id, { look: 'primary' })),
      }
    }),
  )

const IN_A_CHANNEL =
  'Documents belong to channels: somebody who may manage the server drops it in one, with a mention of me.'

const File = z.object({ name: z.string(), size: z.number(), url: z.string() })

function rememberFile(
  { id, name, size, url }: IncomingFile,
  channel: string,
  memory: Memory,
): string {
  const short = idOf(`${channel} ${id}`)
  memory.keep(offerKey(short), { name, size, url })
  return short
}

const offerKey = (id: string): string => `discord/offer/${id}`

/** Who may add is for the core to say. */
export async function addFile(id: string, actor: Actor, surroundings: Surroundings): Promise<void> {
  const { memory, poster, answer } = surroundings
  const file = File.safeParse(memory.recall(offerKey(id))).data
  if (file === undefined) return whisper(EXPIRED, actor, surroundings)
  let bytes
  try {
    bytes = await poster.download(file.url, MOST_FILE_BYTES)
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error
    return whisper(error.message, actor, surroundings)
  }
  const reply = await answer(messageOf(actor, '', { kind: 'add', name: file.name, bytes }))
  if (reply.kind === 'failed') return whisper(reply.message, actor, surroundings)
  const lines = reply.kind === 'notice' ? reply.text : ['Done.']
  // In place of the offer, which is taken.
  await poster.editOriginal(actor.hook, noteOf(...lines))
  memory.forget(offerKey(id))
}

const EXPIRED = 'This offer has expired. Drop the file again.'
