/** Files that somebody dropped: offered for adding, and added once a person says so. */
import { extname } from 'node:path'
import { READABLE } from '../../../src/readable.ts'
import { MAX_FILE_MEGABYTES_DEFAULT } from '../../../src/app/settings.ts'
import { actions, button } from '../blocks.ts'
import { clip } from '../../../src/clip.ts'
import { recallFile, rememberFile } from '../remembered.ts'
import { ACTION } from '../render/buttons.ts'
import { type Piece, said, together, toPosts } from '../render/piece.ts'
import type { IncomingFile, OfferFiles, InteractionContext } from '../seams.ts'
import { messageOf, noteOf, type Place, show } from './tell.ts'

const MEGABYTE = 1_000_000
const MOST_BYTES = MAX_FILE_MEGABYTES_DEFAULT * MEGABYTE
const LONGEST_NAME = 100

export const offerFiles: OfferFiles = async ({ files = [], message }, { memory }) => {
  const { user, channel, workspace } = message
  const offerOf = async (file: IncomingFile): Promise<Piece> => {
    const why = refusal(file)
    const name = clip(file.name, LONGEST_NAME)
    if (why !== undefined) return said(`“${name}” cannot be added: ${why}`)
    const id = await rememberFile(
      { ...file, user, channel, ...(workspace !== undefined && { workspace }) },
      memory,
    )
    const offer = said(`Add “${name}” to the documents that are answered from here?`)
    const yes = { blocks: [actions(button('Add', ACTION.add, id, 'primary'))], text: [] }
    return together(offer, yes)
  }
  return toPosts(await Promise.all(files.map(offerOf)))
}

/** Why a file is not offered, and what to do. */
function refusal({ name, size }: IncomingFile): string | undefined {
  const ending = extname(name).toLowerCase()
  if (!READABLE.has(ending))
    return `${ending === '' ? 'a file without an ending' : clip(ending, 20)} is not read; ${[...READABLE].join(', ')} are.`
  if (size > MOST_BYTES)
    return `it has ${Math.ceil(size / MEGABYTE)} MB; at most ${MAX_FILE_MEGABYTES_DEFAULT} MB are read. Split it.`
  return undefined
}

interface Pressed {
  readonly id: string
  readonly user: string
  readonly place: Place
}

/** Who may add is for the core to say; the file is only fetched for them. */
export async function addFile(
  { id, user, place }: Pressed,
  context: InteractionContext,
): Promise<void> {
  const { memory, poster, answer } = context
  const file = await recallFile(id, memory)
  if (file === undefined) {
    if (place.responseUrl !== undefined)
      await poster.respond(place.responseUrl, noteOf(EXPIRED), { ephemeral: true })
    return
  }
  const bytes = await poster.download(file.url, MOST_BYTES)
  const { channel } = place
  const message = await messageOf(
    {
      text: '',
      request: { kind: 'add', name: file.name, bytes },
      user,
      channel,
      workspace: file.workspace,
    },
    context,
  )
  const reply = await answer(message)
  await show(reply, message, `${id}:added:${user}`, place, context)
}

const EXPIRED = 'This offer has expired. Drop the file again.'
