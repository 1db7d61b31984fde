/** What an English sentence has that answers a kind of question. */
export const ANSWERS = {
  counts:
    'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|several|few|many|no|none|once|twice|majority',
  spans: 'seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)',
  magnitudes: 'million|billion|thousand',
  /** Between a sum and its currency. */
  ofMoney: 'of ',
  currencies: 'dollars?|euros?|pounds?|cents?',
  percent: 'percent|per cent',
  shares: 'half|a third|two[- ]thirds|quarter|majority',
  /** The article that is a number before a span of time. */
  oneSpan: 'an?',
  since: 'since|until',
  spanEndings: '-long',
  ages: 'aged?',
  /** After a number of years and the like that are an age. */
  agesAfter: '[- ](?:year|month|week|day)s?[- ]old',
  years: 'years?',
  /** After a month that is part of a date. */
  afterMonth: 'of|to|and|until',
  centuries: '(?:st|nd|rd|th)? centur(?:y|ies)',
  eras: 'century|ago|BC|AD|BCE',
  /** Before a name that is a place. */
  toPlaces:
    'in|at|from|to|near|into|of|across|around|outside|through|throughout|toward|towards|via',
  articles: 'the ',
  titles: 'Mr|Mrs|Ms|Dr|Col|Gen|President|Minister|King|Queen|Pope|Sir|Lord|General',
  /** Inside the name of an organisation. */
  nameLinks: 'of|the|for|and',
  manners: 'by|through|using|via|means of|method|process|based on|with the|thanks to',
  reasons:
    'because|due to|owing to|as a result|since|in order to|so that|so as|to (?:avoid|prevent|protect|ensure|allow|help|stop|reduce|keep|make)|caused? by|based on|thanks to|therefore|thus|hence|in response|after|for fear|reason',
  statements:
    'said|says|say|told|according|claim(?:ed|s)?|stated?|argued?|warn(?:ed|s)?|describ(?:ed|es)|call(?:ed|s)|report(?:ed|s)|announced|added|explain(?:ed|s)|noted?|stress(?:ed|es)',
  /** Before a number that counts nothing. */
  /** Counts nothing: "one of the world’s most renowned". */
  ofTheMost: String.raw`one of (?:[\p{L}’']+ ){1,3}(?:most|least|best|\p{L}{2,}est)(?!\p{L})`,
  numbered: String.raw`table|figure|fig\.|annex|section|chapter|page|pp?\.`,
  ordinalEndings: 'st|nd|rd|th',
  ofMonth: String.raw`of\s`,
  says: String.raw`said|says|say|told|stated?|argued?|warn\w*|describ\w*|call(?:ed|s)|report(?:ed|s)|announced|added|explain\w*|noted?|claim\w*|contend\w*|accord\w+ to`,
  /** "X is a …", "X, the …". */
  defining: String.raw`,? (?:is|are|was|were) (?:an?|the|one)\b| (?:stands? for|means) |, (?:an?|the) |\s?[—–-] ?(?:an?|the) |, [\p{L}\s-]{3,60} (?:at|of|for) `,
  /** Verbs of being, folded. */
  being: 'is|are|was|were|being',
  /** At the start of a sentence that leans on the one before. */
  leaning:
    'they|he|she|it|this|these|those|that|his|her|their|its|such|both|another|others?|(?:[a-z]+|\\d+) of (?:them|these|those)|additionally|also|similarly|in addition|however|but|and',
  /** To something told before: "this number"; "this week" is of now. */
  pointingBack: String.raw`(?:this|these|those|such) (?!(?:is|was|are|were|will|has|have|week|weekend|month|year|morning|evening|day|time|decade|century|summer|winter|autumn|spring)\b)\p{Ll}+|the (?:latter|former)(?!\p{L})`,
  negations: 'no|not|nor|never|none|nobody|nothing|neither|without|cannot',
  /** Said of a name rather than of what is asked. */
  besideNames:
    'health (?:zones?|areas?|districts?)|provinces?|districts?|regions?|governorates?|departments?|communes?|towns?|cit(?:y|ies)|countr(?:y|ies)|areas?|states?|level|total|number|people|persons?|children|end|day|reported|recorded|gives?|has|have',
} as const
