/** French that questions to start with are made from. */
import type { Phrases } from '../../phrase-names.ts'

export const EXAMPLES: Phrases['examples'] = {
  counted: 'personnes|civils|femmes|enfants',
  were: 'ont été|étaient',
  happened: 'tués?|blessés?|déplacés?',
  inPlaces: 'à|À|[Ee]n',
  is: 'est',
  articles: 'le|la',
  roles: 'président|directeur|directrice|ministre|maire|porte-parole',
}
