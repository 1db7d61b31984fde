/** What a claim and a piece of evidence show of one another, as numbers that a model can learn from. */
import type { Span } from '../../../index/document.ts'
import { directionOf } from '../../../index/languages/changes.ts'
import { oppositesOf, plainOppositesOf } from '../../../index/languages/opposites.ts'
import { type FieldWords, fieldWords } from '../../ask/field-words.ts'
import { alignNumbers, type Aligned } from './align.ts'
import { type AlignedTime, alignTimes, gapOf, isLater, nearestEnd } from './align-times.ts'
import { acronymsOf, standsFor } from './stand-in.ts'
import type { Statement, Word } from './statement.ts'
import type { Time, TimeRelation } from './times.ts'

export const JUDGE_FEATURES = [
  'words',
  'evidence-words',
  'covered',
  'missing',
  'missing-soft',
  'names',
  'names-covered',
  'names-missing',
  'first-covered',
  'last-covered',
  'evidence-covered',
  'pairs',
  'run',
  'numbers',
  'evidence-numbers',
  'numbers-same',
  'numbers-within',
  'numbers-rounded',
  'numbers-overlap',
  'numbers-apart',
  'numbers-alone',
  'apart-fit',
  'apart-ratio',
  'apart-bounded',
  'fit-least',
  'fit-most',
  'claim-above',
  'claim-below',
  'evidence-above',
  'evidence-below',
  'ordinal-apart',
  'times',
  'evidence-times',
  'times-same',
  'times-within',
  'times-overlap',
  'times-apart',
  'times-alone',
  'claim-before',
  'claim-after',
  'denied-one-side',
  'negations',
  'evidence-negations',
  'opposites',
  'directions-apart',
  'same-elsewhere',
  'apart-elsewhere',
  'lead-least',
  'claim-later',
  'claim-earlier',
  'claim-percent',
  'claim-currency',
  'claim-ordinal',
  'claim-plain',
  'apart-above',
  'apart-below',
  'apart-exact',
  'within-above',
  'within-below',
  'time-gap',
  'near-covered',
  'near-missing',
  'names-swapped',
  'words-swapped',
  'negated-alone',
  'by-context',
  'by-field',
  'to-later',
  'to-earlier',
  'claim-in',
  'claim-until',
  'evidence-in',
  'evidence-until',
  'evidence-since',
  'near-names',
  'year-same',
] as const
type JudgeFeature = (typeof JUDGE_FEATURES)[number]

const NONE: ReadonlySet<string> = new Set()

export interface Compared {
  readonly row: Float64Array
  readonly numbers: readonly Aligned[]
  readonly times: readonly AlignedTime[]
  readonly missing: readonly Word[]
  /** Those that only what the evidence stands under has. */
  readonly above: readonly Word[]
  /** Names that only what the evidence stands under has, while it has another in that place. */
  readonly elsewhere: readonly Word[]
  readonly opposites: readonly {
    readonly claim: Word
    readonly evidence: Span
    readonly plain: boolean
  }[]
  readonly denied: readonly Word[]
  /** Those that one of the two denies outright. */
  readonly deniedOutright: readonly Word[]
  /** Of the claim. */
  readonly negations: number
  /** Of the claim's words, the share that the evidence or what it stands under has. */
  readonly covered: number
}

export interface CompareOptions {
  /** Terms of what the evidence stands under: its document's title, its headings, the sentences before. */
  readonly context?: ReadonlySet<string>
  /** Words of the field that stand for one another. */
  readonly field?: FieldWords
}

