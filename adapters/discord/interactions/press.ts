/** A button: what it belongs to is recalled, and asked for anew as whoever presses it. */
import { type APIMessageComponentInteraction, ComponentType } from 'discord-api-types/v10'
import type { Request } from '../../../src/adapter.ts'
import type { Reply } from '../../../src/reply.ts'
import { type Asked, recallReply, requestOf } from '../../shared/asked.ts'
import { briefingFile, type BriefingFile } from '../../report/briefing-file.ts'
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import { windowsOf } from '../../shared/windows.ts'
import { clip } from '../../shared/clip.ts'
import { inertText } from '../../../src/inert.ts'
import { LIMITS } from '../limits.ts'
import { type Action, isWhispered, type Named } from '../components.ts'
import { askModal } from '../modal.ts'
import { PLATFORM } from '../parse.ts'
import { idOf } from '../../../src/delivery/posted.ts'
import { POSTED } from '../posted.ts'
import { render } from '../render/render.ts'
import type { InteractionContext } from '../seams.ts'
import { addFile } from './add-file.ts'
import { type Actor, actorOf, hookOf, messageOf, noteOf, roomOf, show, whisper } from './tell.ts'

/** What was pressed, and of a select menu what was picked. */
interface Pressed extends Named {
  readonly actor: Actor
  readonly picked: number
  /** The message that it stands under. */
  readonly under: string
}

export async function press(
  interaction: APIMessageComponentInteraction,
  named: Named,
  context: InteractionContext,
): Promise<void> {
  const { memory, log } = context
  const { action, id } = named
  const deferred = isWhispered(action)
  try {
    const actor = { ...(await actorOf(interaction, context)), deferred }
    if (action === 'add') return await addFile(id, actor, context)
    if (action === 'ask') return
    const asked = await recallReply(PLATFORM, id, memory)
    if (asked === undefined) return await whisper(wordsAt(actor, context).expired, actor, context)
    const { data, message } = interaction
    const picked = data.component_type === ComponentType.StringSelect ? Number(data.values[0]) : 0
    const pressed = { ...named, actor, picked, under: message.id }
    await HANDLERS[action](asked, pressed, context)
  } catch (error) {
    log.error({ err: error, action }, 'a button failed')
    const hook = hookOf(interaction)
    const words = wordingsIn(context.languageOf(roomOf(interaction))).windows.pressed
    await whisper(words.failed, { hook, deferred }, context)
  }
}

const wordsAt = ({ place }: Actor, { languageOf }: InteractionContext) =>
  wordingsIn(languageOf(place.channel)).windows.pressed

type Handler = (asked: Asked, pressed: Pressed, context: InteractionContext) => Promise<void>

const HANDLERS: Readonly<Record<Exclude<Action, 'add' | 'ask'>, Handler>> = {
  more,
  context: inContext,
  source: inContext,
  figures,
  word: briefing('word'),
  markdown: briefing('markdown'),
  share,
  delete: remove,
  up: feedback,
  down: feedback,
}

function more(asked: Asked, pressed: Pressed, context: InteractionContext): Promise<void> {
  return further(asked.text, { kind: 'more', shown: asked.shown }, pressed, context)
}

function figures(asked: Asked, pressed: Pressed, context: InteractionContext): Promise<void> {
  return further(asked.figures ?? asked.text, { kind: 'figures' }, pressed, context)
}

/** Below the message, and there once, whoever presses how often. */
async function further(
  text: string,
  request: Request,
  { id, action, actor }: Pressed,
  context: InteractionContext,
): Promise<void> {
  const { ephemeral } = actor
  const key = `${id}:${action}`
  const bring = async (): Promise<void> => {
    const message = messageOf(actor, text, request)
    const reply = await context.answer(message)
    if (reply.kind === 'failed') return whisper(reply.message, actor, context)
    await show(reply, message, actor, { key, ephemeral }, context)
  }
  // What each sees alone may be brought to each.
  await (ephemeral ? bring() : once(key, actor, context, bring))
}

