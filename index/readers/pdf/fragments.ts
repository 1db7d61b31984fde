/**
 * Glyphs → fragments: stretches of one line whose glyphs stand no further apart than words do. Cells of
 * a table and columns of a page are fragments apart.
 */
import type { Span } from '../../document.ts'
import { isBulletText, isEnumerator, isSectionNumber } from './bullets.ts'
import type { Glyph } from './glyphs.ts'
import { around, beside, type Box } from './matrix.ts'
import { FRAGMENT_GAP, type IsWalled, type Run, toRuns, WORD_GAP } from './runs.ts'
import { toReadingOrder } from './right-to-left.ts'

export interface Fragment extends Box {
  readonly text: string
  /** Height of its base line above the page's lower edge, downwards. */
  readonly base: number
  /** Of most of its letters. */
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly color: string
  /** Its first stretch of one style, in letters and how they look. */
  readonly lead: { readonly text: string; readonly size: number; readonly bold: boolean }
  /** Raised small characters, as stretches of `text`. */
  readonly raised: readonly Span[]
  /** Where cells of a table begin in `text`. */
  readonly cells: readonly number[]
  readonly artifact: boolean
  /** Its glyphs but for spaces, from left to right; only where they are kept. */
  readonly letters?: readonly Glyph[]
}

/** A bullet stands so far from its text at most. */
const BULLET_GAP = 5

/** `glyphs` are upright: their base lines run to the right. */
export function toFragments(
  glyphs: readonly Glyph[],
  isWalled: IsWalled = () => false,
  keep = false,
): Fragment[] {
  const rows = new Rows(isWalled)
  for (const run of toRuns(glyphs, isWalled, keep).sort((a, b) => a.left - b.left)) rows.add(run)
  return withBullets(rows.chains.map(toFragment))
}

/** Runs chained from left to right. */
class Rows {
  readonly chains: Run[][] = []
  readonly #byHeight = new Map<number, Run[][]>()
  readonly #isWalled: IsWalled

  constructor(isWalled: IsWalled) {
    this.#isWalled = isWalled
  }

  add(run: Run): void {
    const chain = this.#nearest(run)
    if (chain === undefined) {
      const started = [run]
      this.chains.push(started)
      this.#file(started, run)
    } else {
      chain.push(run)
      this.#file(chain, run)
    }
  }

  #nearest(run: Run): Run[] | undefined {
    let best: Run[] | undefined
    let least = Number.POSITIVE_INFINITY
    for (let band = bandOf(run.top); band <= bandOf(run.bottom); band++) {
      // Runs come from left to right: what ends too far to the left is over.
      const open = (this.#byHeight.get(band) ?? []).filter((chain) => {
        const last = chain.at(-1)
        return last !== undefined && run.left - last.right <= last.size * FRAGMENT_GAP
      })
      this.#byHeight.set(band, open)
      for (const chain of open) {
        const last = chain.at(-1)
        if (last === undefined || !joins(last, run)) continue
        const height = (run.top + run.bottom) / 2
        if (this.#isWalled(last.right - 0.5, run.left + 0.5, height, run.size)) continue
        const distance = Math.abs(last.base - run.base) * 4 + Math.abs(run.left - last.right)
        if (distance < least) [best, least] = [chain, distance]
      }
    }
    return best
  }

  #file(chain: Run[], run: Run): void {
    for (let band = bandOf(run.top); band <= bandOf(run.bottom); band++) {
      const chains = this.#byHeight.get(band)
      if (chains === undefined) this.#byHeight.set(band, [chain])
      else if (!chains.includes(chain)) chains.push(chain)
    }
  }
}

const bandOf = (y: number): number => Math.floor(y / 12)

function joins(last: Run, run: Run): boolean {
  const gap = run.left - last.right
  const small = Math.min(last.size, run.size)
  if (gap > small * FRAGMENT_GAP || gap < -small * 0.6) return false
  // Raised and lowered characters overlap their line only in part.
  const raised = run.size <= last.size * 0.8 || last.size <= run.size * 0.8
  return beside(last, run) >= (raised ? 0.35 : 0.6)
}

function toFragment(runs: readonly Run[]): Fragment {
  const main = mainRun(runs)
  const raised: Span[] = []
  let text = ''
  for (const [at, run] of runs.entries()) {
    const last = runs[at - 1]
    if (last !== undefined && isParted(last, run)) text += ' '
    const start = text.length
    text += run.text
    if (isRaised(run, last, runs[at + 1])) raised.push({ start, end: text.length })
  }
  const [first] = runs
  const lead = leadOf(runs)
  return {
    ...around(runs),
    text: toReadingOrder(text),
    base: main.base,
    size: main.size,
    bold: main.bold,
    italic: main.italic,
    color: main.color,
    lead: { text: lead, size: first?.size ?? main.size, bold: first?.bold ?? main.bold },
    raised,
    cells: [0],
    artifact: runs.every(({ artifact }) => artifact),
    ...lettersOf(runs),
  }
}

