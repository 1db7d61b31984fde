/** What every platform's questions promise, through changes, withdrawals and restarts. Its test calls `testDelivery`. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Adapter, Answerer } from '../../src/adapter.ts'
import { answer, quote } from './replies.ts'

/** A platform that is a stand-in, with one person on it. */
export interface DeliveryHarness {
  /** A new run of the adapter, on the same store. */
  adapter(): Adapter
  /** Asks the bot. */
  ask(text: string): Promise<void>
  /** Delivers what was asked last once more. */
  redeliver(): Promise<void>
  /** Changes the words of what was asked last. */
  edit(text: string): Promise<void>
  /** Deletes what was asked last. */
  takeBack(): Promise<void>
  /** Asks and deletes it, and delivers the deletion first. */
  askLate(text: string): Promise<void>
  /** What the bot's messages say that stand there. */
  replies(): readonly string[]
  close(): Promise<void>
}

const SOON = { timeout: 20_000, interval: 10 }

export function testDelivery(
  name: string,
  open: () => DeliveryHarness | Promise<DeliveryHarness>,
): void {
  describe(`a question in ${name}`, () => {
    let harness: DeliveryHarness
    let asked: string[]
    const answering: Answerer = ({ text }) => {
      asked.push(text)
      return Promise.resolve(answer(quote(`Seven wells were dug, as for ${text}`)))
    }
    const run = async (how: Answerer = answering): Promise<Adapter> => {
      const adapter = harness.adapter()
      await adapter.start(how)
      return adapter
    }
    const shows = (count: number, words = '') =>
      vi.waitFor(() => {
        expect(harness.replies()).toHaveLength(count)
        expect(harness.replies().join('\n')).toContain(words)
      }, SOON)

    beforeEach(async () => {
      asked = []
      harness = await open()
    })
    afterEach(() => harness.close())

    it('has one reply, however often it is delivered, and in which run', async () => {
      const first = await run()
      await harness.ask('How many wells?')
      await harness.redeliver()
      await shows(1, 'How many wells?')
      await harness.redeliver()
      await first.stop()
      const second = await run()
      await harness.redeliver()
      await second.stop()
      expect(harness.replies()).toHaveLength(1)
      expect(asked).toEqual(['How many wells?'])
    })

    it('has its reply changed with its words', async () => {
      await run()
      await harness.ask('How many wells?')
      await shows(1, 'How many wells?')
      await harness.edit('How many bridges?')
      await shows(1, 'How many bridges?')
      expect(harness.replies().join('\n')).not.toContain('How many wells?')
    })

    it('keeps its reply where its words stay', async () => {
      const adapter = await run()
      await harness.ask('How many wells?')
      await shows(1)
      await harness.edit('How many wells?')
      await harness.edit('How many wells?')
      await adapter.stop()
      expect(asked).toEqual(['How many wells?'])
    })

    it('takes its reply along when it is taken back', async () => {
      await run()
      await harness.ask('How many wells?')
      await shows(1)
      await harness.takeBack()
      await expect(shows(0)).resolves.toBeUndefined()
    })

    it('is not answered when it was taken back before it was delivered', async () => {
      const adapter = await run()
      await harness.askLate('How many wells?')
      await harness.ask('How many bridges?')
      await shows(1, 'How many bridges?')
      await adapter.stop()
      expect(asked).toEqual(['How many bridges?'])
    })

    it('is not answered when it is taken back while it is being answered', async () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      const adapter = await run(async (message) => {
        const reply = await answering(message)
        await promise
        return reply
      })
      await harness.ask('How many wells?')
      await vi.waitFor(() => expect(asked).toHaveLength(1), SOON)
      await harness.takeBack()
      // Delivered before the answer is there.
      await new Promise((done) => setTimeout(done, 100))
      resolve()
      await adapter.stop()
      expect(harness.replies()).toEqual([])
    })
  })
}
