/** French alternatives for the heads of tables. */
import type { Phrases } from '../../phrase-names.ts'

export const TABLES: Phrases['tables'] = {
  identifies: 'jour|année|annee|mois|semaine|rang',
  generic: 'données|ensemble|valeurs?|nombre|totale?s?',
  places: 'régions?|départements?|communes?|villes?|localités?|gouvernorats?|pays',
  namesWhat: 'paramèt|libellé|désignation|catégor|mesure|rubrique',
  dated: 'jour',
  noPlace: 'ensemble|semaine',
  percent: 'pourcentage',
  thousands: 'milliers',
}
