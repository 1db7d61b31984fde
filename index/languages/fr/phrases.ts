/** French alternatives by what they are asked for. */
import type { Phrases } from '../phrases.ts'

export const PHRASES: Phrases = {
  counting: {
    links: "de|d'|des|du|en|pour",
    of: "of|de|du|des|d'",
    shareOf: "de|d'|des|du",
    portionOf: "of|de|d'",
    where: 'en',
  },
  numbers: {
    rangeTo: 'à',
    rangeOr: 'ou',
    rangeAnd: 'et',
    articles: "an?|les?|la|un|une|l'",
    outOf: 'sur',
  },
  ages: {
    years: 'ans?',
  },
  refused: {
    ofVague: "de|d'",
    least: 'moins',
    alone: 'seule?',
  },
  speaking: {
    sources: "selon|d' après|(?:rapporté|annoncé|cité|documenté|confirmé|publié)(?:e?s?) par",
  },
  bounds: {
    before: 'avant',
    after: 'après',
    until: "jusqu'au|jusqu'en",
    since: 'depuis|dès|à partir de',
    parts: 'le|du|fin|début',
    years: 'en|depuis|dès|avant|après|de',
  },
}
