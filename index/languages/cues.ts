/** Verbs and wordings that say who says so, with the stance they take. */
import { WordMap } from '../word-map.ts'
import { anyOf, exactly } from './combined.ts'
import type { Cues, Stance } from './pack.ts'
import { perLanguage } from './packs.ts'

const STANCES: readonly Stance[] = ['said', 'claimed', 'denied', 'disputed']

/** A word that two stances have is of the later; none is of "said" that an earlier list has, too. */
export const CUES = perLanguage(({ cues }) => new WordMap(stances(cues)))

function stances(cues: Cues | undefined): Map<string, Stance> {
  const found = new Map<string, Stance>()
  for (const stance of STANCES)
    for (const word of cues?.[stance]?.split(/\s+/u) ?? []) if (word !== '') found.set(word, stance)
  return found
}

/** Verbs of speech proper: after them, turned round, a name is the speaker ("…," said Amina Diallo). */
export const SPEECH = exactly(anyOf(({ cues }) => cues?.speech))

/** Verbs that report: what comes after them is given as a fact. */
export const REPORTS = exactly(anyOf(({ cues }) => cues?.reports))
