/** A briefing to take along: what each kind of file holds, and what it must not do. */
import * as fc from 'fast-check'
import { unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { briefingOf } from '../../adapters/report/briefing.ts'
import { briefingDocx } from '../../adapters/report/briefing-docx.ts'
import { briefingHtml } from '../../adapters/report/briefing-html.ts'
import { briefingMarkdown } from '../../adapters/report/briefing-markdown.ts'
import { randomSummary } from '../support/random-replies.ts'
import { citation, quote, REPLIES } from '../support/replies.ts'

const SUMMARY = {
  ...REPLIES.summary,
  lead: [
    quote('The granary at Kelani was opened a month early.', {
      citation: citation({ url: 'https://example.org/harvest' }),
    }),
  ],
}
const briefing = briefingOf(SUMMARY)

describe('a briefing as a file', () => {
  it('of Markdown has its citations as footnotes and a list of sources', () => {
    const text = briefingMarkdown(briefing)
    expect(text).toContain('> The granary at Kelani was opened a month early.[^1]')
    expect(text).toContain('- sacks · Kelani: 140 → 90 (Field Office · 2023-04-02)[^2][^3]')
    expect(text).toMatch(/^\[\^1\]: The harvest report · Field Office · 2023-04-02/mu)
    expect(text).toContain('## Documents\n\n- \\[1–4\\] The harvest report')
  })

  it('of HTML links each number to its note and each source to its address', () => {
    const { document } = parseHTML(briefingHtml(briefing))
    expect(document.querySelector('blockquote')?.textContent).toContain('The granary at Kelani')
    const target = document.querySelector('blockquote a')?.getAttribute('href') ?? ''
    expect(target).toBe('#note-1')
    expect(document.querySelector(target)?.textContent).toContain('The harvest report')
    expect(document.querySelector('#note-1 a')?.getAttribute('href')).toContain(
      'https://example.org',
    )
  })

  it('of Word has footnotes of Word’s own', async () => {
    const files = unzipSync(await briefingDocx(briefing))
    const read = (name: string) => new TextDecoder().decode(files[name])
    expect(read('word/footnotes.xml')).toContain('The harvest report')
    expect(read('word/document.xml')).toContain('w:footnoteReference w:id="1"')
    expect(read('word/document.xml')).toContain('The granary at Kelani was opened a month early.')
  })

  it('holds nothing that runs, loads or ends its element, whatever documents say', () => {
    fc.assert(
      fc.property(randomSummary, (summary) => {
        const { document } = parseHTML(briefingHtml(briefingOf(summary)))
        const names = new Set([...document.querySelectorAll('*')].map(({ localName }) => localName))
        expect([...names].filter((name) => !KNOWN.has(name))).toEqual([])
        for (const link of document.querySelectorAll('a'))
          expect(link.getAttribute('href')).toMatch(/^(?:#note-\d+$|https?:)/u)
      }),
      { numRuns: 100 },
    )
  })
})

const KNOWN = new Set('html head body meta title style h1 h2 p blockquote sup a hr'.split(' '))
