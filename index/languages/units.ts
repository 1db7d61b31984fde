/** Units of measure and of time: how they are written, in all languages at once → their names. */
import type { TimeUnit } from '../quantities/quantity.ts'
import { PACKS } from './packs.ts'

const units = Object.values(PACKS).flatMap(({ units: own }) => own ?? [])

export const MEASURE_NAMES: ReadonlyMap<string, string> = new Map(
  units.flatMap(({ measures }) => read(measures)),
)

const timeUnit = (name: string): TimeUnit | undefined => TIME_UNITS.find((unit) => unit === name)

const TIME_UNITS: readonly TimeUnit[] = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
]

export const TIME_NAMES: ReadonlyMap<string, TimeUnit> = new Map(
  units
    .flatMap(({ times }) => read(times))
    .flatMap(([word, name]): [string, TimeUnit][] => {
      const unit = timeUnit(name)
      return unit === undefined ? [] : [[word, unit]]
    }),
)

/** Written in one letter, or like a common word: a unit only right after digits. */
export const NEEDS_DIGITS: ReadonlySet<string> = new Set(
  units.flatMap(({ needDigits }) => needDigits.split(' ')),
)

/** Adjectives before a unit: "metric tonnes", "square kilometres", "tonnes métriques". */
export const MEASURE_ADJECTIVES: ReadonlyMap<string, string> = new Map(
  units.flatMap(({ adjectives }) => Object.entries(adjectives)),
)

function read(table: string): [string, string][] {
  return table.split('\n').flatMap((line): [string, string][] => {
    const [name = '', words = ''] = line.trim().split(': ')
    return words
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => [word, name])
  })
}
