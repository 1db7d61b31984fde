/**
 * Whether what somebody says in a thread without naming the bot is meant for it. Silence is cheap, an
 * answer to what people say to one another is not: in doubt it is not meant.
 */
import { within } from '../index/languages/combined.ts'
import { phrases } from '../index/languages/phrases.ts'
import { isPick } from './ask/follow-up.ts'
import { withoutNoise } from './ask/noise.ts'

/** Whoever asked the bot in a thread may go on there for so long. */
export const GOES_ON_FOR = 10 * 60_000

/** Whose follow-ups are answered: of those that name the bot, or questions that go on, too. */
export const THREADS = ['mentions', 'questions'] as const
export type Threads = (typeof THREADS)[number]

/** Longer messages tell something; they ask nothing of a bot. */
const LONGEST = 300
/** More words behind "and" are a sentence of their own. */
const MOST_LEANING = 8

const whole = (words: readonly string[]): RegExp =>
  within(words, (all) => String.raw`^(?:${all})\s*[?.!…]*$`, 'iu')
const opening = (words: readonly string[]): RegExp =>
  within(words, (all) => String.raw`^(?:${all})(?![\p{L}\p{N}])`, 'iu')
const anywhere = (words: readonly string[]): RegExp =>
  within(words, (all) => String.raw`(?<![\p{L}\p{N}'’])(?:${all})(?![\p{L}\p{N}])`, 'iu')
const starting = (words: readonly string[]): RegExp =>
  within(words, (all) => String.raw`^(?:${all})\s*`, 'iu')

const GOES_ON = whole([
  ...phrases('chat', 'more', 'speaker', 'bare'),
  ...phrases('chat', 'help', 'sources'),
])
const COMMAND = starting(phrases('manners', 'commands'))
const LEANING = opening(phrases('chat', 'leaning'))
const QUESTION = opening(phrases('manners', 'questions'))
const KNOWLEDGE = within(phrases('manners', 'knowledge'), (all) => all, 'giu')
const PEOPLE = anywhere(phrases('manners', 'people'))
const PLANS = anywhere(phrases('manners', 'plans'))
const REACTION = whole(phrases('manners', 'reactions'))
/** "Bob: …", "@Ana …", "Bob, …": to somebody else. */
const ADDRESSED = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?\s?[:,]\s|(?<![\p{L}\p{N}.])@\p{L}/u
const ADDRESS = /(?:https?:\/\/|www\.)\S/iu

/** @param text without a mention of the bot */
export function isMeant(text: string): boolean {
  const said = text.trim()
  if (said.length > LONGEST || /\n/u.test(said) || ADDRESS.test(said)) return false
  const bare = withoutNoise(said)
  if (bare === '' || REACTION.test(bare)) return false
  if (GOES_ON.test(bare) || isPick(bare)) return true
  const command = COMMAND.exec(bare)
  if (command === null && isAddressed(said)) return false
  const words = bare.split(/\s+/u).length
  const asks =
    (said.endsWith('?') && words > 1) ||
    (QUESTION.test(bare) && words > 2) ||
    (LEANING.test(bare) && words > 1 && words <= MOST_LEANING)
  if (command === null && !asks) return false
  const rest = (command === null ? bare : bare.slice(command[0].length)).replace(KNOWLEDGE, ' ')
  return rest.trim() !== '' && !PEOPLE.test(rest) && !PLANS.test(rest)
}

/** "And in Mopti?", "more", "figures for …": nobody says that to a person who has not just answered. */
export function isPlainlyMeant(text: string): boolean {
  const bare = withoutNoise(text)
  return GOES_ON.test(bare) || isPick(bare) || COMMAND.test(bare) || LEANING.test(bare)
}

const THANKS = opening(phrases('manners', 'thanks'))
const PRAISE = whole(phrases('manners', 'praise', 'thanks'))
const MOST_THANKING = 6

/** "Thanks", "great", "merci, c’est parfait": nothing is asked with it. */
export function isThanks(text: string): boolean {
  const said = text.trim()
  if (PRAISE.test(said)) return true
  return (
    THANKS.test(said) &&
    !said.includes('?') &&
    said.split(/\s+/u).length <= MOST_THANKING &&
    !isMeant(said)
  )
}

/** "And, …" and "So, …" open a question, they call nobody. */
const isAddressed = (said: string): boolean =>
  ADDRESSED.test(said) && !/^(?:And|So|Ok|But|Et|Mais|Donc|Alors)\s?,/u.test(said)
