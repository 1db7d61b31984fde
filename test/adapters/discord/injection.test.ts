import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offerFiles } from '../../../adapters/discord/interactions/interactions.ts'
import { unescaped } from '../../../adapters/discord/markdown.ts'
import { askModal } from '../../../adapters/discord/modal.ts'
import { render } from '../../../adapters/discord/render/render.ts'
import { plainText } from '../../../adapters/discord/text.ts'
import { inertText } from '../../../src/inert.ts'
import { Reply } from '../../../src/reply.ts'
import { wordingsIn } from '../../../src/wordings/in-language.ts'
import { liveIn } from '../../support/discord-live.ts'
import { MARKUP } from '../../support/discord/markup.ts'
import { notebook } from '../../support/discord-poster.ts'
import { componentsOf, markdownOf, quotesOf, rendering, said } from '../../support/discord-shown.ts'
import { STRUCTURE } from '../../support/injections.ts'
import { manyRuns } from '../../support/many-runs.ts'
import { randomQuote, randomReply, words } from '../../support/random-replies.ts'
import { answer, quote, REPLIES } from '../../support/replies.ts'

/** `RUNS=5000 npx vitest run test/adapters/discord/injection.test.ts` tries as many. */
const RUNS = Number(process.env['RUNS'] ?? 300)

const piece = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...MARKUP) }, words)
const hostile = fc.oneof(
  piece,
  fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
  fc
    .array(fc.constantFrom(...MARKUP), { minLength: 2, maxLength: 5 })
    .map((parts) => parts.join('')),
)

/** A reply in which every text is another one. */
function poisoned(value: Reply, text: () => string): Reply {
  const map = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') return STRUCTURE.has(key) ? one : text()
    if (Array.isArray(one)) return one.map((item) => map(item, key))
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, map(item, name)]))
  }
  return Reply.parse(map(value, ''))
}

const live = (posts: Parameters<typeof quotesOf>[0]): string[] =>
  posts.flatMap(markdownOf).flatMap(liveIn)

const undrawn = { chart: false }

describe('text of documents and questions is inert', () => {
  it('in every text of every kind of reply', { timeout: 3_600_000 }, async () => {
    await manyRuns(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(REPLIES)),
        fc.array(hostile, { minLength: 1, maxLength: 5 }),
        async (reply: Reply, texts) => {
          let at = 0
          const next = (): string => texts[at++ % texts.length] ?? ''
          const message = said({ id: 'command:1', text: next() })
          const posts = await render(poisoned(reply, next), rendering({ ...undrawn, message }))
          expect(live(posts)).toEqual([])
        },
      ),
      RUNS,
    )
  })

  it('in any reply', { timeout: 3_600_000 }, async () => {
    await manyRuns(
      fc.asyncProperty(randomReply, async (reply) => {
        expect(live(await render(reply, rendering(undrawn)))).toEqual([])
      }),
      RUNS,
    )
  })

  it('and a quote still says what its document says', { timeout: 3_600_000 }, async () => {
    const quotes = fc.oneof(
      randomQuote,
      fc
        .tuple(hostile, fc.array(fc.tuple(fc.nat({ max: 80 }), fc.nat({ max: 20 }))))
        .map(([text, marks]) =>
          quote(text, { marks: marks.map(([start, length]) => ({ start, end: start + length })) }),
        ),
    )
    await manyRuns(
      fc.asyncProperty(fc.array(quotes, { minLength: 1, maxLength: 3 }), async (own) => {
        const posts = await render(answer(...own), rendering())
        // What is all invisible has nothing to show.
        expect(quotesOf(posts).join('')).toBe(
          own.map(({ text }) => inertText(text) || '–').join(''),
        )
        expect(live(posts)).toEqual([])
      }),
      RUNS,
    )
  })

  it.each(MARKUP)('%j stands there as it was written', async (markup) => {
    for (const text of [markup, `Before ${markup} after.`, `${markup}${markup}`]) {
      const marks = [
        { start: 0, end: 3 },
        { start: 2, end: text.length },
      ]
      for (const own of [[], marks, [{ start: 1, end: 2 }]]) {
        const posts = await render(answer(quote(text, { marks: own })), rendering())
        expect(quotesOf(posts)).toEqual([inertText(text)])
        expect(live(posts)).toEqual([])
      }
    }
  })

  it.each(MARKUP)('%j in what is offered for adding', async (markup) => {
    const book = notebook({ reply: () => REPLIES.answer })
    const posts = await offerFiles(
      {
        key: '900',
        message: said(),
        reply: { kind: 'channel', channel: '500' },
        files: ['.md', '.exe', ''].map((ending, id) => ({
          id: String(id),
          name: `${markup}${ending}`,
          size: 9,
          url: 'https://cdn.discordapp.com/x',
        })),
      },
      book.context,
    )
    expect(live(posts)).toEqual([])
    expect(componentsOf(posts).map(({ label }) => label)).toEqual(['Add'])
  })

  it('is not in what buttons carry, nor in what is kept for them', async () => {
    const own = rendering()
    const quotes = [quote('The canary sang.'), quote('The canary fell silent.')]
    const posts = await render(answer(...quotes), own)
    const carried = componentsOf(posts).flatMap(({ custom_id: id, options }) => [
      id,
      ...options.flatMap(({ label, value }) => [label, value]),
    ])
    expect(carried.length).toBeGreaterThan(5)
    expect(carried.filter((one) => one.includes('canary'))).toEqual([])
    const kept = 'kept' in own.memory ? own.memory.kept : undefined
    expect(JSON.stringify([...(kept instanceof Map ? kept : [])])).not.toContain('canary')
  })

  it('and what somebody asks is asked again as it was, whatever it holds', () => {
    expect(
      askModal('id', '**x** @everyone', wordingsIn().windows.asking).components[0],
    ).toMatchObject({
      component: { value: '**x** @everyone' },
    })
    expect(plainText(unescaped('\\*not bold\\*'))).toBe('*not bold*')
  })
})
