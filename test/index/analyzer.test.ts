import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze, indexTerms } from '../../index/analyzer.ts'
import type { Language } from '../../index/document.ts'

const termsOf = (text: string, language: Language = 'en'): string =>
  indexTerms(text, language).join(' ')

describe('the analyzer', () => {
  it.each([
    ['The wells were digging deeper', 'well dig deeper'],
    ['3,744 people, 3 744 people', '3744 peopl 3744 peopl'],
    ['$16.56, 324% and 16,56', '16.56 324 16.56'],
    ['the U.S. and the U.N.', 'us un'],
    ['A. Keïta’s well-known wells', 'keita well-known well known well'],
    ['IT experts say it is', 'it expert sai'],
    ["don't touch O'Brien's", 'touch o-brien o brien'],
    ['covid19, H5N1 and 2x', 'covid19 h5n1 2x'],
    ['trailing- hyphen', 'trail hyphen'],
    ['', ''],
  ])('%j: %j', (text, terms) => {
    expect(termsOf(text)).toBe(terms)
  })

  it.each([
    ['L’armée n’a pas démenti', 'arme dement'],
    ['Aujourd’hui, jusqu’à 5 000 œuvres', 'aujourd-hui aujourd hui 5000 oeuvr'],
  ])('in French %j: %j', (text, terms) => {
    expect(termsOf(text, 'fr')).toBe(terms)
  })

  it.each([
    ['Arabic', 'المدرسة والمدرسة', 'مدرس مدرس'],
    ['Arabic, with a line that is drawn', 'مدرسة ـــ', 'مدرس'],
    ['Russian', 'города в городами йод', 'город город йод'],
    ['Greek', 'τα σχολεία του σχολείου', 'σχολει σχολει'],
    ['Hindi', 'किताबें और किताब', 'किताब किताब'],
    ['Thai', 'เปิดโรงเรียนใหม่', 'เปิด โรงเรียน ใหม่'],
    ['Chinese', '谁的学校关闭了', '学校 关闭'],
  ])('by the script, whatever the language around it: %s', (_, text, terms) => {
    expect(termsOf(text)).toBe(terms)
    expect(termsOf(text, 'fr')).toBe(terms)
  })

  const piece = fc.oneof(
    fc.constantFrom(
      ..."a B well Wells the IT US U. S. . , ’ ' - 1 23 3,744 $ % é Œ l’ qu' \n ( _ / 水 水が 水5 ไทย กขค និង សួស្តី៥ й й वि 💧 h5 5h".split(
        ' ',
      ),
    ),
    fc.constant(' '),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  )
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  const language = fc.constantFrom<Language[]>('en', 'fr')

  it('finds the same words after anything that is no part of a word', () => {
    fc.assert(
      fc.property(text, language, fc.constantFrom('; ', '– ', '。', '¿'), (own, spoken, before) => {
        const shifted = analyze(before + own, spoken).map((token) => ({
          ...token,
          start: token.start - before.length,
          end: token.end - before.length,
        }))
        expect(shifted).toEqual(analyze(own, spoken))
      }),
      { numRuns: 500 },
    )
  })

  it('finds every letter and digit in one word and one only, in order', () => {
    fc.assert(
      fc.property(text, language, (own, spoken) => {
        let end = 0
        for (const token of analyze(own, spoken)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(own.slice(end, token.start)).not.toMatch(/[\p{L}\p{N}]/u)
          end = token.end
        }
        expect(own.slice(end)).not.toMatch(/[\p{L}\p{N}]/u)
      }),
      { numRuns: 500 },
    )
  })
})
