/** Whatever is taken from a document is verbatim, and whatever is changed in it is not. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Checker } from '../../src/check/check.ts'
import { FigureFinder } from '../../src/figures/finder.ts'
import { askerOf, corpusOf, VALLEY } from '../support/library.ts'

const corpus = corpusOf(VALLEY)
const checker = new Checker({
  corpus,
  asker: askerOf(corpus),
  finder: new FigureFinder({ corpus, aliases: {} }),
})
const SENTENCES = [...corpus.passages.values()].flatMap((passage) =>
  passage.sentences.map(({ start, end }) => passage.document.clean.slice(start, end)),
)
const plain = SENTENCES.filter((text) => !/["“”«»\n]/u.test(text) && text.split(' ').length >= 8)

/** Neighbouring words of one sentence, five or more. */
const stretches = fc
  .constantFrom(...plain)
  .chain((text) => {
    const words = text.split(' ')
    return fc
      .tuple(fc.nat(words.length - 5), fc.integer({ min: 5, max: words.length }))
      .map(([from, length]) => words.slice(from, from + length))
  })
  .filter((words) => words.length >= 5)

const verdictOf = async (words: readonly string[]): Promise<string | undefined> => {
  const { findings } = await checker.check(`A clerk wrote: “${words.join(' ')}”`)
  return findings.find(({ kind }) => kind === 'quotation')?.verdict
}

it('a stretch of a document is verbatim', async () => {
  await fc.assert(
    fc.asyncProperty(stretches, async (words) => {
      expect(['verbatim', 'unattested', 'other speaker']).toContain(await verdictOf(words))
    }),
    { numRuns: 60 },
  )
})

it('a stretch with another word in it never is', async () => {
  await fc.assert(
    fc.asyncProperty(
      stretches,
      fc.nat(),
      fc.constantFrom('not', 'never', '17', 'purple'),
      async (words, at, other) => {
        const place = 1 + (at % (words.length - 2))
        fc.pre(words[place]?.toLowerCase() !== other)
        const changed = words.map((word, index) => (index === place ? other : word))
        expect(['altered', 'not found', 'stitched']).toContain(await verdictOf(changed))
      },
    ),
    { numRuns: 60 },
  )
})
