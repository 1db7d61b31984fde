/** French alternatives for numbers and what stands around them. */
import type { Phrases } from '../../phrase-names.ts'

export const NUMBERS: Phrases['numbers'] = {
  perCent: 'pour[ -]cent',
  ofPercent: 'de pourcentage',
  rangeTo: 'à',
  rangeOr: 'ou',
  rangeAnd: 'et',
  articles: "an?|les?|la|un|une|l'",
  outOf: 'sur',
  dozens: 'douzaines?',
  partitive: 'boîtes?|têtes|victimes?|sacs?|membres|formes?|survivants|survivantes',
  leading: 'une?',
  than: 'que|de',
  percent: 'pourcents?|pourcentages?',
  rangeFrom: 'de|entre',
}
