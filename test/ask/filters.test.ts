import { describe, expect, it } from 'vitest'
import { documentFilter, phraseFilter, readFilters, withoutFilter } from '../../src/ask/filters.ts'
import type { Answer, Nothing } from '../../src/reply.ts'
import { askerOf, corpusOf, VALLEY } from '../support/library.ts'

const TODAY = new Date('2023-07-01T12:00:00Z')
const read = (text: string) => readFilters(text, TODAY)

describe('reading filters', () => {
  it('takes them out of the question', () => {
    const { text, filters } = read(
      'houses destroyed in:bulletin by:"River Watch" since:2023-04 before:"June 2023" -goats',
    )
    expect(text).toBe('houses destroyed')
    expect(filters).toEqual({
      in: ['bulletin'],
      by: ['river watch'],
      since: '2023-04-01',
      before: '2023-06-01',
      phrases: [],
      without: ['goats'],
    })
  })

  it('leaves the words of a phrase in the question', () => {
    const { text, filters } = read('who said “the dam”  was neglected')
    expect(text).toBe('who said the dam was neglected')
    expect(filters.phrases).toEqual(['the dam'])
  })

  it.each([
    ['since:2021', '2021-01-01'],
    ['since:2021-3-9', '2021-03-09'],
    ['since:"3 April 2022"', '2022-04-03'],
    ['since:"avril 2022"', '2022-04-01'],
    ['since:yesterday', '2023-06-30'],
  ])('%s is from %s on', (text, day) => {
    expect(read(text).filters.since).toBe(day)
  })

  it.each([
    ['houses in:', /in:.*needs a value/],
    ['houses by: River', /by:.*needs a value/],
    ['houses since:soonish', /since:soonish.*is no date/],
    ['houses before:2023-13', /is no date/],
    ['houses since:2023 before:2022', /Swap/],
    ['"the dam', /not closed/],
    ['what of ""', /hold nothing/],
  ])('%s is turned back with what to do', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  it.each([
    'a well-known dam',
    'dams - and boats',
    'from 10-20 houses',
    'Note: houses',
    'at 10:30',
  ])('“%s” has no filter in it', (text) => {
    expect(read(text).text).toBe(text)
  })
})

describe('filtering documents', () => {
  const documents = [...corpusOf(VALLEY).documents.values()]
  const allowed = (question: string) => {
    const { allows } = documentFilter(read(question).filters, documents)
    return documents.map(({ id }) => id).filter((id) => allows?.has(id) !== false)
  }

  it('by title, publisher and date', () => {
    expect(allowed('x in:june')).toEqual(['flood-june.md'])
    expect(allowed('x by:"hill courier"')).toEqual(['flood-june.md'])
    expect(allowed('x since:2023-05')).toEqual(['flood-june.md'])
    expect(allowed('x before:2023-05')).toEqual(['flood-april.md'])
    expect(allowed('x')).toHaveLength(3)
  })

  it('says that undated documents are left out', () => {
    expect(documentFilter(read('x since:2020').filters, documents).notes).toEqual([
      '1 document without a date left out.',
    ])
  })

  it('says when no document fits', () => {
    expect(() => allowed('x by:Nobody')).toThrow(/No document fits by:nobody/)
  })
})

describe('filtering text', () => {
  it('wants the exact words in the passage, whatever the case, accents and line ends', () => {
    const fits = phraseFilter(read('"Élan vital"').filters)
    const [passage] = corpusOf({
      'a.txt': 'A page\n\nThere was an elan\n vital of sorts.',
    }).passages.values()
    const [other] = corpusOf({ 'a.txt': 'It had a vital elan of sorts.' }).passages.values()
    expect(passage && fits?.(passage)).toBe(true)
    expect(other && fits?.(other)).toBe(false)
  })

  it('leaves out words in any form', () => {
    const fits = withoutFilter(read('x -boats').filters)
    expect(fits?.('One boat came.', 'en')).toBe(false)
    expect(fits?.('One goat came.', 'en')).toBe(true)
  })
})

it('narrows answers', async () => {
  const asker = askerOf(corpusOf(VALLEY), { caution: 'low' })
  const reply = await asker.ask(
    'How many houses did the flood in Tarwell destroy? by:"Hill Courier"',
  )
  expect(quotesOf(reply).map(({ citation }) => citation.document)).toContain('flood-june.md')
  expect(new Set(quotesOf(reply).map(({ citation }) => citation.document)).size).toBe(1)
  const without = await asker.ask('flood in Tarwell destroyed houses -photographs')
  expect(quotesOf(without).length).toBeGreaterThan(0)
  for (const { text } of quotesOf(without)) expect(text).not.toContain('photographs')
})

const quotesOf = (reply: Answer | Nothing) =>
  reply.kind === 'answer' ? reply.quotes : reply.nearest
