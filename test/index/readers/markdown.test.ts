import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../index/readers/read.ts'
import { expectVerbatim, headings, paragraphs, read } from '../reading.ts'

const markdown = (text: string): string[] => {
  const document = read(text, 'note.md')
  expectVerbatim(document)
  return paragraphs(document)
}

describe('Markdown', () => {
  it.each([
    ['emphasis', 'The *old* **wells** _are_ __dry__.', 'The old wells are dry.'],
    ['strike-through', 'The ~~old~~ wells are dry.', 'The old wells are dry.'],
    ['links', 'The [old wells](https://example.org "dry") are dry.', 'The old wells are dry.'],
    [
      'auto-links',
      'See <https://example.org> for the wells.',
      'See https://example.org for the wells.',
    ],
    ['images', 'The ![a well](well.png "t") wells are dry.', 'The wells are dry.'],
    ['code', 'The `old` ``wells`` are dry.', 'The old wells are dry.'],
    ['escapes', '1\\. The \\*old\\* wells \\[are\\] dry.', '1. The *old* wells [are] dry.'],
    ['entities', 'Wells &amp; rivers &eacute;.', 'Wells &amp; rivers &eacute;.'],
    ['tags', 'The <b>old</b> wells<sup>2</sup> are dry.', 'The old wells2 are dry.'],
    ['hard breaks', 'The old wells\\\nare dry  \nand empty.', 'The old wells are dry and empty.'],
    ['wrapped lines', 'The old\nwells are\n   dry.', 'The old wells are dry.'],
    ['footnotes', 'The wells are dry[^1] and old.[^note]', 'The wells are dry and old.'],
    [
      'brackets of a quotation',
      '“[The U.S.] left,” he [the mayor] said.',
      '“[The U.S.] left,” he [the mayor] said.',
    ],
    ['comments', 'The wells <!-- dry? --> are dry.', 'The wells are dry.'],
  ])('reads %s', (_name, text, expected) => expect(markdown(text)).toEqual([expected]))

  it('keeps the words of links whose targets stand elsewhere, and leaves those out', () => {
    expect(
      markdown(
        'The [old wells][w], [rivers][] and [roads] are dry. [Camels] are not.\n\n[w]: https://example.org/a\n[Rivers]: https://example.org/b\n[roads]: https://example.org/c "t"\n',
      ),
    ).toEqual(['The old wells, rivers and roads are dry. [Camels] are not.'])
  })

  it('leaves out what is no running text', () => {
    expect(
      markdown(`Before.

\`\`\`js
const wells = 3
\`\`\`

    indented code

***

<script>
let wells = 4
</script>

<!-- a remark -->

[^1]: A note on the wells.
    More of the note.

After.[^1]
`),
    ).toEqual(['Before.', 'After.'])
  })

  it('reads the words of HTML blocks', () => {
    const text =
      '<h2 align="center">Wells</h2>\n<p>The <b>old</b> wells are dry.</p><p>So is the river.</p>\n\nAnd the road.'
    const document = read(text, 'note.md')
    expect(paragraphs(document)).toEqual([
      'The old wells are dry.',
      'So is the river.',
      'And the road.',
    ])
    expect(headings(document)).toEqual(['Wells'])
  })

  it('makes two of a paragraph with a line break in it', () => {
    expect(markdown('The wells are dry.<br>The river is not.')).toEqual([
      'The wells are dry.',
      'The river is not.',
    ])
  })

  it('knows headings and their levels', () => {
    const document = read(
      `# The **north**

Intro.

## Wells #

Dry.

### Old wells

Very dry.

Rivers
------

Low.

The south
=========

Wet.
`,
      'note.md',
    )
    expect(headings(document)).toEqual([
      'The north',
      'The north › Wells',
      'The north › Wells › Old wells',
      'The north › Rivers',
      'The south',
    ])
    expect(document.title).toEqual({ value: 'The north', inferred: true })
  })

  it('reads lists, nested ones, tasks and items of several paragraphs', () => {
    const document = read(
      `Rules:

- Wells are for
  all *people*.
  1. Camels wait.
  2. Traders pay.

     In salt.
- [x] Rivers are free.
`,
      'note.md',
    )
    expectVerbatim(document)
    expect(paragraphs(document)).toEqual([
      'Rules:',
      'Wells are for all people.',
      'Camels wait.',
      'Traders pay.',
      'In salt.',
      'Rivers are free.',
    ])
    expect(document.paragraphs.map(({ list }) => list)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ])
  })

  it('reads tables row by row, as they stand there', () => {
    expect(
      markdown(
        '| Town | Wells |\n|:--|--:|\n| **Gao** | 12 |\n| Kidal | [4](https://example.org) |\n',
      ),
    ).toEqual(['Town | Wells', 'Gao | 12', 'Kidal | 4'])
  })

  it('reads block quotes, over their marks', () => {
    expect(markdown('> The wells *are\n> dry*, he\nsaid.\n>\n> > They were.\n')).toEqual([
      'The wells are dry, he said.',
      'They were.',
    ])
  })

  it.each(['\n', '\r\n'])('keeps its offsets behind front matter, lines ending in %j', (end) => {
    const text = ['---', 'title: Wells', '---', '', '# North', '', 'The *old* wells.', ''].join(end)
    const document = read(text, 'note.md')
    expect(document.title).toEqual({ value: 'Wells', inferred: false })
    const [paragraph] = document.paragraphs
    const span = document.map.toText(paragraph ?? { start: 0, end: 0 })
    expect(text.slice(span.start, span.end)).toBe('The *old* wells.')
    expect(span.omitted.map(({ start, end: to }) => text.slice(start, to))).toEqual(['*', '*'])
  })

  it.each(['\r\n', '\r'])('reads lines that end in %j', (end) => {
    const lines = ['# North', '', 'The *wells* are', 'dry.', '', '- one', '- two', '  of it', '']
    const document = read(lines.join(end), 'note.md')
    expectVerbatim(document)
    expect(headings(document)).toEqual(['North'])
    expect(paragraphs(document)).toEqual(['The wells are dry.', 'one', 'two of it'])
  })

  it('leaves furniture out', () => {
    expect(markdown('The wells are dry.\n\nShare this article\n\nhttps://example.org/a\n')).toEqual(
      ['The wells are dry.'],
    )
  })

  it('a front matter alone is no document', () => {
    expect(documentOf('note.md', '---\ntitle: Wells\n---\n', '').document).toBeUndefined()
  })
})

