import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { homeView } from '../../../adapters/slack/home.ts'
import { optionsOf, replyModal } from '../../../adapters/slack/modal.ts'
import { render } from '../../../adapters/slack/render/render.ts'
import { manyRuns } from '../../support/many-runs.ts'
import { answer, quote, REPLIES } from '../../support/replies.ts'
import { randomReply, words } from '../../support/random-replies.ts'
import { nodesOf, overLimits } from '../../support/slack-limits.ts'
import { quotesOf, rendering } from '../../support/slack-shown.ts'

/** `RUNS=10000 npx vitest run test/adapters/slack/limits.test.ts` tries as many. */
const RUNS = Number(process.env['RUNS'] ?? 300)

/** A chart is the same however the reply is shown, and slow to draw. */
const silent = { ephemeral: true }

describe('what Slack takes', () => {
  it('holds for any reply as messages', { timeout: 600_000 }, async () => {
    await manyRuns(
      fc.asyncProperty(randomReply, fc.boolean(), async (reply, asked) => {
        const { message: _, ...unasked } = rendering(silent)
        const posts = await render(reply, asked ? rendering(silent) : unasked)
        expect(posts.length).toBeGreaterThan(0)
        expect(posts.flatMap((post) => overLimits(post))).toEqual([])
      }),
      RUNS,
    )
  })

  it('holds for any reply in a window', { timeout: 600_000 }, async () => {
    await manyRuns(
      fc.asyncProperty(randomReply, words, async (reply, question) => {
        const view = replyModal('Answer', reply, question)
        expect(overLimits(view, 'view')).toEqual([])
        expect(view.title.text.length).toBeLessThanOrEqual(24)
      }),
      RUNS / 3,
    )
  })

  it('holds for the App Home, however much there is', { timeout: 600_000 }, async () => {
    await manyRuns(
      fc.asyncProperty(randomReply, randomReply, randomReply, async (one, two, three) => {
        const views = [one, two, three].map((reply) =>
          homeView({
            channel: 'D1',
            sources: reply,
            help: two,
            sets: three,
            gaps: one,
            now: new Date('2024-05-01T10:00:00Z'),
          }),
        )
        expect(views.flatMap((view) => overLimits(view, 'view'))).toEqual([])
      }),
      RUNS / 6,
    )
  })

  it('holds for completions', async () => {
    await manyRuns(
      fc.asyncProperty(fc.array(words, { maxLength: 150 }), async (values) => {
        const options = optionsOf(values)
        expect(options.length).toBeLessThanOrEqual(100)
        for (const { text, value } of options) {
          expect(text.text.length).toBeLessThanOrEqual(75)
          expect(value?.length).toBeLessThanOrEqual(150)
        }
      }),
      RUNS,
    )
  })

  it.each(Object.values(REPLIES))('holds for a reply of kind $kind', async (reply) => {
    const posts = await render(reply, rendering())
    expect(posts.flatMap((post) => overLimits(post))).toEqual([])
  })
})

describe('long answers', () => {
  const sentence = (number: number) =>
    `Sentence ${number} is about rain, goats and the price of salt.`
  const long = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => sentence(from + at)).join(' ')

  it('are parted between quotes, never inside one', async () => {
    const texts = [long(0, 40), long(100, 60), long(200, 70), long(300, 40), long(400, 90)]
    const posts = await render(answer(...texts.map((text) => quote(text))), rendering())
    expect(posts.length).toBeGreaterThan(1)
    expect(posts.flatMap(({ blocks }) => quotesOf(blocks))).toEqual(texts)
  })

  it('keep a quote that is longer than a message whole, parted between sentences', async () => {
    const text = long(0, 700)
    const posts = await render(answer(quote(text), quote('A short one.')), rendering())
    expect(posts.flatMap((post) => overLimits(post))).toEqual([])
    const parts = posts.flatMap(({ blocks }) => quotesOf(blocks))
    expect(parts.slice(0, -1).join('')).toBe(text)
    expect(parts.at(-1)).toBe('A short one.')
    for (const part of parts.slice(0, -2)) expect(part).toMatch(/salt\. $/u)
    const marked = nodesOf(posts.map(({ blocks }) => blocks)).filter(
      ({ text: own }) => own === 'The quote goes on …',
    )
    expect(marked).toHaveLength(parts.length - 2)
  })

  it('tell their source once, below them all', async () => {
    const quotes = Array.from({ length: 30 }, (_, at) => quote(long(at, 12)))
    const posts = await render(answer(...quotes), rendering())
    const quoting = posts.flatMap(({ blocks }) =>
      blocks.filter((block) => quotesOf([block]).length > 0),
    )
    expect(quoting).toHaveLength(quotes.length)
    const told = nodesOf(posts.map(({ blocks }) => blocks)).flatMap(({ text }) =>
      text === 'The harvest report' || text === '[1–30] ' ? [text] : [],
    )
    expect(told).toEqual(['[1–30] ', 'The harvest report'])
  })

  it('have one table to a message', async () => {
    const [group] = REPLIES.figures.groups
    const [line] = group?.lines ?? []
    if (group === undefined || line === undefined) throw new TypeError('no figures')
    const lines = Array.from({ length: 150 }, (_, at) => ({ ...line, line: at + 1, labels: [] }))
    const posts = await render(
      { ...REPLIES.figures, groups: [{ ...group, lines }] },
      rendering(silent),
    )
    expect(posts.flatMap((post) => overLimits(post))).toEqual([])
    const rows = nodesOf(posts.map(({ blocks }) => blocks)).flatMap(({ rows: own }) =>
      Array.isArray(own) ? [own.length - 1] : [],
    )
    expect(rows.reduce((sum, own) => sum + own, 0)).toBe(150)
  })
})
