/**
 * Reply → text for a terminal. Whatever comes from a document, a file name or a question is made
 * inert before it is printed.
 */
import { inert } from '../../src/inert.ts'
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
import { checkLines } from './check.ts'
import { citationLine, placeOf } from './citation.ts'
import { figuresLines } from './figures.ts'
import { summaryLines } from './summary.ts'
import type { Format, Look } from './look.ts'
import { paragraph } from './paragraph.ts'
import { wrap } from './wrap.ts'

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
  if (reply.kind === 'figures') return figuresLines(reply, look, quoteLines)
  if (reply.kind === 'sources') return sourcesLines(reply, look)
  if (reply.kind === 'help') return helpLines(reply, look)
  if (reply.kind === 'gaps') return gapsLines(reply.gaps, look)
  if (reply.kind === 'summary') return summaryLines(reply, look, quoteLines)
  if (reply.kind === 'context') return contextLines(reply, look)
  if (reply.kind === 'check') return checkLines(reply, look, quoteLines)
  if (reply.kind === 'notice') return reply.text.flatMap((line) => paragraph(line, look))
  if (reply.kind === 'suggestions') return list(reply.values, look)
  return paragraph(reply.message, look, ['red'])
}

/** The paragraphs dimmed, then the quote itself with where it stands. */
function contextLines({ paragraphs, quote }: Context, look: Look): string[] {
  return parted([
    ...paragraphs.map(({ text }) => paragraph(text, look, ['dim'])),
    quoteLines(quote, look),
  ])
}

function answerLines({ notes, quotes, figures }: Answer, look: Look): string[] {
  return [
    ...notes.flatMap((note) => paragraph(note, look)),
    ...(notes.length > 0 ? [''] : []),
    ...parted(
      quotes.map((quote, at) =>
        at === 0 ? inContext(quote, quotes, look) : quoteLines(quote, look),
      ),
    ),
    ...(figures === undefined
      ? []
      : ['', ...paragraph(`See every figure: figures ${figures}`, look)]),
  ]
}

/**
 * The first quote between its neighbours, dimmed. Without colours nothing tells them from the answer,
 * so they are left out; and so is what is quoted itself further on.
 */
function inContext(quote: Quote, quotes: readonly Quote[], look: Look): string[] {
  if (look.style(['dim'], 'x') === 'x') return quoteLines(quote, look)
  const isQuoted = ({ start, end }: Excerpt): boolean =>
    quotes.some(
      (other) =>
        other !== quote &&
        other.citation.document === quote.citation.document &&
        other.start < end &&
        start < other.end,
    )
  const beside = (excerpt: Excerpt | undefined): string[] =>
    excerpt === undefined || isQuoted(excerpt) ? [] : paragraph(excerpt.text, look, ['dim'], INDENT)
  const [lines, rest] = quoteAndSource(quote, look)
  return [...beside(quote.before), ...lines, ...beside(quote.after), ...rest]
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

function nothingLines({ notes, reason, unknown, nearest }: Nothing, look: Look): string[] {
  const lines = [...notes, reason].flatMap((line) => paragraph(line, look))
  // The reason often names them already.
  const missing = unknown.filter((word) => !reason.includes(word)).map((word) => `“${word}”`)
  if (missing.length > 0) lines.push(...paragraph(`In no document: ${missing.join(', ')}.`, look))
  if (nearest.length === 0) return lines
  return [
    ...lines,
    '',
    look.style(['dim'], 'Nearest passages (not an answer):'),
    ...parted(nearest.map((quote) => quoteLines(quote, look, ['dim']))),
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
      `and ${count(rest, `more ${what}`)}; all of them: npm start -- sources --json`,
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
  const place = source.url === undefined ? '' : `${placeOf(source)} · `
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
const BAR = '│ '

/** The quote behind a bar, what the question hit in bold, and below it where it stands. */
function quoteLines(quote: Quote, look: Look, formats: readonly Format[] = []): string[] {
  return quoteAndSource(quote, look, formats).flat()
}

function quoteAndSource(
  quote: Quote,
  look: Look,
  formats: readonly Format[] = [],
): [string[], string[]] {
  const { text, at } = inert(quote.text)
  const marks = quote.marks.map(({ start, end }) => ({ start: at(start), end: at(end) }))
  const bar = look.style(['dim'], BAR)
  const below = (line: string) => paragraph(line, look, ['dim'], INDENT)
  const lines = wrap(text, look.width - BAR.length).map(
    ({ start, end }) =>
      bar +
      runs(start, end, marks)
        .map((run) =>
          look.style(run.marked ? [...formats, 'bold'] : formats, text.slice(run.start, run.end)),
        )
        .join(''),
  )
  const source = [
    ...paragraph(citationLine(quote.citation), look, formats, INDENT),
    // An address stays in one piece, however long: cut, it cannot be followed.
    INDENT + look.style(['dim'], placeOf(quote.citation)),
    ...alsoLines(quote, below),
    ...explanationLines(quote, below),
  ]
  return [lines, source]
}

/** Wording that is everywhere does not fill the screen. */
const MOST_ALSO = 3

function alsoLines({ also }: Quote, below: (line: string) => string[]): string[] {
  const rest = also.length - MOST_ALSO
  return [
    ...also.slice(0, MOST_ALSO).flatMap((citation) => below(`also in ${citationLine(citation)}`)),
    ...(rest > 0 ? below(`and in ${count(rest, 'more document')}`) : []),
  ]
}

function explanationLines({ explanation }: Quote, below: (line: string) => string[]): string[] {
  return (explanation ?? []).flatMap(({ feature, value, contribution }) =>
    below(`${feature} ${value.toFixed(3)} → ${contribution.toFixed(3)}`),
  )
}

interface Run {
  readonly start: number
  readonly end: number
  readonly marked: boolean
}

/** Cuts a line where marking begins and ends. Marks may overlap or lie outside it. */
function runs(start: number, end: number, marks: readonly { start: number; end: number }[]): Run[] {
  const cuts = new Set([start, end])
  for (const mark of marks)
    for (const cut of [mark.start, mark.end]) if (cut > start && cut < end) cuts.add(cut)
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? start
    const marked = marks.some((mark) => mark.start <= from && mark.end >= to)
    return { start: from, end: to, marked }
  })
}

const list = (items: readonly string[], look: Look): string[] =>
  items.flatMap((item) => paragraph(item, look, [], INDENT))

/** An empty line between blocks. */
const parted = (blocks: readonly string[][]): string[] =>
  blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]))

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`
