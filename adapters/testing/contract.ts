/** What every adapter promises, whatever its platform. Its test calls `testAdapter`. */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Adapter, Answerer, Message } from '../../src/adapter.ts'
import { entriesOf, worstFirst } from '../../src/check/report.ts'
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

/** What runs tests: these functions of Vitest, Jest, Mocha or `node:test`. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: (name: string, body: () => Promise<void>) => unknown
  readonly beforeEach: (body: () => Promise<void>) => unknown
  readonly afterEach: (body: () => Promise<void>) => unknown
}

/** Milliseconds that something may take to be seen. */
const PATIENCE = 5000

export function testAdapter(
  name: string,
  makeHarness: () => Harness | Promise<Harness>,
  { describe, it, beforeEach, afterEach }: TestRunner,
): void {
  describe(`${name} keeps the contract of adapters`, () => {
    let harness: Harness
    let asked: Message[]
    const reply = answer(quote('Seven wells were dug along the river road.'))
    const replying =
      (what: Reply): Answerer =>
      (message) => {
        asked.push(message)
        return Promise.resolve(what)
      }
    const timesShown = (words: string): number => harness.shown().split(words).length - 1
    const seen = (words: string): Promise<void> =>
      eventually(() => timesShown(words) > 0, `“${words}” is shown`)

    beforeEach(async () => {
      asked = []
      harness = await makeHarness()
    })
    afterEach(() => harness.adapter.stop())

    it('hands over what a person says, with all a message needs', async () => {
      await harness.adapter.start(replying(reply))
      await harness.say('How many wells were dug?')
      await seen('Seven wells')
      assert.equal(asked.length, 1, 'one message is handed over')
      const [{ text, platform, id, user, channel } = LACKING] = asked
      assert.equal(text, 'How many wells were dug?')
      assert.equal(platform, harness.adapter.name)
      for (const [field, value] of Object.entries({ id, user, channel }))
        assert.notEqual(value, '', `the message has its ${field}`)
    })

    it('shows each reply once', async () => {
      await harness.adapter.start(replying(reply))
      await harness.say('How many wells were dug?')
      await seen('Seven wells')
      await harness.adapter.stop()
      assert.equal(timesShown('Seven wells'), 1)
    })

    it('gives each message an id of its own, the same words said twice too', async () => {
      await harness.adapter.start(replying(reply))
      await harness.say('How many wells were dug?')
      await harness.say('How many wells were dug?')
      await eventually(() => asked.length >= 2, 'both messages are handed over')
      assert.equal(new Set(asked.map(({ id }) => id)).size, 2)
    })

    it('answers a message that is delivered twice once', async () => {
      await harness.adapter.start(replying(reply))
      await harness.say('How many wells were dug?')
      await seen('Seven wells')
      await harness.redeliver()
      await harness.adapter.stop()
      assert.equal(timesShown('Seven wells'), 1)
    })

    it('posts once for a key', async () => {
      await harness.adapter.start(replying(reply))
      const { adapter, destination } = harness
      const [first, second] = await Promise.all([
        adapter.post(destination, reply, 'monday'),
        adapter.post(destination, reply, 'monday'),
      ])
      const third = await adapter.post(destination, reply, 'monday')
      assert.deepEqual(second, first)
      assert.deepEqual(third, first)
      assert.equal(timesShown('Seven wells'), 1)
      await adapter.post(destination, reply, 'tuesday')
      assert.equal(timesShown('Seven wells'), 2)
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
      assert.equal(stopped, false, 'it waits for the reply')
      resolve(reply)
      await stop
      assert.equal(timesShown('Seven wells'), 1)
    })

    it('stops twice, and without a start', async () => {
      await harness.adapter.stop()
      await harness.adapter.stop()
      harness = await makeHarness()
      await harness.adapter.start(replying(reply))
      await Promise.all([harness.adapter.stop(), harness.adapter.stop()])
      await assert.doesNotReject(harness.adapter.stop())
    })

    for (const each of Object.values(REPLIES))
      it(`shows all a reply of kind ${each.kind} says`, async () => {
        await harness.adapter.start(replying(each))
        await harness.adapter.post(harness.destination, each, each.kind)
        let from = 0
        for (const word of wordsOf(each)) {
          const at = harness.shown().indexOf(word, from)
          assert.notEqual(at, -1, `“${word}” is shown, in its place`)
          from = at + word.length
        }
      })

    for (const { what, text } of HOSTILE)
      it(`shows text with ${what} as harmless text`, async () => {
        await harness.adapter.start(replying(reply))
        const hostile = quote(`Before ${text}middle${text} after.`)
        await harness.adapter.post(harness.destination, answer(hostile), 'hostile')
        const shown = harness.shown()
        for (const word of ['Before', 'middle', 'after.'])
          assert.ok(shown.includes(word), `“${word}” is shown`)
        assert.doesNotMatch(shown, HARMFUL)
      })
  })
}

const LACKING: Message = { id: '', text: '', user: '', channel: '', platform: '' }

async function eventually(holds: () => boolean, what: string): Promise<void> {
  const end = performance.now() + PATIENCE
  while (!holds()) {
    assert.ok(performance.now() < end, `${what} within ${PATIENCE} ms`)
    await sleep(10)
  }
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
