/** What every language pack has to keep to be read with. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../index/analyzer.ts'
import type { LanguagePack } from '../../index/languages/pack.ts'

interface Samples {
  /** A word in two forms that are one word to a search. */
  readonly forms: readonly [string, string]
  /** A text of some sentences. */
  readonly text: string
}

export function testLanguage(name: string, pack: LanguagePack, { forms, text }: Samples): void {
  describe(`the language pack ${name}`, () => {
    it('has names in lower case, its own code first', () => {
      expect(pack.names[0]).toBe(name)
      for (const one of pack.names) expect(one).toBe(one.toLowerCase())
    })

    it('makes one stem of the forms of a word, the same each time', () => {
      const [stem] = forms.map((form) => pack.stem(fold(form)))
      for (const form of forms) expect(pack.stem(fold(form))).toBe(stem)
    })

    it('has function words, folded, at the density it states', () => {
      const stops = new Set(pack.stopWords.split(/\s+/u))
      for (const word of stops) expect(word).toBe(fold(word))
      const words = [...text.matchAll(/\p{L}+/gu)].map(([word]) => fold(word))
      const share = words.filter((word) => stops.has(word)).length / words.length
      expect(share).toBeGreaterThanOrEqual(pack.density)
    })

    it('has twelve months and seven days, each name once', () => {
      for (const [list, count] of [
        [pack.months, 12],
        [pack.weekdays, 7],
      ] as const) {
        expect(list).toHaveLength(count)
        const names = list.flatMap((one) => one.split(' '))
        expect(new Set(names).size).toBe(names.length)
        for (const one of names) expect(one).toMatch(/^\p{Ll}+$/u)
      }
    })

    it('has words for one to ten, and a hundred', () => {
      const values = new Set(pack.numbers.small.values())
      for (let value = 1; value <= 10; value++) expect(values.has(value)).toBe(true)
      expect([...pack.numbers.multipliers.values()]).toContain(100)
    })

    it('writes a date', () => {
      const format = new Intl.DateTimeFormat(pack.locale, { month: 'long', timeZone: 'UTC' })
      const [month = ''] = pack.months[4]?.split(' ') ?? []
      expect(fold(format.format(new Date('2024-05-15T00:00:00Z')))).toBe(fold(month))
    })

    it.each(pack.dates === undefined ? [] : [pack.dates])('reads the dates it writes', (dates) => {
      const written = new Intl.DateTimeFormat(pack.locale, { dateStyle: 'long', timeZone: 'UTC' })
      const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01') })
      fc.assert(
        fc.property(days, (day) => {
          const date = written.format(day)
          const [found] = dates().parse(date)
          expect(found?.text).toBe(date)
          expect([found?.start.get('month'), found?.start.get('day')]).toEqual([
            day.getUTCMonth() + 1,
            day.getUTCDate(),
          ])
        }),
      )
    })

    it('has alternatives that are expressions, none of which is empty', () => {
      for (const words of alternativesOf(pack)) {
        expect(() => new RegExp(`^(?:${words})$`, 'u')).not.toThrow()
        expect(new RegExp(`^(?:${words})$`, 'u').test('')).toBe(false)
      }
    })

    it('names an event before its words, and words of change of one direction', () => {
      for (const line of pack.events?.trim().split('\n') ?? [])
        expect(line.trim().split(/\s+/u)[0]).toMatch(/^[\p{Ll}-]+:?$/u)
      if (pack.changes === undefined) return
      const up = new RegExp(`^(?:${pack.changes.up})$`, 'u')
      for (const word of pack.changes.down.split('|')) expect(up.test(word)).toBe(false)
    })

    it('has opposites in pairs', () => {
      for (const line of pack.opposites?.trim().split('\n') ?? [])
        expect(line.split('|')).toHaveLength(2)
    })
  })
}

const alternativesOf = ({ phrases, populations, changes, cues }: LanguagePack): string[] =>
  [
    ...Object.values(phrases ?? {}).flatMap((group) => Object.values(group ?? {})),
    ...Object.values(populations ?? {}),
    ...Object.values(changes ?? {}),
    cues?.speech,
    cues?.reports,
  ].filter((words): words is string => words !== undefined && words !== '')
