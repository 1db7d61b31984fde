import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../index/readers/decode.ts'

const FRENCH = 'L’été, à l’école, les élèves déjà fatigués mangeaient des pâtes : ça coûtait 3 €.'
/** windows-1252, for the characters it has beyond Latin-1. */
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => ({ '’': 0x92, '€': 0x80 })[letter] ?? letter.charCodeAt(0))
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

const RUSSIAN = 'Жители говорят, что колодцы пересохли в мае, а воды осталось мало.'
const UKRAINIAN = 'Мешканці кажуть, що криниці пересохли в травні, а води лишилося мало.'
const ARABIC = 'يقول السكان إن الآبار جفت في مايو، وإن المياه المتبقية قليلة.'
const GREEK = 'Οι κάτοικοι λένε ότι τα πηγάδια στέρεψαν τον Μάιο και το νερό λιγόστεψε.'
const HEBREW = 'התושבים אומרים כי הבארות התייבשו במאי וכי נותרו מעט מים בעיר.'
const POLISH = 'Mieszkańcy mówią, że studnie wyschły w maju, a wody zostało już bardzo mało.'
const JAPANESE = '住民によると、井戸は五月に枯れ、水は残り少ないという。'
const CHINESE = '居民说,水井在五月干涸了,剩下的水已经不多了,大家都很担心。'
const KOREAN = '주민들은 우물이 오월에 말랐고 물이 얼마 남지 않았다고 말한다.'

/** The other way round: what bytes a decoder makes each letter of. */
function encoded(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding)
  const bytes = new Map<string, readonly number[]>()
  for (let first = 255; first >= 0; first--) {
    bytes.set(decoder.decode(Buffer.of(first)), [first])
    if (first < 0x81) continue
    for (let second = 0x40; second < 0xff; second++) {
      const letter = decoder.decode(Buffer.of(first, second))
      if (letter.length === 1 && !bytes.has(letter)) bytes.set(letter, [first, second])
    }
  }
  return Buffer.from(Array.from(text, (letter) => bytes.get(letter) ?? [0x3f]).flat())
}

describe('decode', () => {
  it('takes UTF-8 as it is, its byte-order mark included', () => {
    expect(decode(Buffer.from(FRENCH))).toEqual({ text: FRENCH })
    expect(decode(Buffer.from(`\uFEFF${FRENCH}`))).toEqual({ text: `\uFEFF${FRENCH}` })
    expect(decode(new Uint8Array())).toEqual({ text: '' })
  })

  it('takes UTF-16 by its mark, and without one by its NULs', () => {
    expect(decode(Buffer.from(`\uFEFF${FRENCH}`, 'utf16le'))).toEqual({ text: `\uFEFF${FRENCH}` })
    expect(decode(utf16be(`\uFEFF${FRENCH}`))).toEqual({ text: `\uFEFF${FRENCH}` })
    expect(decode(Buffer.from(FRENCH, 'utf16le'))).toEqual({
      text: FRENCH,
      note: 'not UTF-8, read as utf-16le',
    })
    expect(decode(utf16be(FRENCH))?.text).toBe(FRENCH)
  })

  it.each([FRENCH, 'Été', 'Le préfet était là.'])(
    'takes Western bytes for windows-1252: %s',
    (text) => {
      expect(decode(windows1252(text))).toEqual({ text, note: 'not UTF-8, read as windows-1252' })
    },
  )

  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-u', UKRAINIAN],
    ['ibm866', RUSSIAN],
    ['windows-1256', ARABIC],
    ['windows-1253', GREEK],
    ['windows-1255', HEBREW],
    ['windows-1250', POLISH],
    ['macintosh', 'L’été, à l’école, les élèves étaient déjà là, très fatigués.'],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['gb18030', CHINESE],
    ['euc-kr', KOREAN],
  ])('knows %s by its bytes, in long texts and in one sentence', (encoding, text) => {
    for (const whole of [text, `${text}\n`.repeat(20)])
      expect(decode(encoded(whole, encoding))?.text).toBe(whole)
  })

  it.each([RUSSIAN, ARABIC, HEBREW, JAPANESE, CHINESE, KOREAN, GREEK])(
    'knows UTF-16 without its mark in any script: %s',
    (text) => {
      for (const whole of [text, text.repeat(30)]) {
        expect(decode(Buffer.from(whole, 'utf16le'))?.text).toBe(whole)
        expect(decode(utf16be(whole))?.text).toBe(whole)
      }
    },
  )

  it('knows the escapes of Japanese mails', () => {
    const bytes = Buffer.from('\u001B$B0f8M\u001B(B', 'latin1')
    expect(decode(bytes)).toEqual({ text: '井戸', note: 'not UTF-8, read as iso-2022-jp' })
  })

  it('shows a few broken bytes, and says how many', () => {
    const bytes = Buffer.concat([Buffer.from(FRENCH), Buffer.of(0xff), Buffer.from(FRENCH)])
    expect(decode(bytes)).toEqual({
      text: `${FRENCH}\uFFFD${FRENCH}`,
      note: 'not valid UTF-8 in 1 place, shown as \uFFFD',
    })
  })

  it.each([
    ['NULs', Buffer.of(80, 75, 3, 4, 0, 0, 0, 65, 66)],
    ['control characters', Buffer.from(Array.from({ length: 500 }, (_, at) => at % 32))],
  ])('knows binary files by their %s', (_name, bytes) => expect(decode(bytes)).toBeUndefined())

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decode(bytes)
        expect(typeof decoded?.text).toBe(decoded === undefined ? 'undefined' : 'string')
      }),
    )
  })
})
