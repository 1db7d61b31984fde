/**
 * Reply → text for a terminal. Whatever comes from a document, a file name or a question is made
 * inert before it is printed.
 */
import { wordingsIn } from '../../src/wordings/in-language.ts'
import { numbered, referencesOf } from '../../src/references.ts'
import type {
  Answer,
  Context,
  Excerpt,
  Gap,
  Nothing,
  Quote,
  Reply,
  Source,
  Sources,
} from '../../src/reply.ts'
import { readingLines } from '../shared/reading-lines.ts'
import { checkLines } from './check.ts'
import { citationLine, placeOf } from './citation.ts'
import { figuresLines } from './figures.ts'
import { besideLines, quoteLines, quoteWithSource, referenceLines } from './quotes.ts'
import { summaryLines } from './summary.ts'
import type { Look } from './look.ts'
import { paragraph } from './paragraph.ts'
import { commandLine } from '../../src/command-line.ts'

/** Ends with a line end. */
export function renderReply(reply: Reply, look: Look): string {
  return linesOf(reply, look).join('\n') + '\n'
}

/** What a session opens with: what was read, and what to ask. */
export function renderGreeting(sources: Sources, examples: readonly string[], look: Look): string {
  const passages = sources.documents.reduce((sum, { passages: count }) => sum + count, 0)
  const lines = [
    ...paragraph('Verbatim answers only in quotes from the documents, each with its source.', look),
    ...paragraph(
      `It has read ${count(sources.documents.length, 'document')}, ${count(passages, 'passage')}.`,
      look,
    ),
  ]
  if (sources.problems.length > 0)
    lines.push(
      ...paragraph(`${count(sources.problems.length, 'problem')}: type sources to see.`, look),
    )
  if (examples.length > 0) lines.push('', ...exampleLines(examples, look))
  return [...lines, '', 'Type help, sources or exit.'].join('\n') + '\n'
}

function linesOf(reply: Reply, look: Look): string[] {
  if (reply.kind === 'answer') return answerLines(reply, look)
  if (reply.kind === 'nothing') return nothingLines(reply, look)
  if (reply.kind === 'figures') return figuresLines(reply, look)
  if (reply.kind === 'sources') return sourcesLines(reply, look)
  if (reply.kind === 'help') return helpLines(reply, look)
  if (reply.kind === 'gaps') return gapsLines(reply.gaps, look)
  if (reply.kind === 'summary') return summaryLines(reply, look)
  if (reply.kind === 'context') return contextLines(reply, look)
  if (reply.kind === 'document' || reply.kind === 'page')
    return readingLines(reply).flatMap((line) => paragraph(line, look))
  if (reply.kind === 'check') return checkLines(reply, look, quoteWithSource)
  if (reply.kind === 'notice') return reply.text.flatMap((line) => paragraph(line, look))
  if (reply.kind === 'suggestions') return list(reply.values, look)
  return paragraph(reply.message, look, ['red'])
}

/** The paragraphs dimmed, then the quote itself with where it stands. */
function contextLines({ paragraphs, quote }: Context, look: Look): string[] {
  return parted([
    ...paragraphs.map(({ text }) => paragraph(text, look, ['dim'])),
    quoteWithSource(quote, look),
  ])
}

function answerLines({ notes, quotes, figures }: Answer, look: Look): string[] {
  return [
    ...notes.flatMap((note) => paragraph(note, look)),
    ...(notes.length > 0 ? [''] : []),
    ...parted(
      numbered(quotes).map(({ number, quote }) =>
        number === 1 ? inContext(quote, quotes, look) : quoteLines(quote, look, { number }),
      ),
    ),
    '',
    ...referenceLines(referencesOf(numbered(quotes)), look, ALSO),
    ...(figures === undefined
      ? []
      : ['', ...paragraph(`See every figure: figures ${figures}`, look)]),
  ]
}

/** Before other documents that have the same words. */
const ALSO = 'also in'

/**
 * The first quote between its neighbours, dimmed and behind a bar of their own. Without colours they
 * are left out; and so is what is quoted itself further on.
 */
function inContext(quote: Quote, quotes: readonly Quote[], look: Look): string[] {
  const lines = quoteLines(quote, look, { number: 1 })
  if (look.style(['dim'], 'x') === 'x') return lines
  const isQuoted = ({ start, end }: Excerpt): boolean =>
    quotes.some(
      (other) =>
        other !== quote &&
        other.citation.document === quote.citation.document &&
        other.start < end &&
        start < other.end,
    )
  const beside = (excerpt: Excerpt | undefined): string[] =>
    excerpt === undefined || isQuoted(excerpt) ? [] : besideLines(excerpt, look)
  return [...beside(quote.before), ...lines, ...beside(quote.after)]
}

