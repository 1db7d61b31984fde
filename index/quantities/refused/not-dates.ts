/** Days, months, years and times of day: numbers that say when, not how many. */
import type { Reading } from '../numbers/figure.ts'
import { MONTH } from '../numbers/lexicon.ts'
import { isClosed } from './not-marks.ts'
import type { Found } from '../numbers/read-one.ts'
import type { Token } from '../numbers/tokens.ts'
import { type Language, packOf } from '../../languages/packs.ts'

const isMonth = (token: Token | undefined): boolean =>
  token !== undefined && (token.classes & MONTH) !== 0

export function isDate({ tokens, language }: Reading, found: Found): boolean {
  if (!found.figure.plain || found.percent !== undefined || found.currency !== undefined)
    return false
  const value = found.amount.kind === 'range' ? found.amount.high : found.amount.value
  let after = found.last
  if (ORDINAL.test(tokens[after]?.lower ?? '') && tokens[after]?.spaced === false) after++
  if (tokens[after]?.lower === 'of') after++
  if (value <= 31 && isMonthName(tokens[after], language, tokens[after + 1])) return true
  // "March 16", "Feb. 16, 2019", "July 23 to August 5", "16, 17 and 18 May".
  let before = found.first - 1
  if (tokens[before]?.text === '.') before--
  if (value <= 31 || isYearNumber(found)) {
    const month = tokens[before]
    if (isMonthName(month, language)) return !countsPeople(tokens, found.last) || value > 31
    if (month?.text === ',' && isYearNumber(found)) return true
  }
  return (
    value <= 31 && (endsDays(tokens, found, language) || listOfDays(tokens, found.last, language))
  )
}

/** "March 27 to 31": a last day after month and first day; "from March 27 to 31 cases" counts. */
function endsDays(tokens: readonly Token[], found: Found, language: Language): boolean {
  const next = tokens[found.last]
  if (next?.kind === 'word' && !isClosed(next)) return false
  if (!/^(?:to|through|until)$/u.test(tokens[found.first - 1]?.lower ?? '')) return false
  const day = tokens[found.first - 2]
  return (
    day?.kind === 'number' &&
    /^\d{1,2}$/u.test(day.text) &&
    isMonthName(tokens[found.first - 3], language, day)
  )
}

const ORDINAL = /^(?:st|nd|rd|th|er|ère|e|ème|eme)$/u

/** "may" and "march" in small letters are verbs in English; months have no capital in French. */
export function isMonthName(token: Token | undefined, language: Language, after?: Token): boolean {
  if (!isMonth(token) || token === undefined) return false
  if (token.lower === 'may' && (after?.text === ',' || after?.kind === 'number')) return true
  return token.capital || !packOf(language).grammar.capitalMonths.includes(token.lower)
}

/** "4, 5 and 6 May": days before a day before a month. */
function listOfDays(tokens: readonly Token[], at: number, language: Language): boolean {
  let next = at
  for (let steps = 0; steps < 6; steps++) {
    const joint = tokens[next]
    if (joint === undefined) return false
    const joins = /^(?:,|and|et|to|au|&|-|–|—|\/)$/u.test(joint.lower)
    const number = tokens[next + 1]
    if (!joins || number?.kind !== 'number' || number.text.length > 2) return false
    next += 2
    if (ORDINAL.test(tokens[next]?.lower ?? '') && tokens[next]?.spaced === false) next++
    if (isMonthName(tokens[next], language)) return true
  }
  return false
}

const isYearNumber = (found: Found): boolean => {
  const value = found.amount.kind === 'range' ? found.amount.low : found.amount.value
  return found.figure.plain && Number.isInteger(value) && value >= 1000 && value <= 2100
}

/** Nouns that a number like a year counts after all: "2019 people". */
const COUNTED_NOUN =
  /^(?:people|persons|individuals|households|families|children|women|men|boys|girls|refugees|idps|cases|deaths|civilians|returnees|migrants|students|schools|personnes|ménages|familles|enfants|femmes|hommes|réfugiés|déplacés|cas|décès|civils|élèves|kg|km|mt|tonnes|tons|litres|ha|hectares|beneficiaries|bénéficiaires|kits|houses|homes|shelters|euros?|dollars?)$/u

function countsPeople(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]
  if (COUNTED_NOUN.test(first?.lower ?? '')) return true
  return (
    first?.kind === 'word' && !isClosed(first) && COUNTED_NOUN.test(tokens[at + 1]?.lower ?? '')
  )
}

const QUALIFIERS =
  /^(?:than|least|over|about|approximately|around|nearly|almost|some|estimated|exactly|most|total|of|environ|près|moins|plus|total|à)$/u

/** 1999, 2019/20, 2002-2008, "2022.2" with the mark of a footnote. */
export function isYear(tokens: readonly Token[], found: Found): boolean {
  if (
    found.figure.form === 'digits' &&
    /^(?:19|20)\d\d[.,]\d{1,2}$/u.test(tokens[found.first]?.text ?? '')
  )
    return !countsPeople(tokens, found.last)
  if (!isYearNumber(found)) return false
  const next = tokens[found.last]
  const before = tokens[found.from - 1]?.lower ?? ''
  const value = found.amount.kind === 'range' ? found.amount.low : found.amount.value
  // Of old a year stands after "in" or in brackets, and counts nothing.
  if (value < 1800) {
    const noun = next?.kind === 'word' && !isClosed(next)
    const range = found.amount.kind === 'range' && found.amount.high < 2100
    const old =
      /^(?:in|since|until|from|by|year|circa|en|depuis|jusqu'en|dès|l'an|année|vers|avant|après)$/u
    return !noun && (old.test(before) || (range && (before === '(' || before === '.')))
  }
  const dated =
    /^(?:in|since|of|the|by|until|from|early|late|mid|to|en|depuis|de|fin|début|l'|d')$/u.test(
      before,
    )
  const qualified =
    QUALIFIERS.test(before) && before !== 'of' && before !== 'à' && before !== 'total'
  if (qualified || before === 'total') return false
  if (!dated && countsPeople(tokens, found.last) && next?.line !== true) return false
  return !(before === 'of' && tokens[found.from - 2]?.lower === 'total')
}

/** 9am, 10:30, 15h30, 7 p.m. */
export function isTime(tokens: readonly Token[], found: Found): boolean {
  const after = tokens[found.last]
  const next = tokens[found.last + 1]
  if (after === undefined) return false
  if (/^(?:am|pm)$/u.test(after.lower)) return true
  if (/^[ap]$/u.test(after.lower) && next?.text === '.' && tokens[found.last + 2]?.lower === 'm')
    return true
  if (after.lower === 'h' && next?.kind === 'number' && !next.spaced) return true
  if (
    /^(?:o'clock|gmt|utc|hrs?)$/u.test(after.lower) &&
    found.figure.plain &&
    found.figure.value > 99
  )
    return true
  if (after.text === ':' && !after.spaced && next?.kind === 'number' && !next.spaced) return true
  const before = tokens[found.first - 1]
  const minutes = tokens[found.first]?.text.length === 2
  return (
    before?.text === ':' && !before.spaced && minutes && tokens[found.first - 2]?.kind === 'number'
  )
}
