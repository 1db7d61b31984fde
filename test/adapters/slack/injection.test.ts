import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { homeView } from '../../../adapters/slack/home.ts'
import { optionsOf, replyModal } from '../../../adapters/slack/modal.ts'
import { render } from '../../../adapters/slack/render/render.ts'
import { inertText } from '../../../src/inert.ts'
import { manyRuns } from '../../support/many-runs.ts'
import { MARKUP, randomQuote, randomReply } from '../../support/random-replies.ts'
import { answer, citation, quote, sources } from '../../support/replies.ts'
import { nodesOf } from '../../support/slack-limits.ts'
import { quotesOf, rendering, said } from '../../support/slack-shown.ts'

/** `RUNS=5000 npx vitest run test/adapters/slack/injection.test.ts` tries as many. */
const RUNS = Number(process.env['RUNS'] ?? 300)

/** Moves cursors, hides text or turns it round. */
const HARMFUL =
  /[^\P{Cc}\n]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]|[\u{e0000}-\u{e007f}]/u
/** What Slack reads in text that is not blocks: mentions, links, formats, pictures, addresses. */
const LIVE = [
  /[<>]/u,
  /&(?!(?:amp|lt|gt);)/u,
  /[*_~`]/u,
  /:[\w+'-]+:/u,
  /:\/\//u,
  /@(?:channel|here|everyone)\b/iu,
]

/** Element types that text in a document must never become. */
const DEAD = new Set([
  'rich_text',
  'rich_text_section',
  'rich_text_quote',
  'rich_text_list',
  'text',
  'link',
  'raw_text',
  'table',
  'header',
  'section',
  'plain_text',
  'actions',
  'button',
  'static_select',
  'context_actions',
  'feedback_buttons',
  'divider',
])

function live(text: string | undefined, blocks: readonly unknown[]): string[] {
  const nodes = nodesOf(blocks)
  return [
    ...LIVE.flatMap((sign) =>
      text !== undefined && sign.test(text) ? [`${sign} in ${text}`] : [],
    ),
    ...nodes.flatMap(({ type }) =>
      typeof type === 'string' && !DEAD.has(type) ? [`an element ${type}`] : [],
    ),
    ...nodes.flatMap(({ text: words }) =>
      typeof words === 'string' && HARMFUL.test(words) ? [`hidden in ${words}`] : [],
    ),
    ...nodes.flatMap(({ type, url }) =>
      type === 'link' && !/^https?:\/\/[^|<>\s]+$/u.test(String(url))
        ? [`a link to ${String(url)}`]
        : [],
    ),
  ]
}

describe('text of documents and questions is inert', () => {
  it('in messages, whatever it is', { timeout: 600_000 }, async () => {
    await manyRuns(
      fc.asyncProperty(randomReply, fc.constantFrom(...MARKUP), async (reply, asked) => {
        const posts = await render(
          reply,
          rendering({ ephemeral: true, message: said({ text: asked }) }),
        )
        expect(posts.flatMap(({ text, blocks }) => live(text, blocks))).toEqual([])
      }),
      RUNS,
    )
  })

  it('and a quote still says what its document says', { timeout: 600_000 }, async () => {
    await manyRuns(
      fc.asyncProperty(fc.array(randomQuote, { minLength: 1, maxLength: 3 }), async (quotes) => {
        const posts = await render(answer(...quotes), rendering())
        const shown = posts.flatMap(({ blocks }) => quotesOf(blocks)).join('')
        // What is all invisible has nothing to show.
        expect(shown).toBe(quotes.map(({ text }) => inertText(text) || '–').join(''))
      }),
      RUNS,
    )
  })

  it.each(MARKUP)('%j stands there as it was written', async (markup) => {
    const words = `Before ${markup} after.`
    const [post] = await render(
      answer(quote(words, { citation: citation({ title: { value: markup, inferred: false } }) })),
      rendering(),
    )
    expect(quotesOf(post?.blocks ?? [])).toEqual([inertText(words)])
    expect(live(post?.text, post?.blocks ?? [])).toEqual([])
  })

  it.each(MARKUP)('%j in windows, the App Home and completions', (markup) => {
    const hostile = sources({
      documents: [
        {
          ...citation({ title: { value: markup, inferred: false }, url: markup }),
          language: 'en',
          length: 1,
          passages: 1,
        },
      ],
      problems: [markup],
    })
    const home = homeView({
      channel: 'D1',
      sources: hostile,
      help: { kind: 'help', text: [markup], examples: [markup] },
      sets: { kind: 'suggestions', values: [markup] },
      gaps: undefined,
      now: new Date(0),
    })
    expect(live(undefined, home.blocks)).toEqual([])
    expect(live(undefined, replyModal('Answer', hostile, markup).blocks)).toEqual([])
    expect(live(undefined, optionsOf([markup]))).toEqual([])
    const plain = nodesOf([home, optionsOf([markup])]).filter(({ type }) => type === 'plain_text')
    expect(plain.filter(({ emoji }) => emoji !== false)).toEqual([])
  })

  it('is not in what buttons carry', async () => {
    const secret = 'canary-in-the-document'
    const posts = await render(
      answer(quote(`The ${secret} sang.`), quote(`The ${secret} fell silent.`)),
      rendering(),
    )
    const values = nodesOf(posts.map(({ blocks }) => blocks)).flatMap(({ value, action_id: id }) =>
      [value, id].filter((one) => typeof one === 'string'),
    )
    expect(values.length).toBeGreaterThan(5)
    expect(values.filter((value) => value.includes(secret))).toEqual([])
  })

  it('is not in what is kept for buttons', async () => {
    const own = rendering()
    await render(answer(quote('The canary sang.'), quote('It fell silent.')), own)
    const kept = 'kept' in own.memory ? own.memory.kept : undefined
    expect(JSON.stringify([...(kept instanceof Map ? kept : [])])).not.toContain('canary')
  })
})
