/** A draft over the reports of the valley: what holds, what does not, and what is left alone. */
import { describe, expect, it } from 'vitest'
import { Checker } from '../../src/check/check.ts'
import { FigureFinder } from '../../src/figures/finder.ts'
import type { Check, Finding } from '../../src/reply.ts'
import { askerOf, corpusOf, VALLEY } from '../support/library.ts'

const corpus = corpusOf(VALLEY)
const checker = new Checker({
  corpus,
  asker: askerOf(corpus),
  finder: new FigureFinder({ corpus, aliases: {} }),
})

const check = (draft: string): Promise<Check> => checker.check(draft)
const verdictsOf = async (draft: string, kind: Finding['kind']): Promise<string[]> =>
  (await check(draft)).findings.filter((one) => one.kind === kind).map(({ verdict }) => verdict)

describe('a claim', () => {
  it.each([
    ['In Tarwell 37 people were injured by falling walls.', 'supported'],
    ['The Valley Relief Fund sent 60 boats to Tarwell.', 'supported'],
    ['In Tarwell 73 people were injured by falling walls.', 'contradicted'],
    ['The Valley Relief Fund sent 90 boats to Tarwell.', 'contradicted'],
    ['Fewer than 20 people were injured in Tarwell.', 'contradicted'],
    ['In Tarwell at least 35 people were injured by falling walls.', 'supported'],
    ['In Tarwell at least 5 people were injured by falling walls.', 'partly'],
    ['The king opened a new theatre in Lund with a speech.', 'not stated'],
  ])('%s is %s', async (draft, verdict) => {
    expect(await verdictsOf(draft, 'claim')).toEqual([verdict])
  })

  it.each([
    'The Valley Relief Fund blamed Tarwell.',
    'The Valley Relief Fund mocked the boats in Tarwell.',
    'The Valley Relief Fund rejected all the boats for the people of Tarwell.',
  ])('is not borne out by its subject alone: %s', async (draft) => {
    expect(await verdictsOf(draft, 'claim')).not.toContain('supported')
  })

  it('is not borne out by a number of something else', async () => {
    expect(
      await verdictsOf('The Valley Relief Fund sent fewer than 100 goats to Tarwell.', 'claim'),
    ).not.toContain('supported')
  })

  it('is borne out by two sentences of one document, and both are shown', async () => {
    const { findings } = await check(
      'The flood in Tarwell destroyed 412 houses and 37 people were injured by falling walls.',
    )
    const claim = findings.find(({ kind }) => kind === 'claim')
    expect(claim).toMatchObject({ verdict: 'supported' })
    expect(claim?.quotes).toHaveLength(2)
  })

  it.each([
    ['In Lund 14 people were injured.', 'contradicted'],
    ['In Oss and Lund 14 people were injured.', 'partly'],
  ])('%s has another name in one place: %s', async (draft, verdict) => {
    expect(await verdictsOf(draft, 'claim')).toEqual([verdict])
  })

  it('with a date that is not there is told the one that is', async () => {
    const { findings } = await check('The ministry plans to finish the dam by April 2027.')
    const claim = findings.find(({ kind }) => kind === 'claim')
    expect(claim?.verdict).not.toBe('supported')
    expect(claim?.reason).toContain('March 2025')
  })

  it('of what began at a time is not borne out by what happened since', async () => {
    expect(
      await verdictsOf('The Valley Relief Fund has sent boats to Tarwell since 1990.', 'claim'),
    ).not.toContain('supported')
  })

  it('that has one negation more than the document is not supported', async () => {
    expect(
      await verdictsOf('Lindqvist said the dam had never been neglected for ten years.', 'claim'),
    ).not.toContain('supported')
  })
})

