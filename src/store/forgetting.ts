/** Takes out of the store what is about somebody, somewhere or something, or older than a time. */
import * as z from 'zod'
import type { Sql, Value } from './sql.ts'

/** Tables whose texts name people, channels and documents anywhere in them. */
const NAMING = [
  ['feedback', 'feedback', 'id', 'quotes'],
  ['conversations', 'conversations', 'key', "key || ' ' || turn"],
  ['notes of messages', 'memory', 'key', "key || ' ' || value"],
] as const

/**
 * What is about a user, a channel (with its platform or without) or a document; by what it was.
 * @param what a whole name: U1 is not U12
 */
export async function forgetAbout(sql: Sql, what: string): Promise<Map<string, number>> {
  const [, platform, name = what] = /^([a-z]+):(.+)$/u.exec(what) ?? []
  const about = '(CAST(? AS TEXT) IS NULL OR platform = ?) AND ("user" = ? OR channel = ?)'
  const values = [platform ?? null, platform ?? null, name, name] as const
  const counts = await deleted(sql, [
    ['unanswered questions', `gaps WHERE ${about}`, values],
    ['feedback', `feedback WHERE ${about}`, values],
    [
      'watches',
      "schedules WHERE owner = ? AND (CAST(? AS TEXT) IS NULL OR destination LIKE CAST(? AS TEXT) || ':%')",
      [name, platform ?? null, platform ?? null],
    ],
  ])
  for (const { id, nearest } of await sql.all(NEAREST))
    if (documentOf(String(nearest)) === what) {
      await sql.run('DELETE FROM gaps WHERE id = ?', [Number(id)])
      counts.set('unanswered questions', (counts.get('unanswered questions') ?? 0) + 1)
    }
  const isNamed = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'u')
  for (const [kind, table, key, columns] of NAMING) {
    const rows = await sql.all(`SELECT ${key} AS name, ${columns} AS text FROM ${table}`)
    for (const { name: row, text } of rows)
      if (isNamed.test(String(text))) {
        const id = typeof row === 'number' ? row : String(row)
        await sql.run(`DELETE FROM ${table} WHERE ${key} = ?`, [id])
        counts.set(kind, (counts.get(kind) ?? 0) + 1)
      }
  }
  return counts
}

const NEAREST = 'SELECT id, nearest FROM gaps WHERE nearest IS NOT NULL'

/** Read here: PostgreSQL takes no JSON in which half a character stands. */
function documentOf(nearest: string): string | undefined {
  return Nearest.safeParse(JSON.parse(nearest)).data?.document
}

const Nearest = z.object({ document: z.string() })

/** What is older; posts and what was answered stay, so that nothing is sent twice. */
export function forgetOlder(sql: Sql, than: Date): Promise<Map<string, number>> {
  const [iso, time] = [than.toISOString(), than.getTime()]
  return deleted(sql, [
    ['unanswered questions', 'gaps WHERE at < ?', [iso]],
    ['feedback', 'feedback WHERE at < ?', [iso]],
    ['conversations', 'conversations WHERE at < ?', [time]],
    ['notes of messages', 'memory WHERE at < ?', [time]],
  ])
}

async function deleted(
  sql: Sql,
  all: readonly (readonly [name: string, from: string, values: readonly Value[]])[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const [name, from, values] of all) {
    const changes = await sql.run(`DELETE FROM ${from}`, values)
    if (changes > 0) counts.set(name, (counts.get(name) ?? 0) + changes)
  }
  return counts
}
