import { describe, expect, it } from 'vitest'
import type { Language } from '../../index/document.ts'
import { tokenize } from '../../index/quantities/numbers/tokens.ts'
import { attributions } from '../../index/quantities/speakers/attribution.ts'

/** Who says each part, in the order in which the parts stand. */
function speakers(text: string, language: Language = 'en'): string[] {
  const tokens = tokenize(text, language)
  const slice = (from: number, to: number): string =>
    text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)
  return attributions(tokens, language)
    .toSorted((one, other) => one.content.from - other.content.from)
    .map(({ speaker }) => slice(speaker.from, speaker.to))
}

describe('who says so', () => {
  it.each([
    ['Ada Oake, a nurse in Morra, said the ward had been closed.', ['Ada Oake, a nurse in Morra']],
    [
      'Ada Oake, a nurse in Morra, said the union expected more losses.',
      ['Ada Oake, a nurse in Morra'],
    ],
    ['Ada Oake, who runs the ward in Morra, told the Morra Gazette it would close.', ['Ada Oake']],
    [
      'Ada Oake, a member of the council and a former mayor who is a critic of the dam, said 40 homes were lost.',
      ['Ada Oake, a member of the council and a former mayor who is a critic of the dam'],
    ],
    ['“The ward is closed,” said the Rev. Ada Oake.', ['the Rev. Ada Oake']],
    ['“The ward is closed,” said Ada Oake, head of the clinic.', ['Ada Oake, head of the clinic']],
    ['“The ward is closed,” said Ada Oake, adding that it was late.', ['Ada Oake']],
    ['The ministry rejected the plan, claiming that 40 homes were safe.', ['The ministry']],
    [
      'In a letter to the mayor, the ministry rejected the plan, claiming that 40 homes were safe.',
      ['the ministry'],
    ],
    ['The ministry has embraced the plan, promising 40 new homes.', ['The ministry']],
    ['The mayor’s claims about the dam have been checked.', []],
    [
      'Leaked documents from the ministry show that 40 homes were lost.',
      ['Leaked documents from the ministry'],
    ],
    [
      'It is difficult to assess the army’s claims, but experts say 40 homes were lost.',
      ['experts'],
    ],
    ['The council, citing a threat to the dam, closed the road.', []],
    ['The AP, citing UN officials, said 40 homes were lost.', ['The AP', 'UN officials']],
    ['The ministry of the interior and of trade was unable to confirm the losses.', []],
    ['The USA TODAY poll shows that 40 homes were lost.', ['The USA TODAY poll']],
    ['Oscar May said 40 homes were lost.', ['Oscar May']],
    ['Forty Homes Were Lost, Ada Oake Says.', ['Ada Oake']],
  ])('%s', (text, expected) => {
    expect([...new Set(speakers(text))].toSorted()).toEqual([...expected].toSorted())
  })

  it('gives a quotation at the head of a paragraph to whoever is named behind it', () => {
    const text =
      '“The ward is closed,” Ada Oake said.\n\n“The dam has broken. Forty homes are lost,” said Omar Tell.'
    expect(speakers(text)).toEqual(['Ada Oake', 'Omar Tell', 'Omar Tell'])
  })

  it('goes on with whoever spoke where a paragraph of quotation names nobody', () => {
    const text =
      '“The ward is closed,” Ada Oake said.\n\n“The dam has broken. Forty homes are lost.”'
    expect(speakers(text)).toEqual(['Ada Oake', 'Ada Oake', 'Ada Oake'])
  })

  it('takes two apostrophes for a quotation mark', () => {
    const text = "''The ward is closed,'' Ada Oake said. ''The dam has broken.''"
    expect(speakers(text)).toEqual(['Ada Oake', 'Ada Oake'])
  })

  it('gives a turn of a transcript to its speaker up to the end of the paragraph', () => {
    const text = 'OAKE: The ward is closed. I think the dam will break.\n\nTELL: It has. Who knew?'
    expect(speakers(text)).toEqual(['OAKE', 'OAKE', 'TELL', 'TELL'])
  })
})
