/** What harmful files cost all processes together: processor time and memory, as the system counts them. */
import { readFileSync, readdirSync } from 'node:fs'
import { Parser } from '../../../index/parsing/parser.ts'
import { processorTime } from '../../../index/parsing/processor-time.ts'
import { BOMBS } from '../bombs.ts'
import type { Bomb } from '../bombs/bomb.ts'

/** A file may cost so many seconds of processor time, and so many megabytes while it is read. */
const MOST_SECONDS = 10
const MOST_MEGABYTES = 700
/** In milliseconds: how often is looked. */
const LOOK = 100

interface Weight {
  readonly name: string
  /** Of processor time, of this process and its readers. */
  readonly seconds: number
  /** Of all processes together, what they share counted once. */
  readonly megabytes: number
  readonly outcome: string
}

export async function weighed(): Promise<readonly string[]> {
  const weights = await weigh(BOMBS)
  const most = (of: (weight: Weight) => number): string => Math.max(...weights.map(of)).toFixed(1)
  process.stdout.write(
    `harmful files: at most ${most(({ seconds }) => seconds)} s, ${most(({ megabytes }) => megabytes)} MB\n`,
  )
  return weights
    .filter(({ seconds, megabytes }) => seconds > MOST_SECONDS || megabytes > MOST_MEGABYTES)
    .map((weight) => JSON.stringify(weight))
}

/** One after the other, as a folder is read that holds only one of them at a time. */
async function weigh(bombs: readonly Bomb[]): Promise<Weight[]> {
  const weights: Weight[] = []
  for (const { name, make } of bombs) {
    const bytes = make()
    // What making it took is not the reader's.
    globalThis.gc?.()
    const own = megabytesOf([process.pid])
    const parser = new Parser({ processes: 2 })
    const usage = process.cpuUsage()
    const seconds = new Map<number, number>()
    let [most, looking] = [0, 0]
    const watch = setInterval(() => {
      const before = process.cpuUsage()
      const readers = childrenOf(process.pid)
      for (const pid of readers)
        seconds.set(pid, processorTime(pid)?.seconds ?? seconds.get(pid) ?? 0)
      most = Math.max(most, megabytesOf(readers) + megabytesOf([process.pid]) - own)
      // What the measuring takes is not the reader's.
      const { user, system } = process.cpuUsage(before)
      looking += user + system
    }, LOOK)
    try {
      const parsed = await parser.parse({ name, bytes })
      const { user, system } = process.cpuUsage(usage)
      weights.push({
        name,
        seconds: sum(seconds.values()) + (user + system - looking) / 1e6,
        megabytes: most + BOT_MEGABYTES,
        outcome:
          parsed.documents === undefined ? parsed.reason : `documents: ${parsed.documents.length}`,
      })
    } finally {
      clearInterval(watch)
      await parser.close()
    }
  }
  return weights
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0)

/** What the bot itself takes on a few documents. */
const BOT_MEGABYTES = 120

const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
      } catch {
        return false
      }
    })

/** The proportional set size: memory that several share is counted in parts. */
function megabytesOf(pids: readonly number[]): number {
  let kilobytes = 0
  for (const pid of pids)
    try {
      const [, count = '0'] =
        /^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1')) ?? []
      kilobytes += Number(count)
    } catch {
      // It is gone.
    }
  return kilobytes / 1024
}
