import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../src/figures/sources.ts'
import type { FigureLine } from '../../src/reply.ts'
import { isVerbatim } from '../../src/verify.ts'
import { corpusOf } from '../support/library.ts'
import { finderOf } from '../support/figures.ts'

interface Edition {
  readonly publisher: string
  readonly date?: string
  readonly sentence?: string
}

const KILLED = 'According to the mayor, 37 people were killed in Tarwell when the dam broke.'

/** A story of an invented flood, as one site or another has it. */
const story = ({ publisher, date, sentence = KILLED }: Edition): string => `---
title: The dam at Tarwell
publisher: ${publisher}${date === undefined ? '' : `\ndate: ${date}`}
---

Rain had fallen on the hills for days, and shepherds had warned the town that the springs above the old quarry were running brown. ${sentence} Families climbed to the chapel with what they could carry, and neighbours from the upper streets brought blankets and bread.

Carpenters from Oss crossed the valley with planks and rope to mend what could still be mended. The ferry stays tied up, because its landing stage was torn away. A teacher who lives beside the mill said she had carried her books to the attic in time.
`

async function linesFor(
  files: Readonly<Record<string, string>>,
  request = 'killed in Tarwell',
): Promise<FigureLine[]> {
  const corpus = corpusOf(files)
  const reply = await finderOf(corpus).find(request)
  if (reply.kind !== 'figures') throw new Error(reply.reason)
  for (const { quote } of figuresOf(reply))
    expect(isVerbatim(quote, corpus.documents.get(quote.citation.document))).toBe(true)
  return reply.groups.flatMap(({ lines }) => lines)
}

const told = ({ figures }: FigureLine): string[][] =>
  figures.map(({ wording, quote: { citation, also } }) => [
    wording,
    citation.document,
    ...also.map(({ document }) => document).sort(),
  ])

describe('figures of copies', () => {
  it('are one figure that cites all, the newest quoted', async () => {
    const lines = await linesFor({
      'a.md': story({ publisher: 'Hill Courier', date: '2023-04-12' }),
      'b.md': story({ publisher: 'Lowland Post', date: '2023-04-14' }),
      'c.md': story({ publisher: 'River Watch' }),
      'own.md': `---
title: Count of the district
publisher: District Office
date: 2023-04-13
---

After the dam broke, 37 people were killed in Tarwell, by the books of the parish.
`,
    })
    expect(lines.map(told)).toEqual([
      [
        ['37', 'b.md', 'a.md', 'c.md'],
        ['37', 'own.md'],
      ],
    ])
  })

  it('are one when the sentence around them was edited', async () => {
    const lines = await linesFor({
      'a.md': story({ publisher: 'Hill Courier', date: '2023-04-12' }),
      'b.md': story({
        publisher: 'Lowland Post',
        date: '2023-04-14',
        sentence:
          'When the dam broke at night, 37 people were killed in Tarwell, according to the mayor.',
      }),
    })
    expect(lines.map((line) => told(line).map((one) => one.slice(1)))).toEqual([[['b.md', 'a.md']]])
  })

  it('are an update where a later edition counts anew, by whoever it is published', async () => {
    const [newer, older, ...others] = await linesFor({
      'a.md': story({ publisher: 'Hill Courier', date: '2023-04-12' }),
      'b.md': story({
        publisher: 'Lowland Post',
        date: '2023-04-14',
        sentence: KILLED.replace('37', '41'),
      }),
    })
    expect(others).toEqual([])
    expect(newer && told(newer)).toEqual([['41', 'b.md']])
    expect(newer?.labels).toEqual([{ kind: 'update', wording: 'updates', line: 2 }])
    expect(older?.labels).toEqual([{ kind: 'update', wording: 'updated by', line: 1 }])
  })

  it('contradict where no date tells which is the later, or another counts', async () => {
    const anew = KILLED.replace('37', '41')
    const undated = await linesFor({
      'a.md': story({ publisher: 'Hill Courier' }),
      'b.md': story({ publisher: 'Lowland Post', sentence: anew }),
    })
    const another = await linesFor({
      'a.md': story({ publisher: 'Hill Courier', date: '2023-04-12' }),
      'b.md': story({
        publisher: 'Lowland Post',
        date: '2023-04-14',
        sentence: anew.replace('the mayor', 'the governor'),
      }),
    })
    for (const lines of [undated, another])
      expect(lines.map(({ labels }) => labels.map(({ kind }) => kind))).toEqual([
        ['contradiction'],
        ['contradiction'],
      ])
  })

  it('cite no document that may not be seen', async () => {
    const corpus = corpusOf({
      'a.md': story({ publisher: 'Hill Courier', date: '2023-04-12' }),
      'secret.md': story({ publisher: 'Inner Office', date: '2023-04-14' }),
    })
    const reply = await finderOf(corpus).find('killed in Tarwell', {
      allows: new Set(['a.md']),
    })
    expect(reply.kind).toBe('figures')
    expect(JSON.stringify(reply)).not.toContain('secret.md')
  })
})
