/** How much a sentence of a report matters. */
import { expect, it } from 'vitest'
import { bearsOnPeople, importance } from '../../src/summary/importance.ts'

const weight = (text: string): number =>
  importance({ text, language: 'en', heading: '', index: 30, figure: true })

it('the dead come before those who were moved', () => {
  expect(weight('Three deaths were reported in Oss.')).toBeGreaterThan(
    weight('Some 300 people were evacuated from Oss.'),
  )
})

it('what supplies are there for has happened to nobody', () => {
  const supplied = 'The ward stored kits covering 40 births and 12 cases of rape.'
  expect(bearsOnPeople(supplied, 'en')).toBe(false)
  expect(weight(supplied)).toBeLessThan(weight('The ward saw 40 births.'))
  expect(bearsOnPeople('The ward stored kits; 12 people were killed.', 'en')).toBe(true)
})
