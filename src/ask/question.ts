/**
 * A question as the search understands it: its units of meaning in order, each with the terms that
 * can stand for it, and the kind of answer it asks for.
 */
import { analyze, fold, indexTerms, stem, type Token } from '../../index/analyzer.ts'
import type { Corpus } from '../../index/corpus.ts'
import type { Language } from '../../index/document.ts'
import { asWords, exactly, within } from '../../index/languages/combined.ts'
import { detectLanguage } from '../../index/languages/language.ts'
import { FIRST } from '../../index/languages/packs.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { type AnswerKind, answerKind } from './answer-kind.ts'
import { type FieldWords, fieldWords } from './field-words.ts'
import { isDoubled, spelledAlike } from './spelling.ts'

/** Terms that together stand for a unit of the question. */
export interface Alternative {
  readonly terms: readonly string[]
  /** 1 for the question's own words, less for what stands in for them. */
  readonly weight: number
  readonly via: 'same' | 'acronym' | 'alias' | 'doubled' | 'spelling' | 'field'
}

/** A word of the question that carries meaning. */
export interface Unit {
  readonly written: string
  readonly folded: string
  readonly alternatives: readonly Alternative[]
  /** How much it says: inverse document frequency of its best-known form. */
  readonly idf: number
  /** Written with a capital inside the question, or a number: must not be missed lightly. */
  readonly name: boolean
  readonly number: boolean
  /** Whether any passage has one of its alternatives. */
  readonly known: boolean
}

interface Respelled {
  readonly written: string
  readonly read: readonly string[]
}

export interface Question {
  readonly text: string
  readonly language: Language
  readonly kind: AnswerKind
  readonly units: readonly Unit[]
  /** Index in `units` of what is counted or asked for: "how many *civilians*", "which *city*". */
  readonly focus?: number
  /** How much a word says that no passage has: the most that any can. */
  readonly unseen: number
  /** Words that no document has and nothing stands in for. */
  readonly unknown: readonly string[]
  /** So many of the first units were just asked; the others are carried over from a question before. */
  readonly asked?: number
  /** Words that no document has, each with those that it was read as. */
  readonly respelled: readonly Respelled[]
  /** The question before that it was read as going on from. */
  readonly goesOnFrom?: string
}

/** Only so many misspelt words are looked up: beyond that a question is noise. */
const MOST_SPELLINGS = 8
/** Longer questions are read up to this many units. */
const MOST_UNITS = 40

const WEIGHTS = { acronym: 0.9, alias: 0.9, doubled: 0.95, spelling: 0.75, field: 0.45 } as const
/** A word of the field counts more where no document has the question's own, and as a translation. */
const FIELD_ALONE = 0.75
const FIELD_TRANSLATED = 0.9

/** Words of questions that ask rather than mean: left out unless nothing else is there. */
const ASKING = exactly(phrases('questions', 'asking'))
const FOCUS = within(phrases('questions', 'focus'), asWords, 'iu')
/** "El Salvador", "La Esperanza": an article of another language says nothing of its own. */
const ARTICLES = exactly(phrases('questions', 'articlesOfNames'))
const FOCUS_LINKS = exactly(phrases('questions', 'focusLinks'))

export function readQuestion(
  text: string,
  corpus: Corpus,
  aliases: Readonly<Record<string, string>> = {},
  field: FieldWords = fieldWords(),
): Question {
  const language = questionLanguage(text, corpus)
  const tokens = analyze(text, language)
  const content = tokens.filter(
    (token, at) =>
      !token.stop && !ASKING.test(token.folded) && !isArticleOfName(token, tokens[at + 1]),
  )
  const used = (content.length > 0 ? content : tokens.filter((token) => !token.stop)).slice(
    0,
    MOST_UNITS,
  )
  const respelled: Respelled[] = []
  const languages = new Set<Language>([language, ...corpus.languages])
  let spellings = 0
  const units = used.map((token): Unit => {
    const written = text.slice(token.start, token.end)
    const alternatives = alternativesOf(token, language, languages, corpus, aliases, field)
    const known = alternatives.some((one) =>
      one.terms.every((term) => corpus.vocabulary.frequency(term) > 0),
    )
    if (!known && spellings < MOST_SPELLINGS) {
      spellings++
      alternatives.push(...misspelt(token, written, languages, corpus, respelled))
    }
    return toUnit(token, written, alternatives, corpus, token.start === firstWord(tokens))
  })
  const merged = mergeRepeats(units)
  const focus = focusOf(text, tokens, used, merged)
  return {
    text,
    language,
    kind: answerKind(text),
    units: merged,
    unseen: corpus.idf(''),
    ...(focus !== undefined && { focus }),
    unknown: merged.filter((unit) => !unit.known).map((unit) => unit.written),
    respelled,
  }
}

