/**
 * Every regular expression of the program in time that grows no faster than its text: each is tried
 * with its own repeated parts at three lengths. A search that begins anew at every letter grows with
 * the square, and one hostile line would hold everybody.
 */
import { createContext, Script } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { type Pump, pumpsOf, pumped } from './support/pumps.ts'
import { regularExpressions } from './support/regular-expressions.ts'

/** In characters. What is quick at the second length is not tried at the third. */
const LENGTHS = [500, 4000, 32_000] as const
/** In milliseconds, at the second length: some hundred times what a linear one takes. */
const QUICK = 1
const HANGS = 500
const PATIENCE = 4
/** Eight times the text: 64 times the time when it grows with the square. */
const MOST_GROWTH = 24
const TRIES = 3

describe('every regular expression', async () => {
  const written = await regularExpressions()
  const byText = Map.groupBy(written, ({ source, flags }) => `/${source}/${flags}`)

  it('of the program is found', () => {
    expect(byText.size).toBeGreaterThan(800)
    expect(written.some(({ where }) => where === 'index/metadata/organisations.ts')).toBe(true)
  })

  it('takes time that grows no faster than the text', { timeout: 600_000 }, () => {
    const slow: string[] = []
    for (const [text, [first]] of byText) {
      if (first === undefined) continue
      const expression = new RegExp(first.source, first.flags)
      const pump = pumpsOf(first.source, first.flags).find((one) => isSlow(expression, one))
      if (pump !== undefined) slow.push(`${first.where} ${text} ${JSON.stringify(pump)}`)
    }
    expect(slow).toEqual([])
  })

  it.each([
    [/\s+$/u, 'with the square'],
    [/^(?:a+)+$/u, 'with the exponent'],
    [/a*b?a*$/u, 'with the square'],
    [/\d+\s*%/u, 'with the square'],
  ])('that is slow is told: %s grows %s', (expression) => {
    const pumps = pumpsOf(expression.source, expression.flags)
    expect(pumps.some((one) => isSlow(expression, one))).toBe(true)
  })

  it.each([/(?<!\s)\s+$/u, /^a+$/u, /[^"]*/gu])('that is quick is not: %s', (expression) => {
    const pumps = pumpsOf(expression.source, expression.flags)
    expect(pumps.filter((one) => isSlow(expression, one))).toEqual([])
  })
})

function isSlow(expression: RegExp, pump: Pump): boolean {
  const [short, middle, long] = LENGTHS
  if (milliseconds(expression, pump, short, 1) >= HANGS) return true
  if (milliseconds(expression, pump, middle, 1) < QUICK) return false
  const at = milliseconds(expression, pump, middle, TRIES)
  if (at < QUICK) return false
  const later = milliseconds(expression, pump, long, TRIES)
  return later >= HANGS || later > at * MOST_GROWTH
}

const SEARCH = new Script('isGlobal ? text.replace(expression, "") : expression.exec(text)')
const room = createContext({})

/**
 * Processor time of this thread alone, the least of some tries. One that does not end counts as
 * `HANGS`, and is stopped by the clock: much later, for a busy machine gives it little of that time.
 */
function milliseconds(expression: RegExp, pump: Pump, length: number, tries: number): number {
  const { global: isGlobal } = expression
  Object.assign(room, { expression, isGlobal, text: pumped(pump, length) })
  let least = HANGS
  for (let at = 0; at < tries && (at === 0 || least > QUICK); at++) {
    expression.lastIndex = 0
    const begun = process.threadCpuUsage()
    try {
      SEARCH.runInContext(room, { timeout: HANGS * PATIENCE })
    } catch {
      continue
    }
    const { user, system } = process.threadCpuUsage(begun)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}
