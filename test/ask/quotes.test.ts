import { expect, it } from 'vitest'
import { askerOf, corpusOf } from '../support/library.ts'

it('a sentence that leans on one already quoted is quoted by itself', async () => {
  const first = 'The ferry at Oss sank in the storm near the old harbour.'
  const second = 'It carried forty passengers and a crew of six when it sank.'
  const { quotes } = await askerOf(
    corpusOf({ 'a.md': `${first} ${second} ${'Rain fell. '.repeat(40)}` }),
    {
      caution: 'low',
    },
  ).consider('Which ferry sank in the storm near the old harbour of Oss?')
  const texts = quotes.map(({ quote }) => quote.text)
  expect(texts.slice(0, 2)).toEqual([first, second])
})

it('so many of those told before are quoted with them', async () => {
  const first = 'The harbour office named 20 sheds as shelters.'
  const second = 'Nine of these now host 191 sailors.'
  const [best] = (
    await askerOf(corpusOf({ 'a.md': `${first} ${second} ${'Rain fell. '.repeat(40)}` }), {
      caution: 'low',
    }).consider('How many sailors are hosted now?')
  ).quotes
  expect(best?.quote.text).toBe(`${first} ${second}`)
})
