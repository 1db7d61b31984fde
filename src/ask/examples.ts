/** Questions to start with, made from what the documents are about and tried before they are suggested. */
import { analyze } from '../../index/analyzer.ts'
import type { Corpus } from '../../index/corpus.ts'
import type { Document } from '../../index/document.ts'
import { exactly } from '../../index/languages/combined.ts'
import { alternatives, phrases } from '../../index/languages/phrases.ts'
import { compareIssues } from '../../index/issue.ts'
import { type Figure, sliceOf } from '../../index/quantities/figure-index.ts'
import { Slices } from '../../index/slices.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Asker } from './ask.ts'
import { plainWording } from './wording.ts'

/** A question, and what the quote that answers it must have. */
interface Draft {
  readonly question: string
  readonly has: readonly string[]
}

/** In the order in which they are suggested, one of each kind where there is one. */
const KINDS = ['figure', 'said', 'topic', 'person'] as const
type Drafts = Readonly<Record<(typeof KINDS)[number], readonly Draft[]>>

/** So many questions are tried at most: suggesting must not keep anybody waiting. */
const MOST_TRIED = 24
/** Of so many documents, the newest. */
const MOST_DOCUMENTS = 40
/** Of one document, of each kind. */
const MOST_OF_ONE = 3
const MOST_FIGURES = 120
const MOST_HEADINGS = 60
const MOST_PASSAGES = 60
/** What is suggested is to be answered well, not just answered. */
const SURE = 0.35

/** At most `count`, of different kinds and from different documents where there are some. */
export async function suggest(
  corpus: Corpus,
  asker: Pick<Asker, 'ask'>,
  count: number,
): Promise<string[]> {
  const slices = new Slices()
  const documents = [...corpus.documents.values()]
    .sort((a, b) => compareIssues(b, a))
    .slice(0, MOST_DOCUMENTS)
  await corpus.readFigures(new Set(documents.map(({ id }) => id)))
  const perDocument = await slices.map(documents, (document) => ({
    id: document.id,
    drafts: draftsOf(document, corpus),
  }))
  const found = new Map<string, string>()
  const tried = new Set<Draft>()
  const isAnswered = async (draft: Draft, id: string): Promise<boolean> => {
    tried.add(draft)
    if (slices.over) await slices.rest()
    const { question, has } = draft
    const reply = await asker.ask(question, { quotes: 1 })
    if (reply.kind !== 'answer' || reply.confidence < SURE) return false
    const [quote] = reply.quotes
    const told = plainWording(`${quote?.citation.section ?? ''} ${quote?.text ?? ''}`)
    return quote?.citation.document === id && has.every((part) => told.includes(plainWording(part)))
  }
  for (let round = 0; round < 2 && found.size < count; round++)
    for (const kind of KINDS) {
      if (found.size >= count || tried.size >= MOST_TRIED) break
      // A document that has none yet comes first.
      const used = new Set(found.values())
      const inTurn = [
        ...perDocument.filter(({ id }) => !used.has(id)),
        ...perDocument.filter(({ id }) => used.has(id)),
      ]
      await firstOf(kind, inTurn)
    }
  return [...found.keys()]

  async function firstOf(kind: (typeof KINDS)[number], inTurn: typeof perDocument): Promise<void> {
    for (const { id, drafts } of inTurn)
      for (const draft of drafts[kind]) {
        if (tried.size >= MOST_TRIED) return
        if (tried.has(draft) || found.has(draft.question)) continue
        if (!(await isAnswered(draft, id))) continue
        found.set(draft.question, id)
        return
      }
  }
}

function draftsOf(document: Document, corpus: Corpus): Drafts {
  const figures = corpus.figuresOf(document.id).slice(0, MOST_FIGURES)
  return {
    figure: few(figures.flatMap((figure) => howMany(figure))),
    said: few(figures.flatMap((figure) => whatSaid(figure))),
    topic: few(topics(document, corpus)),
    person: few(persons(document, corpus)),
  }
}

const few = (drafts: readonly Draft[]): Draft[] =>
  [...new Map(drafts.slice(0, 50).map((draft) => [draft.question, draft])).values()].slice(
    0,
    MOST_OF_ONE,
  )

const HAPPENED = exactly(phrases('examples', 'happened'))
const PLAIN = /^\p{Ll}[\p{Ll}’'-]*(?: \p{Ll}[\p{Ll}’'-]*){0,2}$/u
const NAME = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}$/u

/** Of what happened to whom, where the sentence names the place. */
function howMany(figure: Figure): Draft[] {
  const { quantity, document } = figure
  const { counted, event, place, unit, partOf, amount } = quantity
  if (unit.kind !== 'count' || counted === undefined || counted.elided || event === undefined)
    return []
  if (place?.origin !== 'sentence' || partOf !== undefined || amount.kind === 'vague') return []
  const [what, verb] = [sliceOf(figure, counted), sliceOf(figure, event)]
  if (!PLAIN.test(what) || !HAPPENED.test(verb.toLowerCase()) || !NAME.test(place.wording))
    return []
  if (what.includes(verb) || !happenedTo(figure)) return []
  const { questions } = wordingsIn(document.language)
  const number = sliceOf(figure, quantity.number)
  return [{ question: questions.howMany(what, verb, place.wording), has: [number] }]
}

