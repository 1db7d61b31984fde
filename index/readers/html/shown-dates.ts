/** The date that a page shows beside its headline, where it states none for machines. */
import { type SoleDate, soleDate } from '../../metadata/date.ts'
import { westernDigits } from '../../metadata/written-dates.ts'

/** Longer texts are no date, and no headline. */
const LONGEST_DATE = 60
const LONGEST_HEADLINE = 300
/** So many texts below a headline, and above it, its date may stand. */
const BELOW = 20
const ABOVE = 8
const MOST = 200
/** Characters of a date with its day. */
const DAY = 10

interface Shown extends SoleDate {
  /** Number of its text among all of the page. */
  readonly at: number
}

export class ShownDates {
  readonly #dates: Shown[] = []
  readonly #headlines: { text: string; readonly at: number }[] = []
  #at = 0
  #inHeadline = false

  headline(opens: boolean): void {
    this.#inHeadline = opens
    if (opens && this.#headlines.length < MOST) this.#headlines.push({ text: '', at: this.#at })
  }

  text(raw: string): void {
    const text = westernDigits(raw.replace(/\s+/gu, ' ').trim())
    if (text === '') return
    this.#at++
    const last = this.#headlines.at(-1)
    if (this.#inHeadline && last !== undefined && last.text.length < LONGEST_HEADLINE)
      last.text = `${last.text} ${text}`.trim()
    if (text.length > LONGEST_DATE || this.#dates.length === MOST || !/\d{4}/u.test(text)) return
    const date = soleDate(text)
    if (date !== undefined) this.#dates.push({ ...date, at: this.#at })
  }

  /** The nearest to the headline; without one, the only one there is. */
  beside(title: string | undefined): string | undefined {
    const own = this.#headlines.filter(({ text }) => text === title)
    const headline = own.at(0) ?? (this.#headlines.length === 1 ? this.#headlines[0] : undefined)
    const near =
      headline === undefined
        ? []
        : this.#dates.filter(({ at }) => at - headline.at <= BELOW && headline.at - at <= ABOVE)
    const distance = ({ at }: Shown): number => Math.abs(at - (headline?.at ?? 0))
    const [nearest] = near.sort(
      (a, b) =>
        Number(b.published) - Number(a.published) ||
        Number(a.changed) - Number(b.changed) ||
        distance(a) - distance(b),
    )
    if (nearest !== undefined) return nearest.value
    // Archives list their months; an article has its day.
    const days = this.#dates.filter(({ value }) => value.length === DAY)
    const all = days.length > 0 ? days : this.#dates
    return new Set(all.map(({ value }) => value)).size === 1 ? all[0]?.value : undefined
  }
}