export function compare(
  claim: Statement,
  evidence: Statement,
  { context = NONE, field = fieldWords() }: CompareOptions = {},
): Compared {
  const terms = new Set(evidence.words.map(({ term }) => term))
  const folded = new Set(evidence.words.map((word) => word.folded))
  const all = new Set(evidence.tokens.flatMap((token) => [...token.terms]))
  const isIn = ({ term, folded: word }: Word): boolean => all.has(term) || folded.has(word)
  const isAlike = (word: Word): boolean => standsFor(word, claim, all, field)
  const shortened = acronymsOf(claim, evidence)
  const isThere = (word: Word): boolean =>
    isIn(word) || shortened.has(word) || context.has(word.term) || isAlike(word)
  const missing = claim.words.filter((word) => !isThere(word))
  const names = claim.words.filter(({ name }) => name)
  const namesMissing = names.filter((word) => !isThere(word))
  const soft = missing.map((word) => likeness(word.folded, evidence.words))
  const own = new Set(claim.words.map(({ term }) => term))
  const { aligned, alone } = alignNumbers(claim, evidence)
  const times = alignTimes(claim.times, evidence.times)
  const opposites = missing.flatMap((word): Compared['opposites'] => {
    const turned = turnedAround(word, claim, evidence)
    if (turned !== undefined) return [turned]

    const against = oppositesOf(word.folded, claim.language)
    const there = evidence.tokens.find(
      (token) => against.has(token.folded) && !own.has(token.terms[0] ?? ''),
    )
    return there === undefined
      ? []
      : [
          {
            claim: word,
            evidence: there,
            plain: plainOppositesOf(word.folded, claim.language).has(there.folded),
          },
        ]
  })
  const shared = claim.words.filter((word) => isThere(word))
  const denied = shared.filter(({ term }) => claim.denied.has(term) !== evidence.denied.has(term))
  const directions = directionsApart(claim, evidence)
  const apart = aligned.filter(({ relation }) => relation === 'apart')
  const count = (relation: Aligned['relation']): number =>
    aligned.filter((one) => one.relation === relation).length
  const timed = (relation: TimeRelation): number =>
    times.aligned.filter((one) => one.relation === relation).length
  const fits = aligned.map(({ fit }) => fit)
  const has = (statement: Statement, relations: string): number =>
    statement.numbers.filter(({ relation }) => relations.includes(relation)).length
  const ends = claim.times.flatMap((one) => nearestEnd(one, evidence.times))
  const bounds = (statement: Statement, bound: Time['bound']): number =>
    statement.times.filter((one) => one.bound === bound).length
  const swapped = swaps(claim, evidence, missing)
  const near = claim.numbers.flatMap((one) =>
    [...one.near].filter(([, far]) => far <= 3).map(([term]) => term),
  )
  const nearMissing = near.filter((term) => !all.has(term)).length
  const values: Record<JudgeFeature, number> = {
    words: claim.words.length,
    'evidence-words': evidence.words.length,
    covered: ratio(shared.length, claim.words.length),
    missing: missing.length,
    'missing-soft': soft.reduce((sum, one) => sum + 1 - one, 0),
    names: names.length,
    'names-covered': ratio(names.length - namesMissing.length, names.length),
    'names-missing': namesMissing.length,
    'first-covered': claim.words.slice(0, 1).every(isThere) ? 1 : 0,
    'last-covered': claim.words.slice(-1).every(isThere) ? 1 : 0,
    'evidence-covered': ratio([...terms].filter((term) => own.has(term)).length, terms.size),
    pairs: pairsShared(claim, evidence),
    run: longestRun(claim, evidence),
    numbers: claim.numbers.length,
    'evidence-numbers': evidence.numbers.length,
    'numbers-same': count('same'),
    'numbers-within': count('within'),
    'numbers-rounded': count('rounded'),
    'numbers-overlap': count('overlap'),
    'numbers-apart': apart.length,
    'numbers-alone': alone.length,
    'apart-fit': Math.max(0, ...apart.map(({ fit }) => fit)),
    'apart-ratio': Math.max(0, ...apart.map(distance)),
    'apart-bounded': apart.filter(
      ({ claim: one, evidence: other }) => one.relation !== '=' || other.relation !== '=',
    ).length,
    'fit-least': fits.length === 0 ? 0 : Math.min(...fits),
    'fit-most': fits.length === 0 ? 0 : Math.max(...fits),
    'claim-above': has(claim, '≥>'),
    'claim-below': has(claim, '≤<'),
    'evidence-above': has(evidence, '≥>'),
    'evidence-below': has(evidence, '≤<'),
    'ordinal-apart': apart.filter(({ claim: one }) => one.measure === 'ordinal').length,
    times: claim.times.length,
    'evidence-times': evidence.times.length,
    'times-same': timed('same'),
    'times-within': timed('within'),
    'times-overlap': timed('overlap'),
    'times-apart': timed('apart'),
    'times-alone': times.alone.length,
    'claim-before': claim.times.filter(({ bound }) => bound === 'before' || bound === 'until')
      .length,
    'claim-after': claim.times.filter(({ bound }) => bound === 'after' || bound === 'since').length,
    'denied-one-side': denied.length,
    negations: claim.negations,
    'evidence-negations': evidence.negations,
    opposites: opposites.length,
    'directions-apart': directions,
    'same-elsewhere': aligned.filter(({ others }) => others.some((one) => one === 'same')).length,
    'apart-elsewhere': aligned.filter(
      ({ others }) => others.length > 0 && others.every((one) => one === 'apart'),
    ).length,
    'lead-least': Math.min(9, ...aligned.map(({ lead }) => lead)),
    'claim-later': times.aligned.filter(
      (one) => one.relation === 'apart' && isLater(one.claim, one.evidence),
    ).length,
    'claim-earlier': times.aligned.filter(
      (one) => one.relation === 'apart' && !isLater(one.claim, one.evidence),
    ).length,
    'claim-percent': claim.numbers.filter(({ measure }) => measure === 'percent').length,
    'claim-currency': claim.numbers.filter(({ measure }) => measure === 'currency').length,
    'claim-ordinal': claim.numbers.filter(({ measure }) => measure === 'ordinal').length,
    'claim-plain': claim.numbers.filter(({ measure }) => measure === 'plain').length,
    'apart-above': apart.filter(({ claim: one }) => '≥>'.includes(one.relation)).length,
    'apart-below': apart.filter(({ claim: one }) => '≤<'.includes(one.relation)).length,
    'apart-exact': apart.filter(({ claim: one }) => one.relation === '=').length,
    'within-above': aligned.filter(
      ({ relation, claim: one }) => relation === 'within' && '≥>'.includes(one.relation),
    ).length,
    'within-below': aligned.filter(
      ({ relation, claim: one }) => relation === 'within' && '≤<'.includes(one.relation),
    ).length,
    'time-gap': Math.max(0, ...times.aligned.map(gapOf)),
    'near-covered': near.length - nearMissing,
    'near-missing': nearMissing,
    'names-swapped': swapped.filter(({ claim: word }) => word.name).length,
    'words-swapped': swapped.length,
    'by-field': claim.words.filter((word) => !isIn(word) && isAlike(word)).length,
    'by-context': claim.words.filter((word) => !isIn(word) && context.has(word.term)).length,
    'to-later': ends.filter((one) => one > 0).length,
    'to-earlier': ends.filter((one) => one < 0).length,
    'claim-in': bounds(claim, 'in'),
    'claim-until': bounds(claim, 'until'),
    'evidence-in': bounds(evidence, 'in'),
    'evidence-until': bounds(evidence, 'until'),
    'evidence-since': bounds(evidence, 'since'),
    'near-names': names.filter(
      (word) => !isThere(word) && claim.numbers.some((one) => one.near.has(word.term)),
    ).length,
    'year-same': times.aligned.filter(
      (one) => one.claim.from.slice(0, 4) === one.evidence.from.slice(0, 4),
    ).length,
    'negated-alone':
      claim.negations === 0 && evidence.negations > 0
        ? 1
        : claim.negations > 0 && evidence.negations === 0
          ? 2
          : 0,
  }
  return {
    row: Float64Array.from(JUDGE_FEATURES, (name) => values[name]),
    numbers: aligned,
    times: times.aligned,
    missing,
    above: shared.filter((word) => !isIn(word) && !shortened.has(word) && !isAlike(word)),
    elsewhere: names.filter(
      (word) => !isIn(word) && context.has(word.term) && isReplaced(word, claim, evidence, own),
    ),
    opposites,
    denied,
    deniedOutright: denied.filter(
      ({ term, name }) =>
        !name && claim.deniedOutright.has(term) !== evidence.deniedOutright.has(term),
    ),
    negations: claim.negations,
    covered: values.covered,
  }
}

