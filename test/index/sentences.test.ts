import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../index/document.ts'
import { sentences } from '../../index/sentences.ts'

const split = (text: string, language: Language): string[] =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end))

/** Sentences are written apart by `|`, which stands in no text. */
const CASES: readonly (readonly [Language, string])[] = [
  ['en', 'He met Mr. Smith on Jan. 19, 2022.| She left.'],
  ['en', 'Col. Ba and Lt. Gen. A. B. Keita met Sgt. Diop.| They left.'],
  ['en', 'The U.S. Army came.| It left the U.S.| The wells stayed.'],
  ['en', 'It rose in the U.S. and in the U.K. Then it fell.'.replace(' Then', '| Then')],
  ['en', 'See Fig. 2 and p. 5 of vol. 3.| Smith et al. found it.| So did No. 5.'],
  ['en', '“We are here,” he said.| “We stay.”| He left.'],
  ['en', 'He asked: “Why?” and left.'],
  ['en', 'Wait... then he came.| Why?| No!'],
  ['en', 'It cost $16.56 million.| Another 3.5 million came.'],
  ['en', 'At 5 p.m. Monday he left.| At 5 p.m. the bus came.'],
  ['en', 'He left (it rained.)| Then it stopped.'],
  ['en', 'The village, e.g. this one, i.e. the old one, etc., is dry.'],
  ['en', 'He lives in Washington, D.C.| He works there.'],
  ['en', 'A line\nthat goes on\r\nhere.| And another.'],
  ['fr', 'M. Ba est arrivé.| Mme Ba est partie avec le Dr. Keita.| Fin.'],
  ['fr', 'Il a dit : « C’est fini. »| Puis il est parti.'],
  ['fr', '« Nous restons », a-t-il dit.| Elle est partie.'],
  ['fr', '« C’est fini ! », a-t-il dit.'],
  ['fr', 'Né en 50 av. J.-C. à Rome, il y est resté.| Fin.'],
  ['fr', 'Voir art. 3 et p. 12 du rapport de janv. 2020.| Fin.'],
  ['fr', 'Pourquoi ?| Non !| Il ne sait pas…'],
  ['fr', 'L’O.N.U. Mali est là.'],
  ['en', 'Nach Angaben vom 3. März 2020 sind in Lund 12 Brunnen trocken.| Der Fluss steigt.'],
  ['en', 'Im 19. Jahrhundert stand hier die 2. Mühle.| Heute steht dort nichts.'],
  ['en', 'Er kam als Nr. 3.| Dann kam Ada.'],
  ['en', 'Die Mühle, z.B. Lund, bzw. Oss, kostet 3 Mio. Euro.| Das ist viel.'],
  ['fr', 'La Sra. Ruiz y el Gral. Soto llegaron a la pág. 4.| Nadie habló.'],
  ['fr', 'L’avv. Rossi e il dott. Bianchi arrivano.| Nessuno parla.'],
  ['en', 'Мельница на ул. Ленина стоит 3 млн. Рублей нет.'],
  [
    'en',
    'The wells were dry.[citation needed]| Rain came.[2][3]| It fell.:14–16| Then it stopped.',
  ],
  [
    'en',
    'The wells were closed.|Later they were dug again.| See www.wells.Example and U.N.Habitat for more.',
  ],
  ['en', 'He counted 12.| September was dry.'.replace('| September', '| Summer')],
]

describe('sentences', () => {
  it.each(CASES)('%s: %s', (language, marked) => {
    const expected = marked.split('|').map((sentence) => sentence.trim())
    expect(split(marked.replaceAll('|', ''), language)).toEqual(expected)
  })

  it('a text without any stop is cut, at a semicolon where there is one', () => {
    const clause = 'the wells of the town are dry and nobody knows why'
    const found = split(Array.from({ length: 60 }, () => clause).join('; '), 'en')
    expect(found.length).toBeGreaterThan(2)
    for (const piece of found) expect(piece.length).toBeLessThanOrEqual(1200)
    for (const piece of found.slice(0, -1)) expect(piece.endsWith(';')).toBe(true)
  })

  it.each([
    ['words', 'a '],
    ['stops', '.'],
    ['initials', 'A. '],
    ['letters', 'a'],
    ['quotation marks', '"'],
    ['line ends', '\n'],
  ])('a megabyte of %s is cut into a bounded number of pieces', (_name, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    const found = sentences(text, 'en')
    expect(found.length).toBeLessThanOrEqual(text.length / 300)
    let last = 0
    for (const { start, end } of found) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end - start).toBeLessThanOrEqual(1200)
      last = end
    }
  })

  it('of any text come in order, trimmed, with nothing but white space between', () => {
    const unit = fc.constantFrom(
      'a',
      'A',
      'É',
      ' ',
      ' ',
      '.',
      '!',
      '»',
      '« ',
      '"',
      '\n',
      '\u00A0',
      '5',
      '-',
      'U.S. ',
      'M. ',
      '…',
      '😀',
      '(',
      ')',
      '; ',
    )
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 200 }),
        fc.constantFrom('en', 'fr'),
        (text, language) => {
          let last = 0
          for (const { start, end } of sentences(text, language)) {
            expect(text.slice(last, start).trim()).toBe('')
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(text.slice(last).trim()).toBe('')
        },
      ),
      { numRuns: 500 },
    )
  })
})
