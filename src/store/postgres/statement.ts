/** The store's statements and values as PostgreSQL takes them. */
import type { Value } from '../sql.ts'

const known = new Map<string, string>()

/** Its placeholders are numbered. */
export function statementOf(sql: string): string {
  const before = known.get(sql)
  if (before !== undefined) return before
  let number = 0
  const statement = sql.replaceAll('?', () => `$${++number}`)
  known.set(sql, statement)
  return statement
}

/** A text of its own has no NUL in it, and nobody types one. */
export const plain = (value: Value): Value =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value
