/** Numbered reports of one series: what they count again is the same count, a later one an update. */
import { describe, expect, it } from 'vitest'
import { corpusOf } from '../support/library.ts'
import { finderOf } from '../support/figures.ts'

const report = (title: string, date: string, text: string, publisher = '') =>
  `---\ntitle: ${title}\n${publisher === '' ? '' : `publisher: ${publisher}\n`}date: ${date}\n---\n\n${text}\n`

const TITLE = 'Tarwell Fever Response, Situation Report'
const labelsOf = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
  const reply = await finderOf(corpusOf(files)).find('cases of fever confirmed')
  if (reply.kind !== 'figures') return []
  return reply.groups.flatMap(({ lines }) =>
    lines.flatMap(({ figures, labels }) =>
      labels.map(({ wording, line }) => {
        const other = lines.find((one) => one.line === line)?.figures[0]?.wording
        return `${figures[0]?.wording} ${wording} ${other}`
      }),
    ),
  )
}

const first = report(
  `${TITLE} 1`,
  '2025-12-11',
  'As of December 8, 13 cases of fever were confirmed.',
)
const later = 'As of December 21, 14 cases of fever were confirmed.'

describe('figures of a series', () => {
  it('are updated by those of later numbers', async () => {
    const second = report(`${TITLE} 4`, '2025-12-22', later)
    expect(await labelsOf({ 'one.md': first, 'two.md': second })).toEqual([
      '14 updates 13',
      '13 updated by 14',
    ])
  })

  it.each([
    ['another title', report('Notes from Oss 4', '2025-12-22', later)],
    ['another publisher', report(`${TITLE} 4`, '2025-12-22', later, 'Hill Courier')],
    [
      'no “as of”',
      report(`${TITLE} 4`, '2025-12-22', 'On December 21, 14 cases of fever were confirmed.'),
    ],
  ])('are no series with %s', async (_, other) => {
    expect(await labelsOf({ 'one.md': first, 'two.md': other })).not.toContain('14 updates 13')
  })
})
