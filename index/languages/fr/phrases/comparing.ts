/** French alternatives for what sort of number one is, and what can be held against it. */
import type { Phrases } from '../../phrase-names.ts'

export const COMPARING: Phrases['comparing'] = {
  changes:
    'hausse|augmentation|augmenté|baissé?|diminution|diminué|recul|progression|passée?s?|chuté?',
  changesBy: "de|d[’']",
  changesFrom: "de|d[’']",
  shares: 'moiti[ée]|tiers|quarts?|majorit[ée]|pour cent',
  sharesOf: "de|des|d[’']",
  sharesArticle: 'les|ces',
  partAfter: "d[’']entre (?:eux|elles)",
  partBefore: 'dont|parmi (?:eux|elles|lesquel)',
  widerPlaces: 'à travers|dans tout|dans le monde',
  wider: 'au total|depuis|cumul(?:és?|ées?)?',
  goesOn: "par exemple|parmi (?:eux|elles)|ces|ceux-ci|celles-ci|ils|elles|d[’']autres|il|elle",
  expected: 'pourraient|pourrait|seraient|serait|devraient|devrait|prévu(?:e?s)?|risquent|si',
  causes: 'par|à cause de|en raison de|suite à',
  ordinals: 'premi(?:er|ère)|deuxième|second|seconde|troisième|autre|dernier|dernière|précédente?',
  degrees: String.raw`\p{Ll}{3,14}ment`,
  clauses: "qu[e’']|qui|et|mais|quand|où|dont",
  article: 'la|le|les|une?|des',
  passive: 'été|sont|est|étaient',
  partsOfTime: 'moitié|semestre|trimestre|début|fin|mois|semaines?|jours?|partie',
}
