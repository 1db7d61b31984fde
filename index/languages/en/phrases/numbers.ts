/** English alternatives for numbers and what stands around them. */
export const NUMBERS = {
  rangeTo: 'to|through',
  rangeOr: 'or',
  rangeAnd: 'and',
  /** Between a modifier and its number. */
  articles: 'an?',
  /** Between a part and the whole: any two numbers. */
  outOf: 'out of|out of every|out of the',
  /** The same, for small ones only. */
  in: 'in|in every',
  /** Words of magnitude that count nothing by themselves. */
  vague: 'tens',
  dozens: 'dozens?',
  /** Heads that say little without what follows: "victims of violence", "sachets of nutrients". */
  partitive:
    'victims?|forms?|members?|types?|sachets?|bags?|boxes|packs?|packets?|pieces?|sets?|rounds?|bottles?|doses?|cans?|drums?|units?|kinds?|groups?|cups?|tablets?|rolls?|sacks?|heads?|tons?|tonnes?|litres?|liters?|cases?|survivors|acts?|incidents|episodes?|truckloads?|loads?|pairs?|provinces',
  leading: 'an?|from|to',
  falls: 'fell|placed|phase',
  than: 'than',
  percent: 'percents?|pct|percentages?',
  /** In two words, or parted by a hyphen. */
  perCent: 'per cent',
  points: 'points?',
  /** After it, where it is of a percentage. */
  ofPercent: '',
  rangeFrom: 'from|between',
  minus: 'minus|negative',
  noStop: 'p|n|no|v|al|vs|cf|st|pp|pt|ca',
  participles: 'stolen|taken|beaten|broken|driven|forgotten|given|shaken',
  participleEndings: 'ed|en',
  noAdverbs:
    'family|supply|assembly|monopoly|only|reply|daily|weekly|monthly|yearly|elderly|early|italy|july',
  adjective:
    'al|ic|ive|ous|ful|able|ible|ary|ory|less|ant|ent|ian|ese|ish|ed|ing|male|female|new|old|young|armed|humanitarian|summary|severe|acute|rural|urban|major|minor|small|large|poor|high|low|civilian|foreign|local|direct|health',
} as const
