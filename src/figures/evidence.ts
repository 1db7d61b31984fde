/**
 * How well a figure fits a request: which of the words it counts, which its sentence has, and which
 * belong to another figure beside it.
 */
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { decodeScorer, ScorerFile } from '../ask/model.ts'
import { predict, type Scorer } from '../ask/trees.ts'
import { sortOf } from './level.ts'
import { isTime } from './match.ts'
import type { Member } from './member.ts'
import { presenceOf, SAID } from './presence.ts'
import { asksForTime, type FigureQuery, type QueryUnit } from './query.ts'
import type { FigureReader } from './reading.ts'
import { areIn } from './said.ts'
import { type WordsAround, wordsAround } from './words-around.ts'

/** 0 to 1 each; shares are of the words of the request. */
export interface Evidence {
  /** Every word of the request is there, itself or what stands for it. */
  readonly every: number
  /** The share of what the words say that is not there. */
  readonly missing: number
  /** The share of what it counts that was asked for. */
  readonly covered: number
  /** Its unit was asked for: "hectares", "SYP". */
  readonly unit: number
  /** What happened was asked for, in the document's own word. */
  readonly event: number
  /** It counts something else. */
  readonly other: number
  /** Nothing says what it counts. */
  readonly bare: number
  /** Words that it has from the figure it is part of. */
  readonly whole: number
  /** Words that stand among the words of this figure alone. */
  readonly own: number
  /** Words that another figure of the sentence counts. */
  readonly foreign: number
  /** Words that follow one another as they do in the request. */
  readonly run: number
  /** The same, among the words of this figure alone. */
  readonly ownRun: number
  /** How much of its sentence the request is. */
  readonly dense: number
  /** So many figures of the sentence stand before it: a fifth each. */
  readonly order: number
  /** It is an age or a length of time, and none was asked for. */
  readonly time: number
  /** It is a change, as was asked. */
  readonly change: number
  /** How near the nearest word of the request stands to the number: 1 within it, ½ beside it, ⅓ one further. */
  readonly nearest: number
  /** The same of all words, each by how much it says. */
  readonly near: number
  /** The same of the word that says most, of the next, of the first and of the last of the request. */
  readonly rarestNear: number
  readonly secondRarestNear: number
  readonly firstNear: number
  readonly lastNear: number
  /** The share of the words that stand within three words of it, and within six. */
  readonly close: number
  readonly ratherClose: number
  /** A word of the request stands right before it, right behind it. */
  readonly leads: number
  readonly follows: number
  readonly percent: number
  readonly duration: number
  /** It is the share of something. */
  readonly share: number
  /** It is a part of another figure: "203 dead, of whom 12 women". */
  readonly part: number
}

export const EVIDENCE = [
  'every',
  'missing',
  'covered',
  'unit',
  'event',
  'other',
  'bare',
  'whole',
  'own',
  'foreign',
  'run',
  'ownRun',
  'dense',
  'order',
  'time',
  'change',
  'nearest',
  'near',
  'rarestNear',
  'secondRarestNear',
  'firstNear',
  'lastNear',
  'close',
  'ratherClose',
  'leads',
  'follows',
  'percent',
  'duration',
  'share',
  'part',
] as const satisfies readonly (keyof Evidence)[]

const LookUpModelFile = z.object({
  /** How it came about, for a person. */
  about: z.string(),
  scorer: ScorerFile,
})
export type LookUpModelFile = z.infer<typeof LookUpModelFile>

let known: Scorer | undefined

/** Of `model.json`, which `npm run train -- lookups` writes. */
function model(): Scorer {
  if (known !== undefined) return known
  const text = readFileSync(new URL('model.json', import.meta.url), 'utf8')
  known = decodeScorer(LookUpModelFile.parse(JSON.parse(text)).scorer, EVIDENCE)
  return known
}

/** Logarithm of the odds among the figures of one request: only differences mean something. */
export function evidenceFor(query: FigureQuery, member: Member, reader: FigureReader): number {
  return weigh(evidenceOf(query, member, reader))
}

export const weigh = (evidence: Evidence): number => predict(model(), rowOf(evidence))

export const rowOf = (evidence: Evidence): Float64Array =>
  Float64Array.from(EVIDENCE, (name) => evidence[name])

/** A shorter sentence says no more by its being short. */
const SHORT = 5
/** So many figures before it are many. */
const MANY = 5
/** Words that follow one another may have so many others between them. */
const STEP = 3

