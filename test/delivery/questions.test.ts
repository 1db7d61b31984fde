/** Replies to questions, once, on a platform that is made up for it. */
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { testDelivery } from '../support/delivery-contract.ts'
import { Board, Boarder, type BoardEvent, needsOf } from '../support/made-up-platform.ts'

testDelivery('a made-up platform', () => {
  const board = new Board()
  const store = sqliteStore(':memory:')
  const adapters: Boarder[] = []
  let asked = 0
  let last: BoardEvent = { kind: 'removed', id: '' }
  const tell = (event: BoardEvent): Promise<void> => {
    board.listener?.(event)
    return Promise.resolve()
  }
  return {
    adapter: () => {
      const adapter = new Boarder(board, needsOf(store))
      adapters.push(adapter)
      return adapter
    },
    ask: (text) => tell((last = { kind: 'asked', id: `q${asked++}`, text })),
    redeliver: () => tell(last),
    edit: (text) => tell({ kind: 'changed', id: last.id, text }),
    takeBack: () => tell({ kind: 'removed', id: last.id }),
    askLate: async (text) => {
      const id = `q${asked++}`
      await tell({ kind: 'removed', id })
      await tell({ kind: 'asked', id, text })
    },
    replies: () => [...board.notes.values()],
    close: async () => {
      for (const adapter of adapters) await adapter.stop()
      await store.close()
    },
  }
})
