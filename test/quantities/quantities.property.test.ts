import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../../index/document.ts'
import { extractQuantities } from '../../index/quantities/extract.ts'
import type { Quantity } from '../../index/quantities/quantity.ts'

const language = fc.constantFrom('en' as const, 'fr' as const)

/** Texts of words that the rules know, in any order, with stray characters between them. */
const WORDS =
  '12 1,234 1 700 000 $5 5% 40 per cent two hundred dozens of people women and girls killed (34 more) said The Board ' +
  'according to in Mali March 2020 between 5 and 9 from 31 to 320 rose at least an estimated including of whom one in five ' +
  'million kg years old 14-year-old . , ; “ ” " \n — selon plus de 150 000 personnes tuées dont la moitié % € £ 3/4 ½ 1990s COVID-19 9.'
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(...WORDS.split(' ')),
    fc.string({ maxLength: 4, unit: 'binary' }),
    fc.nat().map(String),
  ),
  { maxLength: 40 },
)
const text = fc.oneof(
  pieces.map((parts) => parts.join(' ')),
  pieces.map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

/** All parts whose offsets are those of the text. */
function partsOf(one: Quantity): Span[] {
  const { period, place } = one
  return [
    one,
    one.number,
    one.sentence,
    ...(one.sides ?? []),
    one.unit.span,
    one.unit.per,
    one.modifier,
    one.counted,
    one.counted?.head,
    one.event,
    one.change,
    one.footnote,
    ...(period?.origin === 'sentence' ? [period] : []),
    ...(place?.origin === 'sentence' ? [place] : []),
    ...one.attribution.flatMap(({ speaker, cue }) => [speaker, cue]),
  ].filter((span): span is Span => span !== undefined)
}

/** Values are numbers, references point back, wordings are as written. */
function isSound({ amount, partOf, change, modifier }: Quantity, at: number, of: string): boolean {
  const sound = amount.kind === 'range' ? amount.low < amount.high : Number.isFinite(amount.value)
  const worded =
    modifier === undefined || modifier.wording === of.slice(modifier.start, modifier.end)
  return sound && worded && (partOf ?? -1) < at && (change?.from ?? -1) < at
}

describe('quantities of any text', () => {
  it('are made of slices of it, in order, with sound values', () => {
    fc.assert(
      fc.property(text, language, (input, tongue) => {
        const found = extractQuantities(input, { language: tongue, published: '2024-04-05' })
        let last = 0
        for (const [at, one] of found.entries()) {
          for (const { start, end } of partsOf(one)) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(input.length)
          }
          expect(one.number.start).toBeGreaterThanOrEqual(one.start)
          expect(one.number.end).toBeLessThanOrEqual(one.end)
          expect(one.number.start).toBeGreaterThanOrEqual(last)
          last = one.number.end
          expect(isSound(one, at, input)).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('parse back: a number that was found is found again on its own', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2200, max: 999_999_999 }),
        fc.constantFrom('en-US', 'de-CH', 'fr-FR'),
        (value, locale) => {
          const written = new Intl.NumberFormat(locale).format(value)
          const found = extractQuantities(`They saw ${written} white birds.`, { language: 'en' })
          expect(found.map(({ amount }) => amount)).toEqual([{ kind: 'exact', value }])
        },
      ),
    )
  })
})
