import { describe, expect, it } from 'vitest'
import { ACTION, customId, namedBy } from '../../../adapters/discord/components.ts'
import { render } from '../../../adapters/discord/render/render.ts'
import type { Rendering } from '../../../adapters/discord/seams.ts'
import { recallReply } from '../../../adapters/shared/asked.ts'
import type { Citation, Reply } from '../../../src/reply.ts'
import {
  componentsOf,
  markdownOf,
  quotesOf,
  rendering,
  said,
  wordsOf,
} from '../../support/discord-shown.ts'
import { answer, citation, markOf, nothing, quote, REPLIES } from '../../support/replies.ts'

async function shown(reply: Reply, over: Partial<Rendering> = {}) {
  const posts = await render(reply, rendering(over))
  const actions = componentsOf(posts).map(({ custom_id: id }) => namedBy(id)?.action)
  return { posts, actions, markdown: posts.flatMap(markdownOf).join('\n'), words: wordsOf(posts) }
}

describe('a quote', () => {
  const words = 'Rain came late, and the millet yield fell by a third.'

  it('is a block quote in an embed, what was hit in bold', async () => {
    const marks = [markOf(words, 'millet yield'), markOf(words, 'third')]
    const { posts } = await shown(answer(quote(words, { marks })))
    expect(posts[0]?.embeds?.[0]?.description?.split('\n')[0]).toBe(
      '> Rain came late, and the **millet yield** fell by a **third**. \\[1\\]',
    )
    expect(posts[0]?.content).toBeUndefined()
  })

  it('takes marks that touch, overlap or lie outside', async () => {
    const marks = [
      { start: 0, end: 4 },
      { start: 4, end: 10 },
      { start: 7, end: 9 },
      { start: 48, end: 400 },
    ]
    const { markdown } = await shown(answer(quote(words, { marks })))
    expect(markdown).toContain(
      '> **Rain** **came** late, and the millet yield fell by a t**hird.**',
    )
  })

  it('is parted from the next, which would be one with it', async () => {
    const { posts } = await shown(answer(quote('Rain came late.'), quote('Goats were sold.')))
    expect(posts[0]?.embeds?.[0]?.description).toContain(
      '> Rain came late. \\[1\\]\n\n> Goats were sold. \\[2\\]\n',
    )
  })

  it('says where it stands: title, publisher, date, section, page', async () => {
    const place = { kind: 'page' as const, label: '3–4' }
    const { words: all } = await shown(
      answer(quote(words, { citation: citation({ section: 'Findings', place }) })),
    )
    expect(all).toContain('[1] The harvest report · Field Office · 2023-04-02 · pp. 3–4')
  })

  it('marks what is inferred, and what has no date', async () => {
    const { date: _, ...undated } = citation({ title: { value: 'Wells', inferred: true } })
    const { words: all } = await shown(answer(quote(words, { citation: undated })))
    expect(all).toContain('Wells° · Field Office · undated\n*° inferred, not stated*')
  })

  it('of a digest never passes for what the digest retells', async () => {
    const source = { title: 'The long report', publisher: 'The Institute' }
    const { words: all } = await shown(
      answer(quote(words, { citation: citation({ kind: 'digest', source }) })),
    )
    expect(all).toContain('Digest of “The long report” · The Institute')
  })

  it('lists where else it stands, not all of it', async () => {
    const also = ['One', 'Two', 'Three', 'Four', 'Five'].map((title) =>
      citation({ document: title, title: { value: title, inferred: false } }),
    )
    const { markdown } = await shown(answer(quote(words, { also })))
    expect(markdown).toContain('also in One · Field Office, Two · Field Office, 3 more')
  })

  const linked: [what: string, over: Partial<Citation>, url: string | undefined][] = [
    [
      'a page at its words',
      { url: 'https://example.org/report' },
      'https://example.org/report#:~:text=Rain%20came%20late%2C%20and%20the%20millet%20yield%20fell%20by%20a%20third.',
    ],
    [
      'a PDF at its page',
      { url: 'https://example.org/report.pdf', place: { kind: 'page', label: '12–13' } },
      'https://example.org/report.pdf#page=12',
    ],
    [
      'what a digest retells, without the digest’s words',
      { url: 'https://example.org/report', kind: 'digest' },
      'https://example.org/report',
    ],
    [
      'an address with what would end the link',
      { url: 'https://example.org/a_(b)', kind: 'digest' },
      'https://example.org/a_%28b%29',
    ],
    ['no script', { url: 'javascript:alert(1)' }, undefined],
    ['no file', { url: 'file:///etc/passwd' }, undefined],
    ['no address with a password', { url: 'https://user:word@example.org/' }, undefined],
    ['no nonsense', { url: 'report.html' }, undefined],
  ]
  it.each(linked)('links to %s', async (_, over, url) => {
    const { markdown } = await shown(answer(quote(words, { citation: citation(over) })))
    expect(/\[open(?: there)?\]\(<([^>]*)>\)/u.exec(markdown)?.[1]).toBe(url)
  })
})

