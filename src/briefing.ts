/** A briefing as somebody asks for it: what is new since a day; on a topic, without one, all there is. */
import { mainLanguage } from '../index/languages/packs.ts'
import type { Library } from '../index/library/library.ts'
import type { Message } from './adapter.ts'
import type { ChannelScope } from './app/config.ts'
import type { Pipeline } from './pipeline.ts'
import type { Summary } from './reply.ts'
import { extentIn } from './said-requests.ts'
import { localZone, speechOf } from './speech.ts'
import type { Store } from './store/store.ts'

interface BriefingOptions {
  readonly channels: Readonly<Record<string, ChannelScope>>
  readonly store: Pick<Store, 'schedules'>
  readonly library: Pick<Library, 'changes'>
}

interface Asked {
  readonly message: Message
  /** What it is about, and with which words. */
  readonly text: string
  /** Since when; in `text` unless given. */
  readonly since?: string | undefined
}

const DAY = 86_400_000

/** @throws VerbatimError 'question' for a time that is none, or is still to come */
export async function briefingFor(
  { message, text, since }: Asked,
  pipeline: Pipeline,
  { channels, store, library }: BriefingOptions,
  now: Date,
): Promise<Summary> {
  const [{ summarize }, { sinceOf, splitSince }] = await Promise.all([
    import('./summary/summary.ts'),
    import('./since.ts'),
  ])
  const { zone, language } = await speechOf(message, channels, store.schedules)
  const when = {
    now,
    zone: zone ?? (message.local === true ? localZone() : 'UTC'),
    ...(language !== undefined && { language }),
  }
  const { long, text: said } = extentIn(text)
  const { topic, since: stated } = splitSince(said, when)
  const asked = since === undefined ? stated : sinceOf(since, when)
  // Of a topic, all there is.
  const from = asked ?? (topic === '' ? new Date(now.getTime() - DAY) : undefined)
  const reply = await summarize({
    topic,
    long,
    pipeline,
    changes: from === undefined ? [] : library.changes(from),
    ...(from !== undefined && { since: from }),
    language: language ?? mainLanguage(pipeline.corpus.languages),
    zone: when.zone,
  })
  const request = asked === undefined ? topic : `${topic} since:${asked.toISOString()}`.trim()
  await pipeline.conversations.shown(message, 'brief', request, reply)
  return reply
}
