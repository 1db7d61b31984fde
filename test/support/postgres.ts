/** A PostgreSQL of its own for a test, from the system's package: on the loopback, a free port, a temporary folder. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { once } from 'node:events'
import pg from 'pg'

const PACKAGE = '/usr/lib/postgresql'

export interface Postgres {
  /** Of a database that nothing else uses. */
  database(): Promise<string>
  /** As if the machine had failed. */
  crash(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

/** Where its programs are; nothing where it is not installed. */
function programs(): string | undefined {
  const versions = existsSync(PACKAGE) ? readdirSync(PACKAGE).map(Number) : []
  const newest = versions.filter((version) => version >= 13).sort((a, b) => b - a)[0]
  return newest === undefined ? undefined : join(PACKAGE, String(newest), 'bin')
}

/** Why there is none, where there is none. Where the gates are run it must be there. */
export function withoutPostgres(): string | undefined {
  if (programs() !== undefined) return undefined
  const why = 'PostgreSQL is not installed; on Debian: apt-get install postgresql'
  if (process.env['CI'] === 'true') throw new Error(why)
  process.stderr.write(`skipped: ${why}\n`)
  return why
}

export async function startPostgres(): Promise<Postgres> {
  const bin = programs()
  if (bin === undefined) throw new Error('PostgreSQL is not installed')
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-postgres-'))
  const owner = ownerOf(folder)
  const data = join(folder, 'data')
  const how = { ...owner, stdio: 'ignore' as const, cwd: folder }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'verbatim', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    how,
  )
  const port = await freePort()
  const urlOf = (name: string): string => `postgres://verbatim@127.0.0.1:${port}/${name}`
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=']
  let server: ChildProcess | undefined
  const start = async (): Promise<void> => {
    const given = [...settings, 'fsync=off', 'max_connections=200'].flatMap((one) => ['-c', one])
    server = spawn(join(bin, 'postgres'), ['-D', data, ...given], how)
    for (let tries = 0; !(await answers(urlOf('postgres'))); tries++) {
      if (tries > 300) throw new Error('PostgreSQL does not start')
      await sleep(50)
    }
  }
  const end = async (signal: 'SIGQUIT' | 'SIGINT'): Promise<void> => {
    if (server === undefined || server.exitCode !== null) return
    const ended = once(server, 'close')
    server.kill(signal)
    await ended
  }
  await start()
  let count = 0
  return {
    start,
    async database() {
      const name = `store_${++count}`
      await ask(urlOf('postgres'), `CREATE DATABASE ${name}`)
      return urlOf(name)
    },
    crash: () => end('SIGQUIT'),
    async close() {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** It does not run as root. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {}
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  const owner = { uid: id('-u'), gid: id('-g') }
  chownSync(folder, owner.uid, owner.gid)
  return owner
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

const answers = (url: string): Promise<boolean> =>
  ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  )
