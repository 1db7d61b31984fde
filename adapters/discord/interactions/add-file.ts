/** Files that somebody dropped: offered for adding, and added once a person says so. */
import * as z from 'zod'
import type { Memory } from '../../../src/adapter.ts'
import { VerbatimError } from '../../../src/errors.ts'
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
  const readable = files.some(({ name, size }) => refusal(name, size) === undefined)
  // In a channel of a server, whoever presses is asked about; it may be somebody else.
  const asks = workspace === undefined && readable
  const servers = asks ? await serversOf(user, context) : undefined
  const offerOf = async (file: IncomingFile): Promise<Post> => {
    const { name, size } = file
    const why = refusal(name, size)
    if (why !== undefined) return noteOf(`“${clip(name, LONGEST_NAME)}” cannot be added: ${why}`)
    const id = await rememberFile(file, channel, context.memory)
    if (workspace === undefined) return offerOfServers(id, file, servers)
    return {
      ...noteOf(`Add ${whatIs(file)} to the documents that are answered from here?`),
      components: row(button('Add', ACTION.add, id, { look: 'primary' })),
    }
  }
  return Promise.all(files.map(offerOf))
}

type Named = Pick<IncomingFile, 'name' | 'size'>

const whatIs = ({ name, size }: Named): string =>
  `“${clip(name, LONGEST_NAME)}” (${endingOf(name).slice(1).toUpperCase()}, ${sizeText(size)})`

/**
 * Documents belong to servers and their channels: one to one, it is offered for each server that the
 * sender may manage. Where Discord did not tell which those are, the button asks again.
 */
function offerOfServers(id: string, file: Named, servers: readonly Server[] | undefined): Post {
  const look = { look: 'primary' } as const
  if (servers === undefined)
    return {
      ...noteOf(`Add ${whatIs(file)}? ${UNTOLD}`),
      components: row(button('Add', ACTION.add, id, look)),
    }
  if (servers.length === 0) return noteOf(`${whatIs(file)} can be read. ${NO_SERVER}`)
  const buttons = servers.map(({ id: server, name }) =>
    button(`Add to ${clip(name, LONGEST_SERVER)}`, ACTION.add, `${id}${FOR}${server}`, look),
  )
  const where = servers.length === 1 ? 'of the server that you manage' : 'of which server'
  return {
    ...noteOf(`Add ${whatIs(file)} to the documents ${where}?`),
    components: rowsOf(buttons),
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

const IN_A_CHANNEL =
  'Drop it in a channel of the server, with a mention of me: whoever has Manage Server there can add it.'
const NO_SERVER = `You seem to manage no server that I am in. ${IN_A_CHANNEL}`
const UNTOLD = 'Discord does not tell now which servers you manage; press the button to ask again.'

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
  const [id = '', to] = named.split(FOR)
  const file = File.safeParse(await memory.recall(offerKey(id))).data
  if (file === undefined) return whisper(EXPIRED, actor, context)
  if (actor.place.guild !== undefined) return add({ id, file }, actor, context)
  if (to === undefined) {
    const servers = await serversOf(actor.user, context)
    await poster.editOriginal(actor.hook, offerOfServers(id, file, servers))
    return
  }
  // What they might do when it was offered they may not do any more.
  const [server] = await managedBy(actor.user, to)
  if (server === undefined) return whisper(NOT_ANY_MORE, actor, context)
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
  const lines = reply.kind === 'notice' ? reply.text : ['Done.']
  const where = server === undefined ? [] : [`In ${clip(server.name, LONGEST_NAME)}:`]
  // In place of the offer, which is taken.
  await poster.editOriginal(actor.hook, noteOf(...where, ...lines))
  await memory.forget(offerKey(id))
}

const EXPIRED = 'This offer has expired. Drop the file again.'
const NOT_ANY_MORE = `You may not manage that server any more. ${IN_A_CHANNEL}`