const BETWEEN = new RegExp(String.raw`^\s(?:(?:${alternatives('examples', 'were')})\s)?$`, 'u')

/** “22 people were killed”, “killed 22 people”; not “two officers had arrested him”. */
function happenedTo({ quantity, document, paragraph }: Figure): boolean {
  const { counted, event, number, modifier } = quantity
  if (counted === undefined || event === undefined) return false
  const text = document.clean.slice(paragraph.start, paragraph.end)
  if (event.end > number.start) return BETWEEN.test(text.slice(counted.end, event.start))
  const before = modifier === undefined || modifier.start > number.start ? number : modifier
  return analyze(text.slice(event.end, before.start), document.language).every(({ stop }) => stop)
}

/** Of who gives a figure, on the place it is about. */
function whatSaid(figure: Figure): Draft[] {
  const { quantity, document } = figure
  const [said] = quantity.attribution
  if (said === undefined || said.stance !== 'said' || quantity.place?.origin !== 'sentence')
    return []
  const speaker = sliceOf(figure, said.speaker)
  const [article = ''] =
    ARTICLE.exec(speaker) ?? ARTICLE_BEFORE.exec(beforeOf(figure, said.speaker)) ?? []
  const name = speaker.replace(ARTICLE, '')
  const place = quantity.place.wording
  if (!NAME.test(name) || !NAME.test(place) || name.includes(place)) return []
  const { questions } = wordingsIn(document.language)
  const whole = `${article.toLowerCase()}${name}`
  return [{ question: questions.said(whole, place), has: [name, place] }]
}

const ARTICLES = alternatives('examples', 'article')
const ARTICLE = new RegExp(String.raw`^(?:${ARTICLES})\s`, 'iu')
const ARTICLE_BEFORE = new RegExp(String.raw`(?<!\p{L})(?:${ARTICLES})\s$`, 'iu')

const beforeOf = ({ document, paragraph }: Figure, { start }: { readonly start: number }): string =>
  document.clean.slice(
    Math.max(paragraph.start, paragraph.start + start - 5),
    paragraph.start + start,
  )

const GENERIC = exactly(phrases('examples', 'generic'))

/** Of what a section is about, as its heading names it. */
function topics({ id, language, title, clean }: Document, corpus: Corpus): Draft[] {
  const headings = corpus.passagesOf(id).map(({ heading }) => heading.split(' › ').at(-1) ?? '')
  return [...new Set(headings)].slice(0, MOST_HEADINGS).flatMap((heading) => {
    const bare = heading.replace(/^[\d.)\s]+/u, '').trim()
    const words = bare.split(/\s+/u).length
    if (words < 2 || words > 7 || bare.length > 60 || !/^[\p{L}\s’'-]+$/u.test(bare)) return []
    const [first] = analyze(bare, language)
    if (first === undefined || first.stop) return []
    if (bare === bare.toUpperCase() || bare === title.value || GENERIC.test(bare.toLowerCase()))
      return []
    const { questions } = wordingsIn(language)
    return [{ question: questions.about(inText(bare, clean)), has: [bare] }]
  })
}

/** A heading's first word as it stands inside sentences: a name keeps its capital. */
function inText(heading: string, text: string): string {
  const [first = '', ...rest] = heading.split(' ')
  // A Heading In Capitals stays as it is.
  if (rest.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > rest.length) return heading
  const small = first.charAt(0).toLowerCase() + first.slice(1)
  return text.includes(` ${small} `) ? `${small}${heading.slice(first.length)}` : heading
}

const words = (name: Parameters<typeof alternatives<'examples'>>[1]): string =>
  alternatives('examples', name)
const PERSON = new RegExp(
  String.raw`(?<=(?:^|[.!?”"] ))(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?:,| (?:${words('is')})) (?:(?:${words('articles')}) )?(?:[\p{L}-]+ ){0,4}(?:${words('roles')})\b`,
  'u',
)

/** Who somebody is that the document names and says what they are. */
function persons({ id, language, clean }: Document, corpus: Corpus): Draft[] {
  const sentences = corpus
    .passagesOf(id)
    .slice(0, MOST_PASSAGES)
    .flatMap((passage) =>
      passage.sentences.map(({ start, end }) => clean.slice(start, end).replace(/\s+/gu, ' ')),
    )
  const name = PERSON.exec(sentences.join(' '))?.[1]
  const [first] = analyze(name ?? '', language)
  return name === undefined || first?.stop !== false
    ? []
    : [{ question: wordingsIn(language).questions.who(name), has: [name] }]
}
