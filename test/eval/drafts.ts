/**
 * Drafts over real documents with errors planted in them: how many a check finds, and what it calls wrong
 * that is not. The first half of the file is what the check was built on, the second was not looked at.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod'
import type { Corpus } from '../../index/corpus.ts'
import { Asker } from '../../src/ask/ask.ts'
import { loadModel } from '../../src/ask/model.ts'
import { Checker } from '../../src/check/check.ts'
import { FigureFinder } from '../../src/figures/finder.ts'
import { type Check, type Finding, VERDICTS, type Verdict } from '../../src/reply.ts'
import { corpusOfFolder } from './folder.ts'
import { linesOf, share } from './measures.ts'

const Draft = z.object({
  folder: z.string(),
  language: z.string(),
  draft: z.string(),
  quotes: z.array(
    z.object({
      document: z.string(),
      from: z.string(),
      to: z.string(),
      replace: z.tuple([z.string(), z.string()]).optional(),
    }),
  ),
  errors: z.array(z.object({ in: z.string(), kind: z.string(), truth: z.string() })),
})
type Draft = z.infer<typeof Draft>

interface Outcome {
  readonly half: 'built on' | 'kept apart'
  readonly errors: readonly {
    readonly kind: string
    readonly wrong: boolean
    readonly flagged: boolean
  }[]
  readonly alarms: number
  /** Sentences without an error: how many of them hold, of how many. */
  readonly holds: number
  readonly sound: number
  readonly milliseconds: number
}

/** @param path of the drafts; their folders are those of the development data beside the project */
export async function evalDrafts(
  path: string,
  { predictions }: { readonly predictions?: string },
): Promise<object> {
  const drafts = linesOf(path, Draft)
  const checkers = new Map<string, { corpus: Corpus; checker: Checker }>()
  const outcomes: Outcome[] = []
  const lines: object[] = []
  for (const [at, draft] of drafts.entries()) {
    const known = checkers.get(draft.folder) ?? (await checkerOver(resolve(draft.folder)))
    checkers.set(draft.folder, known)
    const { text, errors } = filled(draft, known.corpus)
    const began = performance.now()
    const check = await known.checker.check(text)
    const outcome = judged(check, errors, at < 30, performance.now() - began)
    outcomes.push(outcome)
    lines.push({
      at,
      folder: draft.folder,
      ...outcome,
      errors,
      findings: check.findings.map((one) => told(one, check.draft)),
    })
  }
  if (predictions !== undefined)
    writeFileSync(predictions, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return {
    kind: 'drafts',
    builtOn: summed(outcomes.filter(({ half }) => half === 'built on')),
    keptApart: summed(outcomes.filter(({ half }) => half === 'kept apart')),
    byKind: Object.fromEntries(
      [
        ...Map.groupBy(
          outcomes.flatMap((one) => one.errors),
          ({ kind }) => kind,
        ),
      ].map(([kind, some]) => [
        kind,
        { errors: some.length, found: share(some.filter(isFound).length, some.length) },
      ]),
    ),
  }
}

async function checkerOver(folder: string): Promise<{ corpus: Corpus; checker: Checker }> {
  const corpus = await corpusOfFolder(folder)
  const asker = new Asker({ corpus, model: loadModel(), aliases: {}, caution: 'normal' })
  return {
    corpus,
    checker: new Checker({ corpus, asker, finder: new FigureFinder({ corpus, aliases: {} }) }),
  }
}

interface Planted {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly truth: string
}

/** The draft with its quotations, whose words are the documents' own and stand nowhere here. */
function filled(draft: Draft, corpus: Corpus): { text: string; errors: Planted[] } {
  const quotes = draft.quotes.map((quote) => quotedText(quote, corpus))
  const fill = (text: string): string =>
    text.replace(/⟦(\d+)⟧/gu, (mark, number: string) => quotes[Number(number) - 1] ?? mark)
  return {
    text: fill(draft.draft),
    errors: draft.errors.map(({ in: stretch, kind, truth }) => {
      const start = fill(draft.draft.slice(0, draft.draft.indexOf(stretch))).length
      return { start, end: start + fill(stretch).length, kind, truth }
    }),
  }
}

function quotedText(
  { document, from, to, replace }: Draft['quotes'][number],
  corpus: Corpus,
): string {
  const text = corpus.documents.get(document)?.text ?? ''
  const start = text.indexOf(from)
  const last = text.indexOf(to, start)
  if (start < 0 || last < 0) throw new RangeError(`${document} has no “${from} … ${to}”`)
  const words = text.slice(start, last + to.length).replace(/\s+/gu, ' ')
  return replace === undefined ? words : words.replace(...replace)
}

const isIn = (verdicts: readonly Verdict[], { verdict }: Finding): boolean =>
  verdicts.includes(verdict)

function judged(
  { findings }: Check,
  errors: readonly Planted[],
  built: boolean,
  milliseconds: number,
): Outcome {
  const touches = (finding: Finding, error: Planted): boolean =>
    finding.start < error.end && error.start < finding.end
  const wrong = findings.filter((one) => isIn(VERDICTS.wrong, one))
  const open = findings.filter((one) => isIn(VERDICTS.open, one))
  const sound = findings.filter(
    (one) => one.kind === 'claim' && !errors.some((error) => touches(one, error)),
  )
  return {
    half: built ? 'built on' : 'kept apart',
    errors: errors.map((error) => ({
      kind: error.kind,
      wrong: wrong.some((one) => touches(one, error)),
      flagged: [...wrong, ...open].some((one) => touches(one, error)),
    })),
    // A claim and its number are one alarm.
    alarms: wrong.filter(
      (one) =>
        !errors.some((error) => touches(one, error)) &&
        !(
          one.kind === 'number' &&
          wrong.some(
            (other) => other.kind === 'claim' && other.start <= one.start && one.end <= other.end,
          )
        ),
    ).length,
    holds: sound.filter((one) => isIn(VERDICTS.holds, one)).length,
    sound: sound.length,
    milliseconds,
  }
}

/** What no document says is found when it is called that; all else when it is called wrong. */
const isFound = ({ kind, wrong, flagged }: Outcome['errors'][number]): boolean =>
  kind === 'unsupported' ? flagged : wrong

function summed(outcomes: readonly Outcome[]): object {
  const errors = outcomes.flatMap((one) => one.errors)
  const sum = (of: (one: Outcome) => number): number =>
    outcomes.reduce((all, one) => all + of(one), 0)
  return {
    drafts: outcomes.length,
    errors: errors.length,
    found: share(errors.filter(isFound).length, errors.length),
    foundOrOpen: share(errors.filter(({ flagged }) => flagged).length, errors.length),
    alarmsADraft: share(
      sum(({ alarms }) => alarms),
      outcomes.length,
    ),
    soundThatHold: share(
      sum(({ holds }) => holds),
      sum(({ sound }) => sound),
    ),
    millisecondsADraft: Math.round(sum(({ milliseconds }) => milliseconds) / outcomes.length),
  }
}

const told = (
  { kind, verdict, confidence, reason, start, end, quotes }: Finding,
  draft: string,
): object => ({
  kind,
  start,
  end,
  verdict,
  confidence: Math.round(confidence * 100) / 100,
  text: draft.slice(start, end),
  reason,
  quote: quotes[0]?.text,
})