export function evidenceOf(query: FigureQuery, member: Member, reader: FigureReader): Evidence {
  const { units } = query
  const { quantity } = member.figure
  const around = wordsAround(member.figure, reader)
  const own = units.map(termsOf)
  const places = own.map((terms) => around.placesOf(terms))
  const asked = new Set(own.flatMap((terms) => [...terms]))
  const present = units.map((unit) => presenceOf(unit, member.reading, around.terms))
  const [counted, head, event, ...unit] = [
    quantity.counted,
    quantity.counted?.head,
    quantity.event,
    quantity.unit.span,
    quantity.unit.per,
  ].map((span) => [...around.within(span)])
  const isUnit = unit.some((terms) => terms.some((term) => asked.has(term)))
  const parts = [counted, event, ...unit].flatMap((terms) => terms ?? [])
  const runs = places.map((here, at) => following(places[at - 1] ?? [], here))
  const share = (has: readonly boolean[]): number =>
    has.filter(Boolean).length / Math.max(1, units.length)
  const steps = Math.max(1, units.length - 1)
  return {
    every: Number(present.every((one) => one >= SAID)),
    missing: missingOf(units, present),
    covered: shareIn(counted ?? [], asked),
    unit: Number(isUnit),
    event: Number((event ?? []).some((term) => asked.has(term))),
    other: Number(
      quantity.counted?.elided === false && !isUnit && shareIn(head ?? [], asked) === 0,
    ),
    bare: Number(quantity.counted === undefined),
    whole: share(
      units.map(
        ({ unit: { alternatives } }, at) =>
          alternatives.some(
            ({ terms, via }) => via !== 'field' && areIn(terms, member.reading.own),
          ) &&
          !parts.some((term) => own[at]?.has(term)) &&
          !(places[at] ?? []).some(around.isOwn),
      ),
    ),
    own: share(
      places.map((here, at) => here.some(around.isOwn) || parts.some((term) => own[at]?.has(term))),
    ),
    foreign: share(places.map(around.areForeign)),
    run: runs.filter((run) => run.length > 0).length / steps,
    ownRun: runs.filter((run) => run.some(around.isOwn)).length / steps,
    dense: places.filter((here) => here.length > 0).length / Math.max(SHORT, around.content),
    order: Math.min(1, around.order / MANY),
    time: Number(isTime(member.reading) && !asksForTime(query)),
    change: Number(isChange(member) && query.change),
    ...nearness(units, places, around),
    percent: Number(quantity.unit.kind === 'percent'),
    duration: Number(quantity.unit.kind === 'duration'),
    share: Number(sortOf(member.figure) === 'part'),
    part: Number(quantity.partOf !== undefined),
  }
}

type Nearness = Pick<
  Evidence,
  | 'nearest'
  | 'near'
  | 'rarestNear'
  | 'secondRarestNear'
  | 'firstNear'
  | 'lastNear'
  | 'close'
  | 'ratherClose'
  | 'leads'
  | 'follows'
>

/** Words. */
const CLOSE = 3
const RATHER_CLOSE = 6

/** @param places of each unit */
function nearness(
  units: readonly QueryUnit[],
  places: readonly (readonly number[])[],
  { distance }: WordsAround,
): Nearness {
  const distances = places.map((here) => here.map(distance))
  const steps = distances.map((own) => Math.min(...own.map(Math.abs), FAR))
  const near = steps.map((step) => (step === FAR ? 0 : 1 / (1 + step)))
  const idf = units.map(({ unit }) => unit.idf)
  const [rarest = -1, second = -1] = [...units.keys()].sort((a, b) => (idf[b] ?? 0) - (idf[a] ?? 0))
  const total = idf.reduce((sum, one) => sum + one, 0)
  const within = (most: number): number =>
    steps.filter((step) => step <= most).length / Math.max(1, units.length)
  const beside = (step: number): number => Number(distances.some((own) => own.includes(step)))
  return {
    nearest: Math.max(0, ...near),
    near: total === 0 ? 0 : near.reduce((sum, one, at) => sum + one * (idf[at] ?? 0), 0) / total,
    rarestNear: near[rarest] ?? 0,
    secondRarestNear: near[second] ?? 0,
    firstNear: near[0] ?? 0,
    lastNear: near.at(-1) ?? 0,
    close: within(CLOSE),
    ratherClose: within(RATHER_CLOSE),
    leads: beside(-1),
    follows: beside(1),
  }
}

/** No word stands so far off. */
const FAR = Number.MAX_SAFE_INTEGER

/** Its own terms, not those of other words of the field. */
const termsOf = ({ unit }: QueryUnit): ReadonlySet<string> =>
  new Set(unit.alternatives.flatMap(({ terms, via }) => (via === 'field' ? [] : terms)))

const isChange = ({ figure }: Member): boolean =>
  sortOf(figure) === 'change' || figure.quantity.change !== undefined

function missingOf(units: readonly QueryUnit[], present: readonly number[]): number {
  const all = units.reduce((sum, { unit }) => sum + unit.idf, 0)
  const gone = units.reduce((sum, { unit }, at) => sum + (1 - (present[at] ?? 0)) * unit.idf, 0)
  return all === 0 ? 0 : gone / all
}

const shareIn = (terms: readonly string[], within: ReadonlySet<string>): number =>
  terms.filter((term) => within.has(term)).length / Math.max(1, terms.length)

/** Those places that come soon after one of the others. */
const following = (before: readonly number[], here: readonly number[]): number[] =>
  here.filter((place) => before.some((one) => place > one && place - one <= STEP))
