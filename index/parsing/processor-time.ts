/** What another process takes: processor time, which is the same however busy the machine is, and memory. */
import { readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second, whatever its own clock does. */
const TICKS_A_SECOND = 100

export interface ProcessorTime {
  /** Of all its threads, in user and kernel. */
  readonly seconds: number
  /** Whether it waits for something other than its turn. */
  readonly asleep: boolean
}

/** `undefined` where the system does not tell. */
export function processorTime(pid: number | undefined): ProcessorTime | undefined {
  if (pid === undefined) return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name in brackets may have spaces and brackets of its own.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    if (!Number.isFinite(ticks)) return undefined
    return { seconds: ticks / TICKS_A_SECOND, asleep: fields[0] === 'S' }
  } catch {
    return undefined
  }
}

/** Linux tells pages of this size, in bytes. */
const PAGE = 4096

/** 0 where the system does not tell. */
export function residentBytes(pid: number | undefined): number {
  if (pid === undefined) return 0
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE
  } catch {
    return 0
  }
}
