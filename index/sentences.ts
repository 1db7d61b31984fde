/**
 * Sentences, as Unicode's rules in Intl.Segmenter find them, put together again where the full stop
 * belonged to an abbreviation, an initial or a quotation that goes on.
 */
import { ALWAYS, BEFORE_NUMBER, BEFORE_ORDINAL, MONTHS } from './languages/abbreviations.ts'
import { fold } from './analyzer.ts'
import type { Language, Span } from './document.ts'
import { perLanguage } from './languages/packs.ts'
import { stopWords } from './languages/stop-words.ts'

/** A text without any full stop is cut into pieces of at most this many characters. */
const LONGEST = 1200

const segmenters = perLanguage(
  (_, language) => new Intl.Segmenter(language, { granularity: 'sentence' }),
)

/** The sentences of one paragraph, without the white space between them. */
export function sentences(text: string, language: Language): Span[] {
  // A line end inside a paragraph ends no sentence; the replacement keeps every offset.
  const flat = text.replace(/[\r\n\t\f\v\u0085\u2028\u2029]/gu, ' ')
  if (!ENDING.test(flat)) return pieces(flat, trim(flat, { start: 0, end: flat.length }))
  const found: { start: number; end: number }[] = []
  for (const { segment, index } of segmenters[language].segment(flat)) {
    const last = found.at(-1)
    const end = index + segment.length
    const before = last && flat.slice(Math.max(last.start, last.end - 80), last.end)
    if (last === undefined || before === undefined) found.push({ start: index, end })
    else {
      // French sets a space before its closing mark: « C’est fini. » Puis …
      const mark = /[.!?…]\s*$/u.test(before) ? (CLOSING_MARK.exec(segment)?.[0].length ?? 0) : 0
      last.end = index + mark
      if (mark > 0) found.push({ start: last.end, end })
      else if (goesOn(before, segment, language)) last.end = end
      else found.push({ start: index, end })
    }
  }
  return apart(flat, found).flatMap((span) => pieces(flat, trim(flat, span)))
}

/** Without one of these no sentence ends: names, headings, the rows of a table are told at once. */
const ENDING = /[\p{Sentence_Terminal}\u2024\uFE52\uFF0E]/u

const CLOSING_MARK = /^[»”]\s+(?=[«“"(]?\p{Lu})/u

/** Whether the segment after `before` belongs to the same sentence. */
function goesOn(before: string, after: string, language: Language): boolean {
  const ending = before.trimEnd()
  const start = after.trimStart()
  if (start === '' || ending === '') return true
  if (/^[\p{Ll}]/u.test(start) || /^[)\]}”’»,;:–—-]/u.test(start)) return true
  if (/^["'“‘«(]?\p{Ll}/u.test(start) && /[,;:–—-]["'”’»]?$/u.test(ending)) return true
  const stopped = /(?:^|[\s("'“‘’«[–—/-])((?:\p{L}\.?)+|\d{1,2})\.$/u.exec(ending)?.[1]
  if (stopped === undefined) return !/[.!?…。]["'”’»)\]]*$/u.test(ending)
  if (/^\d+$/u.test(stopped)) return ending.length <= stopped.length + 2 || isOrdinal(ending, start)
  const word = fold(stopped)
  if (ALWAYS.has(word))
    return !startsSentence(start, language) || !['m', 'me', 'al', 'st', 'sr', 'art'].includes(word)
  if (BEFORE_NUMBER.has(word) && /^\d/u.test(start)) return true
  const initials = /^\p{Lu}$|^(?:\p{L}\.)+\p{L}$/u.test(stopped)
  return initials && !startsSentence(start, language)
}

/** "am 18. September", "im 19. Jahrhundert": a stop that makes a number an ordinal. */
function isOrdinal(before: string, after: string): boolean {
  const next = /^\p{L}+/u.exec(after)?.[0]
  if (next === undefined) return false
  if (MONTHS.has(fold(next))) return true
  const word = /(?<!\p{L})(\p{L}+) \d{1,2}\.$/u.exec(before)?.[1]
  return word !== undefined && BEFORE_ORDINAL.has(word.toLowerCase())
}

/**
 * Ends that the rules do not see: a mark of a note right after the stop ("dry.[2] Wells", "dry.:14 Wells"),
 * and a stop without a space before the next sentence ("was dry.Wells").
 */
const UNSEEN =
  /(?<=[\p{L}\p{N})”"’»%])[.!?](?:\[[^\][]{1,40}\]|:\d[\d–-]{0,12}){1,8}(?=\s{1,4}["“«(]?\p{Lu})|(?<=[^\p{L}\p{N}/@_.\\:-]\p{Ll}{4,20})[.!?](?=\p{Lu}\p{Ll}{2,30}[\s,])/gu

/** Spans cut where such an end stands in them. */
function apart(text: string, spans: readonly Span[]): Span[] {
  const ends = [...text.matchAll(UNSEEN)].map((match) => match.index + match[0].length)
  if (ends.length === 0) return [...spans]
  const cut: Span[] = []
  let at = 0
  for (const { start, end } of spans) {
    let from = start
    while ((ends[at] ?? Number.POSITIVE_INFINITY) <= from) at++
    for (let next = ends[at]; next !== undefined && next < end; next = ends[++at]) {
      cut.push({ start: from, end: next })
      from = next
    }
    cut.push({ start: from, end })
  }
  return cut
}

/** Whether it begins as sentences do after "U.S.": with a function word, not with a name. */
function startsSentence(text: string, language: Language): boolean {
  const word = /^["'“‘«(]?(\p{L}+)/u.exec(text)?.[1]
  return word !== undefined && word.length > 1 && stopWords(language).has(fold(word))
}

function trim(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && /\s/u.test(text[from] ?? '')) from++
  while (to > from && /\s/u.test(text[to - 1] ?? '')) to--
  return { start: from, end: to }
}

function pieces(text: string, span: Span): Span[] {
  if (span.end <= span.start) return []
  if (span.end - span.start <= LONGEST) return [span]
  const found: Span[] = []
  let from = span.start
  while (span.end - from > LONGEST) {
    const window = text.slice(from, from + LONGEST)
    const at = Math.max(window.lastIndexOf('; '), window.lastIndexOf(': '))
    const cut = at > LONGEST / 3 ? at + 1 : window.lastIndexOf(' ')
    const to = from + (cut > 0 ? cut : LONGEST)
    found.push(trim(text, { start: from, end: to }))
    from = to
  }
  found.push(trim(text, { start: from, end: span.end }))
  return found.filter((piece) => piece.end > piece.start)
}
