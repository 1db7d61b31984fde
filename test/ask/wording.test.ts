import { describe, expect, it } from 'vitest'
import { analyze } from '../../index/analyzer.ts'
import type { Language } from '../../index/document.ts'
import { compareWordings, wordingOf } from '../../src/ask/wording.ts'

const compare = (one: string, other: string, language: Language = 'en'): string =>
  compareWordings(wordingOf(analyze(one, language)), wordingOf(analyze(other, language)))

describe('two wordings', () => {
  it.each([
    ['The dam at Oss held through the night.', 'The dam at Oss held through the night.'],
    ['The dam at Oss held through the night.', '"The dam at Oss held through the night"'],
    [
      'Divers closed the last of the 12 gates on Friday, the office said.',
      'Divers closed the last of the 12 gates, the office said.',
    ],
    [
      'The office said that 1,200 goats were lost near the lower pastures.',
      'The office said that 1200 goats were lost near lower pastures.',
    ],
    [
      'The dam was closed by Ada Lindqvist before the water came.',
      'The dam was closed by Lindqvist before the water came.',
    ],
  ])('say the same: %s – %s', (one, other) => {
    expect(compare(one, other)).toBe('same')
    expect(compare(other, one)).toBe('same')
  })

  it.each([
    [
      'The flood took 412 houses in the lower town.',
      'The flood took 530 houses in the lower town.',
    ],
    [
      'The flood took four houses in the lower town.',
      'The flood took five houses in the lower town.',
    ],
    ['The mayor had been told of the crack.', 'The mayor had not been told of the crack.'],
    ['The price of maize rose in the market.', 'The price of maize fell in the market.'],
    ['The bridge at Oss is open to all lorries.', 'The bridge at Ulm is open to all lorries.'],
  ])('differ in what must be seen: %s – %s', (one, other) => {
    expect(compare(one, other)).toBe('differs')
    expect(compare(other, one)).toBe('differs')
  })

  it('differ in French, too', () => {
    expect(
      compare(
        'Le maire a confirmé la fermeture du pont.',
        'Le maire n’a pas confirmé la fermeture du pont.',
        'fr',
      ),
    ).toBe('differs')
  })

  it('are of two sentences', () => {
    expect(compare('The flood took 412 houses.', 'The ferry was tied up on Monday.')).toBe('other')
    expect(compare('', '')).toBe('other')
  })
})