describe('hostile Markdown', () => {
  it.each([
    ['quotes', '>'.repeat(50_000)],
    ['lists', '- '.repeat(50_000)],
    ['numbers', '1. '.repeat(50_000)],
  ])('nested too deep is read as plain text: %s', (_name, marks) => {
    const { document, problems } = documentOf('note.md', `${marks}The wells are dry.`, '')
    expect(problems).toEqual(['Markdown nested too deep; read as plain text'])
    expect(document?.clean).toContain('The wells are dry.')
  })

  it('a rule of many hyphens is no list', () => {
    const { problems } = documentOf('note.md', `Wells.\n\n${'-'.repeat(500)}\n\nRivers.`, '')
    expect(problems).toEqual([])
  })

  it('a paragraph without an end keeps its marks', () => {
    const text = `${'[a]('.repeat(50_000)}The *wells* are dry.`
    const { document } = documentOf('note.md', text, '')
    expect(document?.clean.endsWith('The *wells* are dry.')).toBe(true)
  })

  it.each([
    ['items', (at: number) => `- item ${at}`],
    ['numbered items', (at: number) => `${at + 1}. item ${at}`],
    ['rows', (at: number) => (at === 1 ? '|-|-|' : `| a | ${at} |`)],
    ['definitions', (at: number) => `[a${at}]: /u`],
    ['headings', (at: number) => `# H ${at}`],
    ['nested items', (at: number) => `${' '.repeat((at % 60) * 2)}- item ${at}`],
  ])('many %s are read', (_name, line) => {
    const text = `${Array.from({ length: 20_000 }, (_, at) => line(at)).join('\n')}\n\nThe wells are dry.`
    expect(read(text, 'note.md').clean).toContain('The wells are dry.')
  })
})
