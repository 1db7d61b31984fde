/** English alternatives by what they are asked for; the names of these are what another language has to say, too. */
import { ACRONYMS } from './acronyms.ts'
import { AGES } from './ages.ts'
import { BOUNDS } from './bounds.ts'
import { CONTEXT } from './context.ts'
import { COUNTING } from './counting.ts'
import { NUMBERS } from './numbers.ts'
import { REFUSED } from './refused.ts'
import { SPEAKING } from './speaking.ts'
import { TABLES } from './tables.ts'
import { UNITS } from './units.ts'

export const PHRASES = {
  acronyms: ACRONYMS,
  ages: AGES,
  bounds: BOUNDS,
  context: CONTEXT,
  counting: COUNTING,
  numbers: NUMBERS,
  refused: REFUSED,
  speaking: SPEAKING,
  tables: TABLES,
  units: UNITS,
} as const
