/**
 * Lines of a page's text → the fragments of the page that they were written from: one, or several where
 * cells or columns were joined.
 */
import type { Fragment } from '../readers/pdf/fragments.ts'

/** Without what only parts words: a line and its page part them in different ways. */
export const solid = (text: string): string => text.replace(/\s+/gu, '')

/** Looking for a line among others like it ends somewhere. */
const MOST_STEPS = 5000
/** How much further off a line above or below is than a cell beside. */
const STEEP = 4

export class Located {
  readonly #whole = new Map<string, Fragment[]>()
  readonly #byStart = new Map<string, Fragment[]>()
  #steps = 0

  constructor(fragments: readonly Fragment[]) {
    for (const fragment of fragments) {
      const text = solid(fragment.text)
      if (text === '') continue
      put(this.#whole, text, fragment)
      put(this.#byStart, text.slice(0, 1), fragment)
    }
  }

  /** The one fragment that reads so, where there is just one. */
  only(line: string): Fragment | undefined {
    const [one, ...others] = this.#whole.get(solid(line)) ?? []
    return others.length === 0 ? one : undefined
  }

  /**
   * The fragments of a line in its order; none where they cannot be told.
   * @param near what stands close to it in the text
   */
  of(line: string, near: Fragment | undefined): readonly Fragment[] {
    const text = solid(line)
    const [nearest] = sorted(this.#whole.get(text) ?? [], near)
    if (nearest !== undefined) return [nearest]
    this.#steps = 0
    return this.#compose(text, near, []) ?? []
  }

  #compose(
    rest: string,
    near: Fragment | undefined,
    taken: readonly Fragment[],
  ): readonly Fragment[] | undefined {
    if (rest === '') return taken
    const next = (this.#byStart.get(rest.slice(0, 1)) ?? []).filter(
      (one) => !taken.includes(one) && rest.startsWith(solid(one.text)),
    )
    for (const one of sorted(next, near)) {
      if (++this.#steps > MOST_STEPS) return undefined
      const found = this.#compose(rest.slice(solid(one.text).length), one, [...taken, one])
      if (found !== undefined) return found
    }
    return undefined
  }
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

function sorted(fragments: readonly Fragment[], near: Fragment | undefined): readonly Fragment[] {
  if (near === undefined || fragments.length < 2) return fragments
  return fragments
    .map((one) => ({ one, far: distance(near, one) }))
    .sort((a, b) => a.far - b.far)
    .map(({ one }) => one)
}

const distance = (from: Fragment, to: Fragment): number =>
  Math.abs(to.base - from.base) * STEEP + Math.min(gap(from, to), Math.abs(to.left - from.left))

const gap = (from: Fragment, to: Fragment): number => Math.max(0, to.left - from.right)
