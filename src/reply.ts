/**
 * What the bot says, whatever the platform: plain JSON, told apart by `kind`. Adapters render it and
 * add nothing to it.
 */
import * as z from 'zod'
import { Answer, Nothing } from './reply/answer.ts'
import { Check } from './reply/check.ts'
import { Figures } from './reply/figures.ts'
import { Gaps } from './reply/gaps.ts'
import { Context, PrintedPage, Reading } from './reply/reading.ts'
import { Said } from './reply/said.ts'
import { Sources } from './reply/sources.ts'
import { Summary } from './reply/summary.ts'

export { Citation, type Excerpt, Quote } from './reply/quote.ts'
export type { Answer, Nothing } from './reply/answer.ts'
export { type Check, type Finding, VERDICTS, type Verdict } from './reply/check.ts'
export { Figure, type FigureGroup, type FigureLine, type Figures, LABELS } from './reply/figures.ts'
export type { Gap, Unhelpful } from './reply/gaps.ts'
export type { Block, Context, PrintedPage, Reading, Stretch } from './reply/reading.ts'
export { Source, type Sources } from './reply/sources.ts'
export type { Summary } from './reply/summary.ts'

const Help = z.object({
  kind: z.literal('help'),
  ...Said,
  /** What the bot knows and does, a line each. */
  text: z.array(z.string()),
  /** Questions the documents answer. */
  examples: z.array(z.string()),
})

/** What was done, or how things stand, a line each. */
const Notice = z.object({
  kind: z.literal('notice'),
  ...Said,
  text: z.array(z.string()).min(1),
})

/** Completions, the likeliest first. */
const Suggestions = z.object({
  kind: z.literal('suggestions'),
  ...Said,
  values: z.array(z.string()),
})

const Failed = z.object({
  kind: z.literal('failed'),
  ...Said,
  /** For a person: what went wrong and what to do. */
  message: z.string(),
  code: z.string(),
})

export const Reply = z.discriminatedUnion('kind', [
  Answer,
  Nothing,
  Figures,
  Sources,
  Gaps,
  Help,
  Summary,
  Context,
  Reading,
  PrintedPage,
  Check,
  Notice,
  Suggestions,
  Failed,
])
export type Reply = z.infer<typeof Reply>

/** The schema of replies of these kinds alone. */
export const ofKinds = (...names: readonly [Reply['kind'], ...Reply['kind'][]]) =>
  z.discriminatedUnion(
    'kind',
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one kind at least is named, and each has its schema
    Reply.options.filter(({ shape }) => names.includes(shape.kind.value)) as unknown as [
      (typeof Reply.options)[number],
    ],
  )
