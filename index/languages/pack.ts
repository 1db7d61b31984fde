/**
 * What the bot has to know of a language to read it: a folder each, `en/` and `fr/`, and one line in `packs.ts`.
 *
 * What is required is the least a language is; what a pack leaves out is not read in it, and nothing else
 * fails. Alternatives are written as in a regular expression, parted by `|`, in lower case.
 */
import type { DateParser } from './chrono.ts'
import type { Phrases } from './phrase-names.ts'

export interface LanguagePack {
  /** What documents call it, in lower case: "en", "eng", "english". */
  readonly names: readonly string[]
  /** ISO 639-3, by which trigrams are told apart. */
  readonly trigrams: string
  /** A text has at least this share of function words when it is surely in the language. */
  readonly density: number
  /** How dates are written out, for `Intl`. */
  readonly locale: string
  /** The stem of a folded word. */
  readonly stem: (folded: string) => string
  /** Function words, folded, parted by spaces: searched for only when a question has nothing else. */
  readonly stopWords: string
  readonly words: WordClasses
  readonly numbers: NumberWords
  /** Twelve, each with its abbreviations, parted by spaces. */
  readonly months: readonly string[]
  /** Seven, from Sunday on. */
  readonly weekdays: readonly string[]
  readonly grammar: Grammar

  /** From the first on, folded. */
  readonly ordinals?: readonly string[]
  /** Words between what is told and where, parted by spaces. */
  readonly placeLinks?: string
  /** Reads dates in words; loaded when it is called. */
  readonly dates?: () => DateParser
  readonly modifiers?: Modifiers
  readonly cues?: Cues
  /** A line an event, its name before a colon: what happens to what is counted. */
  readonly events?: string
  readonly units?: Units
  readonly currencies?: Currencies
  readonly changes?: Readonly<Record<'up' | 'down', string>>
  readonly populations?: Populations
  readonly abbreviations?: Abbreviations
  readonly everyday?: Everyday
  /** Words of the field: a line a group, its name before a colon; the same names in every language. */
  readonly field?: string
  /** A line a pair, parted by `|`; folded. `~` before words that can both stand in one true report. */
  readonly opposites?: string
  /** What rules ask for by name: see `en/phrases/`. */
  readonly phrases?: Phrases
  /** Wordings of what is thought, wished or asked for. */
  readonly opinions?: RegExp
}

/** How the language puts words together. */
export interface Grammar {
  /** Where a phrase has its noun: "health workers", "agents de santé". */
  readonly head: 'first' | 'last'
  readonly decimalMark: '.' | ','
  /** Whether 3/4 is the fourth of March. */
  readonly monthFirst: boolean
  /** Words that are months only with a capital: "may". */
  readonly capitalMonths: readonly string[]
  /** What has to follow "hundreds" where they count something: nothing, or "of". */
  readonly vague: 'free' | 'of'
  /** Whether "one" is the article, too. */
  readonly oneIsArticle: boolean
  /** Whether a verb of speech in the passive has no speaker before it: "was reported". */
  readonly passiveHides: boolean
  /** What loses its vowel before another word, without the apostrophe: "l’armée". */
  readonly elided?: string
}

/** Words by class, parted by white space. */
export interface WordClasses {
  readonly prepositions: string
  readonly determiners: string
  readonly pronouns: string
  readonly conjunctions: string
  /** Forms of be, have, do and the modal verbs. */
  readonly auxiliaries: string
  /** Verb forms that do not look like one: "live", "fled", "said". */
  readonly verbs: string
  readonly adverbs: string
  readonly months: string
  /** Nouns that are numbered, not counted: "Section 7008", "Phase 3". */
  readonly numbered: string
  /** Plural or collective without an s. */
  readonly plurals: string
  /** Words that look like a verb or plural and are none: "crisis", "red". */
  readonly plain: string
}

export interface NumberWords {
  /** 1 to 99: they add up. */
  readonly small: ReadonlyMap<string, number>
  /** 100, 1000, a million …: they multiply what stands before them. */
  readonly multipliers: ReadonlyMap<string, number>
  /** "hundreds", "dozens": a magnitude without a number. */
  readonly vague: ReadonlyMap<string, number>
  /** "third", "quarters": parts of one. */
  readonly fractions: ReadonlyMap<string, number>
  /** Words between number words: "and", "et". */
  readonly joiners: ReadonlySet<string>
  /** "a" of "a hundred", "une" of "une centaine". */
  readonly articles: ReadonlySet<string>
  readonly half: ReadonlySet<string>
  /** "point", "virgule". */
  readonly decimal: string
}

/** What a wording says of the true value, by its sign. */
export type Relation = '≥' | '>' | '~' | '≤' | '<' | '='

/** Wordings right before and right after a number, parted by `|`. */
export interface Modifiers {
  readonly before: Readonly<Record<Relation, string>>
  readonly after: Readonly<Record<Relation, string>>
}

/** How who says something stands to it. */
export type Stance = 'said' | 'claimed' | 'denied' | 'disputed'

/** Verb forms by stance, parted by white space; verbs of speech proper; verbs whose content is given as a fact. */
export type Cues = Readonly<Record<Stance | 'speech' | 'reports', string>>

/** A line a unit, its name before a colon, then how it is written. */
export interface Units {
  readonly measures: string
  readonly times: string
  /** Written in one letter, or like a common word: a unit only right after digits. */
  readonly needDigits: string
  /** Before or after a unit → what comes before its name: "square" → "square-". */
  readonly adjectives: Readonly<Record<string, string>>
}

/** A word, then an ISO 4217 code; parted by `|`. */
export interface Currencies {
  readonly names: string
  readonly nations: string
}

/** Nouns that shares are taken of: by name, and by how they end but for some. */
interface Populations {
  readonly names: string
  readonly endings: string
  readonly not: string
}

/** Words before a full stop that ends no sentence; folded, parted by spaces. */
interface Abbreviations {
  readonly always: string
  /** Where a number follows. */
  readonly beforeNumber: string
}

export interface Everyday {
  /** Groups of words used for one another, parted by `|` or lines. */
  readonly alike: string
  /** Words that say so little that nothing is missing where they are. */
  readonly little: string
}
