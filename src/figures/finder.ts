/** Looks figures up: a request in, every figure that the documents hold for it out, side by side. */
import { fold } from '../../index/analyzer.ts'
import type { Corpus } from '../../index/corpus.ts'
import type { Document, Language } from '../../index/document.ts'
import { type Figure, sentenceOf, sliceOf, wholeOf } from '../../index/quantities/figure-index.ts'
import type { Passage } from '../../index/passages.ts'
import { Slices } from '../../index/slices.ts'
import type { AreCopies } from '../ask/copies.ts'
import { type FieldWords, fieldWords } from '../ask/field-words.ts'
import {
  allowedByBoth,
  documentFilter,
  phraseFilter,
  readFilters,
  withoutFilter,
} from '../ask/filters.ts'
import { howRead } from '../ask/how-read.ts'
import { withoutNoise } from '../ask/noise.ts'
import { type Question, readQuestion } from '../ask/question.ts'
import { queryOf } from '../ask/rank.ts'
import type { Figures, Nothing } from '../reply.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import { type Apart, apartFrom } from './apart.ts'
import { choose, isCount, weighed } from './choose.ts'
import { quoteFigure } from './cite.ts'
import { foldCopies } from './fold.ts'
import { sortOf } from './level.ts'
import { groupMembers } from './group.ts'
import { matchFigure } from './match.ts'
import { type Member, memberOf } from './member.ts'
import { amid, type FigureQuery, readQuery } from './query.ts'
import { FigureReader, type FigureTerms } from './reading.ts'
import { rivals, worded } from './worded.ts'
import { toReply } from './show.ts'

export interface FigureFinderOptions {
  readonly corpus: Corpus
  /** Word or acronym → what it stands for. */
  readonly aliases: Readonly<Record<string, string>>
  /** Words that stand for one another; those of the field unless told. */
  readonly field?: FieldWords
  readonly clock?: () => Date
}

export interface FindOptions {
  /** Only documents that pass; applied before all else. */
  readonly allows?: ReadonlySet<string>
  /** Of `reader()`, for many requests in a row: figures are read once for all of them. */
  readonly reader?: FigureReader
  /** That of whoever reads what is said beside the figures; the first unless told. */
  readonly language?: Language
}

/** Figures are looked for in so many passages that have words of the request. */
const DEPTH = 1000
const NEAREST = 3
const MANY = 50
/** More figures are not put side by side: nobody could look through them. */
const MOST = 300
/** A paragraph with more figures is no text: of such a one, the first are looked through. */
const MOST_OF_PARAGRAPH = 1000
/** Copies of a document are told apart among so many: forty sites may have one story. */
const MOST_FOLDED = 1500

export class FigureFinder {
  readonly #options: FigureFinderOptions

  constructor(options: FigureFinderOptions) {
    this.#options = options
  }

