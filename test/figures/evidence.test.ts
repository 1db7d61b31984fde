/** Of many figures, the one that fits the request best comes first, and none that has all of it is left out. */
import { describe, expect, it } from 'vitest'
import { finderOf } from '../support/figures.ts'
import { corpusOf } from '../support/library.ts'

const MARKET = `# Market watch

In Orlo, 14 traders closed their stalls. A sack of millet cost 900 XOF in Orlo and 1,100 XOF in Bessa
after the price of millet rose. Of the 60 traders in Bessa, 22 had sold no millet.

Traders who sold out were helped by the council. Some 35 received seed.
`

async function rowsFor(request: string): Promise<(string | undefined)[]> {
  const reply = await finderOf(corpusOf({ 'market.md': MARKET })).find(request)
  if (reply.kind === 'nothing') return []
  return reply.groups.flatMap(({ lines }) => lines.map(({ figures }) => figures[0]?.wording))
}

describe('figures in the order of how well they fit', () => {
  it.each([
    ['XOF sack of millet', '900 XOF'],
    ['XOF millet Bessa', '1,100 XOF'],
    ['traders closed their stalls', '14'],
    ['traders sold no millet', '22'],
  ])('have for “%s” %s first', async (request, first) => {
    expect((await rowsFor(request))[0]).toBe(first)
  })

  it('leave out what another figure of the sentence counts', async () => {
    expect(await rowsFor('stalls closed')).not.toContain('60')
  })
})
