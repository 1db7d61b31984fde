import { describe, expect, it } from 'vitest'
import { corpusOf } from '../support/library.ts'
import { finderOf } from '../support/figures.ts'
import { whoSays } from '../../src/figures/who.ts'

const find = (request: string, ...texts: readonly string[]) =>
  finderOf(
    corpusOf(Object.fromEntries(texts.map((text, at) => [`${at}.txt`, `Note ${at}\n\n${text}\n`]))),
  ).find(request)

const rowsOf = (reply: Awaited<ReturnType<typeof find>>): string[] =>
  reply.kind === 'nothing'
    ? []
    : reply.groups.flatMap(({ lines }) => lines.flatMap(({ figures }) => figures[0]?.wording ?? []))

const labelsOf = (reply: Awaited<ReturnType<typeof find>>): string[] =>
  reply.kind === 'nothing'
    ? []
    : reply.groups.flatMap(({ lines }) =>
        lines.flatMap(({ labels }) => labels.map(({ kind }) => kind)),
      )

describe('counts side by side', () => {
  it('contradict when both count the same of one place and time', async () => {
    const reply = await find(
      'killed Oss',
      'The mayor said 40 people were killed in Oss.',
      'The clinic said 95 people were killed in Oss.',
    )
    expect(labelsOf(reply)).toContain('contradiction')
  })

  it.each([
    [
      'one is of a time, the other of none',
      'The mayor said 40 people were killed in Oss in 2010.',
      'The clinic said 95 people were killed in Oss.',
    ],
    [
      'one is a part of others',
      'The mayor said more than 250 people were killed in Oss, 40 of them farmers.',
      'The clinic said 195 farmers were killed in Oss.',
    ],
    [
      'one counts over more than the place',
      'The clinic said 40 people were killed in Oss.',
      'The raid on Oss is part of the 512 killings that the trust recorded across Rivania.',
    ],
    [
      'both count from week to week, and name no week',
      'The mayor said 40 people were displaced in Oss.',
      'The clinic said 95 people were displaced in Oss.',
    ],
    [
      'one is of two places',
      'The attack on Oss killed 20 people, the mayor said.',
      'Attacks on Oss and Velm killed 95 people, the clinic said.',
    ],
    [
      'they tell of two causes',
      'Raiders killed 6 people in Oss, the mayor said.',
      'Floods killed 40 people in Oss, the clinic said.',
    ],
    [
      'one is not so yet',
      'The mayor said 40 people were killed in Oss.',
      'If the dam breaks 4,000 people could be killed in Oss, the clinic said.',
    ],
    [
      'one is what it was before',
      'The toll rose from 40 to 95 people killed in Oss, the mayor said.',
      'The clinic said 95 people were killed in Oss.',
    ],
    [
      'the smaller one is of a part of the time',
      'The mayor said 40 people were killed in Oss in April 2024.',
      'The clinic said 3 people were killed in Oss on 2 April 2024.',
    ],
    [
      'both stand in one sentence',
      'In Oss 40 people were killed and 95 people were killed.',
      'Oss.',
    ],
  ])('are not said to contradict when %s', async (_, ...texts) => {
    for (const request of ['killed Oss', 'displaced Oss'])
      expect(labelsOf(await find(request, ...texts))).not.toContain('contradiction')
  })

  it('take what was before for a count of its own, and a rise of a share for no count', async () => {
    const text =
      'Cholera cases in Oss rose from 40 to 186. Prices in Oss are 900 XOF (up 12 percent).'
    expect(rowsOf(await find('cholera cases Oss', text)).toSorted()).toEqual(['186', '40'])
    expect(rowsOf(await find('prices Oss', text))).toContain('900 XOF')
  })

  it('are no counts where a sentence says by how many they changed, or of how many a share is', async () => {
    const changed = 'In Oss 312 women were murdered, a rise of 95 compared with the year before.'
    expect(rowsOf(await find('women murdered Oss', changed))).toEqual(['312'])
    const share = 'Over half of the 26 clinics in Oss are now closed.'
    expect(rowsOf(await find('clinics closed Oss', share))).toEqual(['Over half'])
  })
})

describe('a figure whose sentence has all words of the request', () => {
  it('is shown with a note where none counts what it names', async () => {
    const reply = await find('prisoners shot dead', 'In May, nine prisoners were shot dead in Oss.')
    expect(rowsOf(reply)).toEqual(['nine'])
    expect(reply).toMatchObject({ among: true, notes: [expect.stringContaining('Read each')] })
  })

  it('is not shown where one counts it, or where a word is nowhere', async () => {
    const text = 'In Oss 14 farmers were killed. The 30 goats of Oss were sold.'
    const direct = await find('farmers killed Oss', text)
    expect([rowsOf(direct), direct]).toEqual([['14'], expect.not.objectContaining({ among: true })])
    expect((await find('ships sunk Oss', text)).kind).toBe('nothing')
  })
})

it('a figure is of whoever gives it, not of what is said about them', async () => {
  const text =
    'The Oss Road Bureau, which advises drivers on danger, recorded 19 farmers killed in Oss.'
  const reply = await find('farmers killed Oss', text)
  expect(JSON.stringify(reply)).toContain('"speaker":"The Oss Road Bureau"')
})

it('figures are found in each piece of a line with bullets', async () => {
  const text =
    'Watch: • In week 25, 36 deaths were recorded • 64 sheep were sold ◼ In Oss 500 parcels were donated.'
  expect(rowsOf(await find('deaths recorded', text))).toContain('36')
  expect(rowsOf(await find('parcels donated', text))).toContain('500')
})

it('a heading has the words of the request, and none that only shares their stem', async () => {
  const reply = await find(
    'farmers killed New Oss',
    'The news reached Oss’s mayor late. In New Oss 19 farmers were killed.',
  )
  expect(reply.kind === 'figures' && reply.groups[0]?.label).toContain('New Oss')
})

it('who is named twice in a sentence is told once', async () => {
  const reply = await find(
    'farmers killed Oss',
    'He said the floods were worse, and he said that 19 farmers were killed in Oss.',
  )
  if (reply.kind !== 'figures') throw new Error(reply.kind)
  const [figure] = reply.groups[0]?.lines[0]?.figures ?? []
  expect(figure?.attribution.map(({ speaker }) => speaker)).toEqual(['he', 'He'])
  expect(figure && whoSays(figure)).toBe('he')
})

it('a publisher of a long name is told by its acronym', async () => {
  const reply = await finderOf(
    corpusOf({
      'report.md':
        '---\npublisher: Valley Office for the Coordination of Relief (VOCR)\n---\nThree boats sank in Oss.\n',
    }),
  ).find('boats sank Oss')
  const [figure] = reply.kind === 'figures' ? (reply.groups[0]?.lines[0]?.figures ?? []) : []
  expect(figure && whoSays(figure)).toBe('VOCR')
})
