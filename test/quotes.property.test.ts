/** The promise, over random documents and questions: every quote is its document's own text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WholeCorpus } from '../index/whole-corpus.ts'
import { makeMiniSearch } from '../index/engines/minisearch.ts'
import { documentOf } from '../index/readers/read.ts'
import type { Quote } from '../src/reply.ts'
import { isVerbatim } from '../src/verify.ts'
import { askerOf } from './support/library.ts'

const WORDS =
  'river boats U.S. Goïta Tarwell 3,744 $16.56 (VRF) “water” who said that 12% dam, l’eau été Dr. Nov. and of the ' +
  'well-\nknown bridge authorities,1 *bold* `code` [link](https://a.example/b) & < > \u200b \u202e 🙂 e\u0301 ?! … ﬁsh'
const word = fc.constantFrom(...WORDS.split(' '))
const sentence = fc
  .array(word, { minLength: 1, maxLength: 25 })
  .map((words) => `${words.join(' ')}.`)
const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      '# A heading',
      'Total Views : 12',
      'https://example.org/page',
      '17',
      '- an item of a list',
      '1 A note at the foot of the page.',
      '| a | b |',
      '> quoted water of the river',
      '\f',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
)
const text = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 20 }), fc.constantFrom('\n', '\n\n', '\r\n'))
  .map(([lines, end]) => lines.join(end))
const file = fc.tuple(fc.constantFrom('.txt', '.md'), text)

/** Without what makes a filter of a word. */
const question = fc
  .oneof(sentence, fc.string({ maxLength: 80 }))
  .map((words) => words.replace(/["“”«»:-]/gu, ' '))

/** The document's slice, less what the quote says it leaves out. */
function sliced(quote: Quote, whole: string): string {
  const edges = [quote.start, ...quote.omitted.flatMap(({ start, end }) => [start, end]), quote.end]
  let found = ''
  for (let at = 0; at < edges.length; at += 2) found += whole.slice(edges[at], edges[at + 1])
  return found
}

describe('every quote', () => {
  it('is a slice of its document, its marks inside it', { timeout: 60_000 }, async () => {
    let quotes = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { minLength: 1, maxLength: 4 }),
        fc.array(question, { minLength: 5, maxLength: 10 }),
        async (files, questions) => {
          const corpus = new WholeCorpus(makeMiniSearch)
          for (const [at, [ending, content]] of files.entries()) {
            const { document } = documentOf(`d${at}${ending}`, content, '')
            if (document !== undefined) corpus.add([document])
          }
          const asker = askerOf(corpus, { caution: 'low' })
          for (const asked of questions) {
            const reply = await asker.ask(asked)
            for (const quote of reply.kind === 'answer' ? reply.quotes : reply.nearest) {
              quotes++
              const document = corpus.documents.get(quote.citation.document)
              expect(sliced(quote, document?.text ?? '')).toBe(quote.text)
              const whole = document?.text.slice(quote.start, quote.end)
              expect(whole === quote.text || quote.omitted.length > 0).toBe(true)
              expect(isVerbatim(quote, document)).toBe(true)
              for (const mark of quote.marks)
                expect(quote.text.slice(mark.start, mark.end)).toMatch(/\S/u)
            }
          }
        },
      ),
      { numRuns: 250 },
    )
    // Thousands, or the property was tested on nothing.
    expect(quotes).toBeGreaterThan(1500)
  })
})
