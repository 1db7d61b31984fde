import { describe, expect, it } from 'vitest'
import { endsBroken, keepsHyphen, wordsOf } from '../../../index/clean/hyphens.ts'
import { splitLines } from '../../../index/clean/lines.ts'
import { paragraphs, read } from '../reading.ts'

describe('words broken at a line end', () => {
  const text = `The prefect said that the govern-
ment had no plan for the coming winter, and that civilian-
led groups would have to help the families in the far-
away camps. Nobody knows what a civilian-led group can do when the
roads are closed for months, the depart-
ment of roads least of all.
`

  it('are mended, and keep the hyphen that is theirs', () => {
    const document = read(text)
    const [paragraph] = paragraphs(document)
    expect(paragraph).toContain('the government had')
    expect(paragraph).toContain('that civilian-led groups')
    expect(paragraph).toContain('the department of roads')
  })

  it('are mended at a soft hyphen, which shows nowhere else either', () => {
    const document = read(
      'A long first line that ends in the mid\u00AD\ndle of a word, and a sec\u00ADond line that does not.\nAnd a third line, with more words in it.',
    )
    expect(paragraphs(document)).toEqual([
      'A long first line that ends in the middle of a word, and a second line that does not. And a third line, with more words in it.',
    ])
  })

  it('a number or a name after the hyphen keeps it', () => {
    expect(keepsHyphen('the years 2019', '2020 were', new Set())).toBe(true)
    expect(keepsHyphen('the Franco', 'Malian pact', new Set())).toBe(true)
  })

  it('goes by the words of the document, which broken ones are not', () => {
    const words = wordsOf(splitLines('the depart-\nment of well-being\nand departure'))
    expect([...words].sort()).toEqual(
      ['and', 'being', 'departure', 'of', 'the', 'well', 'well-being'].sort(),
    )
    expect(keepsHyphen('the depart', 'ment', words)).toBe(false)
    expect(keepsHyphen('of well', 'being', words)).toBe(true)
  })

  it('a dash is no hyphen', () => {
    expect(endsBroken('they left -')).toBe(false)
    expect(endsBroken('they left–')).toBe(false)
    expect(endsBroken('the govern-')).toBe(true)
  })
})
