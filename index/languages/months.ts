/** Months and days of the week by name, of all languages at once. */
import { WordMap } from '../word-map.ts'
import { PACKS } from './packs.ts'

const byName = (lists: readonly (readonly string[])[]): WordMap<number> =>
  new WordMap(
    lists.flatMap((list) =>
      list.flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at])),
    ),
  )

/** 0 to 11. */
export const MONTHS = byName(Object.values(PACKS).map(({ months }) => months))
/** 0 is Sunday. */
export const WEEKDAYS = byName(Object.values(PACKS).map(({ weekdays }) => weekdays))
