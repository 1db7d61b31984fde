/**
 * What the store says to a database, in the SQL that SQLite and PostgreSQL share. `?` stands for a value,
 * and for nothing else.
 */

export type Value = string | number | null
/** Whole numbers, texts and nulls. */
export type Row = Readonly<Record<string, unknown>>

export interface Statements {
  all(sql: string, values?: readonly Value[]): Promise<Row[]>
  /** @returns how many rows were written or deleted */
  run(sql: string, values?: readonly Value[]): Promise<number>
}

export interface Sql extends Statements {
  /** As `run`, and known after a power cut, too, once it resolves. */
  runDurably(sql: string, values?: readonly Value[]): Promise<number>
  /**
   * All of it or nothing, durably. Of those with the same name one runs after the other, through all
   * processes. Inside, only what is handed to `work` is used: the database itself would wait for its end.
   */
  transaction<T>(name: string, work: (sql: Statements) => Promise<T>): Promise<T>
}

/** A database that the store has to itself. */
export interface Engine extends Sql {
  /** Leaves nothing of what was deleted where it lay. */
  scrub(): Promise<void>
  close(): Promise<void>
}

/** Its only row, where there is one. */
export async function first(
  sql: Statements,
  statement: string,
  values?: readonly Value[],
): Promise<Row | undefined> {
  const [row] = await sql.all(statement, values)
  return row
}
