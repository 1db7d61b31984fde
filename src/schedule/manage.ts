/** What admins type about schedules: "schedule daily 08:00 Europe/Paris", "watch Moura". */
import type { Message } from '../adapter.ts'
import { VerbatimError } from '../errors.ts'
import type { Reply } from '../reply.ts'
import { placeOf } from '../scope.ts'
import type { NewSchedule, Schedule, ScheduleBook } from './book.ts'
import { scheduleLines } from './describe.ts'
import type { Digests } from './digests.ts'
import { patternText, readPattern } from './pattern.ts'
import type { PostBook } from './posts.ts'
import { isLanguage, type Language } from '../../index/languages/packs.ts'
import { commandLine } from '../command-line.ts'

export interface ScheduleManagerOptions {
  readonly schedules: ScheduleBook
  readonly posts: PostBook
  readonly digests: Digests
  readonly clock: () => Date
}

export const SCHEDULE_HELP = [
  'schedule daily 08:00 Europe/Paris [weekdays] [topic] [lang:fr] [quiet:on]: posts here what is new; quiet:on says nothing when nothing is.',
  'schedule list, pause ID, resume ID, remove ID, post ID (now), preview [ID] (to you alone where the platform can).',
  'watch TOPIC, unwatch TOPIC, watch: posts here when a new document has it, at most once an hour.',
]

/** A topic is no essay. */
const LONGEST_TOPIC = 200
const ACTIONS = new Set(['list', 'pause', 'resume', 'remove', 'post', 'preview'])

/** Whether a line is about schedules. */
export const isScheduling = (text: string): boolean =>
  /^\s*(?:schedule(?=\s|$)|unwatch\s|watch\s)/iu.test(text)

export class ScheduleManager {
  readonly #options: ScheduleManagerOptions

  constructor(options: ScheduleManagerOptions) {
    this.#options = options
  }

  /** @throws VerbatimError 'usage' with what to type instead */
  async run(message: Message): Promise<Reply> {
    if (message.local === true)
      throw new VerbatimError(
        'usage',
        `Schedules are made in the channel they post to, or under schedules in verbatim.yaml; see them: ${commandLine('schedules')}`,
      )
    const [word = '', ...rest] = message.text.trim().split(/\s+/u)
    const own = this.#options.schedules.list(placeOf(message))
    const command = word.toLowerCase()
    if (command === 'watch') return this.#watch(message, own, rest.join(' '))
    if (command === 'unwatch') return this.#unwatch(own, rest.join(' '))
    const [action = 'list', id] = rest
    if (!ACTIONS.has(action.toLowerCase())) return this.#add(message, rest.join(' '))
    return this.#act(action.toLowerCase(), own, id, message)
  }

