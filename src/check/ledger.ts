/** A number of a draft that no sentence settles, against every figure of the same thing and place. */
import type { Span } from '../../index/document.ts'
import { exactly } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { extractQuantities } from '../../index/quantities/extract.ts'
import type { Period, Quantity } from '../../index/quantities/quantity.ts'
import type { FigureFinder } from '../figures/finder.ts'
import { intervalOf } from '../figures/interval.ts'
import { whoSays } from '../figures/who.ts'
import { type Figure, type Finding, VERDICTS } from '../reply.ts'
import type { Wordings } from '../wordings/wordings.ts'
import type { Draft, DraftSentence } from './draft.ts'
import { timesIn } from './judge/times.ts'
import { type Amounted, compareNumbers, isNear, type NumberRelation } from './judge/align.ts'

/** A figure of the documents, and what the draft's number is to it. */
interface Row {
  readonly figure: Figure
  readonly relation: NumberRelation
}

interface SettleOptions {
  readonly allows: ReadonlySet<string> | undefined
  readonly words: Wordings
}

export class Ledger {
  readonly #finder: Pick<FigureFinder, 'find'>

  constructor(finder: Pick<FigureFinder, 'find'>) {
    this.#finder = finder
  }

  /**
   * The findings of a sentence, where its claim is open with what the figures of the documents say to its numbers.
   * The claim is contradicted only where every one of those figures rules a number out.
   */
  async settle(
    findings: readonly Finding[],
    sentence: DraftSentence,
    { language }: Draft,
    { allows, words }: SettleOptions,
  ): Promise<readonly Finding[]> {
    const [claim, ...rest] = findings
    if (claim === undefined || !isOpen(claim)) return findings
    const isDated = timesIn(sentence.own, language).length > 0
    for (const quantity of extractQuantities(sentence.own, { language })) {
      const at = placeOf(quantity, sentence)
      if (rest.some(({ start, end }) => start < at.end && at.start < end)) continue
      // A date of another part of the sentence may be this number's as well.
      if (isDated && quantity.period === undefined) continue
      const rows = await this.#rows(quantity, sentence.own, allows)
      const isCap = '≤<'.includes(quantity.modifier?.relation ?? '=')
      const number = numberFinding(at, rows, isCap, words)
      if (number === undefined) continue
      rest.push(number)
      // One above a cap breaks it, whatever else lies below.
      if (
        number.verdict === 'differs' &&
        (isCap || rows.every(({ relation }) => relation === 'apart'))
      )
        return [contradicted(claim, number), ...rest]
    }
    return [claim, ...rest]
  }

  /** Of the same thing that happened at the same place; none where the draft names no place. */
  async #rows(quantity: Quantity, text: string, allows?: ReadonlySet<string>): Promise<Row[]> {
    const request = requestOf(quantity, text)
    if (request === undefined) return []
    const found = await this.#finder.find(request, allows === undefined ? {} : { allows })
    if (found.kind !== 'figures' || found.among === true) return []
    const own = amounted(quantity)
    return found.groups
      .filter(({ related }) => !related)
      .flatMap(({ lines }) => lines)
      .filter(({ partOf }) => partOf === undefined)
      .flatMap(({ figures }) => figures)
      .filter((figure) => isOfOneUnit(figure, quantity) && figure.partOf === undefined)
      .filter(({ period }) => quantity.period === undefined || isWithin(period, quantity.period))
      .map((figure) => ({ figure, relation: relationOf(own, amountedIn(figure)) }))
  }
}

const isOpen = ({ verdict }: Finding): boolean => VERDICTS.open.some((one) => one === verdict)

function placeOf(quantity: Quantity, { start }: DraftSentence): Span {
  const first = Math.min(quantity.start, quantity.modifier?.start ?? quantity.start)
  return { start: start + first, end: start + quantity.end }
}

/** What is counted, what happened to it, and where, in the draft's words. */
function requestOf(
  { counted, event, place, change, period }: Quantity,
  text: string,
): string | undefined {
  if (place?.origin !== 'sentence' || change !== undefined) return undefined
  const parts = [counted, event, place, period].flatMap((span) =>
    span === undefined ? [] : [text.slice(span.start, span.end)],
  )
  // "eleven of the agency's people": anybody is counted, for whatever reason.
  if (event === undefined && (counted === undefined || isAnybody(text, counted.head)))
    return undefined
  return [...new Set(parts)].join(' ')
}

const PERSONS = exactly(phrases('counting', 'persons'), 'iu')

const isAnybody = (text: string, { start, end }: Span): boolean =>
  PERSONS.test(text.slice(start, end))

const amounted = (quantity: Quantity): Amounted => ({
  interval: intervalOf(quantity),
  relation: quantity.modifier?.relation ?? '=',
})

const amountedIn = ({ amount, qualifier }: Figure): Amounted => ({
  interval: intervalOf({
    amount,
    ...(qualifier !== undefined && { modifier: { start: 0, end: 0, ...qualifier } }),
  }),
  relation: qualifier?.relation ?? '=',
})

/** What lies far above a floor neither bears it out nor rules it out. */
function relationOf(own: Amounted, there: Amounted): NumberRelation {
  const relation = compareNumbers(own, there)
  return relation === 'within' && !isNear(own, there) ? 'overlap' : relation
}

const isOfOneUnit = ({ unit }: Figure, { unit: own }: Quantity): boolean =>
  unit.kind === own.kind &&
  (own.kind !== 'currency' || unit.name === own.code) &&
  (!('name' in own) || unit.name === own.name)

/** A date that stands above a figure may be that of its report, not of the count. */
const isWithin = (there: Figure['period'], { from, to }: Period): boolean =>
  there?.from !== undefined &&
  there.to !== undefined &&
  there.origin === 'sentence' &&
  from !== undefined &&
  to !== undefined &&
  from <= there.from &&
  there.to <= to

/** So many figures are named that say otherwise. */
const MOST_NAMED = 3

/** @param isCap whatever is smaller lies within it, a part of those that are meant too */
function numberFinding(
  at: Span,
  rows: readonly Row[],
  isCap: boolean,
  words: Wordings,
): Finding | undefined {
  const { numbers } = words.checks
  const named = (figure: Figure): string =>
    numbers.figure(figure.wording, whoSays(figure, words.figures))
  const apart = rows.filter(({ relation }) => relation === 'apart')
  const backing = rows.find(
    ({ relation }) =>
      relation === 'same' ||
      relation === 'rounded' ||
      (relation === 'within' && !(isCap && apart.length > 0)),
  )
  const finding = { kind: 'number', ...at, confidence: 1 } as const
  if (backing !== undefined) {
    const { figure, relation } = backing
    const verdict = relation === 'within' || relation === 'rounded' ? relation : 'agrees'
    return {
      ...finding,
      verdict,
      reason: numbers.counted(named(figure)),
      differences: [],
      quotes: [figure.quote],
    }
  }
  if (apart.length === 0) return undefined
  const shown = apart.slice(0, MOST_NAMED).map(({ figure }) => figure)
  const [first] = shown
  return {
    ...finding,
    verdict: 'differs',
    reason: numbers.noneHas(shown.map(named)),
    differences: [{ ...at, wording: first?.wording ?? '', harmless: false }],
    quotes: shown.map(({ quote }) => quote),
  }
}

const contradicted = (claim: Finding, number: Finding): Finding => ({
  ...claim,
  verdict: 'contradicted',
  confidence: number.confidence,
  reason: number.reason,
  differences: number.differences,
  quotes: number.quotes,
})
