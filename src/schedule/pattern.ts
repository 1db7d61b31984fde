/** What is typed to schedule something: "daily 08:00 Europe/Paris", "weekdays 7:30 Africa/Bamako floods". */
import type { Language } from '../../index/languages/packs.ts'
import { VerbatimError } from '../errors.ts'
import { wordingsIn } from '../wordings/in-language.ts'

/** Days of the week, 1 Monday to 7 Sunday. */
type Days = readonly number[]

/** A local time in a zone, on some days of the week. */
export interface Pattern {
  readonly days: Days
  /** `HH:MM`. */
  readonly time: string
  /** IANA name. */
  readonly zone: string
}

export interface Typed {
  readonly pattern: Pattern
  /** What is typed behind it. */
  readonly topic: string
}

const EVERY_DAY: Days = [1, 2, 3, 4, 5, 6, 7]
const WEEKDAYS: Days = [1, 2, 3, 4, 5]
const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** @throws VerbatimError 'usage' which says what is wrong and how it is written */
export function readPattern(text: string, language?: Language): Typed {
  const words = text.trim().split(/\s+/u)
  let days: Days | undefined
  const first = words[0]?.toLowerCase() ?? ''
  if (first === 'daily') {
    days = EVERY_DAY
    words.shift()
  } else if (daysOf(first) !== undefined) {
    days = daysOf(first)
    words.shift()
  }
  const time = timeOf(words.shift() ?? '', language)
  const zone = zoneOf(words.shift() ?? '', language)
  const after = words[0] === undefined ? undefined : daysOf(words[0].toLowerCase())
  if (after !== undefined) {
    days = after
    words.shift()
  }
  return { pattern: { days: days ?? EVERY_DAY, time, zone }, topic: words.join(' ') }
}

/** "cholera daily 08:00 Europe/Paris", "08:00 UTC mon cholera": a text, and when; nothing where no time stands in it. */
export function readWhen(
  text: string,
  language?: Language,
): { readonly text: string; readonly pattern?: Pattern } {
  const words = text.trim().split(/\s+/u)
  const at = words.findIndex(
    (word, index) =>
      /^\d{1,2}[:h]\d{2}$/u.test(word) && /^(?:UTC|\p{L}+\/\S+)$/iu.test(words[index + 1] ?? ''),
  )
  if (at < 0) return { text }
  const isDays = (index: number): boolean => {
    const word = words[index]?.toLowerCase() ?? ''
    return word === 'daily' || daysOf(word) !== undefined
  }
  const from = isDays(at - 1) ? at - 1 : at
  const to = from === at && isDays(at + 2) ? at + 3 : at + 2
  const { pattern } = readPattern(words.slice(from, to).join(' '), language)
  return { text: [...words.slice(0, from), ...words.slice(to)].join(' '), pattern }
}

/** As it is typed. */
export function patternText({ days, time, zone }: Pattern): string {
  const when =
    days.length === 7
      ? 'daily'
      : days.join() === WEEKDAYS.join()
        ? 'weekdays'
        : days.map((day) => NAMES[day - 1]?.slice(0, 3)).join(',')
  return `${when} ${time} ${zone}`
}

/** "weekdays", "mon", "mon,wed,fri". */
function daysOf(word: string): Days | undefined {
  if (word === 'weekdays') return WEEKDAYS
  if (word === 'weekends') return [6, 7]
  const found = word
    .split(',')
    .map((part) =>
      part.length < 3 ? 0 : 1 + NAMES.findIndex((name) => name.startsWith(part.replace(/s$/u, ''))),
    )
  return found.length > 0 && found.every((day) => day > 0)
    ? [...new Set(found)].sort((a, b) => a - b)
    : undefined
}

function timeOf(word: string, language: Language | undefined): string {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:h](\d{2})$/u.exec(word) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59)
    throw new VerbatimError('usage', wordingsIn(language).schedules.noTime(word))
  return `${hours.padStart(2, '0')}:${minutes}`
}

export function isZone(name: string): boolean {
  try {
    zoneOf(name, undefined)
    return true
  } catch {
    return false
  }
}

function zoneOf(word: string, language: Language | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: word || '?' }).resolvedOptions().timeZone
  } catch {
    throw new VerbatimError('usage', wordingsIn(language).schedules.noZone(word))
  }
}
