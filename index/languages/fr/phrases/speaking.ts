/** French alternatives for who says so. */
import type { Phrases } from '../../phrase-names.ts'

export const SPEAKING: Phrases['speaking'] = {
  sources: "selon|d' après|(?:rapporté|annoncé|cité|documenté|confirmé|publié)(?:e?s?) par",
  passive: 'est|sont|était|été',
  nameLinks: "de|du|des|d'|pour",
  day: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier',
  personal: 'il|elle|ils',
  indefinite: 'une?',
  first: 'je|nous|on',
  relative: 'qui|dont|lequel|laquelle|lesquels|lesquelles',
  among: 'dont|notamment|y compris',
  gerunds: 'ant',
  clauseLinks: 'que|mais|lorsque|et',
  and: 'et',
  sourceWords: 'selon|citant',
  having: 'ayant|étant',
  nobody: 'cela|ceci',
}
