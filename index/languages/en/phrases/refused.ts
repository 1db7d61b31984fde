/** English alternatives for numbers that are no figures. */
export const REFUSED = {
  /** A fraction that is a prefix before a hyphen. */
  prefixed: 'half',
  /** After a word of magnitude that counts. */
  ofVague: '',
  /** Before "one" where it is a number. */
  least: '',
  /** After it. */
  alone: '',
  /** Units and the like that may stand right after digits. */
  glued:
    'k|kg|kgs|g|mg|km|m|cm|mm|l|ml|ha|t|mt|h|hrs?|min|mn|bn|tn|mb|gb|tb|kb|kw|mw|gw|kwh|mwh|hp|w|v|hz|khz|mhz|ghz|kcal|mph|kmh|kph|lbs?|oz|ft|yrs?|percent|per|pct|million|billion|thousand|millions?|md|mds|usd|eur|gbp|syp|euros?|dollars?|sqm|cbm|rad|dm|f|c',
  ordinalEndings: 'st|nd|th|rd',
  toDay: 'to|through|until',
  ordinal: 'st|nd|th|er|e|rd',
  dayJoiners: String.raw`,|and|to|&|-|–|—|\/`,
  /** Nouns that a number like a year counts after all: "2019 people". */
  countedNoun:
    'people|persons|individuals|households|families|children|women|men|boys|girls|refugees|idps|cases|deaths|civilians|returnees|migrants|students|schools|kg|km|mt|tonnes|tons|litres|ha|hectares|beneficiaries|kits|houses|homes|shelters|euros?|dollars?',
  qualifiers:
    'than|least|over|about|approximately|around|nearly|almost|some|estimated|exactly|most|total|of|plus',
  beforeOldYear: 'in|since|until|from|by|year|circa|en',
  beforeYear: 'in|since|of|the|by|until|from|early|late|mid|to|en',
  halfOfDay: 'am|pm',
  clock: "o'clock|gmt|utc|hrs?",
  afterComma: 'but|which|while|although',
  ranges: String.raw`to|-|–|\+`,
  joins: ',|and|or|&',
  counters: 'views?|shares|likes|comments|phone|tel|fax|page|no|code',
  numbering: 'first|second|third|latter|other|last|next|previous',
  ordinals: 'third|fourth|fifth|sixth|seventh|eighth|ninth|tenth',
  compared: 'more|less|as|the|higher|lower|larger|greater|plus',
  hyphened: 'year|month|day|week|hour|minute|km|kilom|mile|member|person|bed|metre|meter',
  oneAfter: 'another|this|that|the|each|every|any|some|no|which|day|or',
  qualifiesOne: 'least|only|just|exactly|nearly|about',
  listed: String.raw`and|,|\(|;|including|plus`,
  /** Persons and spans of time that "one" does count. */
  oneOf:
    'person|civilian|soldier|child|woman|man|boy|girl|death|case|family|household|week|month|year|day|hour|peacekeeper|journalist|patient|student|teacher|kilogram|kg|litre|hectare|percent|worker|officer',
  saidOne: 'said|told|says|tells|added|alleged|who|explained|recalled|stated',
} as const
