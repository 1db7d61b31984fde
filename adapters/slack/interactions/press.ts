/** A button: what it belongs to is recalled, and asked for anew as whoever presses it. */
import type { Request } from '../../../src/adapter.ts'
import { idOf } from '../../../src/delivery/posted.ts'
import { toCsv } from '../../../src/figures/csv.ts'
import type { Reply } from '../../../src/reply.ts'
import { type BriefingFile, briefingFile } from '../../report/briefing-file.ts'
import { windowsOf } from '../../shared/windows.ts'
import { clip } from '../../../src/clip.ts'
import { inertText } from '../../../src/inert.ts'
import { LIMITS } from '../limits.ts'
import { askModal, replyModal } from '../modal.ts'
import type { Press } from '../payloads.ts'
import { type Asked, recallReply, requestOf } from '../../shared/asked.ts'
import { PLATFORM } from '../parse.ts'
import { POSTED } from '../remembered.ts'
import { render } from '../render/render.ts'
import { ACTION } from '../render/buttons.ts'
import type { InteractionContext, PostFile } from '../seams.ts'
import { addFile } from './add-file.ts'
import { messageOf, noteOf, type Place, postToChannel, show, type Wanted, wordsAt } from './tell.ts'

/** All that handling a button takes. */
interface Pressed {
  readonly id: string
  /** What stands behind the id in the button's value. */
  readonly detail: string
  readonly user: string
  readonly triggerId: string | undefined
  /** When it was pressed: pressed again, it is another time. */
  readonly at: string
  readonly messageTs: string | undefined
  readonly place: Place
}

export async function press(payload: Press, context: InteractionContext): Promise<void> {
  const [action] = payload.actions
  if (action === undefined) return
  const pressed = pressedOf(payload)
  const { place } = pressed
  try {
    if (action.action_id === ACTION.ask) return await openAsk(payload, context)
    if (action.action_id === ACTION.add) return await addFile(pressed, context)
    const handle = HANDLERS[action.action_id]
    if (handle === undefined) return
    const asked = await recallReply(PLATFORM, pressed.id, context.memory)
    if (asked === undefined) return await expired(place, context)
    await handle(asked, pressed, context)
  } catch (error) {
    context.log.error({ err: error, action: action.action_id }, 'a button failed')
    await whisper(wordsAt(place.channel, context).pressed.failed, place, context)
  }
}

const expired = (place: Place, context: InteractionContext): Promise<void> =>
  whisper(wordsAt(place.channel, context).pressed.expired, place, context)

type Handler = (asked: Asked, pressed: Pressed, context: InteractionContext) => Promise<void>

const HANDLERS: Readonly<Record<string, Handler>> = {
  [ACTION.more]: more,
  [ACTION.context]: inContext,
  [ACTION.figures]: figures,
  [ACTION.csv]: csv,
  [ACTION.word]: briefing('word'),
  [ACTION.markdown]: briefing('markdown'),
  [ACTION.share]: share,
  [ACTION.delete]: remove,
  [ACTION.feedback]: feedback,
  // As buttons, where Slack has no thumbs.
  [`${ACTION.feedback}_up`]: feedback,
  [`${ACTION.feedback}_down`]: feedback,
}

function pressedOf(payload: Press): Pressed {
  const [action] = payload.actions
  const { container, channel, message, user, trigger_id: triggerId } = payload
  const [id = '', detail = ''] = (action?.selected_option?.value ?? action?.value ?? '').split('.')
  const messageTs = container?.message_ts ?? message?.ts
  const thread = container?.thread_ts ?? message?.thread_ts ?? messageTs
  return {
    id,
    detail,
    user: user.id,
    triggerId,
    at: action?.action_ts ?? '',
    messageTs,
    place: {
      channel: container?.channel_id ?? channel?.id ?? user.id,
      ...(thread !== undefined && { thread_ts: thread }),
      ephemeral: container?.is_ephemeral === true,
      responseUrl: payload.response_url,
    },
  }
}

const wanted = (asked: Asked, pressed: Pressed, text: string, request: Request): Wanted => ({
  text,
  request,
  user: pressed.user,
  // Where it stands, not where it was asked: it may have been shared.
  channel: pressed.place.channel,
  workspace: asked.workspace,
  thread: asked.thread,
})

async function more(asked: Asked, pressed: Pressed, context: InteractionContext): Promise<void> {
  const request = { kind: 'more' as const, shown: asked.shown }
  const message = await messageOf(wanted(asked, pressed, asked.text, request), context)
  const reply = await context.answer(message)
  await show(reply, message, `${pressed.id}:more`, pressed.place, context)
}

async function figures(asked: Asked, pressed: Pressed, context: InteractionContext): Promise<void> {
  const text = asked.figures ?? asked.text
  const message = await messageOf(wanted(asked, pressed, text, { kind: 'figures' }), context)
  const reply = await context.answer(message)
  await show(reply, message, `${pressed.id}:figures`, pressed.place, context)
}

