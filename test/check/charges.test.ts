/** What is said to hold and what is said to be wrong: each a kind that was claimed without being shown. */
import { expect, it } from 'vitest'
import { Checker } from '../../src/check/check.ts'
import { FigureFinder } from '../../src/figures/finder.ts'
import { askerOf, corpusOf } from '../support/library.ts'

const corpus = corpusOf({
  'harbour.md': `---
title: Curfew in the harbour court
publisher: Hill Courier
date: 2023-06-20
---
# Curfew in the harbour court

At the scene, Superintendent Omar Tell said that officers were called to the harbour after noon.

Residents of the harbour, in Oss and Tarwell, observe that the price of bread has remained unchanged despite the death of the baker, Yosef Prill, in a storm last year.

Coverage for polio and measles jabs exceeded targets at 90% and 80%, respectively, while cholera jabs reached 70% of the target population.

“We see boats that we do not know,” a ferryman of Tarwell told the Hill Courier by telephone.

Of the 14 patients in the harbour ward, nine died and five went home.

The aid agency brought kits for 14,500 people to Tarwell, and 11 of its staff are in Tarwell.

On 1 February the admiral seized the harbour and declared a state of siege.
`,
})
const checker = new Checker({
  corpus,
  asker: askerOf(corpus),
  finder: new FigureFinder({ corpus, aliases: {} }),
})

const verdictOf = async (draft: string): Promise<string | undefined> =>
  (await checker.check(draft)).findings.find(({ kind }) => kind === 'claim')?.verdict

it.each([
  ['who says so', 'The boat was his own, Superintendent Omar Tell said.'],
  ['the words of a title', 'A curfew has been imposed on the harbour.'],
])('%s bears nothing out', async (_, draft) => {
  expect(await verdictOf(draft)).not.toBe('supported')
})

it.each([
  [
    'a word that denies itself',
    'Residents of the harbour find that the price of bread has not changed since Yosef Prill died in a storm.',
  ],
  [
    'numbers that stand in turn',
    'Jabs against measles reached 80 percent of the target, those against polio 90 percent.',
  ],
  [
    'a denial inside of what is quoted',
    'A ferryman of Tarwell told the Hill Courier over the telephone: “We see boats that we do not know.”',
  ],
  ['a number of anybody', "Eleven of the agency's people are in Tarwell already."],
])('%s is no contradiction', async (_, draft) => {
  expect(await verdictOf(draft)).not.toBe('contradicted')
})

it.each([
  ['the one number left', 'Of the 14 patients in the harbour ward nine died and four went home.'],
  [
    'another date where all else is said',
    'On 1 June the admiral seized the harbour and declared a state of siege.',
  ],
])('%s is told to be another', async (_, draft) => {
  expect(await verdictOf(draft)).toBe('contradicted')
})

it('a sentence that says only who is quoted is no claim', async () => {
  const { findings } = await checker.check(
    '“We see boats that we do not know,” says Superintendent Omar Tell of the Tarwell Harbour Watch.',
  )
  expect(findings.map(({ kind }) => kind)).toEqual(['quotation'])
})

it('three words with a number are a claim', async () => {
  const { findings, left } = await checker.check('Nine patients died. He came back.')
  expect(findings.filter(({ kind }) => kind === 'claim')).toMatchObject([{ verdict: 'supported' }])
  expect(left).toMatchObject([{ why: 'too short' }])
})
