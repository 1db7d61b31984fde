/** What admins type about schedules: "schedule daily 08:00 Europe/Paris", "watch Moura". */
import type { Message } from '../adapter.ts'
import { VerbatimError } from '../errors.ts'
import type { Reply } from '../reply.ts'
import { placeOf } from '../scope.ts'
import { isAtOnce, isWatch, type NewSchedule, type Schedule, type ScheduleBook } from './book.ts'
import { scheduleLines } from './describe.ts'
import type { Digests } from './digests.ts'
import { type Pattern, patternText, readPattern, readWhen } from './pattern.ts'
import { WATCHES } from './due.ts'
import { HERE, placed } from './place.ts'
import type { PostBook } from './posts.ts'
import { readSearch } from './search.ts'
import { isLanguage, type Language } from '../../index/languages/packs.ts'
import { commandLine } from '../command-line.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Wordings } from '../wordings/wordings.ts'

export interface ScheduleManagerOptions {
  readonly schedules: ScheduleBook
  readonly posts: PostBook
  readonly digests: Digests
  readonly clock: () => Date
  /** What is typed behind `to:` → `platform:place`; nothing where no platform that runs has such places. */
  readonly destinationOf: (typed: string) => string | undefined
}

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
    const [word = '', ...rest] = message.text.trim().split(/\s+/u)
    const command = word.toLowerCase()
    if (message.local === true && command === 'schedule')
      throw new VerbatimError('usage', wordsOf(message).inChannels(commandLine('schedules')))
    const own = await this.#options.schedules.of(placeIn(message).destination)
    if (command === 'watch') return this.#watch(message, own, rest.join(' '))
    if (command === 'unwatch') return this.#unwatch(message, own, rest.join(' '))
    const [action = 'list', id] = rest
    if (!ACTIONS.has(action.toLowerCase())) return this.#add(message, rest.join(' '))
    return this.#act(action.toLowerCase(), own, id, message)
  }

  async #add(message: Message, typed: string): Promise<Reply> {
    const words = wordsOf(message)
    const { text, to, ...said } = readOptions(typed, words)
    const { pattern, topic } = readPattern(text, message.language)
    const added = await this.#make(message, to, { pattern, ...topicOf(topic, words), ...said })
    const on = added.topic === undefined ? '' : words.on(added.topic)
    return notice([
      words.posts(whereOf(added, words), patternText(pattern), on),
      ...(await this.#lines(message, [added])),
      words.seeNow(added.id),
    ])
  }

  async #act(
    action: string,
    own: readonly Schedule[],
    id: string | undefined,
    message: Message,
  ): Promise<Reply> {
    const { schedules, posts, digests, clock } = this.#options
    const words = wordsOf(message)
    if (action === 'list')
      return notice(own.length > 0 ? await this.#lines(message, own) : [words.noneScheduled])
    if (action === 'preview') {
      const one =
        id === undefined ? (own.find(isDigest) ?? everything(message)) : pick(own, id, words)
      const { reply } = await (isDigest(one) ? digests.digest(one) : digests.alert([one]))
      return reply ?? notice([words.nothingNew])
    }
    const one = pick(own, id, words)
    if (action === 'post') {
      if (!isDigest(one)) throw new VerbatimError('usage', words.byItself)
      const now = clock()
      const date = `${now.toISOString().slice(0, 10)} now ${message.id}`
      await posts.open({ destination: one.destination, schedule: one.id, date }, now)
      schedules.changed()
      return notice([words.postedNow(one.id)])
    }
    if (action === 'remove') {
      if (one.configured) throw new VerbatimError('usage', words.configured(one.id))
      await schedules.remove(one.id)
      return notice([words.removed(one.id)])
    }
    await schedules.pause(one.id, action === 'pause')
    const now = await schedules.list(one.destination)
    return notice(
      await this.#lines(
        message,
        now.filter((each) => each.id === one.id),
      ),
    )
  }

  async #watch(message: Message, own: readonly Schedule[], typed: string): Promise<Reply> {
    const { language } = message
    const words = wordsOf(message)
    const watches = own.filter(isWatch)
    const here = message.local === true
    if (here && typed.trim().toLowerCase() === 'found') return this.#found(message, watches)
    const { text: said, to, ...options } = readOptions(typed, words)
    if (said === '' || said.toLowerCase() === 'list')
      return notice(
        watches.length > 0
          ? [...(await this.#lines(message, watches)), ...(here ? [words.atMachine.seeFound] : [])]
          : [words.noneWatched],
      )
    const { text, pattern } = readWhen(said, language)
    topicOf(text, words)
    const search = readSearch(text, this.#options.clock(), language)
    if (here && (to !== undefined || pattern !== undefined))
      throw new VerbatimError('usage', words.atMachine.noTime)
    if (to !== undefined && pattern === undefined)
      throw new VerbatimError('usage', words.mailTimed(text, to))
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
    const waits = words.waits[search.kind]
    if (here)
      return notice([
        words.atMachine.looks(waits, watch.search ?? text),
        ...(await this.#lines(message, [watch])),
        words.atMachine.seeFound,
      ])
    const when = watch.pattern === undefined ? words.hourly : patternText(watch.pattern)
    return notice([
      words.watches(whereOf(watch, words), waits, watch.search ?? text, when),
      ...(await this.#lines(message, [watch])),
    ])
  }

  /** What there is since it was looked at last; looked at now, it is shown no more. */
  async #found(message: Message, watches: readonly Schedule[]): Promise<Reply> {
    const { posts, digests, clock } = this.#options
    const words = wordsOf(message)
    if (watches.length === 0) return notice([words.noneWatched])
    const now = clock()
    const slot = { destination: HERE, schedule: WATCHES, date: `${now.toISOString()} found` }
    await posts.open(slot, now)
    // Another window has it open this moment.
    if ((await posts.claim(slot)) === undefined) return notice([words.atMachine.nothingFound])
    const { reply, ...computed } = await digests.alert(watches.filter(({ paused }) => !paused))
    if (reply === undefined) {
      await posts.empty(slot, computed.since, computed.until)
      return notice([words.atMachine.nothingFound])
    }
    await posts.sending(slot, { ...computed, reply })
    await posts.sent(slot, message.id)
    return reply
  }

  async #unwatch(message: Message, own: readonly Schedule[], typed: string): Promise<Reply> {
    const words = wordsOf(message)
    const number = /^#?(?<number>\d{1,9})$/u.exec(typed.trim())?.groups?.['number']
    const found = own.filter(
      (one) => isWatch(one) && (isSame(one.search, typed) || String(one.id) === number),
    )
    if (found.length === 0) throw new VerbatimError('usage', words.notWatched(typed))
    for (const { id, configured } of found)
      if (configured) await this.#options.schedules.pause(id, true)
      else await this.#options.schedules.remove(id)
    return notice(found.map(({ search = '' }) => words.watchedNoMore(search)))
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
      throw new VerbatimError('usage', wordsOf(message).tooMany(MOST_OF_PLACE))
    return added
  }

  /** What the place sees goes to readers whom nobody there knows: that is for admins to say. */
  #elsewhere(
    message: Message,
    to: string,
  ): Pick<NewSchedule, 'destination' | 'workspace' | 'place'> {
    const words = wordsOf(message)
    if (message.role !== 'admin') throw new VerbatimError('usage', words.onlyAdminsSend)
    const destination = this.#options.destinationOf(to)
    if (destination === undefined)
      throw new VerbatimError('usage', words.noDestination(to, commandLine('doctor mail')))
    const { destination: place, workspace } = placeIn(message)
    return { destination, place, ...(workspace !== undefined && { workspace }) }
  }

  #lines({ language }: Message, own: readonly Schedule[]): Promise<string[]> {
    const { posts, clock } = this.#options
    return scheduleLines(own, posts, { now: clock(), language })
  }
}

