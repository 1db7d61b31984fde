import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  endsSentence,
  isListItem,
  isPageNumber,
  isUrl,
  looksLikeHeading,
  splitLines,
} from '../../../index/clean/lines.ts'

describe('lines', () => {
  it('end in CR, LF, both, form feeds and Unicode separators; the last needs none', () => {
    const text = 'one\r\n  two \rthree\n\ffour\u2028five'
    expect(splitLines(text).map(({ trimmed }) => trimmed)).toEqual([
      'one',
      'two',
      'three',
      '',
      'four',
      'five',
    ])
  })

  it('of any text are its slices in order, and hold all but its white space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\t', '\r', '\n', '\f', '😀') }),
        (text) => {
          const lines = splitLines(text)
          for (const { start, end, trimmed } of lines) expect(text.slice(start, end)).toBe(trimmed)
          expect(
            lines
              .map(({ trimmed }) => trimmed)
              .join('')
              .replace(/\s/gu, ''),
          ).toBe(text.replace(/\s/gu, ''))
        },
      ),
    )
  })

  it.each(['https://example.org/a', 'www.example.org https://example.org/b'])(
    '%s is a URL',
    (line) => {
      expect(isUrl(line)).toBe(true)
    },
  )

  it.each(['12', 'Page 3 of 12', 'page 4', 'p. 4', '- 4 -', '3 | 12', '3/12'])(
    '%s may be a page number',
    (line) => expect(isPageNumber(line)).toBe(true),
  )

  it.each(['2021', 'P5', '3,744', '12 %', '12 km', '1.5'])('%s is none', (line) => {
    expect(isPageNumber(line)).toBe(false)
  })

  it.each(['• one', '- one', '1. one', '(a) one', 'b) one'])('%s is an item', (line) => {
    expect(isListItem(line)).toBe(true)
  })

  it.each(['-5 degrees', '1.5 million', 'a man', '2020 was'])('%s is none', (line) => {
    expect(isListItem(line)).toBe(false)
  })

  it.each(['It ended.', 'Who?', '« Non ! »', '(He left.)', '“Go.”'])(
    '%s ends a sentence',
    (line) => {
      expect(endsSentence(line)).toBe(true)
    },
  )

  it.each(['Key findings', 'Why now?', '2021', 'About the donors:'])(
    '%s may head a section',
    (line) => {
      expect(looksLikeHeading(line)).toBe(true)
    },
  )

  it.each([
    'It ended.',
    'lower case',
    'License: cc-by',
    'Updated March 21, 2020',
    'For all of these reasons the ministry has decided on the steps below:',
    '1. First',
    'The list goes on,',
  ])('%s heads none', (line) => expect(looksLikeHeading(line)).toBe(false))
})