  reader(): FigureReader {
    return new FigureReader(this.#options.field ?? fieldWords())
  }

  /** @throws VerbatimError 'question' when a filter is malformed or fits no document */
  async find(text: string, options: FindOptions = {}): Promise<Figures | Nothing> {
    const { corpus, aliases, clock = () => new Date() } = this.#options
    const { withNations } = await import('../nations.ts')
    const field = withNations(this.#options.field ?? fieldWords())
    const { answers, figures: words } = wordingsIn(options.language)
    const { text: asked, filters } = readFilters(text, clock(), answers)
    const question = await corpus.informed(() =>
      readQuestion(withoutNoise(asked) || asked, corpus, aliases, field),
    )
    const within = documentFilter(filters, corpus.documents.values(), answers)
    const allows = allowedByBoth(within.allows, options.allows)
    const has = phraseFilter(filters)
    const passages = (await this.#passages(question, allows)).filter(
      (passage) => has === undefined || has(passage),
    )
    const lacks = withoutFilter(filters)
    const reader = options.reader ?? new FigureReader(field)
    await corpus.readFigures(new Set(passages.map(({ document }) => document.id)))
    const slices = new Slices()
    const { figures, crowded } = figuresIn(corpus, passages)
    const readings = await slices.map(figures, (figure) => reader.read(figure))
    const query = amid(readQuery(question, field), readings)
    const settings = await corpus.informed(() => settingsOf(corpus, readings))
    const asks = wordsOf(asked)
    const matched = await slices.map(readings, (reading) => {
      if (asks.has(numberOf(reading.figure))) return []
      const member = memberOf(reading, matchFigure(query, reading), settings)
      const { figure } = member
      return lacks === undefined || lacks(sentenceText(figure), figure.document.language)
        ? [member]
        : []
    })
    const members = matched.flat()
    const notes = [
      ...within.notes,
      ...howRead(question, answers),
      ...crowded.map(({ title }) => words.notes.crowded(title.value, MOST_OF_PARAGRAPH)),
    ]
    const areCopies: AreCopies = (one, other) => corpus.areCopies(one, other)
    const direct = choose(members, query).filter(isTold)
    const isDirect = direct.some(({ match }) => !match.related)
    const counts = (
      await slices.map(direct, (one) =>
        query.change || isCount(one, direct) ? [weighed(one, query, reader)] : [],
      )
    ).flat()
    const among = await worded(without(members, direct), query, reader, slices, isDirect)
    const all = isDirect ? [...counts, ...rivals(among, counts)] : among
    if (!isDirect && among.length > 0) notes.push(words.notes.among)
    const best = all.toSorted((a, b) => b.match.score - a.match.score)
    const chosen = await foldCopies(best.slice(0, MOST_FOLDED), areCopies)
    const found = chosen.slice(0, MOST)
    const left = chosen.length - found.length + Math.max(0, best.length - MOST_FOLDED)
    if (left > 0) notes.push(words.notes.more(left))
    if (!found.some(({ match }) => !match.related)) {
      const apart = question.unknown.length > 0 ? undefined : apartFrom(members, query)
      return await nothing(text, question, apart?.members ?? members, areCopies, {
        reasonOf: (near) => reasonOf(question, near, apart, options.language),
        notes,
      })
    }
    const shown = new Set(all.map(({ figure }) => figure))
    const asParts = (parts: readonly Member[]): Member[] =>
      parts.filter(({ figure }) => !shown.has(figure))
    const groups = await groupMembers(found, {
      partsOf: ({ figure }) => asParts(partsOf(figure, query, reader)),
      others: await foldCopies(
        members
          .filter(({ figure }) => !shown.has(figure) && sortOf(figure) !== 'change')
          .slice(0, MOST),
        areCopies,
      ),
      areCopies,
    })
    const reply = await corpus.informed(() =>
      toReply(text, groups, (terms) => written(terms, question, corpus), { notes, words }),
    )
    return !isDirect ? { ...reply, among: true } : reply
  }

  async #passages(question: Question, allows: ReadonlySet<string> | undefined): Promise<Passage[]> {
    const { corpus } = this.#options
    const hits = await corpus.search(queryOf(question), { limit: DEPTH, allows })
    return hits.flatMap(({ id }) => corpus.passages.get(id) ?? [])
  }
}

/** Places that a tenth of all passages names, where there are enough passages to tell. */
function settingsOf(corpus: Corpus, readings: readonly FigureTerms[]): Set<string> {
  const { size } = corpus.passages
  const places = readings.flatMap(({ place }) => [...place])
  return new Set(
    size < MANY ? [] : places.filter((term) => corpus.vocabulary.frequency(term) > size / 10),
  )
}

/** The figures whose numbers stand in the passages, in the order of the documents. */
function figuresIn(
  corpus: Corpus,
  passages: readonly Passage[],
): { readonly figures: Figure[]; readonly crowded: readonly Document[] } {
  const stretches = Map.groupBy(
    passages.flatMap(({ document, sentences: [first, ...rest] }) =>
      first === undefined
        ? []
        : [{ id: document.id, start: first.start, end: (rest.at(-1) ?? first).end }],
    ),
    ({ id }) => id,
  )
  const crowded = new Set<Document>()
  const figures = [...stretches].flatMap(([id, own]) => {
    const inOrder = own.sort((a, b) => a.start - b.start)
    let next = 0
    return corpus.figuresOf(id).filter(({ document, paragraph, quantity, siblings }, at, all) => {
      const start = paragraph.start + quantity.number.start
      while ((inOrder[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
      if ((inOrder[next]?.start ?? Number.POSITIVE_INFINITY) > start) return false
      const isIn =
        siblings.length <= MOST_OF_PARAGRAPH || all[at - MOST_OF_PARAGRAPH]?.siblings !== siblings
      if (!isIn) crowded.add(document)
      return isIn
    })
  })
  return { figures, crowded: [...crowded] }
}

/** Numbers that a request names say who is meant: "children under 5", "aged 6-23 months". */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\d]+(?:[.,-]\d+)*/gu) ?? [])

const numberOf = (figure: Figure): string => sliceOf(figure, figure.quantity.number).toLowerCase()

/** What nobody asked for is told beside it only where it is so. */
const isTold = ({ figure, match: { related } }: Member): boolean =>
  !related || sortOf(figure) !== 'expected'

const without = (members: readonly Member[], taken: readonly Member[]): Member[] => {
  const own = new Set(taken)
  return members.filter((member) => !own.has(member))
}

function partsOf(figure: Figure, query: FigureQuery, reader: FigureReader): Member[] {
  return figure.siblings
    .slice(0, MOST_OF_PARAGRAPH)
    .filter((other) => wholeOf(other) === figure && sortOf(other) !== 'change')
    .map((part) => reader.read(part))
    .map((reading) => memberOf(reading, matchFigure(query, reading), new Set()))
}

/** The words of the request that these terms stand for, as the documents write them. */
const written = (terms: ReadonlySet<string>, { units }: Question, corpus: Corpus): string[] =>
  units
    .filter(({ alternatives }) => alternatives[0]?.terms.every((term) => terms.has(term)) === true)
    .map((unit) => {
      const [first] = unit.alternatives
      const known = corpus.vocabulary.written(first?.terms[0] ?? '')?.replace(/['’]s?$/u, '')
      // The stem of "new" is also that of "news": only what was read as another word is told as one.
      return known === undefined || (first?.via === 'same' && fold(known) !== unit.folded)
        ? unit.written
        : known
    })

async function nothing(
  text: string,
  question: Question,
  members: readonly Member[],
  areCopies: AreCopies,
  {
    reasonOf: because,
    notes,
  }: { readonly reasonOf: (near: boolean) => string; readonly notes: readonly string[] },
): Promise<Nothing> {
  const nearest = members
    .filter(({ match }) => match.score > 0)
    .sort((a, b) => Number(b.match.own) - Number(a.match.own) || b.match.score - a.match.score)
  const folded = await foldCopies(nearest.slice(0, MOST), areCopies)
  const quotes = new Map(
    folded.map((member) => [`${member.figure.document.id} ${sentenceText(member.figure)}`, member]),
  )
  return {
    kind: 'nothing',
    question: text,
    reason: because(quotes.size > 0),
    unknown: [...question.unknown],
    nearest: [...quotes.values()]
      .slice(0, NEAREST)
      .map(({ figure, again }) => quoteFigure(figure, again)),
    confidence: 0,
    notes: [...notes],
  }
}

function reasonOf(
  { units, unknown }: Question,
  near: boolean,
  apart: Apart | undefined,
  language?: Language,
): string {
  const { answers, figures } = wordingsIn(language)
  const { reasons } = figures
  if (units.length === 0) return reasons.nothingNamed
  if (unknown.length > 0) return reasons.noDocumentHas(unknown.map(answers.quoted).join(', '))
  const quoted = (all: Apart['counted']): string =>
    all.map(({ written: word }) => answers.quoted(word)).join(', ')
  if (near && apart !== undefined)
    return reasons.apart(quoted(apart.counted), quoted(apart.lacking))
  return near ? reasons.near : reasons.far
}

const sentenceText = (figure: Figure): string => sliceOf(figure, sentenceOf(figure))
