/** Whose words a quotation is said to be, and whose they are in the document. */
import { fold, stem } from '../../../index/analyzer.ts'
import type { Corpus } from '../../../index/corpus.ts'
import type { Document, Language, Span } from '../../../index/document.ts'
import { beginAlike } from '../about.ts'
import { exactly } from '../../../index/languages/combined.ts'
import { phrases } from '../../../index/languages/phrases.ts'
import { stopWords } from '../../../index/languages/stop-words.ts'
import { tokenize } from '../../../index/quantities/numbers/tokens.ts'
import { attributions } from '../../../index/quantities/speakers/attribution.ts'
import type { Draft } from '../draft.ts'

export interface OtherSpeaker {
  /** Where the draft names its speaker. */
  readonly at: Span
  /** Who says it in the document. */
  readonly document: string
}

/** So many characters around a stretch may name its speaker. */
const AROUND = 400

/**
 * Who says it in the document, where that is shown to be another than the draft says: both are named and
 * share no name, or the document's publisher says it and the draft's speaker is nowhere near.
 * @param stretch of the draft, said to be somebody's
 * @param span of the document's reading text that says the same
 */
export function otherSpeaker(
  { text, language }: Pick<Draft, 'text' | 'language'>,
  stretch: Span,
  document: Document,
  span: Span,
  corpus: Pick<Corpus, 'longForms'>,
): OtherSpeaker | undefined {
  const said = speakerOf(text, stretch, language)
  if (said === undefined) return undefined
  const names = namesIn(said.text, language, corpus)
  if (names.size === 0) return undefined
  const own = voiceOf(document, corpus)
  const there = speakerOf(document.clean, span, document.language)
  const theirs =
    there === undefined ? new Set<string>() : namesIn(there.text, document.language, corpus)
  if (there !== undefined && theirs.size > 0) {
    if (shares(names, theirs) || shares(names, own)) return undefined
    return { at: said.at, document: there.text }
  }
  // A speaker without a name may be anybody.
  if (there !== undefined || document.publisher === undefined) return undefined
  if (shares(names, own) || isNear(names, document, span)) return undefined
  return { at: said.at, document: document.publisher.value }
}

interface Speaker {
  readonly text: string
  readonly at: Span
}

/** The nearest named speaker whose words the stretch is among. */
function speakerOf(text: string, { start, end }: Span, language: Language): Speaker | undefined {
  const from = Math.max(0, start - AROUND, text.lastIndexOf('\n\n', start) + 1)
  const next = text.indexOf('\n\n', end)
  const to = Math.min(text.length, end + AROUND, next < 0 ? text.length : next)
  const tokens = tokenize(text.slice(from, to), language)
  const middle = (start + end) / 2 - from
  const offset = (at: number, side: 'start' | 'end'): number => tokens[at]?.[side] ?? 0
  const spoken = attributions(tokens, language)
    .filter(
      ({ content }) =>
        offset(content.from, 'start') <= middle && middle <= offset(content.to - 1, 'end'),
    )
    .map(({ speaker }) => ({
      start: offset(speaker.from, 'start'),
      end: offset(speaker.to - 1, 'end'),
    }))
    .sort((a, b) => distance(a, middle) - distance(b, middle))
  const [first] = spoken
  if (first === undefined) return undefined
  const at = { start: from + first.start, end: from + first.end }
  return { text: text.slice(at.start, at.end), at }
}

const distance = ({ start, end }: Span, middle: number): number =>
  Math.min(Math.abs(start - middle), Math.abs(end - middle))

/** Names in a text, folded: words with a capital, their initials, and what an acronym stands for. */
function namesIn(text: string, language: Language, corpus: Pick<Corpus, 'longForms'>): Set<string> {
  const stops = stopWords(language)
  const words = [...text.replaceAll('.', '').matchAll(/\p{Lu}[\p{L}\p{M}]+/gu)].map(
    ([word]) => word,
  )
  const names = words.map(fold).filter((word) => !stops.has(word) && !TITLE.test(word))
  const initials = words.map((word) => fold(word)[0] ?? '').join('')
  const long = words.flatMap((word) =>
    corpus
      .longForms(stem(fold(word), language))
      .flatMap(({ longForm }) => fold(longForm).split(/\P{L}+/u)),
  )
  return new Set([
    ...names,
    ...(initials.length >= 2 ? [initials] : []),
    ...long.filter((word) => word.length > 3),
  ])
}

const TITLE = exactly(phrases('checking', 'titles'))

const shares = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((name) => [...other].some((theirs) => theirs === name || beginAlike(name, theirs)))

/** The names that stand for the document itself. */
function voiceOf(
  { publisher, title, byline, source, language }: Document,
  corpus: Pick<Corpus, 'longForms'>,
): Set<string> {
  const texts = [publisher?.value, title.value, byline, source?.publisher, source?.title]
  return new Set(
    texts.flatMap((text) => (text === undefined ? [] : [...namesIn(text, language, corpus)])),
  )
}

/** So many characters on either side of what is said. */
const NEAR = 1500

function isNear(names: ReadonlySet<string>, { clean }: Document, { start, end }: Span): boolean {
  const text = fold(clean.slice(Math.max(0, start - NEAR), end + NEAR)).replaceAll('.', '')
  const words = new Set(text.split(/[^\p{L}]+/u))
  return [...names].some((name) => words.has(name))
}
