/** What a French sentence has that answers a kind of question. */
import type { Phrases } from '../../phrase-names.ts'

export const ANSWERS: Phrases['answers'] = {
  counts:
    'un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|centaines?|milliers?|moitié|plusieurs',
  spans: 'heures?|jours?|semaines?|mois|ans?|années?|siècles?',
  magnitudes: 'milliards?|millions?',
  ofMoney: "d['’]",
  currencies: 'francs?|livres',
  percent: 'pour ?cent',
  shares: 'la moitié|un tiers|un quart',
  since: 'depuis|jusque?',
  ages: 'âgée?s?',
  years: 'ans',
  eras: String.raw`siècle|av\. J`,
  toPlaces: "à|au|aux|en|dans|de|du|des|vers|chez|sur|d['’]|l['’]",
  articles: "la |le |les |l['’]",
  titles: 'M|Mme',
  nameLinks: "de|des|du|la|le|et|d['’]",
  manners: String.raw`en \p{L}+ant|grâce|au moyen|à l['’]aide|par|avec|à travers|sous forme|méthode`,
  reasons:
    "parce qu(?:e|(?=['’]))|car|en raison|à cause|afin|grâce|pour (?:éviter|que|permettre|protéger)|puisqu(?:e|(?=['’]))|dû|due à|suite à|c['’]est pourquoi|ainsi",
  statements: String.raw`a dit|a déclaré|selon|affirm\p{L}+|déclar\p{L}+|estim\p{L}+`,
  ofTheMost: String.raw`l['’]une? des (?:[\p{L}’']+ ){0,2}(?:plus|moins|meilleure?s)(?!\p{L})`,
  numbered: 'tableau|annexe|chapitre',
  ordinalEndings: 'er',
  says: String.raw`dit|déclar\p{L}*|affirm\p{L}*|selon|estim\p{L}*`,
  defining: String.raw`,? (?:est|sont|était) (?:une?|la|les?|des)\b| (?:signifie|désigne) |, (?:une?|la|le) |\s?[—–-] ?(?:une?|la|le) |, [\p{L}\s-]{3,60} (?:de|du) `,
  being: 'est|sont|etait|etaient|fut',
  leaning: 'ils?|elles?|ce|cela|cette|ces|celui-ci|son|sa|ses|leurs?|mais|en outre',
  pointingBack: String.raw`(?:cette|ces) (?!(?:semaine|année|saison|derni\p{L}+|jours)(?!\p{L}))\p{Ll}+|(?:ce(?:lui|lle)-ci|ces dernièr?e?s)(?!\p{L})`,
  negations: 'ne|pas|non|ni|jamais|aucun|aucune|sans|rien|personne',
  besideNames:
    '(?:zones?|aires?) de santé|régions?|gouvernorats?|départements?|villes?|pays|totale?|nombre|personnes|enfants|fin|journée|compte(?:nt)?|donnent?',
}
