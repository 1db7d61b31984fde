/** Files that somebody dropped: offered for adding, and added once a person says so. */
import * as z from 'zod'
import type { Memory } from '../../../src/adapter.ts'
import { VerbatimError } from '../../../src/errors.ts'
import { type Language, wordingsIn } from '../../../src/wordings/in-language.ts'
import { windowsOf } from '../../shared/windows.ts'
import { clip } from '../../shared/clip.ts'
import { endingOf, MOST_FILE_BYTES, refusal, sizeText } from '../../shared/refusal.ts'
import { ACTION, button, row } from '../components.ts'
import { LIMITS } from '../limits.ts'
import { idOf } from '../../../src/delivery/posted.ts'
import type { IncomingFile, OfferFiles, Post, Server, InteractionContext } from '../seams.ts'
import { type Actor, messageOf, noteOf, whisper } from './tell.ts'

const LONGEST_NAME = 100
/** Button labels are short; whoever manages it knows a server by its beginning. */
const LONGEST_SERVER = 50

/** A message a file, so that each offer can be answered for itself. */
export const offerFiles: OfferFiles = async ({ files = [], message }, context) => {
  const { user, channel, workspace } = message
  const language = context.languageOf(channel)
  const { buttons, files: words } = wordingsIn(language).windows
  const readable = files.some(({ name, size }) => refusal(name, size) === undefined)
  // In a channel of a server, whoever presses is asked about; it may be somebody else.
  const asks = workspace === undefined && readable
  const servers = asks ? await serversOf(user, context) : undefined
  const offerOf = async (file: IncomingFile): Promise<Post> => {
    const { name, size } = file
    const why = refusal(name, size, language)
    if (why !== undefined) return noteOf(words.refused(clip(name, LONGEST_NAME), why))
    const id = await rememberFile(file, channel, context.memory)
    if (workspace === undefined) return offerOfServers({ id, file, servers, language })
    return {
      ...noteOf(words.offer(whatIs(file, language))),
      components: row(button(buttons.add, ACTION.add, id, { look: 'primary' })),
    }
  }
  return Promise.all(files.map(offerOf))
}

type Named = Pick<IncomingFile, 'name' | 'size'>

const whatIs = ({ name, size }: Named, language: Language | undefined): string =>
  `${wordingsIn(language).answers.quoted(clip(name, LONGEST_NAME))} (${endingOf(name).slice(1).toUpperCase()}, ${sizeText(size)})`

interface Offered {
  readonly id: string
  readonly file: Named
  readonly servers: readonly Server[] | undefined
  readonly language: Language | undefined
}

/**
 * Documents belong to servers and their channels: one to one, it is offered for each server that the
 * sender may manage. Where Discord did not tell which those are, the button asks again.
 */
function offerOfServers({ id, file, servers, language }: Offered): Post {
  const { buttons, files: words } = wordingsIn(language).windows
  const what = whatIs(file, language)
  const look = { look: 'primary' } as const
  if (servers === undefined)
    return {
      ...noteOf(words.offerUntold(what)),
      components: row(button(buttons.add, ACTION.add, id, look)),
    }
  if (servers.length === 0) return noteOf(words.noServer(what))
  const choices = servers.map(({ id: server, name }) =>
    button(buttons.addTo(clip(name, LONGEST_SERVER)), ACTION.add, `${id}${FOR}${server}`, look),
  )
  return {
    ...noteOf(words.offerTo(what, servers.length === 1)),
    components: rowsOf(choices),
  }
}

/** Stands in a button's id between the file and the server. */
const FOR = ':'

const rowsOf = (buttons: readonly ReturnType<typeof button>[]) =>
  Array.from({ length: Math.ceil(buttons.length / LIMITS.buttons) }, (_, at) =>
    row(...buttons.slice(at * LIMITS.buttons, (at + 1) * LIMITS.buttons)),
  )
    .flat()
    .slice(0, LIMITS.rows)

/** Nothing where Discord does not tell. */
async function serversOf(
  user: string,
  { managedBy, log }: InteractionContext,
): Promise<readonly Server[] | undefined> {
  try {
    return await managedBy(user)
  } catch (error) {
    log.warn({ err: error }, 'Discord does not tell which servers somebody manages')
    return undefined
  }
}

const File = z.object({ name: z.string(), size: z.number(), url: z.string() })
type File = z.infer<typeof File>

async function rememberFile(
  { id, name, size, url }: IncomingFile,
  channel: string,
  memory: Memory,
): Promise<string> {
  const short = idOf(`${channel} ${id}`)
  await memory.keep(offerKey(short), { name, size, url })
  return short
}

const offerKey = (id: string): string => `discord/offer/${id}`

/** @param named the file, and one to one the server that it is for */
export async function addFile(
  named: string,
  actor: Actor,
  context: InteractionContext,
): Promise<void> {
  const { memory, poster, managedBy } = context
  const language = context.languageOf(actor.place.channel)
  const words = wordingsIn(language).windows.files
  const [id = '', to] = named.split(FOR)
  const file = File.safeParse(await memory.recall(offerKey(id))).data
  if (file === undefined) return whisper(words.expired, actor, context)
  if (actor.place.guild !== undefined) return add({ id, file }, actor, context)
  if (to === undefined) {
    const servers = await serversOf(actor.user, context)
    await poster.editOriginal(actor.hook, offerOfServers({ id, file, servers, language }))
    return
  }
  // What they might do when it was offered they may not do any more.
  const [server] = await managedBy(actor.user, to)
  if (server === undefined) return whisper(words.notAnyMore, actor, context)
  await add({ id, file, server }, inServer(actor, server), context)
}

/** Said in the server at large: in no channel of it, so that its own documents are meant. */
const inServer = (actor: Actor, { id }: Server): Actor => ({
  ...actor,
  role: 'admin',
  place: { channel: id, guild: id },
})

interface Adding {
  readonly id: string
  readonly file: File
  readonly server?: Server
}

/** Who may add is for the core to say. */
async function add(
  { id, file, server }: Adding,
  actor: Actor,
  context: InteractionContext,
): Promise<void> {
  const { memory, poster, answer } = context
  let bytes
  try {
    bytes = await poster.download(file.url, MOST_FILE_BYTES)
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error
    return whisper(error.message, actor, context)
  }
  const reply = await answer(messageOf(actor, '', { kind: 'add', name: file.name, bytes }))
  if (reply.kind === 'failed') return whisper(reply.message, actor, context)
  const lines = reply.kind === 'notice' ? reply.text : [windowsOf(reply).pressed.done]
  const where =
    server === undefined ? [] : [windowsOf(reply).files.inServer(clip(server.name, LONGEST_NAME))]
  // In place of the offer, which is taken.
  await poster.editOriginal(actor.hook, noteOf(...where, ...lines))
  await memory.forget(offerKey(id))
}
