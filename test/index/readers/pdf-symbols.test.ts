import { expect, it } from 'vitest'
import type { Font, Glyph } from '../../../index/readers/pdf/glyphs.ts'
import { withBullets } from '../../../index/readers/pdf/symbol-fonts.ts'

const font = (): Font => ({ bold: false, italic: false, vertical: false, scale: 0.001 })
const [words, symbols] = [font(), font()]

/** Letters of one width, from `x` on, on the base line `y`. */
const line = (text: string, x: number, y: number, own: Font): Glyph[] =>
  Array.from(text, (letter, at) => ({
    text: letter,
    x: x + at * 5,
    y,
    dx: 1,
    dy: 0,
    width: 5,
    size: 10,
    font: own,
    color: '#000000',
    inkless: false,
    artifact: false,
  }))

const shown = (...glyphs: Glyph[][]): string =>
  withBullets(glyphs.flat())
    .map(({ text }) => text)
    .join('')

it('reads a letter of a font of symbols before an item as a bullet', () => {
  expect(
    shown(
      line('b', 0, 20, symbols),
      line('In May', 12, 20, words),
      line('b', 0, 40, symbols),
      line('Two left', 12, 40, words),
    ),
  ).toBe('•In May•Two left')
})

it.each([
  ['stands within a line', [line('Let', 0, 20, words), line('x', 20, 20, symbols)]],
  ['begins a formula', [line('x', 0, 20, symbols), line('= 3', 12, 20, words)]],
  [
    'is one of several of its font',
    [
      line('b', 0, 20, symbols),
      line('In', 12, 20, words),
      line('c', 0, 40, symbols),
      line('At', 12, 40, words),
    ],
  ],
  ['has no text behind it', [line('b', 0, 20, symbols), line('In', 12, 40, words)]],
  ['is of the font of the text', [line('b', 0, 20, words), line('In', 12, 20, words)]],
])('leaves a letter that %s', (_, glyphs) => {
  expect(shown(...glyphs)).toBe(
    glyphs
      .flat()
      .map(({ text }) => text)
      .join(''),
  )
})
