import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectVerbatim, headings, paragraphs, read, readParagraphs } from '../reading.ts'

describe('paragraphs of plain text', () => {
  it('are put together from wrapped lines', () => {
    const text = `The wells of the town were closed in spring, and the people walked to
the river every day. Nobody had told them how long it would take to
dig new ones.

The mayor of the town, who had asked for help in winter, said that the
Ministry of Water had not answered.
`
    expect(readParagraphs(text)).toEqual([
      'The wells of the town were closed in spring, and the people walked to the river every day. Nobody had told them how long it would take to dig new ones.',
      'The mayor of the town, who had asked for help in winter, said that the Ministry of Water had not answered.',
    ])
  })

  it('stay apart where every line is one', () => {
    const lines = [
      'The wells of the town were closed in spring.',
      'Nobody was told.',
      'The mayor, who had asked for help in winter, said that the ministry had not answered him.',
    ]
    expect(readParagraphs(lines.join('\n'))).toEqual(lines)
  })

  it('headlines below one another are not wrapped lines', () => {
    const lines = [
      'Mayor of the northern town asks ministry for more water',
      'Ministry sends two lorries and a letter to the mayor',
      'Donors promise money for three new wells in the north',
      'Rains come early and fill all of the wells in one night',
      'Elders of the town remember no such rain in their lives',
      'Traders sell umbrellas on the market for the first time',
      'School of the northern town opens its doors in the rain',
    ]
    expect(readParagraphs(lines.join('\n'))).toEqual(lines)
  })

  it('go on over an empty line within a sentence', () => {
    const text = `The wells of the town were closed in spring, and the people walked to
the river every day. Nobody had told them how long it would take to

dig new ones, and the mayor of the town, who had asked for help in the
winter, said that the ministry had not answered.
`
    expect(readParagraphs(text)).toEqual([text.replace(/\s+/gu, ' ').trim()])
  })

  it('a one-line document is one, a title with nothing below it too', () => {
    expect(readParagraphs('Water is scarce in the north')).toEqual(['Water is scarce in the north'])
  })

  it('of items are lists, and an item goes on where a layout pushed it down', () => {
    const document = read(`Main rules of the town

1. Code on the
protection of wells
2. Law against the sale of

water in the dry months
3. Charter of the
river
• Rules for traders
- Rules for camels
`)
    expect(paragraphs(document)).toEqual([
      '1. Code on the protection of wells',
      '2. Law against the sale of water in the dry months',
      '3. Charter of the river',
      '• Rules for traders',
      '- Rules for camels',
    ])
    expect(document.paragraphs.every(({ list }) => list)).toBe(true)
    expect(headings(document)).toEqual(['Main rules of the town'])
  })

  it.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['LF', '\n'],
  ])('are the same with %s', (_name, end) => {
    const lines = ['The Long Way', '', 'They walked for a day.', '', 'They came home in the']
    const document = read([...lines, '', 'evening.'].join(end))
    expect(headings(document)).toEqual(['The Long Way'])
    expect(paragraphs(document)).toEqual([
      'They walked for a day.',
      'They came home in the evening.',
    ])
    expectVerbatim(document)
  })

  it('form feeds and a byte-order mark are no text', () => {
    const document = read(
      '\uFEFFThey walked for a day, and came\fhome in the evening.\n\fThen it rained.',
    )
    expect(paragraphs(document)).toEqual([
      'They walked for a day, and came home in the evening.',
      'Then it rained.',
    ])
    expectVerbatim(document)
  })

  it.each(['', ' \n\t\n', '\uFEFF', '\f\f', '12\n', 'https://example.org\n'])(
    'there are none in %j',
    (text) => expect(() => read(text)).toThrow('nothing to quote'),
  )
})

