import { expect, it } from 'vitest'
import { askerOf, corpusOf } from '../support/library.ts'

const QUESTION = 'Who mended the weir at Tarwell?'
const MENDERS = 'The weir at Tarwell was mended by masons.'
const LONG = `The weir at Tarwell was mended by masons ${'and by carpenters from the villages upstream '.repeat(10)}in a month.`

async function firstOf(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const { quotes } = await askerOf(corpusOf(files), { caution: 'low' }).consider(QUESTION)
  expect(quotes.length).toBeGreaterThan(1)
  return quotes[0]?.quote.text
}

it('a long sentence comes after a short one that is nearly as good, and whole', async () => {
  expect(await firstOf({ 'a.md': LONG, 'b.md': MENDERS })).toBe(MENDERS)
  const { quotes } = await askerOf(corpusOf({ 'a.md': LONG, 'b.md': MENDERS })).consider(QUESTION)
  expect(quotes[1]?.quote.text).toBe(LONG)
})

it('and before a short one that is not', async () => {
  expect(await firstOf({ 'a.md': LONG, 'b.md': 'Masons met at Tarwell.' })).toBe(LONG)
})

it('and before one of another date', async () => {
  const dated = (date: string, text: string) => `---\ndate: ${date}\n---\n${text}\n`
  const files = { 'a.md': dated('2024-05-02', LONG), 'b.md': dated('2019-01-01', MENDERS) }
  const { quotes } = await askerOf(corpusOf(files)).consider(QUESTION)
  expect(quotes.map(({ quote }) => quote.text)).toEqual([LONG, MENDERS])
})
