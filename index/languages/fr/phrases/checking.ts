/** French of drafts, and of asking for one to be checked. */
import type { Phrases } from '../../phrase-names.ts'

export const CHECKING: Phrases['checking'] = {
  verbs: 'vérifie[rz]?',
  beforeColon: 'vérifie[rz]?',
  beforeDraft: String.raw`vérifie[rz]?(?=\s+(?:si|que)\s)`,
  links: 'si|que',
  negations: 'ne|n|pas|non|ni|jamais|aucun|aucune|sans|rien',
  done: String.raw`\p{L}{2,}(?:èrent|aient|ait|é|ée|és|ées)`,
  halves: 'ne|n',
  bounds: 'seulement|moins|plus|uniquement|autres?',
  denyingPrefixes: 'in|im|il|ir|non|de|mal',
  inTurn: 'respectivement',
  lastDay: 'au|et',
  listed: 'et|ou|ni',
  ordinalEndings: 'er|ère|e|ème',
  titles: 'le|la|les|m|mme',
}
