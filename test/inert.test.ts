import { describe, expect, it } from 'vitest'
import { inert, inertText } from '../src/inert.ts'

describe('inertText', () => {
  it.each([
    ['Rain\n  came\u00a0late ', 'Rain came late'],
    ['\u001b[31mred', '␛[31mred'],
    ['a\u007fb\u009bc', 'a␡b�c'],
    ['pass\u200bword\u00ad\ufeff', 'password'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['\u{e0068}\u{e0069}seen', 'seen'],
    ['half \ud83d of one', 'half � of one'],
    ['Père, naïve, e\u0301tat, 河, 🌾', 'Père, naïve, e\u0301tat, 河, 🌾'],
    ['', ''],
    [' \n ', ''],
  ])('%j reads %j', (raw, text) => {
    expect(inertText(raw)).toBe(text)
  })
})

describe('inert', () => {
  it('knows where every offset went', () => {
    const raw = '  a\n\n b\u200bc🌾d'
    const { text, at } = inert(raw)
    expect(text).toBe('a bc🌾d')
    for (const char of ['a', 'b', 'c', '🌾', 'd'])
      expect(at(raw.indexOf(char))).toBe(text.indexOf(char))
    expect(at(raw.length)).toBe(text.length)
    expect(at(9999)).toBe(text.length)
  })
})
