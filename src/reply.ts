/**
 * What the bot says, whatever the platform: plain JSON, told apart by `kind`. Adapters render it and
 * add nothing to it.
 */
import * as z from 'zod'
import { Evidence } from '../index/metadata/evidence.ts'
import { LANGUAGES } from '../index/languages/packs.ts'

/** Offsets count UTF-16 code units; `end` is exclusive. */
const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })

const Stated = z.object({
  value: z.string(),
  /** Whether it was inferred from how the text reads rather than stated by the document. */
  inferred: z.boolean(),
})

/** What every reply has that says something of its own beside quotes. */
const Said = {
  /** Of what it says itself; the first language unless told. Quotes keep the language of their documents. */
  language: z.enum(LANGUAGES).optional(),
}

/** Where a quote stands, as a reader needs it to check it. */
export const Citation = z.object({
  /** The document's id: its path below its folder. */
  document: z.string(),
  title: Stated,
  publisher: Stated.optional(),
  /** Who wrote it, as the document has it. */
  byline: z.string().optional(),
  /** Publication date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: Stated.optional(),
  kind: z.enum(['document', 'digest']),
  /** When this version took the place of an older one, `YYYY-MM-DD`. */
  revised: z.string().optional(),
  /** What a digest retells. */
  source: z.object({ title: z.string(), publisher: z.string().optional() }).optional(),
  /** Headings the quote stands under, from the outermost in. */
  section: z.string().optional(),
  /** Where in the file: the page or the row of a table, "3" or "3–4"; "Sheet1, row 12". */
  place: z.object({ kind: z.enum(['page', 'row']), label: z.string() }).optional(),
  /** Opens the document, at the quote where the address allows it. */
  url: z.string().optional(),
  /** Opens it in the desk's reader, at the quote where it is cited for one; where there is a desk to lead to. */
  reader: z.string().optional(),
})
export type Citation = z.infer<typeof Citation>

/** A stretch of the document's text, and where the excerpt's text has it. */
const Piece = Span.extend({ at: z.int().nonnegative() })

const Excerpt = z.object({
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  omitted: z.array(Span),
  pieces: z.array(Piece).optional(),
})
/** A stretch of a document's own text, as in `Quote`. */
export type Excerpt = z.infer<typeof Excerpt>

/**
 * A stretch of a document's own text. `text` is the document's text from `start` to `end`, less the
 * stretches in `omitted`: footnote marks, page breaks and the like inside a sentence. Nearly always
 * `omitted` is empty and the quote is the slice itself. Of the row of a table, `start` and `end` are
 * those of the row, and `pieces` are its cells and their heads, each from where it stands in the
 * document; only ": ", ", " and " · " are put between them: "Zone: Mweka · Confirmed cases: 0".
 */
export const Quote = Excerpt.extend({
  /** What the question's words hit, as offsets in `text`. */
  marks: z.array(Span),
  /** The sentences beside it, for whoever wants to see what it stands in. No part of the answer. */
  before: Excerpt.optional(),
  after: Excerpt.optional(),
  citation: Citation,
  /** The same wording in other documents. */
  also: z.array(Citation),
  /** How the quote was ranked, only when asked for: feature name, value, contribution to the score. */
  explanation: z
    .array(z.object({ feature: z.string(), value: z.number(), contribution: z.number() }))
    .optional(),
})
export type Quote = z.infer<typeof Quote>

const Answer = z.object({
  kind: z.literal('answer'),
  ...Said,
  question: z.string(),
  /** Best first. */
  quotes: z.array(Quote).min(1),
  /** Calibrated probability that the first quote answers, 0 to 1. */
  confidence: z.number(),
  /** How the question was read where that was not plain: a spelling mended, an acronym written out. */
  notes: z.array(z.string()),
  /** What to ask `figures` for to see all there is beside one another; with “how many …” only. */
  figures: z.string().optional(),
})

const Nothing = z.object({
  kind: z.literal('nothing'),
  ...Said,
  question: z.string(),
  /** One sentence for a person: why there is no answer. */
  reason: z.string(),
  /** Words of the question that no document has. */
  unknown: z.array(z.string()),
  /** What came nearest. Never an answer; a renderer must say so. */
  nearest: z.array(Quote),
  confidence: z.number(),
  notes: z.array(z.string()),
  /** False where nobody need look for an answer: there was one, and no more of it. */
  open: z.boolean().optional(),
  /** Better not said where others speak: nobody has asked the bot for it. */
  silent: z.boolean().optional(),
})

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

