/** A draft as it is checked: its sentences, its quotations, and what of it is no claim. */
import { analyze } from '../../index/analyzer.ts'
import type { Language, Span } from '../../index/document.ts'
import { saysLittle } from '../../index/languages/everyday.ts'
import { detectLanguage } from '../../index/languages/language.ts'
import { isOpinion } from '../../index/languages/opinions.ts'
import { sentences } from '../../index/sentences.ts'
import { type Quotation, quotationsIn } from './quotations/in-draft.ts'
import { readStatement } from './judge/statement.ts'
import { speakersIn } from './speakers.ts'
import { bareWords } from './quotations/words.ts'

/** Why a stretch is not checked. */
type LeftOut = 'question' | 'opinion' | 'heading' | 'too short'

export interface DraftSentence extends Span {
  /** What it says in the draft's own voice: quotations are blanks. Same length as the stretch. */
  readonly own: string
  readonly left?: LeftOut
}

export interface Draft {
  readonly text: string
  readonly language: Language
  readonly sentences: readonly DraftSentence[]
  readonly quotations: readonly Quotation[]
}

/** A quotation of fewer words is a name or an emphasis, and stays part of its sentence. */
const SHORTEST_QUOTATION = 3
/** A claim has so many words of its own. */
const SHORTEST_CLAIM = 4
/** And so many with a number among them. */
const SHORTEST_COUNT = 3

export function readDraft(text: string): Draft {
  const language = detectLanguage(text)
  const quotations = quotationsIn(text).filter(
    ({ start, end }) => bareWords(text.slice(start, end)).length >= SHORTEST_QUOTATION,
  )
  const own = blanked(text, quotations)
  const found = paragraphsOf(text).flatMap((paragraph) =>
    sentences(own.slice(paragraph.start, paragraph.end), language)
      .map(({ start, end }) => ({ start: paragraph.start + start, end: paragraph.start + end }))
      .flatMap((span) => toSentence(text, own, span, language, paragraph)),
  )
  return { text, language, sentences: found, quotations }
}

function toSentence(
  text: string,
  own: string,
  span: Span,
  language: Language,
  paragraph: Span,
): DraftSentence[] {
  const said = own.slice(span.start, span.end)
  const words = bareWords(said).length
  if (words === 0) return []
  const left = leftOut(text.slice(span.start, span.end), said, words, language, paragraph, text)
  // What is left of a sentence beside its quotation says only who speaks.
  const quotes = said !== text.slice(span.start, span.end)
  if (quotes && (left === 'too short' || contentOf(said, language) < OWN_CONTENT)) return []
  return [{ ...span, own: said, ...(left !== undefined && { left }) }]
}

/** Words beside a quotation that say more than who speaks. */
const OWN_CONTENT = 4

function contentOf(said: string, language: Language): number {
  const speakers = speakersIn(said, language)
  const isSpeaker = (word: Span): boolean =>
    speakers.some(({ start, end }) => start <= word.start && word.end <= end)
  return analyze(said, language).filter(
    (word) => !word.stop && !saysLittle(word.terms[0] ?? '', language) && !isSpeaker(word),
  ).length
}

function leftOut(
  whole: string,
  said: string,
  words: number,
  language: Language,
  paragraph: Span,
  text: string,
): LeftOut | undefined {
  if (/\?["”’»)\]]*$/u.test(whole.trim())) return 'question'
  if (isHeading(text.slice(paragraph.start, paragraph.end))) return 'heading'
  if (words < SHORTEST_CLAIM && !isCount(said, words, language)) return 'too short'
  return isOpinion(said.trim(), language) ? 'opinion' : undefined
}

/** "Two sailors died.", "Oake is 57." */
const isCount = (said: string, words: number, language: Language): boolean =>
  words >= SHORTEST_COUNT && readStatement(said, language).numbers.length > 0

/** A mark of Markdown, or a short line that no full stop ends. */
function isHeading(paragraph: string): boolean {
  const line = paragraph.trim()
  if (/^#{1,6}\s/u.test(line)) return true
  return (
    !/[.!?…:;,”"»)]$/u.test(line) &&
    !line.includes('\n') &&
    bareWords(line).length <= 8 &&
    !/\d/u.test(line)
  )
}

/** Paragraphs, list items and headings, each by itself. */
function paragraphsOf(text: string): Span[] {
  const found: Span[] = []
  let from = 0
  for (const { index, 0: gap } of text.matchAll(/\n\s*\n|\n(?=\s*(?:[-*•>#]|\d{1,2}[.)])\s)/gu)) {
    if (index > from) found.push({ start: from, end: index })
    from = index + gap.length
  }
  if (from < text.length) found.push({ start: from, end: text.length })
  return found
}

/** The quotations' words as blanks; their marks stay, so that a sentence ends where it ends. */
function blanked(text: string, quotations: readonly Quotation[]): string {
  let own = ''
  let from = 0
  for (const { start, end } of quotations) {
    const words = text.slice(start, end)
    // The stop inside the marks is the sentence's.
    const stop = /[.!?…]$/u.test(words) ? words.at(-1) : ''
    own += text.slice(from, start) + ' '.repeat(words.length - (stop?.length ?? 0)) + (stop ?? '')
    from = end
  }
  return own + text.slice(from)
}