describe('buttons under an answer', () => {
  const one = answer(quote('Rain came late.'))

  it('offer more, the context, deleting and saying whether it helped', async () => {
    const { actions, posts } = await shown(one)
    expect(actions).toEqual([ACTION.more, ACTION.context, ACTION.delete, ACTION.up, ACTION.down])
    expect(JSON.stringify(posts)).toMatch(/👍[^]*👎/u)
  })

  it('let one go to one of several sources', async () => {
    const { posts } = await shown(answer(quote('Rain came late.'), quote('Goats were sold.')))
    expect(componentsOf(posts).at(-1)?.options).toEqual([
      { label: '1 · The harvest report · Field Office · 2023-04-02', value: '0' },
      { label: '2 · The harvest report · Field Office · 2023-04-02', value: '1' },
    ])
  })

  it('offer the figures where there are some', async () => {
    expect((await shown({ ...one, figures: 'yield' })).actions).toContain(ACTION.figures)
  })

  it('share what only the asker sees, and leave dismissing it to Discord', async () => {
    const { actions } = await shown(one, { ephemeral: true })
    expect(actions).toContain(ACTION.share)
    expect(actions).not.toContain(ACTION.delete)
  })

  it('share nothing out of direct messages', async () => {
    const { workspace: _, ...direct } = said()
    expect((await shown(one, { message: direct, ephemeral: true })).actions).not.toContain(
      ACTION.share,
    )
  })

  it('remember what they belong to under a short id', async () => {
    const own = rendering()
    const posts = await render(one, own)
    const id = namedBy(componentsOf(posts)[0]?.custom_id ?? '')?.id ?? ''
    expect(id).toMatch(/^[\w-]{16}$/u)
    expect(await recallReply('discord', id, own.memory)).toEqual({
      text: 'How was the harvest?',
      kind: 'ask',
      user: '10',
      workspace: '1',
      before: 0,
      shown: 1,
      quotes: [{ document: 'harvest.md', start: 0, end: 15 }],
    })
  })

  it('count on from what was shown before', async () => {
    const own = rendering({ message: said({ request: { kind: 'more', shown: 3 } }) })
    const id = namedBy(componentsOf(await render(one, own))[0]?.custom_id ?? '')?.id ?? ''
    expect(await recallReply('discord', id, own.memory)).toMatchObject({ before: 3, shown: 4 })
  })

  it('are not under what nobody asked for, but for the context', async () => {
    const { message: _, ...unasked } = rendering()
    const posts = await render(REPLIES.summary, unasked)
    expect(componentsOf(posts).map(({ custom_id: id }) => namedBy(id)?.action)).toEqual([
      ACTION.context,
      ACTION.source,
    ])
  })

  it('know their own ids from those of others', () => {
    expect(namedBy(customId(ACTION.more, 'x'))).toEqual({ action: 'more', id: 'x' })
    expect(namedBy('other.more.x')).toBeUndefined()
    expect(namedBy('verbatim.burn.x')).toBeUndefined()
  })
})

