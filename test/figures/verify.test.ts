import { describe, expect, it } from 'vitest'
import { verify } from '../../src/verify.ts'
import { DAM, DAM_FIGURES } from '../support/dam.ts'
import { figureCorpus, finderOf } from '../support/figures.ts'

describe('figures are checked like any quote', () => {
  const corpus = figureCorpus(DAM, DAM_FIGURES)

  it('and all stand in their documents', async () => {
    const reply = await finderOf(corpus).find('killed in Tarwell')
    expect(verify(reply, corpus.documents)).toEqual({ reply, dropped: [] })
  })

  it('and go with a quote that is not its document’s text', async () => {
    const reply = await finderOf(corpus).find('injured in Tarwell')
    const forged = structuredClone(reply)
    if (forged.kind !== 'figures') throw new Error(forged.kind)
    for (const { lines } of forged.groups)
      for (const { figures } of lines) for (const { quote } of figures) quote.text += '!'
    const { reply: checked, dropped } = verify(forged, corpus.documents)
    expect(checked).toMatchObject({ kind: 'failed', code: 'internal' })
    expect(dropped.length).toBeGreaterThan(0)
  })
})
