/** Figures, those that disagree beside one another. */
import * as z from 'zod'
import { Quote } from './quote.ts'
import { Said } from './said.ts'

/** How much: one value, from low to high, or a magnitude without a number ("hundreds": 100 and up). */
const Amount = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), value: z.number() }),
  z.object({ kind: z.literal('range'), low: z.number(), high: z.number() }),
  z.object({ kind: z.literal('vague'), value: z.number() }),
])

const Unit = z.object({
  kind: z.enum([
    'count',
    'currency',
    'percent',
    'points',
    'ratio',
    'multiple',
    'age',
    'duration',
    'measure',
  ]),
  /** ISO 4217 code of a currency; `year`, `kilogram`: the unit in the singular. */
  name: z.string().optional(),
  /** As written: `$`, `kg`. */
  wording: z.string().optional(),
  /** "per kg", "/day". */
  per: z.string().optional(),
})

/** Where a part was read: in the sentence itself, in the section's heading, in the document's data. */
const Origin = z.enum(['sentence', 'section', 'document'])

/** One figure of one document. What is worded is the document's own text, its white space evened. */
export const Figure = z.object({
  /** Number of its quote in the reply; figures of one sentence share theirs. */
  source: z.int().positive(),
  /** As written, with its qualifier: "more than 300". */
  wording: z.string(),
  amount: Amount,
  unit: Unit,
  qualifier: z
    .object({ relation: z.enum(['≥', '>', '~', '≤', '<', '=']), wording: z.string() })
    .optional(),
  /** What is counted or measured. */
  counted: z.string().optional(),
  /** What happened to it; `kind` is the name that different wordings share. */
  event: z.object({ kind: z.string(), wording: z.string().optional() }).optional(),
  /** `from` and `to`: ISO dates, both included; absent when the wording could not be resolved. */
  period: z
    .object({
      wording: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
      origin: Origin,
    })
    .optional(),
  place: z.object({ wording: z.string(), origin: Origin }).optional(),
  /** Who says so, nearest speaker first; empty: the document's own voice. */
  attribution: z.array(
    z.object({
      speaker: z.string(),
      cue: z.string(),
      stance: z.enum(['said', 'claimed', 'denied', 'disputed']),
    }),
  ),
  /** The figure that this one is part of, as written. */
  partOf: z.string().optional(),
  /** The sentence, the figure marked. */
  quote: Quote,
})
export type Figure = z.infer<typeof Figure>

/** How the figures of two lines of a group stand to one another. */
export const LABELS = ['contradiction', 'update', 'scope', 'range'] as const

const Line = z.object({
  /** Number of the line in the reply. */
  line: z.int().positive(),
  /** The same value, by whoever gives it; the newest first. */
  figures: z.array(Figure).min(1),
  /** Number of the line that this one is part of. */
  partOf: z.int().positive().optional(),
  labels: z.array(
    z.object({
      /**
       * `contradiction`: not both can be true. `update`: a later report of the same count. `scope`: of
       * a part, another period or place. `range`: both can be true as they are qualified.
       */
      kind: z.enum(LABELS),
      /** Number of the other line. */
      line: z.int().positive(),
      /** For a person, to be followed by the other line's number: "contradicts", "updates". */
      wording: z.string(),
    }),
  ),
})

/** Figures of the same thing, period, place and happening. */
const Group = z.object({
  /** What they have in common, in the words of the documents: "killed · Moura". */
  label: z.string(),
  /** Not what was asked for, but of the same kind in the same place. */
  related: z.boolean(),
  /** The newest first; parts right behind what they are part of. */
  lines: z.array(Line).min(1),
})

export const Figures = z.object({
  kind: z.literal('figures'),
  ...Said,
  question: z.string(),
  /** Best first. */
  groups: z.array(Group).min(1),
  /** None is said to count what was asked for: they stand among its words. */
  among: z.literal(true).optional(),
  /** All of it in sentences, for those who cannot see a table or a chart. */
  description: z.string(),
  notes: z.array(z.string()),
})
export type Figures = z.infer<typeof Figures>
export type FigureGroup = z.infer<typeof Group>
export type FigureLine = z.infer<typeof Line>
