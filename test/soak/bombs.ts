/** Harmful files among harmless ones, through the parser: what each costs, and whether the rest comes through. */
import { Parser, type ParserOptions } from '../../index/parsing/parser.ts'
import { table } from '../bench/measure.ts'
import { BOMBS } from '../support/bombs.ts'
import type { Bomb } from '../support/bombs/bomb.ts'
import { watchTurns } from '../support/turns.ts'
import type { Check } from './check.ts'

interface Damage {
  readonly name: string
  readonly about: string
  readonly seconds: number
  /** The longest time that the parser kept anything else here from its turn, in milliseconds. */
  readonly held: number
  /** Documents, or why there are none. */
  readonly outcome: string
}

interface Damages {
  readonly files: readonly Damage[]
  /** Harmless files that were not read. */
  readonly missed: number
  /** The most memory that this process took over what it had before, in megabytes. */
  readonly grown: number
}

/** All of them, with the limits that the bot has. */
export async function soakBombs(check: (result: Check) => void): Promise<void> {
  const { files, missed, grown } = await suffer(BOMBS, { processes: 2 })
  const rows = files.map(({ name, seconds, held, outcome, about }) => [
    name,
    seconds.toFixed(1),
    held.toFixed(0),
    ` ${outcome.slice(0, 70)} (${about})`,
  ])
  process.stdout.write(`${table([['file', 's', 'held ms', ' outcome'], ...rows])}\n\n`)
  const most = (of: (file: Damage) => number): number => Math.max(...files.map(of))
  check({ what: 'harmful files', measured: files.length, least: 60 })
  check({ what: 'harmless files among them not read', measured: missed, most: 0 })
  check({ what: 'the slowest, s', measured: most(({ seconds }) => seconds), most: 10 })
  check({ what: 'memory that this process took more, MB', measured: grown, most: 200 })
  check({ what: 'event loop held, ms', measured: most(({ held }) => held), most: 100 })
}

/** After every harmful file comes a harmless one. */
export async function suffer(
  bombs: readonly Bomb[],
  options: ParserOptions & { readonly processes: number },
): Promise<Damages> {
  // Making them takes time and memory of its own.
  const left = bombs.map(({ name, about, make }) => ({ name, about, bytes: make() }))
  const parser = new Parser(options)
  const files: Damage[] = []
  let missed = 0
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      files.push(await measure(parser, next))
      const parsed = await parser.parse({ name: 'barns.md', bytes: Buffer.from(HARMLESS) })
      if (parsed.documents?.length !== 1) missed++
    }
  }
  try {
    await Promise.all(Array.from({ length: options.processes }, lane))
  } finally {
    clearInterval(watch)
    await parser.close()
  }
  return { files, missed, grown: (most - before) / 1e6 }
}

const HARMLESS = '# Barns\n\nLund has nine barns, and 40% of them stand empty.\n'

async function measure(
  parser: Parser,
  { name, about, bytes }: { name: string; about: string; bytes: Uint8Array },
): Promise<Damage> {
  const loop = watchTurns()
  const from = performance.now()
  const parsed = await parser.parse({ name, bytes })
  const seconds = (performance.now() - from) / 1000
  const held = loop.stop()
  const outcome =
    parsed.documents === undefined ? parsed.reason : `documents: ${parsed.documents.length}`
  return { name, about, seconds, held, outcome }
}
