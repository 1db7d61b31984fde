/** What admins type about schedules: "schedule daily 08:00 Europe/Paris", "watch Moura". */
import type { Message } from '../adapter.ts'
import { VerbatimError } from '../errors.ts'
import type { Reply } from '../reply.ts'
import { placeOf } from '../scope.ts'
import { isAtOnce, isWatch, type NewSchedule, type Schedule, type ScheduleBook } from './book.ts'
import { scheduleLines } from './describe.ts'
import type { Digests } from './digests.ts'
import { type Pattern, patternText, readPattern, readWhen } from './pattern.ts'
import { placed } from './place.ts'
import type { PostBook } from './posts.ts'
import { readSearch, type Search } from './search.ts'
import { isLanguage, type Language } from '../../index/languages/packs.ts'
import { commandLine } from '../command-line.ts'

export interface ScheduleManagerOptions {
  readonly schedules: ScheduleBook
  readonly posts: PostBook
  readonly digests: Digests
  readonly clock: () => Date
  /** What is typed behind `to:` → `platform:place`; nothing where no platform that runs has such places. */
  readonly destinationOf: (typed: string) => string | undefined
}

export const SCHEDULE_HELP = [
  'schedule daily 08:00 Europe/Paris [weekdays] [topic] [lang:fr] [quiet:on] [to:desk@example.org]: posts here what is new; quiet:on says nothing when nothing is; to: sends it by e-mail instead.',
  'schedule list, pause ID, resume ID, remove ID, post ID (now), preview [ID] (to you alone where the platform can).',
  'watch cholera by:OCHA, watch displaced > 200000 Mopti, watch Who …?: posts here when a new document has it, at most once an hour; with daily 08:00 Europe/Paris behind it, then.',
  'watch (lists), unwatch WHAT or NUMBER.',
]

/** A topic is no essay. */
const LONGEST_TOPIC = 200
const ACTIONS = new Set(['list', 'pause', 'resume', 'remove', 'post', 'preview'])

/** Of one place; more would be read by nobody. */
const MOST_OF_PLACE = 50

/** Whether a line is about schedules. */
export const isScheduling = (text: string): boolean =>
  /^\s*(?:schedule|unwatch|watch)(?=\s|$)/iu.test(text)

/** Whether what is said in passing can be nothing else: “schedule of ferries” is looked for. */
export const isPlainScheduling = (text: string): boolean => {
  const [word = '', next = '', third = ''] = text.trim().toLowerCase().split(/\s+/u)
  if (word !== 'schedule') return false
  if (next === '' || ACTIONS.has(next)) return third === '' || /^#?\d+$/u.test(third)
  return [next, third].some((one) => /^\d{1,2}[:h]\d{2}$/u.test(one))
}

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
    const own = await this.#options.schedules.of(placeOf(message))
    const command = word.toLowerCase()
    if (command === 'watch') return this.#watch(message, own, rest.join(' '))
    if (command === 'unwatch') return this.#unwatch(own, rest.join(' '))
    const [action = 'list', id] = rest
    if (!ACTIONS.has(action.toLowerCase())) return this.#add(message, rest.join(' '))
    return this.#act(action.toLowerCase(), own, id, message)
  }

  async #add(message: Message, typed: string): Promise<Reply> {
    const { text, to, ...said } = readOptions(typed)
    const { pattern, topic } = readPattern(text)
    const added = await this.#make(message, to, { pattern, ...topicOf(topic), ...said })
    return notice([
      `Posts ${whereOf(added)} ${patternText(pattern)}${on(added)}.`,
      ...(await this.#lines([added])),
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
          ? await this.#lines(own)
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
      await posts.open({ destination: one.destination, schedule: one.id, date }, now)
      schedules.changed()
      return notice([`Number ${one.id} is posted now.`])
    }
    if (action === 'remove') {
      if (one.configured)
        throw new VerbatimError(
          'usage',
          `Number ${one.id} stands in verbatim.yaml; take it out there, or: schedule pause ${one.id}`,
        )
      await schedules.remove(one.id)
      return notice([`Number ${one.id} is removed.`])
    }
    await schedules.pause(one.id, action === 'pause')
    const now = await schedules.list(one.destination)
    return notice(await this.#lines(now.filter((each) => each.id === one.id)))
  }

  async #watch(message: Message, own: readonly Schedule[], typed: string): Promise<Reply> {
    const watches = own.filter(isWatch)
    const { text: said, to, ...options } = readOptions(typed)
    if (said === '' || said.toLowerCase() === 'list')
      return notice(
        watches.length > 0
          ? await this.#lines(watches)
          : ['Nothing is watched here. Begin: watch Moura; or: watch displaced > 200000 Mopti'],
      )
    const { text, pattern } = readWhen(said)
    const search = searchOf(text, this.#options.clock())
    if (to !== undefined && pattern === undefined)
      throw new VerbatimError(
        'usage',
        `By e-mail a watch comes at a time: watch ${text} daily 08:00 Europe/Paris to:${to}`,
      )
    const known = watches.find((one) => isSame(one.search, text))
    const same = known !== undefined && isSameTime(known, pattern)
    // The same search at another time takes its place.
    if (known !== undefined && !same && !known.configured)
      await this.#options.schedules.remove(known.id)
    const watch = same
      ? known
      : await this.#make(message, to, {
          search: text,
          ...(pattern !== undefined && { pattern }),
          ...options,
        })
    const when = watch.pattern === undefined ? 'at most once an hour' : patternText(watch.pattern)
    return notice([
      `Posts ${whereOf(watch)} ${WHEN[search.kind]} “${watch.search ?? text}”, ${when}.`,
      ...(await this.#lines([watch])),
    ])
  }

  async #unwatch(own: readonly Schedule[], typed: string): Promise<Reply> {
    const number = /^#?(?<number>\d{1,9})$/u.exec(typed.trim())?.groups?.['number']
    const found = own.filter(
      (one) => isWatch(one) && (isSame(one.search, typed) || String(one.id) === number),
    )
    if (found.length === 0)
      throw new VerbatimError('usage', `“${typed}” is not watched here. See what is: watch`)
    for (const { id, configured } of found)
      if (configured) await this.#options.schedules.pause(id, true)
      else await this.#options.schedules.remove(id)
    return notice(found.map(({ search = '' }) => `“${search}” is watched no more.`))
  }

  async #make(
    message: Message,
    to: string | undefined,
    schedule: Omit<NewSchedule, 'destination'>,
  ): Promise<Schedule> {
    const where = to === undefined ? placeIn(message) : this.#elsewhere(message, to)
    const added = await this.#options.schedules.addUpTo(MOST_OF_PLACE, {
      ...where,
      ...schedule,
    })
    if (added === undefined)
      throw new VerbatimError(
        'usage',
        `There are ${MOST_OF_PLACE} already. Take some out: schedule list, schedule remove ID`,
      )
    return added
  }

  /** What the place sees goes to readers whom nobody there knows: that is for admins to say. */
  #elsewhere(
    message: Message,
    to: string,
  ): Pick<NewSchedule, 'destination' | 'workspace' | 'place'> {
    if (message.role !== 'admin')
      throw new VerbatimError('usage', 'Only admins send digests elsewhere. Ask one of them.')
    const destination = this.#options.destinationOf(to)
    if (destination === undefined)
      throw new VerbatimError(
        'usage',
        `Nothing can be sent to “${to}”: it is no address, or no e-mail is set up. Who runs the bot sees: ${commandLine('doctor mail')}`,
      )
    const { destination: place, workspace } = placeIn(message)
    return { destination, place, ...(workspace !== undefined && { workspace }) }
  }

  #lines(own: readonly Schedule[]): Promise<string[]> {
    return scheduleLines(own, this.#options.posts, this.#options.clock())
  }
}