function isParted(last: Run, run: Run): boolean {
  if (last.spaceAfter || run.spaceBefore) return true
  return run.left - last.right > Math.min(last.size, run.size) * WORD_GAP
}

/** The run whose style most letters have. */
function mainRun(runs: readonly Run[]): Run {
  const letters = new Map<string, { run: Run; count: number }>()
  for (const run of runs) {
    const key = `${run.size.toFixed(1)} ${run.bold}`
    const entry = letters.get(key) ?? { run, count: 0 }
    entry.count += run.text.length
    letters.set(key, entry)
  }
  let best: { run: Run; count: number } | undefined
  for (const entry of letters.values())
    if (best === undefined || entry.count > best.count) best = entry
  if (best === undefined) throw new RangeError('a fragment holds at least one run')
  return best.run
}

function leadOf(runs: readonly Run[]): string {
  const [first] = runs
  let text = ''
  for (const run of runs) {
    if (first === undefined || run.bold !== first.bold) break
    if (Math.abs(run.size - first.size) > first.size * 0.1) break
    text += run.text
  }
  return text
}

/** A note's mark or an exponent: smaller than what it stands beside, and higher. */
function isRaised(run: Run, last: Run | undefined, next: Run | undefined): boolean {
  const other = last ?? next
  return (
    other !== undefined &&
    run.text.length <= 8 &&
    run.size <= other.size * 0.8 &&
    other.base - run.base >= other.size * 0.15
  )
}

/** A bullet or a number of a list stands before the text that it belongs to, however far. */
function withBullets(fragments: readonly Fragment[]): Fragment[] {
  const joined: Fragment[] = []
  const taken = new Set<Fragment>()
  for (const fragment of fragments) {
    const numbers = isSectionNumber(fragment.text)
    if (!numbers && !isBulletText(fragment.text) && !isEnumerator(fragment.text)) continue
    const owner = nearestRight(fragment, fragments)
    if (owner === undefined || taken.has(owner) || taken.has(fragment)) continue
    if (numbers && !isSectionHeading(fragment, owner)) continue
    joined.push(joinFragments([fragment, owner], ' '))
    taken.add(fragment).add(owner)
  }
  return [...fragments.filter((fragment) => !taken.has(fragment)), ...joined]
}

const isSectionHeading = (number: Fragment, words: Fragment): boolean =>
  number.bold &&
  words.bold &&
  Math.abs(number.size - words.size) < 0.5 &&
  /^\p{Lu}/u.test(words.text)

function nearestRight(bullet: Fragment, fragments: readonly Fragment[]): Fragment | undefined {
  let best: Fragment | undefined
  for (const other of fragments) {
    if (other === bullet || other.left < bullet.right - 1) continue
    if (Math.abs(other.base - bullet.base) > Math.max(other.size, bullet.size) * 0.4) continue
    if (best === undefined || other.left < best.left) best = other
  }
  return best !== undefined && best.left - bullet.right <= best.size * BULLET_GAP ? best : undefined
}

/** Fragments that stand beside one another as one; `between` parts them. */
export function joinFragments(fragments: readonly Fragment[], between: string): Fragment {
  const [first] = fragments
  if (first === undefined) throw new RangeError('nothing to join')
  if (fragments.length === 1) return first
  const main = fragments.reduce((most, each) => (each.text.length > most.text.length ? each : most))
  let text = ''
  const raised: Span[] = []
  const cells: number[] = []
  for (const fragment of fragments) {
    if (text !== '') text += between
    for (const { start, end } of fragment.raised)
      raised.push({ start: start + text.length, end: end + text.length })
    cells.push(text.length)
    text += fragment.text
  }
  return {
    ...main,
    ...around(fragments),
    text,
    lead: first.lead,
    raised,
    cells,
    artifact: fragments.every(({ artifact }) => artifact),
    ...lettersOf(fragments),
  }
}

/** Of all of them, where each has kept its own. */
function lettersOf(parts: readonly Pick<Fragment, 'letters'>[]): Pick<Fragment, 'letters'> {
  if (parts.some(({ letters }) => letters === undefined)) return {}
  return { letters: parts.flatMap(({ letters = [] }) => letters) }
}
