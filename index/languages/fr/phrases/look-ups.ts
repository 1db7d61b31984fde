/** French of requests for figures, and of the sentences that have them. */
import type { Phrases } from '../../phrase-names.ts'

export const LOOK_UPS: Phrases['lookUps'] = {
  request: 'chiffres',
  command: 'chiffres?',
  counts: "combien|quel nombre|nombre d(?:e|['’])",
  counting: 'nombres?|chiffres?|totaux|bilan|montants?|pourcentages?',
  times: 'âges?|âgée?s?|ans?|années?|mois|semaines?|jours?|heures?|durée',
  upTo: "en date du|à la date du|jusqu['’]au|au",
  placesAnd: 'et',
  breaks: 'et|puis|mais|tandis que|alors que',
  status: 'nouv|signal|notifi|enregistr',
  kindsOfPlaces:
    'municipalit|depart|provinc|region|gouvernorat|district|vill|villag|camp|territoir|zon|commun|cercl|secteur|prefectur|quarti|il|pay|localit|etat|nord|sud|est|ouest|central|centr',
  worldwide: 'mondial(?:e|ement)?|monde|au total|en tout',
}
