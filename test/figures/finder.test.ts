import { describe, expect, it } from 'vitest'
import { fieldWords } from '../../src/ask/field-words.ts'
import { type FigureGroup, type FigureLine, Reply } from '../../src/reply.ts'
import { isVerbatim } from '../../src/verify.ts'
import { figuresOf } from '../../src/figures/sources.ts'
import { DAM, DAM_FIGURES } from '../support/dam.ts'
import { figureCorpus, finderOf } from '../support/figures.ts'

const corpus = figureCorpus(DAM, DAM_FIGURES)
const finder = finderOf(corpus)

async function groupsFor(request: string): Promise<FigureGroup[]> {
  const reply = await finder.find(request)
  return reply.kind === 'figures' ? reply.groups : []
}

const wordings = ({ lines }: FigureGroup): string[] =>
  lines.flatMap(({ figures }) => figures.map(({ wording }) => wording))
const all = (groups: readonly FigureGroup[]): string[] => groups.flatMap(wordings)

/** Labels of the line with a wording, as "kind other-wording". */
function labelsOf({ lines }: FigureGroup, wording: string): string[] {
  const wordingOf = (line: FigureLine | undefined): string => line?.figures[0]?.wording ?? ''
  return (
    lines
      .find((line) => wordingOf(line) === wording)
      ?.labels.map(
        ({ kind, line: other }) => `${kind} ${wordingOf(lines.find(({ line }) => line === other))}`,
      ) ?? []
  ).sort()
}

describe('looking figures up', () => {
  it('gives every figure of what was asked, those that disagree side by side', async () => {
    const [killed] = await groupsFor('killed in Tarwell')
    expect(killed?.label).toContain('Tarwell')
    expect(killed && wordings(killed)).toEqual([
      '120',
      'more than 90',
      '20 to 30',
      '40',
      'an estimated 90',
      'a total of 150',
    ])
  })

  it('carries every part of a figure, and its quote with the figure marked', async () => {
    const reply = await finder.find('killed in Tarwell')
    expect(Reply.parse(reply)).toEqual(reply)
    if (reply.kind !== 'figures') throw new Error(reply.kind)
    const claimed = figuresOf(reply).find(({ wording }) => wording === '40')
    expect(claimed).toMatchObject({
      amount: { kind: 'exact', value: 40 },
      event: { kind: 'killed', wording: 'died' },
      attribution: [{ speaker: 'The governor', cue: 'claimed', stance: 'claimed' }],
    })
    for (const { quote, wording } of figuresOf(reply)) {
      expect(isVerbatim(quote, corpus.documents.get(quote.citation.document))).toBe(true)
      const marked = quote.marks.map(({ start, end }) => quote.text.slice(start, end))
      for (const mark of marked) expect(wording).toContain(mark)
      expect(marked.length).toBeGreaterThan(0)
    }
  })

  it.each([
    'killed in Tarwell',
    'how many people were killed in Tarwell?',
    'Tarwell deaths',
    'morts Tarwell',
  ])('lists no other number of the same sentence: %s', async (request) => {
    const found = all(await groupsFor(request))
    expect(found).toContain('40')
    expect(found).not.toContain('12')
  })

  it('finds the other number when that is asked for', async () => {
    expect(all(await groupsFor('arrested in Tarwell'))).toEqual(['12'])
  })

  it('shows other harm in the same place under a heading of its own', async () => {
    const groups = await groupsFor('killed in Tarwell')
    expect(groups.map(({ related }) => related)).toEqual([false, true])
    expect(groups[1] && wordings(groups[1])).toEqual(['At least 17'])
    expect(groups[1]?.label).toContain('injured')
  })

  it('takes no place for another that the paragraph names', async () => {
    expect(all(await groupsFor('killed in Oss'))).toEqual([])
  })

  it.each([
    ['road aid 2021', ['2 million']],
    // The total that food is in comes with all its parts.
    ['food aid 2021', ['9 million', '5 million', '4 million']],
    ['food aid 2019', []],
  ])('tells apart what stands in one sentence: %s', async (request, expected) => {
    expect(all(await groupsFor(request))).toEqual(expected)
  })

  it.each(['how many IDPs', 'displaced Oss', 'déplacés', 'displased people'])(
    'knows the words of the field and their spelling: %s',
    async (request) => {
      expect(all(await groupsFor(request))).toEqual(['Some 3,000'])
    },
  )

  it('knows the words that users add', async () => {
    const own = finderOf(corpus, { field: fieldWords([['uprooted', 'displaced']]) })
    expect((await own.find('uprooted in Oss')).kind).toBe('figures')
    expect((await finder.find('uprooted in Oss')).kind).toBe('nothing')
  })

  it.each([
    ['killed in Tarwell by:"Lowland Post"', ['more than 90', '20 to 30', 'At least 17']],
    ['killed in Tarwell since:2021-06', ['120']],
    ['killed in Tarwell before:2021-04-15', ['40', 'an estimated 90', 'a total of 150']],
    ['killed in Tarwell in:count -workers', ['120', 'At least 17']],
  ])('narrows itself as questions do: %s', async (request, expected) => {
    expect(all(await groupsFor(request))).toEqual(expected)
  })

  it('looks only where it may', async () => {
    const reply = await finder.find('killed in Tarwell', { allows: new Set(['june.md']) })
    expect(reply.kind === 'figures' && all(reply.groups)).toEqual(['120'])
  })
})

