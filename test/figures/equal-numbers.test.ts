/** Equal numbers: when they are one count that is told twice, and when they are two. */
import { describe, expect, it } from 'vitest'
import { finderOf } from '../support/figures.ts'
import { corpusOf } from '../support/library.ts'

/** Of each row how many sentences say it; labels of the groups beside them. */
async function rowsOf(text: string, request: string): Promise<[string, number][]> {
  const reply = await finderOf(corpusOf({ 'report.md': text })).find(request)
  if (reply.kind === 'nothing') return []
  return reply.groups.flatMap(({ label, lines }) =>
    lines.map(({ figures }): [string, number] => [label, figures.length]),
  )
}

const ones = (rows: readonly [string, number][]): number[] => rows.map(([, count]) => count)

describe('equal numbers are one row', () => {
  it.each([
    [
      'of one day',
      'As of 20 January 2026, nine deaths were reported.\n\n# Fast facts\n\nAs of 20 January 2026 there were nine deaths.',
      'deaths',
    ],
    [
      'of one place',
      'The river killed 12 people in Oss.\n\n# The hospital\n\nThe hospital received 12 people killed in Oss.',
      'people killed',
    ],
    [
      'that are telling',
      'The storm killed 3,761 people.\n\n# Later\n\nIn all 3,761 people were killed.',
      'people killed',
    ],
  ])('%s', async (_, text, request) => {
    expect(ones(await rowsOf(text, request))).toEqual([2])
  })
})

describe('equal numbers are two rows', () => {
  it.each([
    [
      'of two places',
      'Soldiers killed three people in Oss.\n\n# South\n\nPolice killed three people in Lund.',
      2,
    ],
    [
      'of two days',
      'On 29 January three people were killed.\n\n# South\n\nOn 30 August three people were killed.',
      2,
    ],
    [
      'of which nothing tells',
      '# Oss\n\nThree people were killed.\n\n# Lund\n\nThree people were killed.',
      1,
    ],
  ])('%s', async (_, text, labels) => {
    const rows = await rowsOf(text, 'people killed')
    expect(ones(rows)).toEqual([1, 1])
    // A group is of a place, or of a day, only when each of its rows is.
    expect(new Set(rows.map(([label]) => label)).size).toBe(labels)
  })
})

it('shows no age for whoever asks how many', async () => {
  const text = 'The clinic saw 48,242 people more than 1 year of age vaccinated in spring.'
  const reply = await finderOf(corpusOf({ 'report.md': text })).find('people vaccinated')
  const shown =
    reply.kind === 'nothing'
      ? []
      : reply.groups.flatMap(({ lines }) => lines.map(({ figures }) => figures[0]?.wording))
  expect(shown).toEqual(['48,242'])
})
