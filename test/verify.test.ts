import { expect, it } from 'vitest'
import type { Quote } from '../src/reply.ts'
import { isVerbatim, verify } from '../src/verify.ts'
import { askerOf, corpusOf, VALLEY } from './support/library.ts'

const corpus = corpusOf(VALLEY)
const reply = await askerOf(corpus).ask('How many houses did the flood in Tarwell destroy?')
if (reply.kind !== 'answer') throw new Error('the question has no answer to tamper with')
const [quote] = reply.quotes
if (quote === undefined) throw new Error('the answer has no quote')
const document = corpus.documents.get(quote.citation.document)

it('lets the document’s own text through', () => {
  expect(isVerbatim(quote, document)).toBe(true)
  expect(verify(reply, corpus.documents)).toEqual({ reply, dropped: [] })
})

it.each<[string, Partial<Quote>]>([
  ['a changed figure', { text: quote.text.replace(/\d+/u, '999') }],
  ['a changed space', { text: quote.text.replace(' ', '  ') }],
  ['other offsets', { start: quote.start + 1, end: quote.end + 1 }],
  ['something left out without saying so', { text: quote.text.slice(0, -5) }],
  ['an omission that was not one', { omitted: [{ start: quote.start + 2, end: quote.start + 4 }] }],
  ['omissions out of order', { omitted: [{ start: quote.end + 1, end: quote.end }] }],
  ['marks past its end', { marks: [{ start: 0, end: quote.text.length + 1 }] }],
  [
    'a neighbour that is not the document’s',
    { after: { text: 'Never.', start: 0, end: 6, omitted: [] } },
  ],
  ['no words', { text: '', start: 0, end: 0 }],
])('drops a quote with %s', (_, tampering) => {
  const tampered = { ...quote, ...tampering }
  const { reply: sent, dropped } = verify({ ...reply, quotes: [tampered] }, corpus.documents)
  expect(dropped).toEqual([tampered])
  expect(sent).toMatchObject({ kind: 'failed', code: 'internal' })
})

it('drops a quote of a document that is gone, and keeps the others', () => {
  const gone = { ...quote, citation: { ...quote.citation, document: 'gone.md' } }
  const { reply: sent, dropped } = verify({ ...reply, quotes: [gone, quote] }, corpus.documents)
  expect(dropped).toEqual([gone])
  expect(sent).toMatchObject({ kind: 'answer', quotes: [quote] })
})
