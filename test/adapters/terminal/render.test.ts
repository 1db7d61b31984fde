import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Look } from '../../../adapters/terminal/look.ts'
import { renderReply } from '../../../adapters/terminal/render.ts'
import { type Quote, Reply } from '../../../src/reply.ts'
import {
  answer,
  citation,
  markOf,
  nothing,
  quote,
  REPLIES,
  sources,
} from '../../support/replies.ts'

const plain = (width = 60): Look => ({ width, style: (_formats, text) => text })
const starred: Look = {
  width: 60,
  style: (formats, text) => (formats.includes('bold') ? `*${text}*` : text),
}
const render = (reply: Reply, look = plain()) => renderReply(reply, look)
const linesOf = (each: Quote, look = plain()) => render(answer(each), look).split('\n')
const cited = (over: Parameters<typeof citation>[0]) =>
  render(answer(quote('Rain came late.', { citation: citation(over) })), plain(100))

describe('a quote', () => {
  it('stands behind a bar with its number, its source below', () => {
    expect(render(answer(quote('Rain came late.')))).toBe(
      ['│ Rain came late. [1]', '', '[1] The harvest report · Field Office · 2023-04-02', ''].join(
        '\n',
      ),
    )
  })

  it('stands between its neighbours, dimmed, where there are colours', () => {
    const beside = (text: string) => ({ text, start: 0, end: text.length, omitted: [] })
    const reply = answer(
      quote('Rain came late.', {
        before: beside('It was dry.'),
        after: beside('Crops\u202e failed.'),
      }),
    )
    const dimming: Look = {
      width: 60,
      style: (formats, text) => (formats.includes('dim') ? `<${text}>` : text),
    }
    expect(render(reply, dimming).split('\n').slice(0, 3)).toEqual([
      '<┊ ><It was dry.>',
      '<│ >Rain came late. [1]',
      '<┊ ><Crops failed.>',
    ])
    expect(render(reply)).not.toContain('dry')
  })

  it('stands without a neighbour that is quoted below it', () => {
    const after = { text: 'Crops failed.', start: 16, end: 29, omitted: [] }
    const reply = answer(quote('Rain came late.', { after }), quote('Crops failed.', after))
    const dimming: Look = {
      width: 60,
      style: (formats, text) => (formats.includes('dim') ? `<${text}>` : text),
    }
    expect(render(reply, dimming).match(/Crops failed/gu)).toHaveLength(1)
  })

  it('of a number is followed by how to see every figure', () => {
    const reply = { ...answer(quote('Nine goats came.')), figures: 'goats' }
    expect(render(reply)).toMatch(/\n\nSee every figure: figures goats\n$/u)
  })

  it('is wrapped to the width', () => {
    const text = 'a lengthy sentence about rain '.repeat(9)
    for (const line of linesOf(quote(text))) expect(line.length).toBeLessThanOrEqual(60)
  })

  it('is shown in lines of its own though the document is wrapped', () => {
    expect(linesOf(quote('Rain\n  came\r\nlate.'))[0]).toBe('│ Rain came late. [1]')
  })

  it('has its marks on the right words, whatever white space and controls precede them', () => {
    const text = 'It\n   rained\u200b on \u001b[31m the  late millet.'
    const marks = [markOf(text, 'rained'), markOf(text, 'late millet')]
    expect(linesOf(quote(text, { marks }), starred)[0]).toBe(
      '│ It *rained* on ␛[31m the *late millet*. [1]',
    )
  })

  it('carries a mark over a line break and bears marks that overlap or lie outside', () => {
    const text = `${'x'.repeat(50)} first second`
    const marks = [markOf(text, 'first second'), markOf(text, 'second'), { start: 500, end: 900 }]
    expect(linesOf(quote(text, { marks }), starred).slice(0, 2)).toEqual([
      `│ ${'x'.repeat(50)} *first*`,
      '│ *second* [1]',
    ])
  })

  it('names other documents with the same words', () => {
    const also = [citation({ title: { value: 'The yearbook', inferred: false } })]
    expect(render(answer(quote('Rain came late.', { also })))).toContain('also in The yearbook ·')
  })

  it('names two of them at most, and counts the rest', () => {
    const also = ['One', 'Two', 'Three', 'Four'].map((title, at) =>
      citation({ document: `${at}.md`, title: { value: title, inferred: false } }),
    )
    const shown = render(answer(quote('Rain came late.', { also })), plain(80))
    expect(shown).toContain('  also in One · Field Office, Two · Field Office, 2 more\n')
  })

  it('says how it was ranked when that was asked for', () => {
    const explanation = [{ feature: 'coverage', value: 0.75, contribution: 1.5 }]
    expect(render(answer(quote('Rain came late.', { explanation })))).toContain(
      'coverage 0.750 → 1.500',
    )
  })
})

