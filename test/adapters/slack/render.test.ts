import { describe, expect, it } from 'vitest'
import { recallReply } from '../../../adapters/shared/asked.ts'
import { render } from '../../../adapters/slack/render/render.ts'
import { ACTION } from '../../../adapters/slack/render/buttons.ts'
import { olderBlocks } from '../../../adapters/slack/render/older.ts'
import type { Rendering } from '../../../adapters/slack/seams.ts'
import type { Citation, Reply } from '../../../src/reply.ts'
import { answer, citation, markOf, quote, REPLIES, sources } from '../../support/replies.ts'
import { nodesOf, overLimits } from '../../support/slack-limits.ts'
import { quotesOf, rendering, said, wordsOf } from '../../support/slack-shown.ts'

async function shown(reply: Reply, over: Partial<Rendering> = {}) {
  const posts = await render(reply, rendering(over))
  const blocks = posts.flatMap((post) => post.blocks)
  const nodes = nodesOf(blocks)
  const actions = nodes.flatMap(({ action_id: id }) => (typeof id === 'string' ? [id] : []))
  return { posts, blocks, nodes, actions, words: wordsOf(blocks) }
}

describe('a quote', () => {
  const words = 'Rain came late, and the millet yield fell by a third.'

  it('is a block of its own, what was hit in bold', async () => {
    const marks = [markOf(words, 'millet yield'), markOf(words, 'third')]
    const { blocks, nodes } = await shown(answer(quote(words, { marks })))
    expect(quotesOf(blocks)).toEqual([words])
    expect(nodes.filter(({ style }) => JSON.stringify(style) === '{"bold":true}')).toEqual([
      expect.objectContaining({ type: 'text', text: 'millet yield' }),
      expect.objectContaining({ type: 'text', text: 'third' }),
    ])
  })

  it('says where it stands: title, publisher, date, section, page', async () => {
    const { words: all } = await shown(
      answer(
        quote(words, {
          citation: citation({ section: 'Findings', place: { kind: 'page', label: '3–4' } }),
        }),
      ),
    )
    expect(all).toContain('[1] \nThe harvest report\n · Field Office · 2023-04-02 · pp. 3–4')
  })

  it('marks what is inferred, and what has no date', async () => {
    const { date: _, ...undated } = citation({ title: { value: 'Wells', inferred: true } })
    const { words: all } = await shown(answer(quote(words, { citation: undated })))
    expect(all).toContain('Wells°\n · Field Office · undated\n° inferred, not stated')
  })

  it('of a digest never passes for what the digest retells', async () => {
    const { words: all } = await shown(
      answer(
        quote(words, {
          citation: citation({
            kind: 'digest',
            source: { title: 'The long report', publisher: 'The Institute' },
          }),
        }),
      ),
    )
    expect(all).toContain('Digest of “The long report”\n · The Institute')
  })

  it('lists where else it stands, not all of it', async () => {
    const also = ['One', 'Two', 'Three', 'Four', 'Five'].map((title) =>
      citation({ document: title, title: { value: title, inferred: false } }),
    )
    const { words: all } = await shown(answer(quote(words, { also })))
    expect(all).toContain(' · also in One · Field Office, Two · Field Office, 3 more')
  })

  const linked: [what: string, over: Partial<Citation>, url: string | undefined][] = [
    [
      'a page at its words',
      { url: 'https://example.org/report' },
      'https://example.org/report#:~:text=Rain%20came%20late%2C%20and%20the%20millet%20yield%20fell%20by%20a%20third.',
    ],
    [
      'a page that names a part of itself, too',
      { url: 'https://example.org/report#part' },
      'https://example.org/report#part:~:text=Rain%20came%20late%2C%20and%20the%20millet%20yield%20fell%20by%20a%20third.',
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
    ['no script', { url: 'javascript:alert(1)' }, undefined],
    ['no file', { url: 'file:///etc/passwd' }, undefined],
    ['no address with a password', { url: 'https://user:word@example.org/' }, undefined],
    ['no nonsense', { url: 'report.html' }, undefined],
  ]
  it.each(linked)('links to %s', async (_, over, url) => {
    const { nodes } = await shown(answer(quote(words, { citation: citation(over) })))
    expect(nodes.find(({ type }) => type === 'link')?.['url']).toBe(url)
  })

  it('names a long passage by how it begins and ends', async () => {
    const long = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
    const url = 'https://example.org/report'
    const { nodes } = await shown(answer(quote(long, { citation: citation({ url }) })))
    expect(nodes.find(({ type }) => type === 'link')?.['url']).toBe(
      `${url}#:~:text=word0%20word1%20word2%20word3%20word4%20word5,word54%20word55%20word56%20word57%20word58%20word59`,
    )
  })
})

describe('buttons under an answer', () => {
  const one = answer(quote('Rain came late.'))

  it('offer more, the context, sharing, deleting and saying whether it helped', async () => {
    const { actions } = await shown(one)
    expect(actions).toEqual([
      ACTION.more,
      ACTION.context,
      ACTION.share,
      ACTION.delete,
      ACTION.feedback,
    ])
  })

  it('let one choose among several quotes', async () => {
    const { nodes } = await shown(answer(quote('Rain came late.'), quote('Goats were sold.')))
    expect(nodes.find(({ type }) => type === 'static_select')).toMatchObject({
      action_id: ACTION.context,
      options: [
        { text: { text: '1 · The harvest report · Field Office · 2023-04-02' } },
        { text: { text: '2 · The harvest report · Field Office · 2023-04-02' } },
      ],
    })
  })

  it('offer the figures where there are some', async () => {
    expect((await shown({ ...one, figures: 'yield' })).actions).toContain(ACTION.figures)
  })

  it('can share what only the asker sees, and leave deleting to Slack', async () => {
    const { actions, words } = await shown(one, { ephemeral: true })
    expect(actions).toContain(ACTION.share)
    expect(actions).not.toContain(ACTION.delete)
    expect(words).toMatch(/^How was the harvest\?/u)
  })

  it('share nothing out of direct messages', async () => {
    const { thread: _, ...direct } = said({ channel: 'D1' })
    expect((await shown(one, { message: direct })).actions).not.toContain(ACTION.share)
  })

  it('remember what they belong to under a short id', async () => {
    const own = rendering()
    const posts = await render(one, own)
    const more = nodesOf(posts.flatMap(({ blocks }) => blocks)).find(
      ({ action_id: id }) => id === ACTION.more,
    )
    const id = String(more?.['value'])
    expect(id).toMatch(/^[\w-]{16}$/u)
    expect(await recallReply('slack', id, own.memory)).toMatchObject({
      text: 'How was the harvest?',
      kind: 'ask',
      user: 'U1',
      shown: 1,
      quotes: [{ document: 'harvest.md', start: 0, end: 15 }],
    })
  })

  it('count on from what was shown before', async () => {
    const own = rendering({ message: said({ request: { kind: 'more', shown: 3 } }) })
    const posts = await render(one, own)
    const id = nodesOf(posts.flatMap(({ blocks }) => blocks)).find(
      ({ action_id: action }) => action === ACTION.more,
    )?.['value']
    expect((await recallReply('slack', String(id), own.memory))?.shown).toBe(4)
  })

  it('are not under what nobody asked for, but for the context', async () => {
    const { message: _, ...unasked } = rendering()
    const posts = await render(REPLIES.summary, unasked)
    const actions = nodesOf(posts.flatMap(({ blocks }) => blocks)).flatMap(
      ({ action_id: id }) => id ?? [],
    )
    expect(actions).toEqual([ACTION.context])
  })
})

describe('figures', () => {
  it('stand in a table, conflicts marked, with a chart that is told in words', async () => {
    const { nodes, posts, actions } = await shown(REPLIES.figures)
    const table = nodes.find(({ type }) => type === 'table')
    const cells = nodesOf(table).flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    expect(cells).toContain('more than 12')
    expect(cells).toContain(
      '≠ They disagree: more than 12 (the council claims) and 7 (Field Office)',
    )
    expect(posts.at(-1)?.files).toEqual([
      {
        name: 'figures.png',
        title: 'Figures: wells in Kelani',
        altText: REPLIES.figures.description,
        bytes: expect.any(Uint8Array),
      },
    ])
    expect(actions).toContain(ACTION.csv)
  })

  it('for one person bring no files, which all would see', async () => {
    const { posts, actions } = await shown(REPLIES.figures, { ephemeral: true })
    expect(posts.flatMap(({ files }) => files ?? [])).toEqual([])
    expect(actions).not.toContain(ACTION.csv)
  })

  it('show each quote once, with its number', async () => {
    const { blocks, words } = await shown(REPLIES.figures)
    expect(quotesOf(blocks)).toEqual([
      'In 2022 the council claimed more than 12 wells in Kelani.',
      'I dug 7 of them by hand.',
    ])
    expect(words).toContain('[1]')
    expect(words).toContain('[2]')
  })
})

describe('for a Slack that does not know the newer blocks', () => {
  it('thumbs are buttons', async () => {
    const { blocks } = await shown(answer(quote('Rain came late.')))
    const older = olderBlocks(blocks)
    expect(overLimits({ blocks: older })).toEqual([])
    expect(nodesOf(older).flatMap(({ value }) => value ?? [])).toEqual(
      nodesOf(blocks).flatMap(({ value }) => value ?? []),
    )
    expect(nodesOf(older).map(({ type }) => type)).not.toContain('context_actions')
  })

  it('a table is lines', async () => {
    const { blocks } = await shown(REPLIES.figures)
    const older = olderBlocks(blocks)
    expect(overLimits({ blocks: older })).toEqual([])
    expect(wordsOf(older)).toContain(
      'wells · dug · Kelani · 1 · more than 12 [1] · the council (claims) · 2022',
    )
  })

  it('all else stays', () => {
    const blocks = [{ type: 'divider' as const }]
    expect(olderBlocks(blocks)).toEqual(blocks)
  })
})

describe('other replies', () => {
  it('say why there is no answer, and that what is near is none', async () => {
    const { words, blocks } = await shown(REPLIES.nothing)
    expect(words).toContain('No document says who won it.')
    expect(words).toContain('In no document: “regatta”.')
    expect(words.indexOf('Nearest passages, no answer:')).toBeLessThan(
      words.indexOf('The ferry was repaired'),
    )
    expect(quotesOf(blocks)).toHaveLength(1)
  })

  it('open a summary with its overview, and go on below', async () => {
    const posts = await render(REPLIES.summary, rendering())
    expect(wordsOf(posts[0]?.blocks ?? [])).toContain('[1–4] \nThe harvest report')
    expect(wordsOf(posts[0]?.blocks ?? [])).toContain('sacks · Kelani: 140 → \n90')
    expect(quotesOf(posts[0]?.blocks ?? [])).toHaveLength(1)
    expect(quotesOf(posts.slice(1).flatMap(({ blocks }) => blocks))).toHaveLength(1)
  })

  it('tell a summary’s language', async () => {
    const { words } = await shown({ ...REPLIES.summary, language: 'fr' })
    expect(words).toContain('Chiffres')
    expect(words).toContain(' · mis à jour')
  })

  it('list a great many documents only in part', async () => {
    const documents = Array.from({ length: 130 }, (_, at) => ({
      ...citation({ title: { value: `Report ${at}`, inferred: false } }),
      language: 'en',
      length: 1,
      passages: 1,
    }))
    const { words } = await shown(sources({ documents, problems: [] }))
    expect(words).toContain('130 documents')
    expect(words).toContain('and 30 more documents.')
  })

  it('show what is wrong in a draft first, then what is open, and count what holds', async () => {
    const { words } = await shown(REPLIES.check)
    const places = [
      'Of 3 checked, 1 does not hold (altered 1), 1 is open (not stated 1) and 1 holds.',
      'altered: “',
      'The bridge at Oss fell',
      'not stated: “It will be built again.”',
      'Holds (supported): “The bridge has fallen.”',
      'Not checked: a question.',
    ].map((line) => words.indexOf(line))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it.each(Object.values(REPLIES))('of kind $kind have words for notifications', async (reply) => {
    for (const { text } of await render(reply, rendering())) expect(text).toMatch(/\w/u)
  })

  it('read a quote out in notifications', async () => {
    const [post] = await render(answer(quote('Salt & rice <rose>.')), rendering())
    expect(post?.text).toBe(
      '“Salt &amp; rice &lt;rose&gt;.” [1]\n[1] The harvest report · Field Office · 2023-04-02',
    )
  })
})
