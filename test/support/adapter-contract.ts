/** What every adapter promises, whatever its platform. Its test calls `testAdapter`. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { entriesOf, worstFirst } from '../../src/check/report.ts'
import type { Adapter, Message } from '../../src/adapter.ts'
import { sourcesOf } from '../../src/figures/sources.ts'
import type { Figures, Quote, Reading, Reply } from '../../src/reply.ts'
import { answer, quote, REPLIES } from './replies.ts'

/** An adapter on a platform that is a stand-in. */
export interface Harness {
  readonly adapter: Adapter
  /** A destination for `post`. */
  readonly destination: string
  /** Says something as a person on the platform does. */
  say(text: string): Promise<void>
  /** Delivers what was said last once more; false where the platform never does that. */
  redeliver(): Promise<boolean>
  /** All that people see so far: what was sent, less only the markup the adapter itself puts in. */
  shown(): string
}

export function testAdapter(name: string, makeHarness: () => Harness | Promise<Harness>): void {
  describe(`${name} keeps the contract of adapters`, () => {
    let harness: Harness
    let asked: Message[]
    const reply = answer(quote('Seven wells were dug along the river road.'))
    const replying = (what: Reply) => (message: Message) => {
      asked.push(message)
      return Promise.resolve(what)
    }
    const seen = (words: string) => vi.waitFor(() => expect(harness.shown()).toContain(words))

    beforeEach(async () => {
      asked = []
      harness = await makeHarness()
    })
    afterEach(() => harness.adapter.stop())

    it('hands over what a person says, with all a message needs', async () => {
      await harness.adapter.start(replying(reply))
      await harness.say('How many wells were dug?')
      await seen('Seven wells')
      expect(asked).toEqual([
        expect.objectContaining({
          text: 'How many wells were dug?',
          platform: harness.adapter.name,
          id: expect.stringMatching(/./),
          user: expect.stringMatching(/./),
          channel: expect.stringMatching(/./),
        }),
      ])
    })

    it('shows each reply once', async () => {
      await harness.adapter.start(replying(reply))
      await harness.say('How many wells were dug?')
      await seen('Seven wells')
      await harness.adapter.stop()
      expect(count(harness.shown(), 'Seven wells')).toBe(1)
    })

    it('gives each message an id of its own, the same words said twice too', async () => {
      await harness.adapter.start(replying(reply))
      await harness.say('How many wells were dug?')
      await harness.say('How many wells were dug?')
      await vi.waitFor(() => expect(asked).toHaveLength(2))
      expect(new Set(asked.map(({ id }) => id)).size).toBe(2)
    })

    it('answers a message that is delivered twice once', async () => {
      await harness.adapter.start(replying(reply))
      await harness.say('How many wells were dug?')
      await seen('Seven wells')
      await harness.redeliver()
      await harness.adapter.stop()
      expect(count(harness.shown(), 'Seven wells')).toBe(1)
    })

    it('posts once for a key', async () => {
      await harness.adapter.start(replying(reply))
      const { adapter, destination } = harness
      const [first, second] = await Promise.all([
        adapter.post(destination, reply, 'monday'),
        adapter.post(destination, reply, 'monday'),
      ])
      const third = await adapter.post(destination, reply, 'monday')
      expect(second).toEqual(first)
      expect(third).toEqual(first)
      expect(count(harness.shown(), 'Seven wells')).toBe(1)
      await adapter.post(destination, reply, 'tuesday')
      expect(count(harness.shown(), 'Seven wells')).toBe(2)
    })

    it('finishes the reply under way when it is stopped', async () => {
      const { promise, resolve } = Promise.withResolvers<Reply>()
      const begun = Promise.withResolvers<void>()
      await harness.adapter.start(() => {
        begun.resolve()
        return promise
      })
      await harness.say('How many wells were dug?')
      await begun.promise
      let stopped = false
      const stop = harness.adapter.stop().then(() => (stopped = true))
      await sleep(10)
      expect(stopped).toBe(false)
      resolve(reply)
      await stop
      expect(harness.shown()).toContain('Seven wells')
    })

    it('stops twice, and without a start', async () => {
      await expect(harness.adapter.stop()).resolves.toBeUndefined()
      await expect(harness.adapter.stop()).resolves.toBeUndefined()
      harness = await makeHarness()
      await harness.adapter.start(replying(reply))
      await expect(
        Promise.all([harness.adapter.stop(), harness.adapter.stop()]),
      ).resolves.toBeDefined()
      await expect(harness.adapter.stop()).resolves.toBeUndefined()
    })

    it.each(Object.values(REPLIES))('shows all a reply of kind $kind says', async (each) => {
      await harness.adapter.start(replying(each))
      await harness.adapter.post(harness.destination, each, each.kind)
      let from = 0
      for (const word of wordsOf(each)) {
        const at = harness.shown().indexOf(word, from)
        expect(at, `“${word}” is shown, in its place`).not.toBe(-1)
        from = at + word.length
      }
    })

    it.each(HOSTILE)('shows text with $what as harmless text', async ({ text }) => {
      await harness.adapter.start(replying(reply))
      const hostile = quote(`Before ${text}middle${text} after.`)
      await harness.adapter.post(harness.destination, answer(hostile), 'hostile')
      const shown = harness.shown()
      expect(shown).toContain('Before')
      expect(shown).toContain('middle')
      expect(shown).toContain('after.')
      expect(shown).not.toMatch(HARMFUL)
    })
  })
}

