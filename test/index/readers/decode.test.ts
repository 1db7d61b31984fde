import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../index/readers/decode.ts'

const FRENCH = 'L’été, à l’école, les élèves déjà fatigués mangeaient des pâtes : ça coûtait 3 €.'
/** windows-1252, for the characters it has beyond Latin-1. */
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => ({ '’': 0x92, '€': 0x80 })[letter] ?? letter.charCodeAt(0))
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

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
