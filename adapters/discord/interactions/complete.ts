/** Completions while somebody types a command: only of what their channel may see. */
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10'
import type { Request } from '../../../src/adapter.ts'
import { clip, whole } from '../../shared/clip.ts'
import { LIMITS } from '../limits.ts'
import { readOptions } from '../options.ts'
import type { InteractionContext } from '../seams.ts'
import { actorOf, hookOf, messageOf } from './tell.ts'

type What = Extract<Request, { kind: 'suggest' }>['what']

/** Of options of all commands, by name. */
const WHAT: Readonly<Record<string, What>> = {
  document: 'documents',
  set: 'sets',
  sets: 'sets',
  place: 'places',
  what: 'counted',
}

/** Never rejects: without completions one types on. */
export async function complete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  context: InteractionContext,
): Promise<void> {
  const { poster, log } = context
  let choices: Choice[] = []
  try {
    choices = await choicesFor(interaction, context)
  } catch (error) {
    log.error({ err: error }, 'completing failed')
  }
  await poster.complete(hookOf(interaction), choices)
}

type Choice = APIApplicationCommandOptionChoice<string>

async function choicesFor(
  interaction: APIApplicationCommandAutocompleteInteraction,
  context: InteractionContext,
): Promise<Choice[]> {
  const { focused } = readOptions(interaction.data)
  const what = focused === undefined ? undefined : WHAT[focused.name]
  if (focused === undefined || what === undefined) return []
  // Where several may be given, the last of them is being typed.
  const typed = focused.name === 'sets' ? /(?<!\S)\S*$/u.exec(focused.value)?.[0] : undefined
  const before = typed === undefined ? '' : focused.value.slice(0, -typed.length || undefined)
  const message = messageOf(await actorOf(interaction, context), typed ?? focused.value, {
    kind: 'suggest',
    what,
  })
  const reply = await context.answer(message)
  return reply.kind === 'suggestions' ? choicesOf(reply.values, before) : []
}

/** As many as Discord takes. Of a long title its beginning is enough to find the document by. */
export function choicesOf(values: readonly string[], before = ''): Choice[] {
  const choices = values.flatMap((value): Choice[] => {
    const name = clip(before + value, LIMITS.choiceText)
    const kept = whole((before + value).trim().slice(0, LIMITS.choiceText)).trim()
    return name === '' || kept === '' ? [] : [{ name, value: kept }]
  })
  return choices.slice(0, LIMITS.choices)
}
