/** French alternatives for who says so. */
import type { Phrases } from '../../phrase-names.ts'

export const SPEAKING: Phrases['speaking'] = {
  sources: "selon|d' après|(?:rapporté|annoncé|cité|documenté|confirmé|publié)(?:e?s?) par",
  passive: 'est|sont|était|été',
  nameLinks: "de|du|des|d'|pour",
  day: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier',
  personal: 'il|elle|ils',
  relative: 'qui|dont|lequel|laquelle|lesquels|lesquelles',
  clauseLinks: 'que|mais|lorsque|et',
  and: 'et',
  sourceWords: 'selon|citant',
  having: 'ayant|étant',
  nobody: 'cela|ceci',
}
