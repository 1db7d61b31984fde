import { describe, expect, it } from 'vitest'
import { shownAddress } from '../../adapters/shared/citation.ts'

const shown = (url: string): string | undefined =>
  shownAddress({
    document: 'wells.html',
    title: { value: 'Wells', inferred: false },
    kind: 'document',
    url,
  })

describe('an address that is read by people', () => {
  it.each([
    ['https://www.example.org/%D0%B2%D0%BE%D0%B4%D0%B0/', 'example.org/вода'],
    ['https://example.org/puits-ferm%C3%A9s', 'example.org/puits-fermés'],
    ['https://example.org/a%20b%2Fc', 'example.org/a%20b%2Fc'],
    ['https://example.org/%E2%80%AEgpj', 'example.org/%E2%80%AEgpj'],
    ['https://example.org/%D0%D0', 'example.org/%D0%D0'],
    ['https://example.org/wells?utm_source=a&b=2', 'example.org/wells?b=2'],
  ])('%s is %s', (url, text) => expect(shown(url)).toBe(text))

  it('is its host alone where it is long', () => {
    expect(shown(`https://example.org/${'wells/'.repeat(20)}`)).toBe('example.org/…')
  })
})