const Figures = z.object({
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

export const Source = Citation.extend({
  language: z.string(),
  /** Characters of its text. */
  length: z.int(),
  passages: z.int(),
  /** Which of a series it is, as it calls itself. */
  series: z.string().optional(),
  /** The first and the last day or month that it covers. */
  covers: z.object({ from: z.string(), to: z.string() }).optional(),
  /** What its title, publisher and date were chosen among, the surest of each first; where it was asked for. */
  evidence: z.array(Evidence).optional(),
})

const Sources = z.object({
  kind: z.literal('sources'),
  ...Said,
  /** Folders, files and addresses the documents come from; for whoever may know them. */
  origins: z.array(
    z.object({ location: z.string(), set: z.string(), documents: z.int().nonnegative() }),
  ),
  documents: z.array(Source),
  /** What could not be read or needs attention, one line each. */
  problems: z.array(z.string()),
})

const Gap = z.object({
  question: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  platform: z.string(),
  channel: z.string(),
  reason: z.string(),
  /** The nearest passage: its document's id and its first words. */
  nearest: z.object({ document: z.string(), text: z.string() }).optional(),
  /** Since when a document that came in answers it, ISO 8601, UTC. */
  answered: z.string().optional(),
})

/** An answer that somebody marked as no help: a case to look into. */
const Unhelpful = z.object({
  question: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  platform: z.string(),
  channel: z.string(),
  /** What was shown of it that still stands where it stood. */
  quotes: z.array(Quote),
})

const Gaps = z.object({
  kind: z.literal('gaps'),
  ...Said,
  /** Questions that the documents did not answer, newest first. */
  gaps: z.array(Gap),
  /** Answers that were marked as no help, newest first. */
  unhelpful: z.array(Unhelpful).optional(),
})

const Help = z.object({
  kind: z.literal('help'),
  /** What the bot knows and does, a line each. */
  text: z.array(z.string()),
  /** Questions the documents answer. */
  examples: z.array(z.string()),
})

/** What is new for a destination since it was last told. Every line is a quote or a citation. */
const Summary = z.object({
  kind: z.literal('summary'),
  /** What it is called, in its language: "New since 12 November". */
  title: z.string(),
  topic: z.string().optional(),
  /** What came in since then, ISO 8601; without it and with a topic, all there is. Neither with a watch. */
  since: z.string().optional(),
  /** More than a screen. */
  long: z.literal(true).optional(),
  /** Of the labels; quotes keep the language of their documents. */
  language: z.enum(LANGUAGES),
  /** What came in, by publisher; `copies` are the same text elsewhere. */
  documents: z.array(
    z.object({
      publisher: z.string(),
      documents: z
        .array(
          z.object({
            /** `known`: it was there before; in a summary of all there is on a topic. */
            state: z.enum(['new', 'updated', 'known']),
            citation: Citation,
            copies: z.array(Citation),
          }),
        )
        .min(1),
    }),
  ),
  /** The few facts that matter most, the most important first. */
  lead: z.array(Quote),
  /** Further passages by what they are about, none that the lead has. */
  sections: z.array(z.object({ heading: z.string(), quotes: z.array(Quote).min(1) })),
  /** Figures that are new or moved. */
  figures: z.array(
    z.object({
      /** Against what older documents say of the same thing; `known`: in a summary of all there is. */
      kind: z.enum(['new', 'changed', 'contradicted', 'known']),
      /** "displaced · Haiti". */
      label: z.string(),
      now: Figure,
      /** What older documents said; with `changed` and `contradicted`. */
      before: Figure.optional(),
    }),
  ),
  /** Questions nobody could answer, newest first. */
  gaps: z.array(Gap),
  /** What was left out, and what to know; when nothing is new, one line that says so. */
  notes: z.array(z.string()),
})

/** A quote with what stands around it in its document. */
const Context = z.object({
  kind: z.literal('context'),
  ...Said,
  quote: Quote,
  /** Paragraphs of the document's own text in order; one of them, or neighbours, hold the quote. */
  paragraphs: z.array(Excerpt).min(1),
})

/** A stretch of a document as it is read there; `marks` is what of it was asked for, in its text. */
const Stretch = Excerpt.extend({
  marks: z.array(Span),
  /** Figures that stand in it, as offsets in its text, each with who gives it. */
  figures: z.array(
    Span.extend({
      /** "203 · dead · Moura · March 2022" */
      what: z.string(),
      who: z.string(),
    }),
  ),
})
export type Stretch = z.infer<typeof Stretch>

const Block = z.discriminatedUnion('kind', [
  /** Level 1 is the outermost below the title. */
  z.object({ kind: z.literal('heading'), text: z.string(), level: z.int().positive() }),
  /** A page begins here. */
  z.object({ kind: z.literal('page'), label: z.string() }),
  z.object({ kind: z.literal('paragraph'), list: z.boolean(), stretch: Stretch }),
  z.object({
    kind: z.literal('table'),
    /** Of each column; empty where it has none. */
    heads: z.array(z.string()),
    rows: z.array(
      z.object({
        /** "Sheet1, row 12", where the format has that. */
        label: z.string().optional(),
        /** What was asked for is this row. */
        marked: z.boolean(),
        cells: z.array(z.object({ column: z.int().nonnegative(), stretch: Stretch })),
      }),
    ),
  }),
])
export type Block = z.infer<typeof Block>

/** A document as it can be read, or a part of a long one. */
const Reading = z.object({
  kind: z.literal('document'),
  citation: Citation,
  language: z.string(),
  /** SHA-256 of the bytes it was read from, hexadecimal. */
  hash: z.string(),
  /** From 1. */
  part: z.int().positive(),
  parts: z.int().positive(),
  blocks: z.array(Block),
  /**
   * What was asked for: it stands where it was quoted, it stands elsewhere since the document has
   * changed, or the document no longer has it: then it is read in the version it was quoted from, as
   * `older`, or, where that is not kept any more, nowhere. All but the last are marked.
   */
  quote: z
    .object({ state: z.enum(['here', 'moved', 'older', 'gone']), found: Quote.optional() })
    .optional(),
  /** It is read as it was before it changed: when another version took its place, ISO 8601, UTC. */
  until: z.string().optional(),
  /** Versions before today's that are kept, the newest first. */
  versions: z.array(z.object({ hash: z.string(), until: z.string() })),
  /** Where the document has pages: the one that is read, and how many there are. */
  pages: z.object({ page: z.int().positive(), of: z.int().positive() }).optional(),
  /** The same story elsewhere, or another edition. */
  copies: z.array(Citation),
})

/** A page of a document as it is printed, with the place of a quote on it. */
const PrintedPage = z.object({
  kind: z.literal('page'),
  citation: Citation,
  /** From 1. */
  page: z.int().positive(),
  of: z.int().positive(),
  /** Of the page, in points. */
  width: z.number(),
  height: z.number(),
  /** WebP, in base 64. */
  picture: z.string(),
  /** What stands there of the quote, line by line, in points from the upper left corner. */
  marks: z.array(
    Span.extend({
      text: z.string(),
      left: z.number(),
      top: z.number(),
      right: z.number(),
      bottom: z.number(),
    }),
  ),
  /** How much of the quote is marked: all that stands on the page, not all of it, or none was asked for. */
  marked: z.enum(['all', 'part', 'none']),
})

/** Verdicts by what they say of a draft: it holds, nobody can tell, or it does not. */
export const VERDICTS = {
  holds: ['verbatim', 'agrees', 'within', 'rounded', 'supported'],
  open: ['partly', 'not stated', 'unattested'],
  wrong: [
    'altered',
    'stitched',
    'other speaker',
    'not found',
    'differs',
    'outdated',
    'disputed',
    'contradicted',
  ],
} as const

const Verdict = z.enum([...VERDICTS.holds, ...VERDICTS.open, ...VERDICTS.wrong])
export type Verdict = z.infer<typeof Verdict>

const Finding = z.object({
  /** A sentence's claim, words in quotation marks, or a number within a claim. */
  kind: z.enum(['claim', 'quotation', 'number']),
  /** Where it stands in the draft. */
  ...Span.shape,
  verdict: Verdict,
  /** Calibrated probability of the verdict, 0 to 1; 1 for quotations, which are compared word by word. */
  confidence: z.number(),
  /** What decided, in one sentence for a person. */
  reason: z.string(),
  /** Stretches of the draft that decided, and the document's words in their place, where it has any. */
  differences: z.array(
    Span.extend({
      wording: z.string().optional(),
      /** Only marks, case or spaces, or what the writer put in brackets or left out with an ellipsis. */
      harmless: z.boolean(),
    }),
  ),
  /** What the documents say; of the verdicts that are open and of "not found" only the nearest. */
  quotes: z.array(Quote),
})
export type Finding = z.infer<typeof Finding>

/** A draft against the documents. */
const Check = z.object({
  kind: z.literal('check'),
  ...Said,
  /** As it was checked; all offsets are those of it. */
  draft: z.string(),
  /** In the order of the draft; a number stands behind its claim. */
  findings: z.array(Finding),
  /** What is no claim, and why it was left out. */
  left: z.array(
    Span.extend({ why: z.enum(['question', 'opinion', 'heading', 'too short', 'too much']) }),
  ),
  notes: z.array(z.string()),
})

/** What was done, or how things stand, a line each. */
const Notice = z.object({ kind: z.literal('notice'), text: z.array(z.string()).min(1) })

/** Completions, the likeliest first. */
const Suggestions = z.object({ kind: z.literal('suggestions'), values: z.array(z.string()) })

const Failed = z.object({
  kind: z.literal('failed'),
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
export type Answer = z.infer<typeof Answer>
export type Nothing = z.infer<typeof Nothing>
export type Figures = z.infer<typeof Figures>
export type FigureGroup = z.infer<typeof Group>
export type FigureLine = z.infer<typeof Line>
export type Sources = z.infer<typeof Sources>
export type Summary = z.infer<typeof Summary>
export type Context = z.infer<typeof Context>
export type Reading = z.infer<typeof Reading>
export type PrintedPage = z.infer<typeof PrintedPage>
export type Check = z.infer<typeof Check>
export type Source = z.infer<typeof Source>
export type Gap = z.infer<typeof Gap>
export type Unhelpful = z.infer<typeof Unhelpful>
