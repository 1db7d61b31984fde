/** A claim against its evidence: what the documents say to it, and to each of its numbers. */
import type { Finding } from '../../reply.ts'
import type { Wordings } from '../../wordings/wordings.ts'
import type { Draft, DraftSentence } from '../draft.ts'
import type { Evidence } from '../evidence.ts'
import { speakersIn } from '../speakers.ts'
import { readStatement } from '../judge/statement.ts'
import { differencesOf, speakerDifference } from './differences.ts'
import { Placed } from './placed.ts'
import { isOfPart, supports } from './supports.ts'
import { together } from './together.ts'
import { weigh, type Weighed, type Weighing } from './weigh.ts'

/** What comes within this share of the best is looked at beside it. */
const CLOSE = 0.8

export interface Judging extends Weighing {
  readonly draft: Draft
  readonly words: Wordings['checks']
}

/** The claim's verdict and those of its numbers, in the order of the draft. */
export function judgeClaim(
  sentence: DraftSentence,
  evidence: readonly Evidence[],
  judging: Judging,
): Finding[] {
  const { corpus, draft } = judging
  const { language } = draft
  const claim = readStatement(sentence.own, language)
  const weighed = weigh(claim, evidence, judging)
  const quotes = sentence.own !== draft.text.slice(sentence.start, sentence.end)
  const speakers = speakersIn(sentence.own, language)
  const best = weighed[0]?.about ?? 0
  const near = weighed.filter(({ about }) => about >= CLOSE * best)
  const support = near
    .filter((one) => supports(one, claim, speakers) && !isOfPart(one, near))
    .reduce<Weighed | undefined>(
      (most, one) => (one.sure.supported > (most?.sure.supported ?? 0) ? one : most),
      undefined,
    )
  const against = near
    .map((one) => ({
      one,
      differences: [
        ...differencesOf(one, claim, near, quotes),
        ...speakerDifference(one, draft, sentence, corpus),
      ],
    }))
    .find(({ differences }) => differences.length > 0)
  const at = new Placed(sentence, judging.words)
  const numbers = claim.numbers.filter(
    ({ measure }) => measure !== 'ordinal' && measure !== 'plain',
  )
  if (support !== undefined) return at.supported([support], against?.one, numbers)
  if (against !== undefined) return at.contradicted(against.one, against.differences, numbers)
  const some = together(claim, weighed, corpus, speakers)
  if (some?.bearsOut === true) return at.supported(some.sentences, undefined, numbers)
  return at.open(some)
}
