/** What is done to a question in one process while another answers it. */
import { expect, it, vi } from 'vitest'
import type { Answerer } from '../../src/adapter.ts'
import { createLog } from '../../src/log.ts'
import { postgresStore } from '../../src/store/postgres/store.ts'
import { describeOnPostgres } from '../store/on-postgres.ts'
import { Board, Boarder, type BoardEvent, needsOf } from '../support/made-up-platform.ts'
import { answer, quote } from '../support/replies.ts'

describeOnPostgres('a question that one process answers', (server) => {
  /** Two processes on one store and one board; the first answers once it may. */
  const withTwo = async (
    then: (told: {
      readonly ask: (text: string) => void
      readonly elsewhere: (event: BoardEvent) => void
      readonly go: () => void
      readonly board: Board
      readonly asked: readonly string[]
    }) => Promise<void>,
  ): Promise<void> => {
    const url = await server().database()
    const open = () => postgresStore(url, { log: createLog('silent') })
    const stores = [await open(), await open()] as const
    const board = new Board()
    const other = Object.assign(new Board(), { notes: board.notes, keys: board.keys })
    const adapters = [
      new Boarder(board, needsOf(stores[0])),
      new Boarder(other, needsOf(stores[1])),
    ] as const
    const asked: string[] = []
    const { promise, resolve } = Promise.withResolvers<void>()
    const answering: Answerer = async ({ text }) => {
      asked.push(text)
      await promise
      return answer(quote(`Seven wells were dug, as for ${text}`))
    }
    try {
      for (const adapter of adapters) await adapter.start(answering)
      await then({
        ask: (text) => board.listener?.({ kind: 'asked', id: 'q', text }),
        elsewhere: (event) => other.listener?.(event),
        go: resolve,
        board,
        asked,
      })
    } finally {
      resolve()
      for (const adapter of adapters) await adapter.stop()
      for (const store of stores) await store.close()
    }
  }
  const SOON = { timeout: 10_000, interval: 20 }
  const pause = () =>
    new Promise((done) => {
      setTimeout(done, 300)
    })

  it('has no reply once another has heard that it is taken back', () =>
    withTwo(async ({ ask, elsewhere, go, board, asked }) => {
      ask('How many wells?')
      await vi.waitFor(() => expect(asked).toHaveLength(1), SOON)
      elsewhere({ kind: 'removed', id: 'q' })
      await pause()
      go()
      await vi.waitFor(() => expect(board.keys.size).toBe(1), SOON)
      await vi.waitFor(() => expect([...board.notes.values()]).toEqual([]), SOON)
    }))

  it('has the reply to other words once another has heard them', () =>
    withTwo(async ({ ask, elsewhere, go, board, asked }) => {
      ask('How many wells?')
      await vi.waitFor(() => expect(asked).toHaveLength(1), SOON)
      elsewhere({ kind: 'changed', id: 'q', text: 'How many bridges?' })
      await pause()
      go()
      await vi.waitFor(() => expect([...board.notes.values()].join()).toContain('bridges'), SOON)
    }))
})