const isDigest = (one: NewSchedule): boolean => !isAtOnce(one)

/** What a watch waits for, before what it looks for. */
const WHEN: Readonly<Record<Search['kind'], string>> = {
  words: 'when a new document has',
  question: 'when a new document answers',
  figures: 'when a new document gives figures for',
}

const isSameTime = ({ pattern: own }: NewSchedule, pattern: Pattern | undefined): boolean =>
  own === undefined || pattern === undefined
    ? own === pattern
    : patternText(own) === patternText(pattern)

function searchOf(text: string, now: Date): Search {
  topicOf(text)
  return readSearch(text, now)
}

const isSame = (search: string | undefined, typed: string): boolean =>
  search?.toLowerCase() === typed.trim().toLowerCase()

const on = ({ topic }: NewSchedule): string => (topic === undefined ? '' : `, on “${topic}”`)

function placeIn(message: Message): Pick<NewSchedule, 'destination' | 'workspace' | 'owner'> {
  const { workspace, direct, user } = message
  return {
    destination: placeOf(message),
    ...(workspace !== undefined && { workspace }),
    ...(direct === true && { owner: user }),
  }
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

const whereOf = ({ place, destination }: NewSchedule): string =>
  place === undefined ? 'here' : `to ${placed(destination).channel}`

/** "lang:fr", "quiet:on", "to:desk@example.org" anywhere in the line. */
function readOptions(typed: string): {
  readonly text: string
  readonly language?: Language
  readonly quiet: boolean
  readonly to?: string
} {
  const words = typed.trim().split(/\s+/u)
  const option = (name: string): string | undefined =>
    words
      .find((word) => word.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .toLowerCase()
  const to = option('to')
  const language = option('lang')
  const quiet = option('quiet')
  if (language !== undefined && !isLanguage(language))
    throw new VerbatimError('usage', `“${language}” is not spoken; write lang:en or lang:fr.`)
  if (quiet !== undefined && quiet !== 'on' && quiet !== 'off')
    throw new VerbatimError('usage', `“${quiet}” is neither; write quiet:on or quiet:off.`)
  return {
    text: words.filter((word) => !/^(?:lang|quiet|to):/iu.test(word)).join(' '),
    ...(to !== undefined && { to }),
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
