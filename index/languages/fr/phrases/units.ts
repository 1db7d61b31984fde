/** French alternatives for units, rates and ages. */
import type { Phrases } from '../../phrase-names.ts'

export const UNITS: Phrases['units'] = {
  afterTimes: 'moins|supérieure?s?|le|la',
  millionOf: "de|d'",
  adjectivesAfter: 'métriques?|carrés?',
  rates:
    'proportion|taux|prix|coût|coûts|prévalence|pourcentage|niveau|salaires?|revenus?|déficit|indice|couverture|part|valeur',
  areas: 'région|pays',
  light: "estimé|estimée|atteint|s'établit|élevé|élève",
  adjectivesBefore: 'autres',
  aged: 'âgée?s?',
  ageLinks: 'de|entre|moins',
  lessOrMore: 'moins',
  young: 'garçon|enfant|homme|femme|bébé|fille|personne|jeune',
  noRate: "la|le|les|un|une|des|l'",
  nationEndings: 'ais|aise|aises|ien|ienne|iennes|iens|ois|oise|oises',
  longEndings: 'ais|aises?|iens?|iennes?|ois|oises?',
}