function gapsLines(gaps: readonly Gap[], look: Look): string[] {
  if (gaps.length === 0)
    return paragraph('No question has gone unanswered. They are listed here when one does.', look)
  return gaps.flatMap(({ question, at, platform, channel, reason, nearest }, index) => [
    ...(index > 0 ? [''] : []),
    ...paragraph(question, look, ['bold']),
    ...paragraph(`${at.slice(0, 16).replace('T', ' ')} UTC, ${platform} ${channel}`, look, ['dim']),
    ...paragraph(reason, look),
    ...(nearest === undefined
      ? []
      : paragraph(`Nearest (${nearest.document}): ${nearest.text}`, look, ['dim'])),
  ])
}

function nothingLines(
  { notes, reason, unknown, nearest, language }: Nothing,
  look: Look,
): string[] {
  const words = wordingsIn(language).answers
  const lines = [...notes, reason].flatMap((line) => paragraph(line, look))
  // The reason often names them already.
  const missing = unknown.filter((word) => !reason.includes(word)).map(words.quoted)
  if (missing.length > 0) lines.push(...paragraph(words.inNoDocument(missing.join(', ')), look))
  if (nearest.length === 0) return lines
  return [
    ...lines,
    '',
    look.style(['dim'], `${words.nearest}:`),
    ...parted(
      numbered(nearest).map(({ number, quote }) =>
        quoteLines(quote, look, { number, formats: ['dim'] }),
      ),
    ),
    '',
    ...referenceLines(referencesOf(numbered(nearest)), look, ALSO),
  ]
}

function helpLines({ text, examples }: Help, look: Look): string[] {
  const lines = text.flatMap((line) => paragraph(line, look))
  return examples.length === 0 ? lines : [...lines, '', ...exampleLines(examples, look)]
}

const exampleLines = (examples: readonly string[], look: Look): string[] => [
  'Ask, for example:',
  ...list(examples, look),
]

function sourcesLines({ origins, documents, problems }: Sources, look: Look): string[] {
  const lines = [
    ...origins.flatMap(({ location, set, documents: own }) =>
      paragraph(`${set}: ${location} · ${count(own, 'document')}`, look),
    ),
    ...(origins.length > 0 ? [''] : []),
    `${count(documents.length, 'document')}:`,
    ...parted(documents.slice(0, MOST_LISTED).map((source) => sourceLines(source, look))),
    ...restLines(documents.length, 'document', look),
  ]
  if (problems.length === 0) return lines
  return [
    ...lines,
    '',
    `${count(problems.length, 'problem')}:`,
    ...list(problems.slice(0, MOST_LISTED), look),
    ...restLines(problems.length, 'problem', look),
  ]
}

/** More are not read from a screen, and push the problems out of it. */
const MOST_LISTED = 100

function restLines(all: number, what: string, look: Look): string[] {
  const rest = all - MOST_LISTED
  if (rest <= 0) return []
  return [
    '',
    ...paragraph(
      `and ${count(rest, `more ${what}`)}; all of them: ${commandLine('sources --json')}`,
      look,
    ),
  ]
}

function sourceLines(source: Source, look: Look): string[] {
  const { language, passages, series, covers } = source
  const about = [
    `${language}, ${count(passages, 'passage')}`,
    ...(series === undefined || source.title.value.includes(series) ? [] : [series]),
    ...(covers === undefined ? [] : [`covers ${covers.from} to ${covers.to}`]),
  ].join(' · ')
  // A page is called by its address.
  const place =
    source.url === undefined || source.url === source.document ? '' : `${placeOf(source)} · `
  return [
    ...paragraph(citationLine(source), look),
    ...paragraph(`${place}${source.document} · ${about}`, look, ['dim'], INDENT),
    ...(source.evidence ?? []).flatMap(({ field, value, score, reason }) =>
      paragraph(`${field} ${score}: ${value} (${reason})`, look, ['dim'], `${INDENT}${INDENT}`),
    ),
  ]
}

type Help = Extract<Reply, { kind: 'help' }>

const INDENT = '  '
const list = (items: readonly string[], look: Look): string[] =>
  items.flatMap((item) => paragraph(item, look, [], INDENT))

/** An empty line between blocks. */
const parted = (blocks: readonly string[][]): string[] =>
  blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]))

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`
