/** English alternatives by what they are asked for; the names of these are what another language has to say, too. */
export const PHRASES = {
  counting: {
    /** Between a sum and what it is for. */
    links: 'of|in|for|towards?|on',
    /** Between a noun and what it is of. */
    of: 'of',
    /** Between a share and the whole. */
    shareOf: 'of',
    /** After a number, before those it is a part of. */
    partOf: 'of',
    /** Between a word of portions and what they are of: "victims of violence". */
    portionOf: 'of',
    /** Before a place or time that is not what is counted. */
    where: 'in|on',
  },
  ages: {
    /** A word for years that is an age after "of". */
    years: '',
  },
  numbers: {
    rangeTo: 'to|through',
    rangeOr: 'or',
    rangeAnd: 'and',
    /** Between a modifier and its number. */
    articles: String.raw`an?`,
    /** Between a part and the whole: any two numbers. */
    outOf: 'out of|out of every|out of the',
    /** The same, for small ones only. */
    in: 'in|in every',
    /** Words of magnitude that count nothing by themselves. */
    vague: 'tens',
  },
  refused: {
    /** A fraction that is a prefix before a hyphen. */
    prefixed: 'half',
    /** After a word of magnitude that counts. */
    ofVague: '',
    /** Before "one" where it is a number. */
    least: '',
    /** After it. */
    alone: '',
  },
  speaking: {
    /** Before a source. */
    sources:
      'according to|citing|quoting|per|(?:reported|said|cited|documented|announced|quoted|published|confirmed|recorded|compiled|verified|claimed|alleged) by',
  },
  bounds: {
    /** Before a date: all of it comes later. */
    before: 'before|prior to|earlier than',
    /** All of it came before. */
    after: 'after|following|later than',
    /** It is the end. */
    until: 'by|until|till|through|as of',
    /** It is the beginning. */
    since: 'since',
    /** Between one of these and the date. */
    parts: 'the|early|late|mid|end of|of',
    /** Before a year of old. */
    years: 'in|since|until|from|by|of|before|after',
  },
} as const
