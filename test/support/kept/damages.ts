/** A file of the data folder is damaged in one of many ways: the answers stay, and nothing is taken for what it is not. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { VerbatimError } from '../../../src/errors.ts'
import { sqliteStore } from '../../../src/store/sqlite/store.ts'
import { pick, randomOf } from '../random.ts'
import { faultsOf, type Home, inHome } from './home.ts'

type Damage = (path: string, random: () => number) => void

const FILES = [
  'library.sqlite',
  'verbatim.sqlite',
  'library.index',
  'library.sources.json',
] as const

const bytesOf = (count: number, random: () => number): Buffer =>
  Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256)))

const ANY: Readonly<Record<string, Damage>> = {
  garbage: (path, random) => writeFileSync(path, bytesOf(2000, random)),
  half: (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
  empty: (path) => writeFileSync(path, ''),
  'a page overwritten': (path, random) => {
    const bytes = readFileSync(path)
    const page = Math.floor((random() * bytes.length) / 4096) * 4096
    bytesOf(4096, random).copy(bytes, page, 0)
    writeFileSync(path, bytes)
  },
  'a folder': (path) => {
    rmSync(path)
    mkdirSync(path)
  },
  'a pipe': (path) => {
    rmSync(path)
    execFileSync('mkfifo', [path])
  },
  gone: (path) => rmSync(path),
}

/** What only a database can suffer. */
const TABLES: Readonly<Record<string, Damage>> = {
  'a column missing': (path, random) => {
    alter(path, (database) => {
      const table = pick(tablesOf(database), random)
      const columns = database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all()
      database.exec(
        `ALTER TABLE "${table}" RENAME COLUMN "${String(columns.at(-1)?.['name'])}" TO other`,
      )
    })
  },
  'a table missing': (path, random) => {
    alter(path, (database) => database.exec(`DROP TABLE "${pick(tablesOf(database), random)}"`))
  },
  'text that is no JSON': (path) => {
    alter(path, (database) => {
      for (const table of tablesOf(database))
        for (const { name, type } of database
          .prepare(`SELECT name, type FROM pragma_table_info('${table}') WHERE pk = 0`)
          .all())
          if (type === 'TEXT')
            try {
              database.exec(
                `UPDATE "${table}" SET "${String(name)}" = '{ no' WHERE "${String(name)}" GLOB '[[{]*'`,
              )
            } catch {
              // A column may be kept from what is no JSON by the database itself.
            }
    })
  },
}

export const damaged = (seed: number): Promise<readonly string[]> =>
  inHome('damage', seed, async (home) => {
    const random = randomOf(seed)
    await home.run(['add', home.town('Alport', 3)])
    await assign(home)
    const before = await home.ask('Alport')
    const faults = faultsOf(before, [0])
    const file = pick(FILES, random)
    const damages = Object.entries(file.endsWith('.sqlite') ? { ...ANY, ...TABLES } : ANY)
    const [name, damage] = pick(damages, random)
    const path = join(home.data, file)
    settle(home)
    damage(path, random)
    const faulty: string[] = []
    for (const time of ['first', 'second']) {
      const again = await home.ask('Alport')
      faulty.push(...faultsOf(again, [0]))
      if (again.out !== before.out)
        faulty.push(`the ${time} answer is another: ${again.out.slice(0, 300)}`)
    }
    if (file === 'verbatim.sqlite' && !isClosed(home))
      faulty.push('the scopes are lost and the channel is not closed')
    faults.push(...faulty.map((fault) => `${file}, ${name}: ${fault}`))
    if (file === 'verbatim.sqlite') faults.push(...faultsOf(await home.run(['reset']), [0, 2]))
    faults.push(...faultsOf(await home.run(['refresh']), [0]))
    faults.push(...keptFaults(home, file, name))
    return faults
  })

/** What was damaged and not simply gone is kept beside its place. */
function keptFaults({ data }: Home, file: string, name: string): string[] {
  if (['gone', 'empty', 'a page overwritten', 'text that is no JSON'].includes(name)) return []
  const kept = readdirSync(data).some((other) => other.startsWith(`${file}.damaged-`))
  return kept ? [] : [`${file}, ${name}: not kept aside: ${readdirSync(data).join(' ')}`]
}

const CHANNEL = 'slack:C1'

async function assign({ data }: Home): Promise<void> {
  const store = sqliteStore(join(data, 'verbatim.sqlite'))
  await store.scopes.assign(CHANNEL, ['sahel'])
  await store.close()
}

/** Whether the channel sees its own set still, or nothing at all: what cannot be read is refused. */
async function isClosed({ data }: Home): Promise<boolean> {
  const store = sqliteStore(join(data, 'verbatim.sqlite'))
  try {
    const isLost = (await store.lost()) !== undefined
    return isLost || (await store.scopes.of(CHANNEL))?.join() === 'sahel'
  } catch (error) {
    return error instanceof VerbatimError && error.code === 'settings'
  } finally {
    await store.close()
  }
}

/** Writes everything into the files themselves, or a damage would be mended from the log. */
function settle({ data }: Home): void {
  for (const name of readdirSync(data))
    if (name.endsWith('.sqlite'))
      alter(join(data, name), (database) => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
}

function alter(path: string, change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(path)
  try {
    change(database)
  } finally {
    database.close()
  }
}

const tablesOf = (database: DatabaseSync): string[] =>
  database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => String(name))