describe('labels', () => {
  it('say what cannot be true together, and what can', async () => {
    const [killed] = await groupsFor('killed in Tarwell')
    if (killed === undefined) throw new Error('no group')
    expect(labelsOf(killed, '40')).toEqual([
      'contradiction 120',
      'contradiction a total of 150',
      'contradiction an estimated 90',
      'contradiction more than 90',
    ])
    expect(labelsOf(killed, 'more than 90')).toEqual([
      'contradiction 40',
      'range 120',
      'scope a total of 150',
      'scope an estimated 90',
    ])
  })

  it('hang a breakdown under its total, and parts under their sum', async () => {
    const [killed] = await groupsFor('killed in Tarwell')
    const total = killed?.lines.find(({ figures }) => figures[0]?.wording === 'more than 90')
    const part = killed?.lines.find(({ figures }) => figures[0]?.wording === '20 to 30')
    expect(part?.partOf).toBe(total?.line)
    expect(part?.figures[0]?.partOf).toBe('more than 90')
    const [aid] = await groupsFor('food and shelter aid 2021')
    const [sum, ...parts] = aid?.lines ?? []
    expect(sum?.figures[0]?.wording).toBe('9 million')
    expect(parts.map(({ figures, partOf }) => [figures[0]?.wording, partOf])).toEqual([
      ['5 million', sum?.line],
      ['4 million', sum?.line],
    ])
    expect(sum?.labels).toMatchObject([
      { kind: 'scope', wording: 'the sum of' },
      { kind: 'scope', wording: 'the sum of' },
    ])
  })

  it('put equal values of two documents in one line with both quotes, and a later count behind none', async () => {
    const text = (title: string, date: string, count: string) =>
      `---\ntitle: ${title}\npublisher: Ferry Board\ndate: ${date}\n---\n\nIn Ulm ${count} ferries sank.\n`
    const given = (number: string) => [
      { number, counted: 'ferries', event: ['sunk', 'sank'] as const, place: 'Ulm' },
    ]
    const boats = figureCorpus(
      {
        'a.md': text('May', '2022-05-01', '12'),
        'b.md': text('June', '2022-06-01', '12'),
        'c.md': text('July', '2022-07-01', '15'),
      },
      { 'In Ulm 12 ferries sank.': given('12'), 'In Ulm 15 ferries sank.': given('15') },
    )
    const reply = await finderOf(boats).find('ferries in Ulm')
    if (reply.kind !== 'figures') throw new Error(reply.kind)
    expect(reply.groups).toHaveLength(1)
    const [newest, older] = reply.groups[0]?.lines ?? []
    expect(newest?.labels).toEqual([{ kind: 'update', wording: 'updates', line: 2 }])
    expect(older?.labels).toEqual([{ kind: 'update', wording: 'updated by', line: 1 }])
    expect(older?.figures.map(({ quote }) => quote.citation.date?.value)).toEqual([
      '2022-06-01',
      '2022-05-01',
    ])
  })
})

describe('when there is no such figure', () => {
  it('names the words that no document has', async () => {
    expect(await finder.find('unicorns in Tarwell')).toMatchObject({
      kind: 'nothing',
      reason: expect.stringContaining('unicorns'),
      unknown: ['unicorns'],
    })
  })

  it('shows what comes nearest', async () => {
    const reply = await finder.find('injured in Oss')
    expect(reply).toMatchObject({ kind: 'nothing', reason: expect.stringContaining('nearest') })
    expect(reply.kind === 'nothing' && reply.nearest.length).toBeGreaterThan(0)
  })

  it('bears words that say nothing', async () => {
    for (const request of ['how many', 'the of and', '2020', '?'])
      expect((await finder.find(request)).kind).toBe('nothing')
  })
})