/** Moves cursors, sets colours and titles, hides text or turns it round. */
const HOSTILE = [
  { what: 'a colour', text: '\u001b[31m' },
  { what: 'a cleared screen', text: '\u001b[2J\u001b[1;1H' },
  { what: 'a window title', text: '\u001b]0;gone\u0007' },
  { what: 'a link', text: '\u001b]8;;https://example.org\u001b\\here\u001b]8;;\u001b\\' },
  { what: 'an eight-bit escape', text: '\u009b31m' },
  { what: 'a carriage return', text: '\r' },
  { what: 'backspaces', text: '\b\b\b' },
  { what: 'a null', text: '\0' },
  { what: 'text turned round', text: '\u202e' },
  { what: 'isolated text', text: '\u2066\u2069' },
  { what: 'zero-width characters', text: '\u200b\u200d\u2060\ufeff' },
  { what: 'hidden tags', text: '\u{e0041}\u{e0042}' },
]

const HARMFUL =
  /[^\P{Cc}\n]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]|[\u{e0000}-\u{e007f}]/u

function wordsOf(reply: Reply): string[] {
  return textsOf(reply).flatMap((text) => text.split(/\s+/))
}

function textsOf(reply: Reply): string[] {
  if (reply.kind === 'answer') return quoteTexts(reply.quotes)
  if (reply.kind === 'nothing') return [reply.reason, ...quoteTexts(reply.nearest)]
  if (reply.kind === 'figures') return figureTexts(reply)
  if (reply.kind === 'sources') return reply.documents.map(({ title }) => title.value)
  if (reply.kind === 'gaps') return reply.gaps.flatMap(({ question, reason }) => [question, reason])
  if (reply.kind === 'help') return [...reply.text, ...reply.examples]
  if (reply.kind === 'summary')
    return [
      reply.title,
      ...reply.lead.map(({ text }) => text),
      ...reply.figures.flatMap(({ label, now }) => [label, now.wording]),
      ...reply.sections.flatMap(({ heading, quotes }) => [
        heading,
        ...quotes.map(({ text }) => text),
      ]),
      ...reply.notes,
    ]
  if (reply.kind === 'context')
    return [...reply.paragraphs.map(({ text }) => text), ...quoteTexts([reply.quote])]
  if (reply.kind === 'document') return [reply.citation.title.value, ...blockTexts(reply)]
  if (reply.kind === 'page')
    return [reply.citation.title.value, ...reply.marks.map(({ text }) => text)]
  if (reply.kind === 'check')
    // What holds is counted; the rest is told, the worst first.
    return worstFirst(entriesOf(reply))
      .filter(({ level }) => level !== 'holds')
      .flatMap(({ finding }) => [finding.reason, ...quoteTexts(finding.quotes)])
  if (reply.kind === 'notice') return reply.text
  if (reply.kind === 'suggestions') return reply.values
  return [reply.message]
}

/** Headings, paragraphs and cells, in their order. */
const blockTexts = ({ blocks }: Reading): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.text]
    if (block.kind === 'paragraph') return [block.stretch.text]
    return block.kind === 'table'
      ? block.rows.flatMap(({ cells }) => cells.map(({ stretch }) => stretch.text))
      : []
  })

/** What is counted, how many there are, and the quotes. */
const figureTexts = (reply: Figures): string[] => [
  ...reply.groups.flatMap(({ label, lines }) => [
    label,
    ...lines.flatMap(({ figures }) => figures.map(({ wording }) => wording)),
  ]),
  ...quoteTexts(sourcesOf(reply).map(({ quote: one }) => one)),
]

/** The words, and who says them. */
const quoteTexts = (quotes: readonly Quote[]): string[] => [
  ...quotes.map(({ text }) => text),
  // A source stands below all that is quoted of it.
  ...quotes.slice(0, 1).map(({ citation }) => citation.title.value),
]

const count = (text: string, words: string): number => text.split(words).length - 1
