/** A database in which something happens right before a statement. */
import type { Engine, Value } from '../../src/store/sql.ts'

/** Does something else, or fails, before every statement of its own that begins so. */
export function before(sql: Engine, beginning: string, happens: () => Promise<unknown>): Engine {
  const told =
    <T>(how: (statement: string, values?: readonly Value[]) => Promise<T>) =>
    async (statement: string, values?: readonly Value[]): Promise<T> => {
      if (statement.trimStart().startsWith(beginning)) await happens()
      return how(statement, values)
    }
  return {
    all: told((...asked) => sql.all(...asked)),
    run: told((...asked) => sql.run(...asked)),
    runDurably: told((...asked) => sql.runDurably(...asked)),
    transaction: (name, work) => sql.transaction(name, work),
    scrub: () => sql.scrub(),
    close: () => sql.close(),
  }
}

/** The first time only. */
export function once(happens: () => Promise<unknown>): () => Promise<unknown> {
  let isOver = false
  return async () => {
    if (isOver) return
    isOver = true
    await happens()
  }
}
