import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Corpus } from '../../index/corpus.ts'
import { CorpusView } from '../../index/corpus-view.ts'
import type { Document } from '../../index/document.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { makePostings } from '../../index/engines/postings/postings-index.ts'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { askerOf, documentFrom } from '../support/library.ts'

// What may be told of a document: words written in several ways, acronyms, names, copies, languages.
const SENTENCES = [
  'The Valley Relief Fund (VRF) sent 60 boats to Tarwell.',
  'The Village Repair Fund (VRF) mended 12 pumps near Oss.',
  'In Tarwell 37 people were injured by falling walls in March.',
  'TARWELL lost 412 houses, the mayor said on Monday.',
  'Farmers near Oss lost 1,200 goats because the pastures were under water.',
  'The Zyxland delegation left before the vote was counted.',
  'Les habitants de la vallée ont reconstruit douze maisons après la crue.',
  'The bridge was closed because two of its pillars had cracked.',
]
const STORY = SENTENCES.filter((_, at) => at !== 6).join(' ')
const QUESTIONS = [
  'How many people were injured in Tarwell?',
  'What does the VRF do?',
  'How many gaots did the farmers lose?',
  'Who left before the vote in Zyxlnad?',
  'Combien de maisons ont été reconstruites ?',
]
const WORDS = ['tarwel', 'zyxland', 'zyxlnd', 'fund', 'vrf', 'boat', 'goat', 'goatz', 'absent']

const name = fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md', 'e.md')
const text = fc.oneof(
  { weight: 1, arbitrary: fc.constant(STORY) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 })
      .map((sentences) => sentences.join('\n\n')),
  },
)
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ put: name, text }) },
  { weight: 1, arbitrary: fc.record({ remove: name }) },
)

describe.each([
  ['MiniSearch', makeMiniSearch],
  ['Postings', makePostings],
])('a view over %s', (_, makeIndex) => {
  it('tells what an index of its documents alone tells, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 10 }),
        fc.uniqueArray(name),
        async (steps, own) => {
          const seen = new Set<string>(own)
          const whole = new WholeCorpus(makeIndex)
          const view = new CorpusView(whole, ['own'])
          for (const one of steps) {
            if ('remove' in one) whole.remove(one.remove)
            else whole.put(documentFrom(one.put, `# Report\n\n${one.text}\n`))
            const id = 'remove' in one ? one.remove : one.put
            view.update(id, seen.has(id))
            // What was counted before a change must not be told after it.
            view.vocabulary.frequency('goat')
          }
          const alone = new WholeCorpus(makeIndex)
          alone.add([...whole.documents.values()].filter(({ id }) => seen.has(id)))
          expect(await toldBy(view)).toEqual(await toldBy(alone))
        },
      ),
      { numRuns: 60, seed: 20_220_327 },
    )
  })
})

/** All that can be asked of it, without the numbers of its passages. */
async function toldBy(corpus: Corpus): Promise<unknown> {
  const ids = [...corpus.documents.keys()]
  const asker = askerOf(corpus, { caution: 'low' })
  const placeOf = (id: number): unknown => {
    const document = corpus.passages.get(id)?.document.id ?? ''
    return [document, corpus.passagesOf(document).findIndex((passage) => passage.id === id)]
  }
  const hits = await corpus.search(
    WORDS.map((term, at) => ({ term, weight: 1 / (at + 1) })),
    { limit: 6, allows: new Set(['a.md', 'c.md', 'd.md']) },
  )
  return {
    ids,
    passages: corpus.passages.size,
    languages: [...corpus.languages],
    acronyms: new Map(corpus.acronyms),
    words: WORDS.map((word) => [
      word,
      corpus.vocabulary.frequency(word),
      corpus.vocabulary.written(word),
      corpus.vocabulary.nearest(word, 3),
      corpus.idf(word),
      corpus.longForms(word),
    ]),
    hits: hits.map(({ id, score }) => [placeOf(id), score]),
    copies: ids.map((id) => [
      corpus.copiesOf(id),
      corpus.mayHaveCopies(id),
      ids.filter((other) => corpus.areCopies(id, other)),
    ]),
    texts: ids.map((id) => corpus.passagesOf(id).map((passage) => textOf(passage.document))),
    figures: ids.map((id) => corpus.figuresOf(id).map(({ quantity }) => quantity)),
    replies: await Promise.all(QUESTIONS.map((question) => asker.ask(question, { explain: true }))),
  }
}

const textOf = ({ text: own }: Document): string => own
