import { expect, it } from 'vitest'
import { askerOf, corpusOf, VALLEY } from '../support/library.ts'

const asker = askerOf(corpusOf(VALLEY), { caution: 'low' })

it('puts the newest first when asked for the latest, and says its date', async () => {
  const { quotes, notes } = await asker.consider(
    'latest number of houses destroyed by the flood in Tarwell',
  )
  expect(quotes[0]?.quote.citation.document).toBe('flood-june.md')
  expect(notes).toContain('“latest”: newer documents first; the first quote’s is dated 2023-06-20.')
})

it('prefers what came out in the month asked about', async () => {
  const { quotes } = await asker.consider('houses destroyed by the flood in Tarwell in April 2023')
  expect(quotes[0]?.quote.citation.document).toBe('flood-april.md')
})

it('takes no document of an earlier year for one that it does not name', async () => {
  const two = askerOf(
    corpusOf({
      'old.md': '---\ndate: 2006-05-01\n---\n# Dam\n\nThe river flooded Tarwell and its pasture.\n',
      'plan.md': '---\ndate: 2007-05-01\n---\n# Plan\n\nThe bridge of Tarwell closes in 2022.\n',
    }),
    { caution: 'low' },
  )
  const documentsFor = async (question: string) =>
    (await two.consider(question)).ranked.map(({ passage }) => passage.document.id)
  expect(await documentsFor('What did the river flood in 2022?')).not.toContain('old.md')
  expect(await documentsFor('What did the river flood in 2006?')).toContain('old.md')
  expect(await documentsFor('Which bridge closes in 2022?')).toContain('plan.md')
})

it('says so when nothing is dated', async () => {
  const undated = askerOf(corpusOf({ 'notes.txt': VALLEY['notes.txt'] ?? '' }))
  const { notes } = await undated.consider('latest news of the bridge at Oss')
  expect(notes.join(' ')).toMatch(/no document here has a date/)
})

it('takes the newer of two equal sentences', async () => {
  const line = 'The ferry at Oss carries forty passengers a day.'
  const twins = askerOf(
    corpusOf({
      'a.md': `---\ndate: 2020-01-01\n---\n${line} It is blue.\n`,
      'b.md': `---\ndate: 2022-01-01\n---\n${line} It is grey.\n`,
    }),
    { caution: 'low' },
  )
  const { quotes } = await twins.consider('How many passengers does the ferry at Oss carry?')
  expect(quotes[0]?.quote.citation.date?.value).toBe('2022-01-01')
})