/** The briefing to take along, made anew of what may be seen where it stands. */
function briefing(kind: BriefingFile): Handler {
  return async (asked, { id, actor }, context) => {
    const { hook, ephemeral } = actor
    const key = `${id}:${kind}`
    await (ephemeral ? bring() : once(key, actor, context, bring))

    async function bring(): Promise<void> {
      const reply = await context.answer(messageOf(actor, asked.text, requestOf(asked)))
      if (reply.kind !== 'summary') return whisper(wordsOf(reply), actor, context)
      const { name, bytes } = await briefingFile(reply, kind)
      const description = clip(inertText(reply.title), LIMITS.fileDescription)
      const post = { ...noteOf(reply.title), files: [{ name, bytes, description }] }
      const posted = await context.poster.followUp(hook, post, { ephemeral }, `${key}/${hook.id}`)
      if (!ephemeral && posted !== undefined) await POSTED.remember(key, [posted], context.memory)
    }
  }
}

/** So long nobody else begins the same: a second press is mostly one of impatience. */
const UNDER_WAY = 30_000

/** Unless what a button brings stands there already, or is on its way. */
async function once(
  key: string,
  actor: Actor,
  context: InteractionContext,
  bring: () => Promise<void>,
): Promise<void> {
  const { memory, clock } = context
  const claim = `discord/claim/${key}`
  const now = clock().getTime()
  let claimed = false
  await memory.change(claim, (since) => {
    claimed = typeof since === 'number' && Math.abs(now - since) < UNDER_WAY
    return claimed ? undefined : now
  })
  if (claimed) return whisper(wordsAt(actor, context).stands, actor, context)
  try {
    const stands = (await POSTED.recall(idOf(key), memory)).posts.length > 0
    await (stands ? whisper(wordsAt(actor, context).stands, actor, context) : bring())
  } finally {
    await memory.forget(claim)
  }
}

async function inContext(
  asked: Asked,
  { actor, picked }: Pressed,
  context: InteractionContext,
): Promise<void> {
  const quote = asked.quotes[picked]
  if (quote === undefined) return whisper(wordsAt(actor, context).expired, actor, context)
  const { answer, poster, memory } = context
  const message = messageOf(actor, asked.text, { kind: 'context', ...quote })
  const { hook } = actor
  const posts = await render(await answer(message), {
    key: hook.id,
    message,
    ephemeral: true,
    memory,
  })
  await poster.answer(hook, posts, { ephemeral: true }, hook.id)
}

/** Answered anew for the channel, so that it shows what the channel may see. */
async function share(
  asked: Asked,
  { id, actor }: Pressed,
  context: InteractionContext,
): Promise<void> {
  const key = `${id}:share`
  await once(key, actor, context, async () => {
    const message = messageOf(actor, asked.text, requestOf(asked))
    const reply = await context.answer(message)
    if (reply.kind === 'failed') return whisper(reply.message, actor, context)
    await show(reply, message, actor, { key, ephemeral: false, shared: true }, context)
    if (actor.ephemeral) await context.poster.removeOriginal(actor.hook)
  })
}

/** Whoever asked may take the reply away, and so may an admin. */
async function remove(
  asked: Asked,
  { id, actor, under }: Pressed,
  context: InteractionContext,
): Promise<void> {
  const { memory, poster } = context
  if (asked.user !== actor.user && actor.role !== 'admin')
    return whisper(wordsAt(actor, context).notYours, actor, context)
  const { posts } = await POSTED.recall(id, memory)
  for (const post of posts.filter(({ id: own }) => own !== under)) await poster.remove(post)
  await poster.removeOriginal(actor.hook)
  await POSTED.forget(id, memory)
}

async function feedback(
  asked: Asked,
  { action, actor }: Pressed,
  context: InteractionContext,
): Promise<void> {
  const helpful = action === 'up'
  const request = { kind: 'feedback' as const, helpful, quotes: asked.quotes }
  const reply = await context.answer(messageOf(actor, asked.text, request))
  await whisper(wordsOf(reply), actor, context)
}

function wordsOf(reply: Reply): string {
  if (reply.kind === 'failed') return reply.message
  return reply.kind === 'notice' ? reply.text.join(' ') : windowsOf(reply).pressed.done
}

/** What was asked, to be put in other words. */
export async function openAsk(
  interaction: APIMessageComponentInteraction,
  { id }: Named,
  { memory, poster, languageOf }: InteractionContext,
): Promise<void> {
  const hook = hookOf(interaction)
  const asked = await recallReply(PLATFORM, id, memory)
  const question = asked?.text === 'help' ? '' : (asked?.text ?? '')
  await poster.openModal(
    hook,
    askModal(id, question, wordingsIn(languageOf(roomOf(interaction))).windows.asking),
  )
}
