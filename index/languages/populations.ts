/** Whether a noun names those whom shares are taken of: people, groups, households, cases. */
import { anyOf, ending, exactly } from './combined.ts'

const NAMES = exactly(anyOf(({ populations }) => populations?.names))

/** "-ers", "-ees", "-ents": those who do, are done to, or live somewhere. */
const ENDINGS = ending(anyOf(({ populations }) => populations?.endings))

const NOT = exactly(anyOf(({ populations }) => populations?.not))

export const isPopulation = (word: string): boolean =>
  NAMES.test(word) || (ENDINGS.test(word) && !NOT.test(word))
