/** French that questions to start with are made from. */
import type { Phrases } from '../../phrase-names.ts'

export const EXAMPLES: Phrases['examples'] = {
  happened:
    '(?:tué|blessé|déplacé|arrêté|enlevé|évacué|vacciné|touché|détruit|libéré|soigné)e?s?|affecté(?:e)?s?',
  were: 'ont été|étaient|sont|avaient été',
  article: 'le|la|les',
  generic:
    "(?:principaux |principales )?(?:résultats|messages clés|chiffres(?: clés)?|recommandations|sources|références|conclusions?|annexes?|contexte|introduction|résumé|synthèse|méthodologie|sommaire|contacts?|remerciements)|pour (?:plus|de plus amples) (?:d[’']informations?|informations?)|(?:à )?lire aussi|voir aussi",
  is: 'est',
  articles: 'le|la',
  roles: 'président|directeur|directrice|ministre|maire|porte-parole',
}