  #add(message: Message, typed: string): Reply {
    const { text, ...said } = readOptions(typed)
    const { pattern, topic } = readPattern(text)
    const added = this.#options.schedules.add({
      ...placeIn(message),
      pattern,
      ...topicOf(topic),
      ...said,
    })
    return notice([
      `Posts here ${patternText(pattern)}${on(added)}.`,
      ...this.#lines([added]),
      `See it now: schedule preview ${added.id}`,
    ])
  }

  async #act(
    action: string,
    own: readonly Schedule[],
    id: string | undefined,
    message: Message,
  ): Promise<Reply> {
    const { schedules, posts, digests, clock } = this.#options
    if (action === 'list')
      return notice(
        own.length > 0
          ? this.#lines(own)
          : ['Nothing is scheduled here. Schedule a digest: schedule daily 08:00 Europe/Paris'],
      )
    if (action === 'preview') {
      const one = id === undefined ? (own.find(isDigest) ?? everything(message)) : pick(own, id)
      const { reply } = await (isDigest(one) ? digests.digest(one) : digests.alert([one]))
      return reply ?? notice(['Nothing is new: nothing would be posted.'])
    }
    const one = pick(own, id)
    if (action === 'post') {
      if (!isDigest(one)) throw new VerbatimError('usage', 'A watch posts by itself.')
      const now = clock()
      const date = `${now.toISOString().slice(0, 10)} now ${message.id}`
      posts.open({ destination: one.destination, schedule: one.id, date }, now)
      schedules.changed()
      return notice([`Number ${one.id} is posted now.`])
    }
    if (action === 'remove') {
      if (one.configured)
        throw new VerbatimError(
          'usage',
          `Number ${one.id} stands in verbatim.yaml; take it out there, or: schedule pause ${one.id}`,
        )
      schedules.remove(one.id)
      return notice([`Number ${one.id} is removed.`])
    }
    schedules.pause(one.id, action === 'pause')
    return notice(this.#lines(schedules.list(one.destination).filter((each) => each.id === one.id)))
  }

  #watch(message: Message, own: readonly Schedule[], typed: string): Reply {
    const watches = own.filter((one) => !isDigest(one))
    const { text, ...said } = readOptions(typed)
    if (text === '' || text.toLowerCase() === 'list')
      return notice(
        watches.length > 0 ? this.#lines(watches) : ['Nothing is watched here. Begin: watch Moura'],
      )
    const known = watches.find(({ topic }) => isSame(topic, text))
    const watch =
      known ?? this.#options.schedules.add({ ...placeIn(message), ...topicOf(text), ...said })
    return notice([
      `Posts here when a new document has “${watch.topic ?? text}”, at most once an hour.`,
      ...this.#lines([watch]),
    ])
  }

  #unwatch(own: readonly Schedule[], topic: string): Reply {
    const found = own.filter((one) => !isDigest(one) && isSame(one.topic, topic))
    if (found.length === 0)
      throw new VerbatimError('usage', `“${topic}” is not watched here. See what is: watch`)
    for (const { id, configured } of found)
      if (configured) this.#options.schedules.pause(id, true)
      else this.#options.schedules.remove(id)
    return notice([`“${topic}” is watched no more.`])
  }

  #lines(own: readonly Schedule[]): string[] {
    return scheduleLines(own, this.#options.posts, this.#options.clock())
  }
}

const isDigest = ({ pattern }: NewSchedule): boolean => pattern !== undefined

const isSame = (topic: string | undefined, typed: string): boolean =>
  topic?.toLowerCase() === typed.trim().toLowerCase()

const on = ({ topic }: NewSchedule): string => (topic === undefined ? '' : `, on “${topic}”`)

function placeIn(message: Message): Pick<NewSchedule, 'destination' | 'workspace'> {
  const { workspace } = message
  return { destination: placeOf(message), ...(workspace !== undefined && { workspace }) }
}

/** What a digest of everything would be, were one scheduled. */
const everything = (message: Message): Schedule => ({
  ...placeIn(message),
  id: -1,
  pattern: readPattern('daily 08:00 UTC').pattern,
  quiet: false,
  paused: false,
  from: new Date(0),
  configured: false,
})

function pick(own: readonly Schedule[], id: string | undefined): Schedule {
  const found = own.find((one) => String(one.id) === id?.replace(/^#/u, ''))
  if (found === undefined)
    throw new VerbatimError(
      'usage',
      own.length === 0
        ? 'Nothing is scheduled here. Schedule a digest: schedule daily 08:00 Europe/Paris'
        : `Give the number of one of this channel’s: ${own.map((one) => one.id).join(', ')}. See them: schedule list`,
    )
  return found
}

/** "lang:fr", "quiet:on" anywhere in the line. */
function readOptions(typed: string): {
  readonly text: string
  readonly language?: Language
  readonly quiet: boolean
} {
  const words = typed.trim().split(/\s+/u)
  const option = (name: string): string | undefined =>
    words
      .find((word) => word.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .toLowerCase()
  const language = option('lang')
  const quiet = option('quiet')
  if (language !== undefined && !isLanguage(language))
    throw new VerbatimError('usage', `“${language}” is not spoken; write lang:en or lang:fr.`)
  if (quiet !== undefined && quiet !== 'on' && quiet !== 'off')
    throw new VerbatimError('usage', `“${quiet}” is neither; write quiet:on or quiet:off.`)
  return {
    text: words.filter((word) => !/^(?:lang|quiet):/iu.test(word)).join(' '),
    quiet: quiet === 'on',
    ...(language !== undefined && { language }),
  }
}

function topicOf(topic: string): { readonly topic?: string } {
  if (topic.length > LONGEST_TOPIC)
    throw new VerbatimError(
      'usage',
      `The topic is too long; give at most ${LONGEST_TOPIC} characters.`,
    )
  return topic === '' ? {} : { topic }
}

const notice = (text: readonly string[]): Reply => ({ kind: 'notice', text: [...text] })
