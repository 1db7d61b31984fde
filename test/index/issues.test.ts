import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareIssues, dayOf } from '../../index/issue.ts'
import { issueNumber } from '../../index/metadata/series.ts'
import { writtenPeriods } from '../../index/metadata/written-periods.ts'
import { read } from './reading.ts'

const BODY =
  'The mayor of the town said on Monday that the wells would be open again before the rains of 3 June 2019, as they were in May 2018.'

describe('a written period', () => {
  it.each([
    ['1–7 June 2021', '2021-06-01', '2021-06-07'],
    ['01 Sept – 05 Sept 2025', '2025-09-01', '2025-09-05'],
    ['du 2 au 8 mai 2024', '2024-05-02', '2024-05-08'],
    ['28 December 2020 – 3 January 2021', '2020-12-28', '2021-01-03'],
    ['June 28 to July 3, 2021', '2021-06-28', '2021-07-03'],
    ['June 1-7, 2021', '2021-06-01', '2021-06-07'],
    ['02 - 08/06/2025', '2025-06-02', '2025-06-08'],
    ['28/05/2025 au 03/06/2025', '2025-05-28', '2025-06-03'],
    ['January to March 2024', '2024-01', '2024-03'],
    ['vom 3. bis 9. Mai 2024', '2024-05-03', '2024-05-09'],
    ['del 4 al 10 de marzo de 2024', '2024-03-04', '2024-03-10'],
    ['2021-06-01 to 2021-06-07', '2021-06-01', '2021-06-07'],
  ])('%s', (text, from, to) => {
    expect(writtenPeriods(`Wells, ${text}.`, true)).toMatchObject([{ from, to }])
  })

  it.each(['7–1 June 2021', '12 June 2021', 'pages 3–7 of May', '30–31 February 2021'])(
    'is not %s',
    (text) => expect(writtenPeriods(text, true)).toEqual([]),
  )

  it('is where it says, and ends after it begins', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 27 }),
        fc.string(),
        (before, day, after) => {
          const text = `${before} ${day}–${day + 1} June 2021 ${after}`
          for (const { from, to, start, end } of writtenPeriods(text, true)) {
            expect(from < to).toBe(true)
            expect(start >= 0 && start < end && end <= text.length).toBe(true)
          }
        },
      ),
    )
  })
})

describe('what a report covers', () => {
  it.each([
    ['Period covered: 1–7 June 2021', '2021-06-01', '2021-06-07'],
    ['Période couverte : du 01 au 05 Sept 2025', '2025-09-01', '2025-09-05'],
    ['Epidemiological week 23 (2 – 8 June 2025)', '2025-06-02', '2025-06-08'],
    ['This report covers the period from 1 January to 31 March 2024.', '2024-01-01', '2024-03-31'],
    ['Berichtszeitraum: 3. – 9. Mai 2024', '2024-05-03', '2024-05-09'],
    ['(1 – 15 May 2024)', '2024-05-01', '2024-05-15'],
  ])('is said by %s', (line, from, to) => {
    expect(read(`The Long Way to the Well\n\n${line}\n\n${BODY}`).period).toEqual({ from, to })
  })

  it('stands in its title', () => {
    expect(read(`Wells of the north, January to March 2024\n\n${BODY}`).period).toEqual({
      from: '2024-01',
      to: '2024-03',
    })
  })

  it.each([
    'The rains of 1–7 June 2021 closed all of the wells of the northern towns.',
    'As of 12 June 2021',
  ])('is not said by %s', (line) => {
    expect(read(`The Long Way to the Well\n\n${line}\n\n${BODY}`).period).toBeUndefined()
  })
})

describe('a number of a series', () => {
  it.each([
    ['Northern Towns Situation Report No. 13', 'Situation Report No. 13', 13],
    ['Wells: SitRep MVE N° 022/MVE_16/2031', 'SitRep MVE N° 022/MVE_16/2031', 22],
    ['BRENN: Dry wells – FLASH UPDATE N0.3', 'FLASH UPDATE N0.3', 3],
    ['Wells in Brenn, SitRep 37', 'SitRep 37', 37],
    ['Boletín n.º 4 de los pozos', undefined, undefined],
    ['Boletín nº 4 de los pozos', 'Boletín nº 4', 4],
    ['Lagebericht Nr. 12 der Brunnen', 'Lagebericht Nr. 12', 12],
    ['Report of 12 wells', undefined, undefined],
    ['World Water Report 2031', undefined, undefined],
  ])('of %s is %s', (title, label, number) => {
    expect(read(`${title}\n\n${BODY}`).series).toEqual(
      label === undefined ? undefined : { label, number },
    )
  })

  it('is in the name of its file where nothing else says so', () => {
    expect(read(BODY, 'SITREP-NUM-014.txt').series).toEqual({ label: 'SITREP-NUM-014', number: 14 })
    expect(issueNumber('wells')).toBeUndefined()
  })
})

describe('the order of issues', () => {
  const issue = (number: number, date?: string, label = 'Situation Report No.') => ({
    series: { label: `${label} ${number}`, number },
    ...(date !== undefined && { date: { value: date, inferred: true } }),
  })

  it('is by day, then by number in one series', () => {
    expect(compareIssues(issue(2, '2024-05-01'), issue(1, '2024-05-02'))).toBeLessThan(0)
    expect(compareIssues(issue(2), issue(10))).toBeLessThan(0)
    expect(compareIssues(issue(2, '2024-05-01'), issue(1, '2024-05-01'))).toBeGreaterThan(0)
    expect(compareIssues(issue(2), issue(1, undefined, 'Flash Update'))).toBe(0)
  })

  it('takes the last day that is covered where no date is known', () => {
    expect(dayOf({ period: { from: '2024-05-01', to: '2024-05-07' } })).toBe('2024-05-07')
    expect(dayOf({ ...issue(1, '2024-05-01'), period: { from: '2024-04', to: '2024-05' } })).toBe(
      '2024-05-01',
    )
    expect(dayOf({})).toBe('')
  })

  it('is the same either way round', () => {
    const one = fc
      .tuple(fc.nat(50), fc.option(fc.constantFrom('2024-05-01', '2024-05-02'), { nil: undefined }))
      .map(([number, date]) => issue(number, date))
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(Math.sign(compareIssues(a, b)) + Math.sign(compareIssues(b, a))).toBe(0)
      }),
    )
  })
})
