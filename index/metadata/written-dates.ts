/** Dates as people write them, in a dozen languages: `12 June 2021`, `le 3 août 2022`, `02. November 2021`. */

/** Names of months are those that the runtime's own tables have, with a day beside them and alone. */
const LOCALES = 'en fr de es pt it nl sv da pl cs ro tr ru uk ar ar-TN ar-LB'.split(' ')

let months: ReadonlyMap<string, number> | undefined

function monthNames(): Map<string, number> {
  const names = new Map<string, Set<number>>()
  const add = (name: string, month: number): void => {
    const folded = fold(name)
    if (folded.length < (/\p{Script=Arabic}/u.test(folded) ? 2 : 3) || /\d/u.test(folded)) return
    names.set(folded, (names.get(folded) ?? new Set()).add(month))
  }
  for (const locale of LOCALES)
    for (const style of ['long', 'short'] as const)
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(locale, {
          month: style,
          ...(day !== undefined && { day }),
          timeZone: 'UTC',
          calendar: 'gregory',
        })
        for (let month = 1; month <= 12; month++) {
          const parts = format.formatToParts(new Date(Date.UTC(2001, month - 1, 15)))
          add(parts.find(({ type }) => type === 'month')?.value ?? '', month)
        }
      }
  for (const [name, month] of [
    ['sept', 9],
    ['setiembre', 9],
    ['aout', 8],
  ] as const)
    add(name, month)
  // A name that is one month here and another there is none.
  return new Map(
    [...names].flatMap(([name, meant]) => {
      const [month] = meant
      return meant.size === 1 && month !== undefined ? [[name, month]] : []
    }),
  )
}

export interface WrittenDate {
  /** `2021-06-12`, or `2021-06` where no day is named. */
  readonly value: string
  readonly start: number
  readonly end: number
}

const DAY = String.raw`(?<![\d.,/]|\d{4}-)(\d{1,2})(?:st|nd|rd|th|er|re|[º°ª.])?`
const YEAR = String.raw`((?:1[89]|20)\d{2})(?![\d%]|[.,/-]\d)`
/** "كانون الثاني" has two words. */
const MONTH = String.raw`(\p{L}{2,12}(?: الأول| الثاني)?)\.?`
/** `3 août 2022`, `21 de abril de 2022`, `02. November 2021`, `18 Abril, 2022`, `06-SEPT-2025`. */
const DAY_FIRST = String.raw`${DAY}[ \u00A0_-]{1,2}(?:de |of |d[’'])?${MONTH},?[ \u00A0_-]{1,2}(?:de |del )?${YEAR}`
/** `June 12, 2021`. */
const MONTH_FIRST = String.raw`(?<!\p{L})${MONTH}[ \u00A0](\d{1,2})(?:st|nd|rd|th)?,?[ \u00A0]{1,2}${YEAR}`
const ISO = String.raw`(?<![\d.,/-])((?:1[89]|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)`
const NUMERIC = String.raw`(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})\2((?:1[89]|20)\d{2})(?!\d)`
const MONTH_ALONE = String.raw`(?<!\p{L})${MONTH},?[ \u00A0](?:de |del )?${YEAR}`

/** Digits of Arabic and Persian as those of the patterns; every offset stays. */
export const westernDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))

/** Every pattern wants one. */
const ANY_YEAR = /(?:1[89]|20)\d{2}/u

const PATTERNS: readonly {
  readonly pattern: RegExp
  readonly read: (parts: readonly string[], isDayFirst: boolean) => string | undefined
}[] = [
  {
    pattern: new RegExp(DAY_FIRST, 'gu'),
    read: ([day, month, year]) => dateOf(year, monthOf(month), day),
  },
  {
    pattern: new RegExp(MONTH_FIRST, 'gu'),
    read: ([month, day, year]) => dateOf(year, monthOf(month), day),
  },
  {
    pattern: new RegExp(ISO, 'gu'),
    read: ([year, , month, day]) => dateOf(year, Number(month), day),
  },
  {
    pattern: new RegExp(NUMERIC, 'gu'),
    read: ([first = '', , second = '', year], isDayFirst) =>
      isDayFirst || Number(first) > 12 || first === second
        ? dateOf(year, Number(second), first)
        : Number(second) > 12
          ? dateOf(year, Number(first), second)
          : undefined,
  },
  {
    pattern: new RegExp(MONTH_ALONE, 'gu'),
    read: ([month, year]) => dateOf(year, monthOf(month)),
  },
]

/**
 * In the order of the text; of two that overlap, the fuller one.
 * @param isDayFirst `03/04/2021` is of April; else it is of two minds, and none
 */
export function writtenDates(written: string, isDayFirst = false): WrittenDate[] {
  const text = westernDigits(written)
  const found: WrittenDate[] = []
  if (!ANY_YEAR.test(text)) return found
  for (const { pattern, read } of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const [whole, ...parts] = match
      const value = read(parts, isDayFirst)
      const [start, end] = [match.index, match.index + whole.length]
      if (value !== undefined && !found.some((other) => other.start < end && start < other.end))
        found.push({ value, start, end })
    }
  return found.sort((a, b) => a.start - b.start)
}

/** 1 to 12; 0 for what is no month. */
export function monthOf(name = ''): number {
  months ??= monthNames()
  return months.get(fold(name)) ?? 0
}

/** ISO, where there is such a day. */
export function dateOf(year = '', month: number, day?: string): string | undefined {
  const written = `${year}-${String(month).padStart(2, '0')}`
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return written
  const iso = `${written}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}|\./gu, '')
    .toLowerCase()
}
