import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choicesOf } from '../../../adapters/discord/interactions/complete.ts'
import { render } from '../../../adapters/discord/render/render.ts'
import { wrongChoices } from '../../support/discord/limits.ts'
import {
  componentsOf,
  markdownOf,
  overLimits,
  quotesOf,
  rendering,
} from '../../support/discord-shown.ts'
import { manyRuns } from '../../support/many-runs.ts'
import { randomReply, words } from '../../support/random-replies.ts'
import { answer, figure, quote, REPLIES } from '../../support/replies.ts'

/** `RUNS=10000 npx vitest run test/adapters/discord/limits.test.ts` tries as many. */
const RUNS = Number(process.env['RUNS'] ?? 300)

/** A chart is the same however the reply is shown, and slow to draw. */
const undrawn = { chart: false }

describe('what Discord takes', () => {
  it('holds for any reply', { timeout: 3_600_000 }, async () => {
    await manyRuns(
      fc.asyncProperty(randomReply, fc.boolean(), fc.boolean(), async (reply, asked, ephemeral) => {
        const { message: _, ...unasked } = rendering(undrawn)
        const posts = await render(reply, asked ? rendering({ ...undrawn, ephemeral }) : unasked)
        expect(posts.length).toBeGreaterThan(0)
        expect(posts.flatMap((post) => overLimits(post))).toEqual([])
        for (const post of posts) expect(markdownOf(post).join('').trim()).not.toBe('')
      }),
      RUNS,
    )
  })

  it('holds for completions', async () => {
    await manyRuns(
      fc.asyncProperty(fc.array(words, { maxLength: 60 }), async (values) => {
        expect(wrongChoices(choicesOf(values).map((choice) => ({ ...choice })))).toEqual([])
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
    const texts = [long(0, 40), long(100, 55), long(200, 50), long(300, 40), long(400, 45)]
    const posts = await render(answer(...texts.map((text) => quote(text))), rendering())
    expect(posts.length).toBeGreaterThan(1)
    expect(quotesOf(posts)).toEqual(texts)
    expect(posts.flatMap((post) => overLimits(post))).toEqual([])
  })

  it('keep a quote that is longer than an embed whole, parted between sentences', async () => {
    const text = long(0, 300)
    const posts = await render(answer(quote(text), quote('A short one.')), rendering())
    expect(posts.flatMap((post) => overLimits(post))).toEqual([])
    const parts = quotesOf(posts)
    expect(parts.slice(0, -1).join('')).toBe(text)
    expect(parts.at(-1)).toBe('A short one.')
    for (const part of parts.slice(0, -2)) expect(part).toMatch(/salt\. $/u)
    const shown = posts.flatMap(markdownOf).join('\n')
    expect(shown.split('*The quote goes on …*')).toHaveLength(parts.length - 1)
  })

  it('tell their source once, below them all', async () => {
    const quotes = Array.from({ length: 30 }, (_, at) => quote(long(at, 12)))
    const posts = await render(answer(...quotes), rendering())
    expect(quotesOf(posts)).toHaveLength(quotes.length)
    const shown = posts.flatMap(markdownOf).join('\n')
    expect(shown.split('**The harvest report**')).toHaveLength(2)
    expect(shown).toMatch(/\n\\\[1–30\\\] \*\*The harvest report\*\* · Field Office[^\n]*$/u)
  })

  it('have their buttons under the last message, once', async () => {
    const quotes = Array.from({ length: 30 }, (_, at) => quote(long(at, 12)))
    const posts = await render(answer(...quotes), rendering())
    const ids = componentsOf(posts).map(({ custom_id: id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(componentsOf(posts.slice(0, -1))).toEqual([])
    expect(componentsOf(posts).at(-1)?.options).toHaveLength(25)
  })
})

describe('many figures', () => {
  const many = Array.from({ length: 150 }, (_, at) => ({
    line: at + 1,
    figures: [figure(String(at + 20), `They dug ${at + 20} wells.`, { counted: 'wells' })],
    labels: [],
  }))
  const reply = { ...REPLIES.figures, groups: [{ label: 'dug', related: false, lines: many }] }

  it('are all told, in code blocks that a phone shows whole', async () => {
    const posts = await render(reply, rendering(undrawn))
    expect(posts.flatMap((post) => overLimits(post))).toEqual([])
    const blocks = posts
      .flatMap(markdownOf)
      .flatMap((text) => [...text.matchAll(/```\n([^]*?)\n```/gu)].map(([, lines = '']) => lines))
    const lines = blocks.flatMap((block) => block.split('\n'))
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40)
    for (const { line } of many)
      expect(lines).toContainEqual(`${line}`.padEnd(4) + String(line + 19))
  })
})
