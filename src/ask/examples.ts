/** Questions to start with, made from what the documents hold and tried before they are suggested. */
import type { Corpus } from '../../index/corpus.ts'
import type { Document } from '../../index/document.ts'
import { alternatives } from '../../index/languages/phrases.ts'
import { Slices } from '../../index/slices.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Asker } from './ask.ts'

const words = (name: Parameters<typeof alternatives<'examples'>>[1]): string =>
  alternatives('examples', name)
const COUNTED = new RegExp(
  String.raw`\d[\d,]{0,15}\s+((?:\p{Ll}+ ){0,1}(?:${words('counted')}))\s+(?:(?:${words('were')}) )?(${words('happened')})(?!\p{L})`,
  'u',
)
const PLACE = new RegExp(
  String.raw`(?<!\p{L})(?:${words('inPlaces')}) (?:${words('article')} )?(\p{Lu}[\p{L}-]{3,})(?![\p{L}\d]| \d{4}| \d{1,2},)`,
  'u',
)
const PERSON = new RegExp(
  String.raw`(?<=(?:^|[.!?”"] ))(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?:,| (?:${words('is')})) (?:(?:${words('articles')}) )?(?:[\p{L}-]+ ){0,4}(?:${words('roles')})\b`,
  'u',
)

/** So many questions are tried at most: suggesting must not keep anybody waiting. */
const MOST_TRIED = 24
/** At most `count`, of different kinds and from different documents where there are some. */
export async function suggest(corpus: Corpus, asker: Asker, count: number): Promise<string[]> {
  const slices = new Slices()
  const perDocument = await slices.map([...corpus.documents.values()].slice(0, 50), (document) =>
    drafts(document, corpus),
  )
  const found: string[] = []
  let tried = 0
  for (let round = 0; round < 3; round++)
    for (const [at, { id, questions }] of perDocument.entries()) {
      const question = questions[(at + round) % questions.length]
      if (question === undefined || found.includes(question)) continue
      if (found.length >= count || tried++ >= MOST_TRIED) return found
      if (slices.over) await slices.rest()
      const { answers, quotes } = await asker.consider(question, { quotes: 1 })
      if (answers && quotes[0]?.quote.citation.document === id) found.push(question)
    }
  return found
}

/** How many, who, what it stands for: `undefined` where the document has nothing of the kind. */
function drafts(
  document: Document,
  corpus: Corpus,
): { id: string; questions: (string | undefined)[] } {
  const { id, language } = document
  const { howMany, who, standsFor } = wordingsIn(language).questions
  const sentences = corpus
    .passagesOf(id)
    .slice(0, 100)
    .flatMap((passage) =>
      passage.sentences.map(({ start, end }) =>
        document.clean.slice(start, end).replace(/\s+/gu, ' '),
      ),
    )
  const counted = sentences.flatMap((sentence) => {
    const [, what, verb] = COUNTED.exec(sentence) ?? []
    const place = PLACE.exec(sentence)?.[1]
    if (what === undefined || verb === undefined || place === undefined) return []
    return [howMany(what, verb, place)]
  })
  const person = PERSON.exec(sentences.join(' '))
  const name = person?.[1]
  const acronym = [...corpus.acronyms]
    .flatMap(([, forms]) => forms)
    .find((form) => form.documentId === id && form.acronym.length >= 4)?.acronym
  return {
    id,
    questions: [
      counted[0],
      name === undefined ? undefined : who(name),
      acronym === undefined ? undefined : standsFor(acronym),
    ],
  }
}