describe('a draft of ten sentences', () => {
  const SOUND = [
    'In Tarwell 37 people were injured by falling walls.',
    'The Valley Relief Fund sent 60 boats to Tarwell.',
    'Farmers lost 1,200 goats near Oss.',
    'The dam had been neglected for ten years, Lindqvist said.',
    'In Oss 14 people were injured.',
    'Bakers in Tarwell gave away bread for six weeks.',
  ]
  const WRONG = [
    'In Tarwell 73 people were injured by falling walls.',
    'Farmers lost 2,100 goats near Oss.',
    'In Lund 14 people were injured.',
    'The bridge at Oss was opened because two of its pillars had cracked.',
  ]

  it('is marked where it is wrong, and nowhere else', async () => {
    const draft = SOUND.flatMap((sound, at) => [sound, ...WRONG.slice(at, at + 1)]).join(' ')
    const { findings } = await check(draft)
    const claims = findings.filter(({ kind }) => kind === 'claim')
    const told = (verdicts: readonly string[]): string[] =>
      claims
        .filter(({ verdict }) => verdicts.includes(verdict))
        .map(({ start, end }) => draft.slice(start, end))
    expect(told(['contradicted'])).toEqual(WRONG)
    expect(told(['supported'])).toEqual(SOUND)
  })
})

describe('a number', () => {
  it('differs from what the documents count there, and they are named', async () => {
    const { findings } = await check('The flood in Tarwell destroyed 999 houses.')
    const number = findings.find(({ kind }) => kind === 'number')
    expect(number).toMatchObject({ verdict: 'differs' })
    expect(number?.quotes.map(({ text }) => text).join(' ')).toMatch(/412|530/u)
  })

  it('that one document has and another has not is disputed or agrees, never merely different', async () => {
    const verdicts = await verdictsOf('The flood in Tarwell destroyed 412 houses.', 'number')
    expect(verdicts).not.toContain('differs')
  })
})

describe('a quotation', () => {
  it.each([
    ['"Nobody listened to the engineers," she told River Watch.', 'verbatim'],
    ['“Nobody listened to the engineers,” she told River Watch.', 'verbatim'],
    ['"Nobody listened to the architects," she told River Watch.', 'altered'],
    ['"The bridges were built by angels long ago," she told River Watch.', 'not found'],
  ])('%s is %s', async (draft, verdict) => {
    expect(await verdictsOf(draft, 'quotation')).toEqual([verdict])
  })

  it('that never closes is checked to the end of its paragraph, and said', async () => {
    const { findings, notes } = await check('She said: "Nobody listened to the engineers')
    expect(findings.map(({ verdict }) => verdict)).toContain('verbatim')
    expect(notes.join(' ')).toMatch(/no mark at its end/u)
  })
})

describe('what is no claim', () => {
  it.each([
    ['Was the dam neglected for ten years? The flood in Tarwell was bad.', 'question'],
    ['# Damage in the valley\n\nIn Tarwell 37 people were injured by falling walls.', 'heading'],
  ])('%j is left out as %s', async (draft, why) => {
    const { left } = await check(draft)
    expect(left.map((one) => one.why)).toContain(why)
  })

  it.each([
    ['', /empty/u],
    ['   \n ', /empty/u],
    ['Who did it? And why?', /only questions/u],
  ])('a draft of nothing else is turned back: %j', async (draft, message) => {
    await expect(check(draft)).rejects.toThrow(message)
  })

  it('more than it reads is said, and the first part is checked', async () => {
    const filler = 'The weather in the hills stayed as it had been before the spring. '.repeat(3000)
    const { draft, left, notes } = await check(
      `In Tarwell 37 people were injured by falling walls.\n\n${filler.slice(0, 101_000)}`,
    )
    expect(draft.length).toBeLessThanOrEqual(100_000)
    expect(left.at(-1)).toMatchObject({ why: 'too much', start: draft.length })
    expect(notes[0]).toMatch(/check the rest by itself/u)
  }, 60_000)
})

it('documents outside of what may be seen say nothing', async () => {
  const { findings } = await checker.check('In Tarwell 37 people were injured by falling walls.', {
    allows: new Set(Object.keys(VALLEY).filter((id) => id !== 'flood-april.md')),
  })
  expect(
    findings.flatMap(({ quotes }) => quotes.map(({ citation }) => citation.document)),
  ).not.toContain('flood-april.md')
  expect(findings.map(({ verdict }) => verdict)).not.toContain('supported')
})
