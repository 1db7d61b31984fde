/** French alternatives for numbers that are no figures. */
import type { Phrases } from '../../phrase-names.ts'

export const REFUSED: Phrases['refused'] = {
  ofVague: "de|d'",
  least: 'moins',
  alone: 'seule?',
  glued: 'pour|milliards?',
  ordinalEndings: 'ers?|ère|ème|èmes|ième|ièmes',
  ordinal: 'ère|ème|eme',
  dayJoiners: 'et|au',
  countedNoun:
    'personnes|ménages|familles|enfants|femmes|hommes|réfugiés|déplacés|cas|décès|civils|élèves|bénéficiaires',
  qualifiers: 'environ|près|moins|à',
  beforeOldYear: "depuis|jusqu'en|dès|année|vers|avant|après|l'an",
  beforeYear: "depuis|de|fin|début|d'|l'",
  afterComma: 'mais|tandis',
  ranges: 'à',
  joins: 'et|ou',
  counters: 'téléphone|tél',
  numbering: 'première|deuxième|seconde|premier',
  compared: 'moins',
}
