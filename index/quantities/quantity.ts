/**
 * A figure that a text holds: how much, of what, who says so, when and where. Every part is a slice
 * of the text it was found in; nothing is rounded, converted or filled in.
 */
import type { Language, Span } from '../document.ts'
import type { Relation, Stance } from '../languages/pack.ts'

export interface Quantity extends Span {
  /** The number alone, with multiplier and percent sign, without currency: `1.3 million`, `40%`. */
  readonly number: Span
  readonly amount: Amount
  /** Both ends of a range, both numbers of "three out of four". */
  readonly sides?: readonly [Span, Span]
  readonly unit: Unit
  readonly modifier?: Modifier
  readonly counted?: Counted
  readonly event?: Event
  readonly change?: Change
  /** Position, in the same list, of the figure that this one is part of: "203 dead, of whom 12 women". */
  readonly partOf?: number
  readonly period?: Period
  readonly place?: PlaceName
  /** Who says so, nearest speaker first: "AP, citing officials". Empty: the document's own voice. */
  readonly attribution: readonly Attribution[]
  /** The mark of the footnote that stands right after it. */
  readonly footnote?: Span
  /** The sentence it stands in. */
  readonly sentence: Span
}

/**
 * `vague` is a magnitude without a number: "hundreds" is 100 and up, "tens of thousands" 10,000.
 * A percentage's value is what is written before the sign (40 for "40%"), a ratio's the quotient.
 */
export type Amount =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'vague'; readonly value: number }

/** `span` is where the unit is written: `$`, `kg`, `years`, `%`; a count has none. `per` is "per kg", "/day". */
export type Unit = { readonly span?: Span; readonly per?: Span } & (
  | { readonly kind: 'count' }
  /** ISO 4217. A bare `$` is USD. */
  | { readonly kind: 'currency'; readonly code: string }
  /** `points`: percentage points. */
  | { readonly kind: 'percent'; readonly points: boolean }
  /** "three out of four", "one in five", "two-thirds": `part` of `whole`. */
  | { readonly kind: 'ratio'; readonly part: number; readonly whole: number }
  /** "five times larger", "twice". */
  | { readonly kind: 'multiple' }
  | { readonly kind: 'age'; readonly name: TimeUnit }
  | { readonly kind: 'duration'; readonly name: TimeUnit }
  /** `name` in the singular as a table has it: `kilogram`, `hectare`. */
  | { readonly kind: 'measure'; readonly name: string }
)

export type TimeUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'

export type { Relation }

/** "at least" ≥, "more than" >, "an estimated" ~, "as many as" ≤, "less than" <, "a total of" =. */
export interface Modifier extends Span {
  readonly relation: Relation
  /** As written. */
  readonly wording: string
}

/** The noun phrase that is counted or measured: "58 [women and girls]", "40% of its [federal budget]". */
export interface Counted extends Span {
  /** Its head noun: `girls` of "displaced women and girls", the last of those joined by "and". */
  readonly head: Span
  /** It stands elsewhere: taken from a neighbour in the list, or from before the number. */
  readonly elided: boolean
}

/** What happened to what is counted. `kind` is a name of the table of events: `killed`, `displaced`. */
export interface Event extends Span {
  readonly kind: string
}

/** `from`: "rose from [31] to 320" hangs on the figure that was reached. */
export interface Change extends Span {
  readonly direction: 'up' | 'down' | 'same'
  readonly from?: number
}

/** Where a part was read: in the sentence itself, in the section's heading, in the document's data. */
export type Origin = 'sentence' | 'section' | 'document'

/** Offsets are those of the text for `sentence`, of the heading for `section`, of the title for `document`. */
export interface Period extends Span {
  readonly origin: Origin
  readonly wording: string
  /** First and last day, ISO dates, both included; absent when it could not be resolved. */
  readonly from?: string
  readonly to?: string
}

/** Offsets as in `Period`. */
export interface PlaceName extends Span {
  readonly origin: Origin
  readonly wording: string
}

export type { Stance }

export interface Attribution {
  readonly speaker: Span
  readonly cue: Span
  readonly stance: Stance
}

/** What is known about where a text stands. */
export interface Context {
  readonly language: Language
  /** Publication date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: what "last month" is counted from. */
  readonly published?: string
  /** The heading above the text. */
  readonly heading?: string
  /** The title of the document. */
  readonly title?: string
}
