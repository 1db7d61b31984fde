/** The least a language is: a language of nobody, with every consonant between vowels. */
import type { LanguagePack } from '../../index/languages/pack.ts'

const ones = 'una duna tera kara fima sisa sema okta nova deka'

export const MADE_UP: LanguagePack = {
  names: ['qx', 'madeup'],
  trigrams: 'qxx',
  density: 0.2,
  locale: 'eo',
  stem: (folded) => folded.replace(/(?:le|lo)$/u, ''),
  stopWords: 'kox maz tiv lum saq',
  words: {
    prepositions: 'maz',
    determiners: 'kox',
    pronouns: 'tiv',
    conjunctions: 'lum',
    auxiliaries: 'saq',
    verbs: '',
    adverbs: '',
    months: '',
    numbered: '',
    plurals: '',
    plain: '',
  },
  numbers: {
    small: new Map(ones.split(' ').map((word, at) => [word, at + 1])),
    multipliers: new Map([['senta', 100]]),
    vague: new Map(),
    fractions: new Map(),
    joiners: new Set(['lum']),
    articles: new Set(),
    half: new Set(),
    decimal: 'punta',
  },
  months:
    'januaro februaro marto aprilo majo junio julio aŭgusto septembro oktobro novembro decembro'.split(
      ' ',
    ),
  weekdays: 'dimaca lundaca mardaca merkaca jovaca vendaca sabaca'.split(' '),
  grammar: {
    head: 'first',
    decimalMark: ',',
    monthFirst: false,
    capitalMonths: [],
    vague: 'free',
    oneIsArticle: false,
    passiveHides: false,
  },
}
