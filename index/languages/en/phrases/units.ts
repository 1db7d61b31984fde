/** English alternatives for units, rates and ages. */
export const UNITS = {
  nationEndings: 'an|ian|ish|ese|ch|i|kong',
  longEndings: 'ands?',
  afterTimes:
    'more|less|as|the|higher|lower|larger|greater|bigger|fewer|longer|worse|likelier|that|its|their|plus',
  millionOf: '',
  scales: 'f|celsius|centigrade|fahrenheit|c',
  adjectivesAfter: 'cubes?',
  /** Nouns that are measured, not counted. */
  rates:
    'rates?|prices?|costs?|prevalence|index|scores?|ratios?|coverage|percentage|share|level|levels|inflation|wages?|income|deficit|surplus|production|temperature|value|budget',
  areas: 'country|region|world|state',
  light:
    'low|high|higher|lower|estimated|reached|reaching|stood|stands|stand|remains?|remained|recorded|averaging|average|poor',
  verbEndings: 'ed|ing',
  adjectivesBefore: 'more|additional|other|further|long|full|consecutive',
  aged: 'aged|age|ages',
  ageLinks: String.raw`of|between|from|under|over|above|below|than|plus|the|to|and|-|–|less|more|\(`,
  lessOrMore: 'plus',
  young: '',
  noRate: 'cent',
} as const
