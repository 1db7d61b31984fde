import { describe, expect, it } from 'vitest'
import type { Quote } from '../../src/reply.ts'
import { isVerbatim } from '../../src/verify.ts'
import { askerOf, corpusOf } from '../support/library.ts'

interface Edition {
  readonly publisher: string
  readonly date: string
  readonly houses?: string
  readonly lead?: string
  readonly end?: string
  readonly damage?: string
}

/** A story of an invented flood, as one site or another has it. */
function story({ publisher, date, houses = '412', lead, end, damage }: Edition): string {
  const told =
    damage ??
    `The flood in Tarwell destroyed ${houses} houses along the lower bank, the mayor told reporters.`
  return `---
title: Flood in Tarwell
publisher: ${publisher}
date: ${date}
---
# Flood in Tarwell

${lead === undefined ? '' : `${lead}\n\n`}Heavy rain fell on the hills above Tarwell for three days before the river left its bed. ${told} Families moved to the school on the hill and slept in its classrooms, where neighbours brought them soup and dry clothes.

Carpenters from Oss crossed the valley with planks and rope to mend what could still be mended. The ferry has been tied up since the water rose, because its landing stage was torn away. A teacher who lives beside the mill said she had carried her books to the attic in time.
${end === undefined ? '' : `\n${end}\n`}`
}

async function quotesFor(
  files: Readonly<Record<string, string>>,
  question: string,
): Promise<Quote[]> {
  const corpus = corpusOf(files)
  const reply = await askerOf(corpus, { caution: 'low' }).ask(question)
  const quotes = reply.kind === 'answer' ? reply.quotes : reply.nearest
  for (const quote of quotes)
    expect(isVerbatim(quote, corpus.documents.get(quote.citation.document))).toBe(true)
  return quotes
}

const QUESTION = 'How many houses did the flood in Tarwell destroy?'
const has = (quotes: readonly Quote[], words: string): Quote[] =>
  quotes.filter(({ text }) => text.includes(words))
const documentsOf = ({ citation, also }: Quote): string[] =>
  [citation, ...also].map(({ document }) => document).sort()

describe('quotes of copies', () => {
  it('are one quote that cites all, the newest quoted', async () => {
    const quotes = await quotesFor(
      {
        'courier.md': story({ publisher: 'Hill Courier', date: '2023-04-12' }),
        'post.md': story({
          publisher: 'Lowland Post',
          date: '2023-04-14',
          lead: 'TARWELL – The water has begun to fall.',
        }),
        'watch.md': story({
          publisher: 'River Watch',
          date: '2023-04-13',
          end: 'The district promised to send an engineer.',
        }),
      },
      QUESTION,
    )
    const [only, ...others] = has(quotes, '412 houses')
    expect(others).toEqual([])
    expect(only?.citation.document).toBe('post.md')
    expect(only && documentsOf(only)).toEqual(['courier.md', 'post.md', 'watch.md'])
  })

  it('are one when an editor touched the words', async () => {
    const quotes = await quotesFor(
      {
        'courier.md': story({ publisher: 'Hill Courier', date: '2023-04-12' }),
        'post.md': story({
          publisher: 'Lowland Post',
          date: '2023-04-14',
          damage:
            'The flood in Tarwell has destroyed 412 houses along the lower bank, its mayor told reporters.',
        }),
      },
      QUESTION,
    )
    const [only, ...others] = has(quotes, '412 houses')
    expect(others).toEqual([])
    expect(only?.text).toContain('has destroyed')
    expect(only?.also.map(({ document }) => document)).toEqual(['courier.md'])
  })

  it('are both shown when they differ in the figure', async () => {
    const quotes = await quotesFor(
      {
        'courier.md': story({ publisher: 'Hill Courier', date: '2023-04-12' }),
        'again.md': story({ publisher: 'Hill Courier', date: '2023-04-15', houses: '530' }),
      },
      QUESTION,
    )
    expect(has(quotes, '412 houses').map(documentsOf)).toEqual([['courier.md']])
    expect(has(quotes, '530 houses').map(documentsOf)).toEqual([['again.md']])
  })

  it('never stand where another sentence of the quote differs', async () => {
    const quotes = await quotesFor(
      {
        'courier.md': story({ publisher: 'Hill Courier', date: '2023-04-12' }),
        'denied.md': story({
          publisher: 'Lowland Post',
          date: '2023-04-15',
          damage:
            'The flood in Tarwell destroyed no houses along the lower bank, the mayor told reporters.',
        }),
      },
      QUESTION,
    )
    expect(has(quotes, '412 houses').map(documentsOf)).toEqual([['courier.md']])
    expect(has(quotes, 'no houses').map(documentsOf)).toEqual([['denied.md']])
  })

  it('leave documents apart that only say the same sentence otherwise', async () => {
    const quotes = await quotesFor(
      {
        'courier.md': story({ publisher: 'Hill Courier', date: '2023-04-12' }),
        'letter.md': `# A letter

The flood in Tarwell destroyed 412 houses along the lower bank, our mayor told reporters. My cousin lost her workshop and the kiln in it.
`,
      },
      QUESTION,
    )
    expect(has(quotes, '412 houses').flatMap(documentsOf).sort()).toEqual([
      'courier.md',
      'letter.md',
    ])
    expect(has(quotes, '412 houses')).toHaveLength(2)
  })

  it('do not crowd out what another document says', async () => {
    const copies = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [
        `site-${at}.md`,
        story({
          publisher: `Site ${at}`,
          date: `2023-04-${String((at % 28) + 1).padStart(2, '0')}`,
          ...(at % 3 === 0 && { lead: `Update number ${at}: the water has begun to fall.` }),
        }),
      ]),
    )
    const other = `---
title: Survey of the valley
publisher: Valley Council
date: 2023-05-30
---
# Survey

The flood destroyed 398 houses in Tarwell, surveyors of the council counted. They will publish their maps in autumn.
`
    const quotes = await quotesFor({ ...copies, 'survey.md': other }, QUESTION)
    const [told, ...again] = has(quotes, '412 houses')
    expect(again).toEqual([])
    expect(told && documentsOf(told)).toHaveLength(50)
    expect(told?.citation.date?.value).toBe('2023-04-28')
    expect(has(quotes, '398 houses').map(documentsOf)).toEqual([['survey.md']])
  })

  it('cite no document that may not be seen', async () => {
    const corpus = corpusOf({
      'open.md': story({ publisher: 'Hill Courier', date: '2023-04-12' }),
      'secret.md': story({ publisher: 'Inner Office', date: '2023-04-20' }),
    })
    const reply = await askerOf(corpus, { caution: 'low' }).ask(QUESTION, {
      allows: new Set(['open.md']),
    })
    expect(JSON.stringify(reply)).not.toContain('secret.md')
    const without = await askerOf(corpus, { caution: 'low' }).ask(`${QUESTION} by:"Hill Courier"`)
    expect(JSON.stringify(without)).not.toContain('secret.md')
  })
})