async function inContext(
  asked: Asked,
  pressed: Pressed,
  context: InteractionContext,
): Promise<void> {
  const quote = asked.quotes[Number(pressed.detail)]
  const { triggerId, place } = pressed
  if (quote === undefined || triggerId === undefined) return expired(place, context)
  const message = await messageOf(
    wanted(asked, pressed, asked.text, { kind: 'context', ...quote }),
    context,
  )
  const reply = await context.answer(message)
  await context.poster.openView(triggerId, replyModal(windowsOf(reply).buttons.inContext, reply))
}

/** Made from what the figures are now, as the table under which it stands may be old. */
async function csv(asked: Asked, pressed: Pressed, context: InteractionContext): Promise<void> {
  const text = asked.figures ?? asked.text
  const message = await messageOf(wanted(asked, pressed, text, { kind: 'figures' }), context)
  const reply = await context.answer(message)
  if (reply.kind !== 'figures') return whisperReply(reply, pressed.place, context)
  const { files: words } = windowsOf(reply)
  const file = {
    name: 'figures.csv',
    bytes: new TextEncoder().encode(toCsv(reply)),
    title: words.table,
    altText: words.spreadsheet,
  }
  await bring(file, 'csv', pressed, context)
}

/** The briefing to take along, made anew of what may be seen where it stands. */
function briefing(kind: BriefingFile): Handler {
  return async (asked, pressed, context) => {
    const message = await messageOf(wanted(asked, pressed, asked.text, requestOf(asked)), context)
    const reply = await context.answer(message)
    if (reply.kind !== 'summary') return whisperReply(reply, pressed.place, context)
    const title = clip(inertText(reply.title), LIMITS.fileName)
    const file = { ...(await briefingFile(reply, kind)), title, altText: title }
    await bring(file, kind, pressed, context)
  }
}

/** Into the thread where the button stands, once. */
async function bring(
  file: PostFile,
  kind: string,
  { id, place: { channel, thread_ts } }: Pressed,
  { poster }: InteractionContext,
): Promise<void> {
  const to = { channel, ...(thread_ts !== undefined && { thread_ts }) }
  await poster.upload(to, [file], `${id}:${kind}`)
}

/** Answered anew for the channel, so that it shows what the channel may see. */
async function share(asked: Asked, pressed: Pressed, context: InteractionContext): Promise<void> {
  const { place, id } = pressed
  const key = `${id}:share`
  const { memory } = context
  if ((await POSTED.recall(idOf(key), memory)).posts.length > 0)
    return whisper(wordsAt(place.channel, context).pressed.shared, place, context)
  const message = await messageOf(wanted(asked, pressed, asked.text, requestOf(asked)), context)
  const reply = await context.answer(message)
  if (reply.kind === 'failed') return whisperReply(reply, place, context)
  const posts = await render(reply, { key, message, ephemeral: false, shared: true, memory })
  await postToChannel(place.channel, posts, key, context)
  if (place.ephemeral && place.responseUrl !== undefined)
    await context.poster.dismiss(place.responseUrl)
}

/** Whoever asked may take the reply away, and so may an admin. */
async function remove(asked: Asked, pressed: Pressed, context: InteractionContext): Promise<void> {
  const { memory, poster, roleOf } = context
  const { place, user, id, messageTs } = pressed
  if (place.ephemeral && place.responseUrl !== undefined) return poster.dismiss(place.responseUrl)
  if (asked.user !== user && (await roleOf(user, place.channel)) !== 'admin')
    return whisper(wordsAt(place.channel, context).pressed.notYours, place, context)
  const own = messageTs === undefined ? [] : [{ channel: place.channel, ts: messageTs }]
  const { posts: all, files } = await POSTED.recall(id, memory)
  const posts = all.some(({ ts }) => ts === messageTs) ? all : [...all, ...own]
  for (const post of posts) await poster.remove(post)
  for (const file of files) await poster.removeFile(file)
  await POSTED.forget(id, memory)
}

async function feedback(
  asked: Asked,
  pressed: Pressed,
  context: InteractionContext,
): Promise<void> {
  const request = {
    kind: 'feedback' as const,
    helpful: pressed.detail === 'up',
    quotes: asked.quotes,
  }
  const message = await messageOf(wanted(asked, pressed, asked.text, request), context)
  await whisperReply(await context.answer(message), pressed.place, context)
}

async function openAsk(payload: Press, context: InteractionContext): Promise<void> {
  if (payload.trigger_id === undefined) return
  const channel = payload.view?.private_metadata ?? ''
  await context.poster.openView(payload.trigger_id, askModal(channel, wordsAt(channel, context)))
}

/** To whoever pressed alone. */
async function whisper(
  words: string,
  { responseUrl }: Place,
  { poster }: InteractionContext,
): Promise<void> {
  if (responseUrl !== undefined)
    await poster.respond(responseUrl, noteOf(words), { ephemeral: true })
}

const whisperReply = (reply: Reply, place: Place, context: InteractionContext): Promise<void> => {
  if (reply.kind === 'failed') return whisper(reply.message, place, context)
  if (reply.kind === 'notice') return whisper(reply.text.join(' '), place, context)
  if (reply.kind === 'nothing') return whisper(reply.reason, place, context)
  return whisper(windowsOf(reply).pressed.done, place, context)
}
