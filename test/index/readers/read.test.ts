import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentOf, readFile } from '../../../index/readers/read.ts'
import { sentenceSpans } from '../reading.ts'

const END = '\n\nThe wells of the town are dry.\n'

describe('reading a file', () => {
  it('makes a document of its bytes', async () => {
    const bytes = Buffer.from('The wells are dry.')
    const { documents = [] } = await readFile({ name: 'folder/the_wells.txt', bytes })
    expect(documents).toHaveLength(1)
    expect(documents[0]).toMatchObject({
      id: 'folder/the_wells.txt',
      title: { value: 'the wells', inferred: true },
      kind: 'document',
      language: 'en',
      text: 'The wells are dry.',
      clean: 'The wells are dry.',
      hash: createHash('sha256').update(bytes).digest('hex'),
    })
  })

  it('says what is wrong with it', async () => {
    expect(await readFile({ name: 'a.txt', bytes: Buffer.of(0, 1, 2) })).toEqual({
      reason: 'a binary file, not text; convert it to text or Markdown',
    })
    expect(await readFile({ name: 'a.txt', bytes: Buffer.from('\n') })).toEqual({
      reason: 'holds no text that can be quoted; open it to see why, or leave it out',
    })
  })

  it('takes the text and the language that the front matter states', () => {
    const text = '---\nid: puits\nlanguage: fr\n---\nThe wells are dry.'
    const { document } = documentOf('a.txt', text, '')
    expect(document).toMatchObject({ id: 'puits', language: 'fr', clean: 'The wells are dry.' })
    expect(document?.map.toText({ start: 0, end: 3 }).start).toBe(text.indexOf('The'))
  })
})

/** A reader whose cost grew with the square of these would not end within the time of a test. */
describe('hostile text', () => {
  it.each([
    ['a line of five megabytes', 'word and other words '.repeat(250_000)],
    ['a word of five megabytes', 'a'.repeat(5_000_000)],
    ['a million short lines', 'ab cd\n'.repeat(1_000_000)],
    ['a million empty lines', `x${'\n'.repeat(1_000_000)}y`],
    ['blanks', `x${' '.repeat(1_000_000)}y`],
    [
      'list items',
      Array.from({ length: 100_000 }, (_, at) => `${(at % 99) + 1}. item ${at}`).join('\n'),
    ],
    ['headings', Array.from({ length: 50_000 }, (_, at) => `Heading ${at} of all`).join('\n\n')],
    [
      'page numbers',
      Array.from({ length: 50_000 }, (_, at) => `Header\n\n${at % 999}`).join('\n\n'),
    ],
    ['furniture', 'Subscribe now\nand here\n'.repeat(100_000)],
    [
      'notes',
      `Wells,1 wells.\n\n${Array.from({ length: 50_000 }, (_, at) => `${at + 1} Note`).join('\n')}`,
    ],
    ['marks', Array.from({ length: 50_000 }, (_, at) => `wells,${(at % 999) + 1}`).join(' ')],
    ['superscripts', 'wells¹\n\n'.repeat(50_000)],
    ['broken words', 'a line with a bro-\nken word\n\n'.repeat(50_000)],
    ['soft hyphens', 'wel\u00ADls '.repeat(100_000)],
    ['brackets', '('.repeat(500_000)],
  ])('of %s is read', (_name, text) => {
    const { document } = documentOf('a.txt', `${text}${END}`, '')
    expect(document?.clean).toContain('The wells of the town are dry.')
    expect(document === undefined ? 0 : sentenceSpans(document).length).toBeGreaterThan(0)
  })
})