const isDigest = (one: NewSchedule): boolean => !isAtOnce(one)

type Words = Wordings['schedules']

const wordsOf = ({ language }: Message): Words => wordingsIn(language).schedules

const isSameTime = ({ pattern: own }: NewSchedule, pattern: Pattern | undefined): boolean =>
  own === undefined || pattern === undefined
    ? own === pattern
    : patternText(own) === patternText(pattern)

const isSame = (search: string | undefined, typed: string): boolean =>
  search?.toLowerCase() === typed.trim().toLowerCase()

function placeIn(message: Message): Pick<NewSchedule, 'destination' | 'workspace' | 'owner'> {
  const { workspace, direct, user, local } = message
  if (local === true) return { destination: HERE }
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

function pick(own: readonly Schedule[], id: string | undefined, words: Words): Schedule {
  const found = own.find((one) => String(one.id) === id?.replace(/^#/u, ''))
  if (found === undefined)
    throw new VerbatimError(
      'usage',
      own.length === 0 ? words.noneScheduled : words.oneOf(own.map((one) => one.id).join(', ')),
    )
  return found
}

const whereOf = ({ place, destination }: NewSchedule, words: Words): string =>
  place === undefined ? words.here : words.to(placed(destination).channel)

/** "lang:fr", "quiet:on", "to:desk@example.org" anywhere in the line. */
function readOptions(
  typed: string,
  wordings: Words,
): {
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
    throw new VerbatimError('usage', wordings.notSpoken(language))
  if (quiet !== undefined && quiet !== 'on' && quiet !== 'off')
    throw new VerbatimError('usage', wordings.notQuiet(quiet))
  return {
    text: words.filter((word) => !/^(?:lang|quiet|to):/iu.test(word)).join(' '),
    ...(to !== undefined && { to }),
    quiet: quiet === 'on',
    ...(language !== undefined && { language }),
  }
}

function topicOf(topic: string, words: Words): { readonly topic?: string } {
  if (topic.length > LONGEST_TOPIC) throw new VerbatimError('usage', words.longTopic(LONGEST_TOPIC))
  return topic === '' ? {} : { topic }
}

const notice = (text: readonly string[]): Reply => ({ kind: 'notice', text: [...text] })