/** "in Oss" where the claim has "in Tarwell": another name behind the same preposition. */
function isReplaced(
  word: Word,
  claim: Statement,
  evidence: Statement,
  own: ReadonlySet<string>,
): boolean {
  const before = (one: Word, { tokens }: Statement): string | undefined => {
    const token = tokens[one.at - 1]
    return token?.stop === true ? token.folded : undefined
  }
  const preposition = before(word, claim)
  return (
    preposition !== undefined &&
    evidence.words.some(
      (other) => other.name && !own.has(other.term) && before(other, evidence) === preposition,
    )
  )
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

function distance({ claim, evidence }: Aligned): number {
  const [a, b] = [valueOf(claim.interval), valueOf(evidence.interval)]
  if (a <= 0 || b <= 0) return 5
  return Math.min(5, Math.abs(Math.log(a / b)))
}

const valueOf = ({ low, high }: { low: number; high: number }): number =>
  Number.isFinite(high) ? (low <= 0 ? high : (low + high) / 2) : low

interface Swap {
  readonly claim: Word
  readonly evidence: Word
}

/** Words of the claim in whose place, beside the same word, the evidence has another of their kind. */
function swaps(claim: Statement, evidence: Statement, missing: readonly Word[]): Swap[] {
  const own = new Set(claim.words.map(({ term }) => term))
  return missing.flatMap((word) => {
    const at = claim.words.indexOf(word)
    for (const step of [-1, 1]) {
      const beside = claim.words[at + step]
      if (beside === undefined || missing.includes(beside)) continue
      const there = evidence.words.findIndex(({ term }) => term === beside.term)
      const other = evidence.words[there - step]
      if (other !== undefined && other.name === word.name && !own.has(other.term))
        return [{ claim: word, evidence: other }]
    }
    return []
  })
}

/** How much the word is like the likest of the others, by the letters both begin with. */
function likeness(word: string, others: readonly Word[]): number {
  let best = 0
  for (const { folded } of others) {
    let same = 0
    while (same < word.length && same < folded.length && word[same] === folded[same]) same++
    if (same >= 4) best = Math.max(best, same / Math.max(word.length, folded.length))
  }
  return best
}

function pairsShared(claim: Statement, evidence: Statement): number {
  const pairs = (statement: Statement): string[] =>
    statement.words.slice(1).map((word, at) => `${statement.words[at]?.term} ${word.term}`)
  const there = new Set(pairs(evidence))
  const own = pairs(claim)
  return ratio(own.filter((pair) => there.has(pair)).length, own.length)
}

/** The longest run of the claim's words, function words too, that the evidence has. */
function longestRun(claim: Statement, evidence: Statement): number {
  const others = evidence.tokens.map(({ folded }) => folded)
  let best = 0
  for (let at = 0; at < claim.tokens.length; at++)
    for (let from = 0; from < others.length; from++) {
      let length = 0
      while (
        claim.tokens[at + length] !== undefined &&
        claim.tokens[at + length]?.folded === others[from + length]
      )
        length++
      best = Math.max(best, length)
    }
  return best
}

/** "rose" where the evidence has "fell" and no other word of change. */
function turnedAround(
  word: Word,
  claim: Statement,
  evidence: Statement,
): Compared['opposites'][number] | undefined {
  const direction = directionOf(word.folded)
  if (direction === undefined || directionsApart(claim, evidence) === 0) return undefined
  const there = evidence.tokens.find(({ folded }) => directionOf(folded) !== undefined)
  return there === undefined ? undefined : { claim: word, evidence: there, plain: true }
}

function directionsApart(claim: Statement, evidence: Statement): number {
  const directions = ({ tokens }: Statement): Set<string> =>
    new Set(tokens.flatMap(({ folded }) => directionOf(folded) ?? []))
  const [one, other] = [directions(claim), directions(evidence)]
  return one.size === 1 && other.size === 1 && [...one][0] !== [...other][0] ? 1 : 0
}
