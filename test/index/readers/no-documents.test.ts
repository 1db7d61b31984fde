/** What looks like a document and is none: it is named, with the remedy, and not indexed. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNoise } from '../../../index/clean/noise.ts'
import { linesAt, makePdf } from '../../support/pdf.ts'
import { xlsx } from '../../support/office.ts'
import { readNoted, readOne, reasonOf } from './files.ts'

/** Pieces as a bad scan gives them. */
const STAINS =
  "~ .l;, .. I 1 ' r: j! f~ iI. ,. ;~ 'i- l. J , . rn ·~ \\ {; t 1; ,, i .; _ ~ 1: . j; '; ~~ tf ,1 :; ll f. ;"
const NOISE = `${STAINS} `.repeat(6)
const PROSE =
  'The wells of the northern town were closed in spring, and the people of the town have walked to the river every day since then to fetch their water. '

describe('the noise of a scanner', () => {
  it('is told from what people write, in any script', () => {
    expect(isNoise(NOISE)).toBe(true)
    expect(isNoise('!"#$ %&\'( )*+, -./: '.repeat(20))).toBe(true)
    for (const text of [
      PROSE.repeat(3),
      'آبار المدينة مغلقة منذ الربيع ولا أحد يعرف متى ستفتح من جديد. '.repeat(9),
      'Колодцы города закрыты с весны, и никто не знает, когда их откроют. '.repeat(9),
      'Lund 12 3.4 % 17 | Brenn 5 0 5 | Varde 1,240 88 | '.repeat(20),
      'wells_open = rows.of_town ; print wells_open.max_depth '.repeat(20),
      'Introduction . . . . . . . . 3 Methods . . . . . . . . . . 12 '.repeat(20),
    ])
      expect([text.slice(0, 40), isNoise(text)]).toEqual([text.slice(0, 40), false])
  })

  it('is never what is mostly words', () => {
    const word = fc.constantFrom(...PROSE.trim().split(' '))
    const stain = fc.constantFrom(...STAINS.split(' '))
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 60, maxLength: 90 }),
        fc.array(stain, { maxLength: 30 }),
        (words, stains) => {
          expect(isNoise([...words, ...stains].join(' '))).toBe(false)
        },
      ),
    )
  })

  it('is a page that is left out and named, or a file that is', async () => {
    const stained = {
      texts: linesAt(
        60,
        60,
        Array.from({ length: 6 }, () => STAINS),
      ),
    }
    const lines = PROSE.match(/.{1,40}(?: |$)/gu) ?? []
    const { document, notes } = await readNoted(
      'wells.pdf',
      makePdf([{ texts: linesAt(60, 60, lines) }, stained]),
    )
    expect(document.clean).not.toContain('iI.')
    expect(notes).toEqual([expect.stringContaining('page 2 holds the noise of a scanner')])
    expect(await reasonOf('wells.pdf', makePdf([stained]))).toMatch(/only the noise of a scanner/u)
    expect(await reasonOf('wells.txt', Buffer.from(NOISE))).toMatch(/noise of a scanner/u)
  })
})

describe('a page that is no document', () => {
  const page = (title: string, body: string): Buffer =>
    Buffer.from(
      `<html><head><title>${title}</title></head><body><nav>Home</nav>${body}<form></form></body></html>`,
    )

  it.each([
    ['an error page', 'Wells', '<h1>Oups</h1><p>La page que vous cherchez n’existe plus.</p>'],
    ['an error page', 'Pozos', '<p>La página que busca no existe.</p>'],
    ['a page that asks to sign in', 'Wells', '<p>You must log in to view this page.</p>'],
    ['a page that asks to sign in', 'Puits', '<p>Veuillez vous connecter.</p>'],
    ['a page that is drawn by a program', 'Wells', '<p>Please enable JavaScript to go on.</p>'],
  ])('is %s: %s', async (what, title, body) => {
    expect(await reasonOf('wells.html', page(title, body))).toMatch(new RegExp(`^${what}`, 'u'))
  })

  it('is not one that speaks of such pages', async () => {
    const body = `<p>${PROSE.repeat(6)}</p><p>Readers must log in to view this page.</p>`
    expect((await readOne('wells.html', page('Wells', body))).clean).toContain('log in')
  })
})

describe('an export without rows', () => {
  it.each(['Date,Town,Wells\n', 'Date;Town;Wells\n;;\n;;\n'])('is named: %j', async (text) => {
    expect(await reasonOf('wells.csv', Buffer.from(text))).toMatch(/only the names of its columns/u)
  })

  it('is a workbook of heads, too, and not one with a row', async () => {
    const heads = [['Date', 'Town', 'Wells']]
    expect(await reasonOf('wells.xlsx', xlsx({ sheets: [{ name: 'A', rows: heads }] }))).toMatch(
      /only the names of its columns/u,
    )
    const rows = [...heads, ['2031-05-01', 'Lund', 12]]
    expect((await readOne('wells.xlsx', xlsx({ sheets: [{ name: 'A', rows }] }))).clean).toContain(
      'Lund',
    )
  })
})