describe('a citation', () => {
  it('says what is inferred, and when there is no date', () => {
    const { date: _date, ...undated } = citation({ title: { value: 'A report', inferred: true } })
    expect(cited({ date: { value: '2023', inferred: true } })).toMatch(
      /· 2023°\n° inferred, not stated\n$/u,
    )
    expect(render(answer(quote('Rain.', { citation: undated })))).toContain(
      'A report° · Field Office · undated\n° inferred, not stated\n',
    )
  })

  it('shows the innermost heading and the address, shortened', () => {
    const shown = cited({ section: 'Rain › North', url: 'https://www.example.org/a?utm_source=x' })
    expect(shown).toContain('2023-04-02 · North\n  example.org/a\n')
    const url = `https://example.org/${'long/'.repeat(30)}`
    expect(cited({ url })).toContain('  example.org/…\n')
  })

  it('names the file only of reports that would read the same', () => {
    const other = citation({ document: 'second.md' })
    const shown = render(answer(quote('Rain.'), quote('Salt.', { citation: other })), plain(80))
    expect(shown).toContain('[2] The harvest report · Field Office · 2023-04-02 · second.md')
    expect(cited({})).not.toContain('harvest.md')
  })

  it('stands once, with the numbers and pages of all its quotes', () => {
    const on = (label: string) => citation({ place: { kind: 'page', label } })
    const shown = render(
      answer(
        quote('Rain.', { citation: on('3') }),
        quote('Wind.', {
          citation: citation({ document: 'x', title: { value: 'X', inferred: false } }),
        }),
        quote('Salt.', { citation: on('5') }),
      ),
      plain(80),
    )
    expect(shown).toMatch(
      /\n\n\[1, 3\] The harvest report · Field Office · 2023-04-02 · pp\. 3, 5\n\[2\] X /u,
    )
  })

  it('has long names shortened, by their acronym where they have one', () => {
    const publisher = (value: string) => cited({ publisher: { value, inferred: false } })
    expect(publisher('The Board for Wells and Cisterns of the Northern Valleys (BWC)')).toContain(
      ' · BWC · ',
    )
    expect(
      publisher('The Board for Wells of the Northern Valleys (BWC), and the Office of Salt'),
    ).toContain(' · BWC and others · ')
    const long =
      'A very long title of a report about wells: what was dug, and by whom, in the north'
    expect(cited({ title: { value: long, inferred: false } })).toContain(
      'A very long title of a report about wells: what was dug … · Field Office',
    )
  })

  it('tells a digest from what it retells', () => {
    const source = { title: 'Dry years', publisher: 'The Gazette' }
    expect(cited({ kind: 'digest', source })).toContain(
      'Digest of “Dry years” · The Gazette · Field Office',
    )
    expect(cited({ kind: 'digest', source: { title: 'Dry years' } })).toContain(
      'Digest of “Dry years” · Field Office',
    )
    expect(
      cited({ kind: 'digest', source, publisher: { value: 'Verbatim', inferred: false } }),
    ).toContain('Digest of “Dry years” · The Gazette · 2023-04-02')
    expect(cited({ kind: 'digest' })).toContain('Digest: The harvest report')
  })
})