describe('headings of plain text', () => {
  it('stand alone, or above a longer line that is a sentence', () => {
    const document = read(`The Long Way to the Well

Wells
The wells of the town were closed in spring, and nobody had been told of it before.

Rivers

The river was low, but it had never been dry in all of the years that the elders remember.
`)
    expect(headings(document)).toEqual(['Wells', 'Rivers'])
    expect(document.title.value).toBe('The Long Way to the Well')
  })

  it('that recur are below those that do not', () => {
    const section = (name: string): string =>
      `${name}\n\nMain rules\n\n1. One rule\n2. Another rule\n\nOther rules\n\n1. A third rule\n\n`
    const document = read(section('Wells') + section('Rivers'))
    expect(headings(document)).toEqual([
      'Wells › Main rules',
      'Wells › Other rules',
      'Rivers › Main rules',
      'Rivers › Other rules',
    ])
  })

  it('a sentence that leads in a list is none', () => {
    expect(
      readParagraphs(
        'The wells are closed.\n\nFor that reason the people of the town now need all of this:\n\n- water\n- food',
      ),
    ).toContain('For that reason the people of the town now need all of this:')
  })
})

describe('any text', () => {
  const word = fc.constantFrom('wells', 'river', 'the', 'of', 'Élodie', 'Mali', 'été', '3,744', 'x')
  const sentence = fc
    .tuple(fc.array(word, { minLength: 4, maxLength: 14 }), fc.constantFrom('.', '!', '?', '…', ''))
    .map(([words, end]) => `The ${words.join(' ')}${end}`)
  const prose = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))
  const noise = fc.constantFrom(
    'Share Tweet Email',
    'https://example.org/a',
    '12',
    'Page 3 of 9',
    '1 Note on the wells.',
    'Leave a comment',
    'word,1 and word.2',
    'govern-',
    'ment of',
    '• item',
    '1. item',
    'HEADING',
    '\uFEFF',
    '\u00AD',
    '(',
    '---',
    '# Head',
    '> quote',
    '| a | b |',
    '|---|---|',
    '[link](http://example.org "t")',
    '`code`',
    '**bold** _it_ \\* &amp; <b>x</b><br>y',
    '[^1]: note',
    '```',
    '    indented',
    '😀 \uD800',
  )
  const separator = fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\f', ' ', '\n\n\n')
  const mixture = fc
    .array(fc.tuple(fc.oneof(prose, noise), separator), { minLength: 1, maxLength: 20 })
    .map((parts) => parts.flat().join(''))

  it.each(['note.txt', 'note.md'])('can be quoted from %s as it stands there', (name) => {
    fc.assert(
      fc.property(mixture, (text) => {
        const padded = `Wells, rivers and roads.\n\n${text}`
        const document = read(padded, name)
        expect(document.text).toBe(padded)
        expectVerbatim(document)
        for (const section of document.sections) {
          expect(section.end).toBeGreaterThan(section.start)
          expect(section.end).toBeLessThanOrEqual(document.clean.length)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('without furniture loses no word, and keeps their order', () => {
    const paragraph = fc
      .tuple(prose, fc.constantFrom(20, 40, 72, 10_000))
      .map(([text, width]) => wrap(`${text} The end.`, width))
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join('\n\n')
        const document = read(text)
        const words = (from: string): string[] => from.split(/\s+/u).filter(Boolean)
        const kept = words(document.clean)
        const all = words(text)
        // In order …
        let at = 0
        for (const one of kept) at = all.indexOf(one, at) + 1 || Number.POSITIVE_INFINITY
        expect(at).toBeLessThanOrEqual(all.length)
        // … and all of them, but for lines taken for headings.
        const headed = words(
          headings(document)
            .map((heading) => heading.split(' › ').at(-1))
            .join(' '),
        )
        expect([...kept, ...headed].sort()).toEqual(all.sort())
      }),
      { numRuns: 300 },
    )
  })
})

function wrap(text: string, width: number): string {
  let line = 0
  return text.replace(/ /gu, (_space, at: number) => {
    if (at - line < width) return ' '
    line = at
    return '\n'
  })
}