/** Everything but spelling that can stand for a word of the question. */
function alternativesOf(
  token: Token,
  language: Language,
  languages: ReadonlySet<Language>,
  corpus: Corpus,
  aliases: Readonly<Record<string, string>>,
  field: FieldWords,
): Alternative[] {
  const own = token.number ? token.terms : [...languages].map((one) => stem(token.folded, one))
  const ownKnown = own.some((term) => corpus.vocabulary.frequency(term) > 0)
  const fieldWeight = ownKnown
    ? WEIGHTS.field
    : corpus.languages.has(language)
      ? FIELD_ALONE
      : FIELD_TRANSLATED
  const alternatives = new Map<string, Alternative>()
  const add = (terms: readonly string[], via: Alternative['via']): void => {
    const key = terms.join(' ')
    if (terms.length === 0 || alternatives.has(key)) return
    const weight = via === 'same' ? 1 : via === 'field' ? fieldWeight : WEIGHTS[via]
    alternatives.set(key, { terms, via, weight })
  }
  for (const term of own) add([term], 'same')
  if (token.terms.length > 1) add(token.terms.slice(1), 'same')
  for (const term of own) {
    for (const { terms } of corpus.longForms(term)) add(terms, 'acronym')
    for (const [alias, meaning] of Object.entries(aliases)) {
      if (fold(alias) !== token.folded) continue
      for (const one of languages) add(indexTerms(meaning, one), 'alias')
    }
    for (const other of field.alike(term))
      if (corpus.vocabulary.frequency(other) > 0) add([other], 'field')
  }
  return [...alternatives.values()]
}

/** What a word is read as that no passage has; it is noted. */
function misspelt(
  token: Token,
  written: string,
  languages: ReadonlySet<Language>,
  corpus: Corpus,
  respelled: Respelled[],
): Alternative[] {
  const alternatives = spelledAlike(token, languages, corpus)
  if (alternatives.length === 0) return []
  const read = alternatives.map((term) => corpus.vocabulary.written(term) ?? term)
  respelled.push({ written, read })
  return alternatives.map((term) => {
    const via = isDoubled(token, term) ? 'doubled' : 'spelling'
    return { terms: [term], via, weight: WEIGHTS[via] }
  })
}

function toUnit(
  token: Token,
  written: string,
  alternatives: readonly Alternative[],
  corpus: Corpus,
  first: boolean,
): Unit {
  const known = alternatives.filter((one) =>
    one.terms.every((term) => corpus.vocabulary.frequency(term) > 0),
  )
  const idfs = (known.length > 0 ? known : alternatives).map((one) =>
    Math.max(...one.terms.map((term) => corpus.idf(term))),
  )
  return {
    written,
    folded: token.folded,
    alternatives,
    idf: Math.min(...idfs),
    name:
      (token.capital && !first) ||
      (token.capital && /\p{Lu}.*\p{Lu}/u.test(written)) ||
      token.number,
    number: token.number,
    known: known.length > 0,
  }
}

/** A word said twice is one unit. */
function mergeRepeats(units: readonly Unit[]): Unit[] {
  const seen = new Set<string>()
  return units.filter((unit) => {
    const key = unit.alternatives[0]?.terms.join(' ') ?? unit.folded
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The first unit after "how many", "which", "what", "combien de", "quel". */
function focusOf(
  text: string,
  tokens: readonly Token[],
  used: readonly Token[],
  units: readonly Unit[],
): number | undefined {
  const asks = FOCUS.exec(text)
  if (asks === null) return undefined
  const end = asks.index + asks[0].length
  const next = tokens.find((token) => token.start >= end)
  // "What is the …" asks for a thing it names; "what did …" asks for none.
  if (next?.stop === true && !FOCUS_LINKS.test(next.folded)) return undefined
  const focus = used.find((token) => token.start >= end)
  const at = units.findIndex((unit) => unit.folded === focus?.folded)
  return at < 0 ? undefined : at
}

function questionLanguage(text: string, corpus: Corpus): Language {
  const [only, second] = [...corpus.languages]
  return detectLanguage(text, only !== undefined && second === undefined ? only : FIRST)
}

const isArticleOfName = (token: Token, next: Token | undefined): boolean =>
  token.capital && next?.capital === true && ARTICLES.test(token.folded)

const firstWord = (tokens: readonly Token[]): number => tokens[0]?.start ?? -1
