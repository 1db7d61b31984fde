/** Files that somebody dropped: offered for adding, and added once a person says so. */
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import { MOST_FILE_BYTES, refusal } from '../../shared/refusal.ts'
import { actions, button } from '../blocks.ts'
import { clip } from '../../../src/clip.ts'
import { recallFile, rememberFile } from '../remembered.ts'
import { ACTION } from '../render/buttons.ts'
import { type Piece, said, together, toPosts } from '../render/piece.ts'
import type { IncomingFile, OfferFiles, InteractionContext } from '../seams.ts'
import { messageOf, noteOf, type Place, show, wordsAt } from './tell.ts'

const LONGEST_NAME = 100

export const offerFiles: OfferFiles = async ({ files = [], message }, context) => {
  const { memory } = context
  const { user, channel, workspace } = message
  const language = context.languageOf(channel)
  const { answers, windows } = wordingsIn(language)
  const offerOf = async (file: IncomingFile): Promise<Piece> => {
    const why = refusal(file.name, file.size, language)
    const name = clip(file.name, LONGEST_NAME)
    if (why !== undefined) return said(windows.files.refused(name, why))
    const id = await rememberFile(
      { ...file, user, channel, ...(workspace !== undefined && { workspace }) },
      memory,
    )
    const offer = said(windows.files.offer(answers.quoted(name)))
    const yes = {
      blocks: [actions(button(windows.buttons.add, ACTION.add, id, 'primary'))],
      text: [],
    }
    return together(offer, yes)
  }
  return toPosts(await Promise.all(files.map(offerOf)))
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
      await poster.respond(
        place.responseUrl,
        noteOf(wordsAt(place.channel, context).files.expired),
        { ephemeral: true },
      )
    return
  }
  const bytes = await poster.download(file.url, MOST_FILE_BYTES)
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