describe('the other replies', () => {
  it('show how the question was read first', () => {
    const notes = ['“Mourra” is not in the documents; read as “Moura”.']
    const reply = { ...answer(quote('Rain came late.')), notes }
    expect(render(reply)).toMatch(/^“Mourra” is not in the documents; read as “Moura”\.\n\n│ Rain/)
  })

  it('nothing: reason, unknown words, and nearest passages that say they are no answer', () => {
    expect(render(nothing(quote('The ferry was repaired.')))).toMatch(
      /^No document says who won it\.\nIn no document: “regatta”\.\n\nNearest passages, no answer:\n│ The ferry was repaired\./,
    )
    expect(render(nothing())).not.toContain('Nearest')
  })

  it('nothing: every run of a nearest passage is dimmed, its marks too', () => {
    const dimmed: string[] = []
    const text = 'The ferry was repaired.'
    renderReply(nothing(quote(text, { marks: [markOf(text, 'ferry')] })), {
      width: 60,
      style: (formats, run) => {
        if (formats.includes('dim')) dimmed.push(run)
        return run
      },
    })
    expect(dimmed.join('')).toContain(text)
  })

  it('sources: a document with its size, then the problems', () => {
    const shown = render(sources())
    expect(shown).toContain('1 document:\nThe harvest report · Field Office · 2023-04-02')
    expect(shown).toContain('harvest.md · en, 7 passages')
    expect(shown).toContain('1 problem:\n  notes.xyz: skipped')
  })

  it('file names and questions are as harmless as document text', () => {
    const reply = { ...nothing(), unknown: ['\u001b[2Jregatta'] }
    expect(render(reply)).toContain('“␛[2Jregatta”')
    expect(render(sources({ problems: ['\u001b]0;x\u0007.md: skipped'] }))).toContain(
      '␛]0;x␇.md: skipped',
    )
  })

  it('sources: as many as a person reads, and how many more there are', () => {
    const reply = sources()
    const documents = reply.documents.flatMap((one) =>
      Array.from({ length: 103 }, (_, at) => ({ ...one, document: `${at}.md` })),
    )
    const shown = render({ ...reply, documents })
    expect(shown).toContain('103 documents:')
    expect(shown).toContain('99.md')
    expect(shown).not.toContain('100.md')
    expect(shown).toContain('and 3 more documents; all of them: npm start -- sources')
    const failed = render(
      sources({ problems: Array.from({ length: 101 }, (_, at) => `bad${at}.md: skipped`) }),
    )
    expect(failed).not.toContain('bad100.md')
    expect(failed).toContain('and 1 more problem; all of them: npm start -- sources')
  })
})

describe('whatever the text', () => {
  const HOSTILE = ['\u001b[31m', '\u009b2J', '\r', '\n', '\t', '\u202e', '\u200b', '\0', ' ', '│ ']
  const text = fc
    .array(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem(), fc.constantFrom(...HOSTILE)))
    .map((pieces) => pieces.join(''))

  it('the visible characters of every quote are printed in their order', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
        const shown = render(answer(...texts.map((each) => quote(each))))
          .split('\n')
          .filter((line) => line.startsWith('│ '))
          .map((line) => line.slice(2))
          .join('')
        const numbered = texts.map((each, at) => `${each}[${at + 1}]`)
        expect(visible(shown)).toBe(visible(numbered.join('')))
      }),
    )
  })

  it('no control character but the line end is printed, and nothing that hides or turns text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...Object.values(REPLIES)), (hostile, reply) => {
        expect(render(poisoned(reply, hostile))).not.toMatch(
          /[^\P{Cc}\n]|\p{Bidi_Control}|\p{Default_Ignorable_Code_Point}/u,
        )
      }),
    )
  })

  it('marks land on the characters they were made for', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (each, from, length) => {
        const start = snap(each, from % (each.length + 1))
        const end = snap(each, start + (length % (each.length - start + 1)))
        const bold: string[] = []
        const style: Look['style'] = (formats, run) => {
          if (formats.includes('bold')) bold.push(run)
          return run
        }
        const marks = [{ start, end: Math.max(start, end) }]
        renderReply(answer(quote(each, { marks })), { width: 60, style })
        expect(visible(bold.join(''))).toBe(visible(each.slice(start, end)))
      }),
    )
  })

  it('lines of a quote keep to the width', () => {
    const words = fc.array(
      fc.nat(250).map((length) => 'x'.repeat(length)),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 100 }), (each, width) => {
        const lines = render(answer(quote(each.join(' '))), plain(width)).split('\n')
        for (const line of lines.filter((one) => one.startsWith('│')))
          expect(line.length).toBeLessThanOrEqual(width)
      }),
    )
  })
})

/** What a reader can see of a text: no white space, no format or control character. */
const visible = (text: string): string =>
  Array.from(text)
    .filter((char) => !/[\s\p{C}\p{Default_Ignorable_Code_Point}\u2400-\u2421\ufffd]/u.test(char))
    .join('')

/** Not between the halves of a character. */
const snap = (text: string, offset: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(offset)) && offset > 0 ? offset - 1 : offset

/** These have one of a few values, none of them a document's. */
const FIXED = new Set([
  'verdict',
  'why',
  'kind',
  'relation',
  'origin',
  'stance',
  'state',
  'marked',
  'language',
])

/** Every text of the reply has the hostile one in it. */
function poisoned(reply: Reply, hostile: string): Reply {
  const poison = (value: unknown): unknown => {
    if (typeof value === 'string') return value + hostile
    if (Array.isArray(value)) return value.map(poison)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, FIXED.has(key) ? each : poison(each)]),
    )
  }
  return Reply.parse(poison(reply))
}
