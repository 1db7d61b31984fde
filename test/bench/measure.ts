/** Clocks, memory and tables of the benchmarks. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export interface Times {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly worst: number
}

/** Milliseconds of each call, the first few left out: they only warm up. */
export async function timeEach<T>(
  items: readonly T[],
  run: (item: T) => unknown,
  warmUp = 50,
): Promise<Times> {
  for (const item of items.slice(0, warmUp)) await run(item)
  const times: number[] = []
  for (const item of items) {
    const from = performance.now()
    await run(item)
    times.push(performance.now() - from)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) }
}

/** Bytes that live objects and buffers take, after a collection. */
export function memory(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

setFlagsFromString('--expose-gc')
const gc: unknown = runInNewContext('gc')
function collect(): void {
  if (typeof gc !== 'function') return
  gc()
  gc()
}

/** Columns as wide as they need to be; the first to the left, the rest to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? short(cell) : cell)),
  )
  const widths = (cells[0] ?? []).map((_, at) =>
    Math.max(...cells.map((row) => (row[at] ?? '').length)),
  )
  return cells
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}

export const say = (text: string): void => void process.stdout.write(`${text}\n`)
/** Progress, apart from the table. */
export const note = (text: string): void => void process.stderr.write(`${text}\n`)

const short = (value: number): string =>
  value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(value < 10 ? 2 : 1)
