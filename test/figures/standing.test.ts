import { expect, it } from 'vitest'
import { standingsOf } from '../../src/figures/standing.ts'
import { corpusOf } from '../support/library.ts'
import { finderOf } from '../support/figures.ts'

async function told(request: string, texts: readonly string[]): Promise<string[]> {
  const files = texts.map((text, at) => [`${at}.md`, text] as const)
  const reply = await finderOf(corpusOf(Object.fromEntries(files))).find(request)
  if (reply.kind === 'nothing') return []
  return reply.groups.flatMap((group) => standingsOf(group).map(({ text }) => text))
}

const dated = (date: string, text: string): string =>
  `---\npublisher: Camp Cell\ndate: ${date}\n---\n\n${text}\n`

it('figures that disagree are named once, with who gives them', async () => {
  expect(
    await told('killed Oss', [
      'The mayor said 40 people were killed in Oss.',
      'The clinic claimed 95 people were killed in Oss.',
    ]),
  ).toEqual(['They disagree: 40 (The mayor) and 95 (The clinic claims)'])
})

it('one against several is named first', async () => {
  expect(
    await told('killed Oss', [
      'The mayor said 40 people were killed in Oss.',
      'The clinic said more than 90 people were killed in Oss.',
      'The league said at least 80 people were killed in Oss.',
    ]),
  ).toEqual([
    'They disagree: 40 (The mayor) against more than 90 (The clinic) and at least 80 (The league)',
  ])
})

it('what one source counts again is a line over time', async () => {
  expect(
    await told('people displaced in Oss', [
      dated('2024-03-01', 'Fighting displaced 4,000 people in Oss.'),
      dated('2024-04-01', 'Fighting displaced 9,500 people in Oss.'),
      dated('2024-03-15', 'Fighting displaced 6,100 people in Oss.'),
    ]),
  ).toEqual([
    'Counted again by Camp Cell: 4,000 (2024-03-01) → 6,100 (2024-03-15) → 9,500 (2024-04-01)',
  ])
})
