/** The real files that cleaning is made for: checked by patterns and counts, none of their text is kept here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../index/document.ts'
import { documentOf } from '../../index/readers/read.ts'
import { expectVerbatim, headings, oneLine, sentenceSpans } from './reading.ts'

const FOLDER = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url))
const found = existsSync(FOLDER)
const names = found ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : []

function load(prefix: string): Document {
  const name = names.find((one) => one.startsWith(prefix)) ?? ''
  const { document } = documentOf(name, readFileSync(`${FOLDER}${name}`, 'utf8'), '')
  if (document === undefined) throw new Error(`${name} holds no text`)
  return document
}

const sentencesOf = (document: Document): string[] =>
  sentenceSpans(document).map(({ start, end }) => oneLine(document.clean.slice(start, end)))

describe.skipIf(!found)(`the seed files${found ? '' : ` (skipped: no ${FOLDER})`}`, () => {
  it.each(names)('%s holds no furniture, URL, footnote mark or page number', (name) => {
    const document = load(name)
    expectVerbatim(document)
    for (const sentence of sentencesOf(document)) {
      expect(sentence).not.toMatch(
        /https?:|Total Views|Zoom In|Don't miss|Subscribe|\[display-posts|Akismet|Notify of|Seton Hall|Global Connections|→$/u,
      )
      expect(sentence).not.toMatch(/\p{Ll}[,.;:)”]+\d{1,2}(?:\s|$)/u)
      expect(sentence).not.toMatch(/^(?:\d{1,3}|Factsheet: The Case of Mali.*)$/u)
    }
  })

  it.each([
    ['000', 24, 7],
    ['001', 21, 1],
    ['002', 71, 1],
    ['003', 16, 1],
    ['004', 284, 31],
  ])('%s has about as many sentences and headings as a reader counts', (name, sentences, heads) => {
    const document = load(name)
    const count = sentencesOf(document).length
    expect(Math.abs(count - sentences)).toBeLessThanOrEqual(sentences * 0.1)
    expect(Math.abs(headings(document).length - heads)).toBeLessThanOrEqual(heads * 0.1)
  })

  it('sections have the names that stand above them', () => {
    expect(headings(load('000'))).toContain('Access To Care And Barriers To Reporting')
    expect(headings(load('004'))).toEqual(
      expect.arrayContaining([
        'Summary',
        'About the Factsheet',
        'Arms Sales',
        'Foreign Military Training',
        'Conflict Background',
        'Arms Control › International Conventions',
        'Women, Peace and Security › Other Provisions',
      ]),
    )
  })

  it.each([
    ['Information collected for', 'local experts.'],
    ['According to one', 'often-limited scope and influence.'],
    ['Mali has contributed', 'and Haiti respectively.'],
    ['In some cases, attacks', 'retaliatory in nature.'],
    ['Between late 2020', 'took over as president.'],
  ])('a sentence over a page break is whole: %s … %s', (start, end) => {
    const whole = sentencesOf(load('004')).filter((one) => one.startsWith(start))
    expect(whole.some((one) => one.endsWith(end))).toBe(true)
  })

  it('title and publisher are inferred, a date that nobody states is absent', () => {
    for (const name of names) {
      const { title, date } = load(name)
      expect(title.inferred).toBe(true)
      expect(title.value.length).toBeGreaterThan(20)
      expect(date).toBeUndefined()
    }
    expect(load('002').publisher?.value).toBe('PassBlue')
    expect(load('003').publisher).toBeUndefined()
  })
})