describe('figures', () => {
  it('stand in a code block, conflicts marked, their quotes below', async () => {
    const { posts, words } = await shown(REPLIES.figures)
    expect(posts[0]?.content).toBe(
      [
        '```',
        'dug · Kelani',
        '1   more than 12',
        '    wells, dug',
        '    the council (claims) · 2022 [1]',
        '2   7',
        '    wells',
        '    Field Office · published',
        '    2023-04-02 [2]',
        '    ≠ They disagree: more than 12 (the',
        '    council claims) and 7 (Field',
        '    Office)',
        '```',
      ].join('\n'),
    )
    expect(quotesOf(posts)).toEqual([
      'In 2022 the council claimed more than 12 wells in Kelani.',
      'I dug 7 of them by hand.',
    ])
    expect(words).toContain('[1, 2] The harvest report')
  })

  it('come with a chart that is told in words, and a table', async () => {
    const { posts } = await shown(REPLIES.figures)
    const [png, csv] = posts[0]?.files ?? []
    expect(png).toMatchObject({ name: 'figures.png', description: REPLIES.figures.description })
    expect(
      Buffer.from(png?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect(csv?.name).toBe('figures.csv')
    expect(new TextDecoder().decode(csv?.bytes)).toContain('more than 12')
  })

  it('come without a chart where none is wanted, or there is one figure', async () => {
    const { posts } = await shown(REPLIES.figures, { chart: false })
    expect(posts[0]?.files?.map(({ name }) => name)).toEqual(['figures.csv'])
    const [group] = REPLIES.figures.groups
    const lines = group?.lines.slice(0, 1) ?? []
    const one = await shown({
      ...REPLIES.figures,
      groups: [{ label: 'dug', related: false, lines }],
    })
    expect(one.posts[0]?.files?.map(({ name }) => name)).toEqual(['figures.csv'])
  })
})

describe('a summary', () => {
  it('does not call new what was there before, and says what a figure stands against', async () => {
    const [moved] = REPLIES.summary.figures
    if (moved === undefined) throw new TypeError('no figure')
    const [group] = REPLIES.summary.documents
    const documents = (group?.documents ?? []).map((one) => ({ ...one, state: 'known' as const }))
    const { words } = await shown({
      ...REPLIES.summary,
      documents: [{ publisher: 'Field Office', documents }],
      figures: [
        { ...moved, kind: 'known' },
        { ...moved, kind: 'contradicted' },
      ],
    })
    expect(words).not.toMatch(/new|updated/u)
    expect(words).toContain(
      '- sacks · Kelani: 140 (Field Office · 2023-04-02) ≠ 90 (Field Office · 2023-04-02)',
    )
  })
})

describe('a reply', () => {
  it('that is none says so, and what is nearest is no answer', async () => {
    const { posts, actions } = await shown(nothing(quote('The ferry was repaired.')))
    expect(posts[0]?.content).toBe('No document says who won it.\nIn no document: “regatta”.')
    expect(posts[0]?.embeds?.[0]?.description).toMatch(
      /^\*\*Nearest passages, no answer:\*\*\n> The ferry/u,
    )
    expect(actions).toContain(ACTION.ask)
  })

  it('to a command tells the question, which Discord does not show', async () => {
    const { posts } = await shown(REPLIES.answer, { message: said({ id: 'command:5' }) })
    expect(posts[0]?.content).toBe('**How was the harvest?**')
    expect((await shown(REPLIES.answer)).posts[0]?.content).toBeUndefined()
    expect((await shown(REPLIES.answer, { shared: true })).posts[0]?.content).toContain('harvest?')
  })

  const told: [Reply['kind'], ...string[]][] = [
    ['sources', '1 document', 'The harvest report · Field Office', 'en, 7 passages', '1 problem'],
    ['gaps', 'Who dug the new well?', 'No document has “well”.', '2024-03-01 09:30 UTC'],
    ['help', 'I answer from one document about farming.', '- How far did the millet yield fall?'],
    [
      'summary',
      '## New since 1 April',
      '> The granary at Kelani was opened a month early. [1]',
      '- sacks · Kelani: 140 → 90',
      'Markets',
      '[1–4] The harvest report · Field Office · 2023-04-02 · updated',
    ],
    ['context', '> The market was full. Nobody had counted the goats.', 'The quote'],
    ['check', 'The bridge has fallen.', '> The bridge at Oss fell in the night.'],
    ['notice', 'Added harvest.md to the set farms.\nIt holds 7 passages.'],
    ['suggestions', 'Did you mean:', '- The flood bulletin'],
    ['failed', 'The question is too long; ask it shorter.'],
  ]
  it.each(told)('of kind %s says what there is', async (kind, ...texts) => {
    const { words } = await shown(REPLIES[kind])
    for (const text of texts) expect(words).toContain(text)
  })
})
