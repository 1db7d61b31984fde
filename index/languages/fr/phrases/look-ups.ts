/** French of requests for figures, and of the sentences that have them. */
import type { Phrases } from '../../phrases.ts'

export const LOOK_UPS: Phrases['lookUps'] = {
  request: 'chiffres',
  command: 'chiffres?',
  counts: "combien|quel nombre|nombre d(?:e|['’])",
  counting: 'nombres?|chiffres?|totaux|bilan|montants?|pourcentages?',
  times: 'âges?|âgée?s?|ans?|années?|mois|semaines?|jours?|heures?|durée',
  changes: 'hausse|augment(?:ation|é)|baissé?|diminu(?:tion|é)|recul|progression',
  changeLinks: "de|d[’']",
  shares: 'moiti[ée]|tiers|quarts?|majorit[ée]',
  shareOf: "de|des|d[’']",
  these: 'les|ces',
  partAfter: "d[’']entre (?:eux|elles)",
  partBefore: 'dont|parmi (?:eux|elles|lesquel)',
  wider: 'au total|depuis|à travers|cumul(?:és?|ées?)?|dans tout',
  upTo: "en date du|à la date du|jusqu['’]au|au",
  breaks: 'et|puis|mais|tandis que|alors que',
  status: 'nouv|signal|notifi|enregistr',
  worldwide: 'mondial(?:e|ement)?|monde|au total|en tout',
}
