/** English of requests for figures, and of the sentences that have them. */
export const LOOK_UPS = {
  /** Ask for figures at the start of a message, and after a stroke. */
  request: 'figures',
  command: 'figures?',
  /** A question that asks for a number. */
  counts: 'how (?:many|much)|what number|number of',
  /** They ask for figures as such; folded. */
  counting:
    'numbers?|totals?|figures?|counts?|toll|tally|amounts?|sums?|statistics?|stats|data|percent(?:age)?s?|shares?',
  /** They ask for ages and lengths of time; folded. */
  times: 'ages?|aged|old|years?|months?|weeks?|days?|hours?|minutes?|long|duration',
  /** Before a day that a count goes on to. */
  upTo: String.raw`(?:as of|as at|up to|until)(?:\s+the)?`,
  /** Between two places. */
  placesAnd: 'and',
  /** Where one item of a list ends and the next begins. */
  breaks: 'and|while|whereas|but|followed by',
  /** Stems of words that say how sure or how new a count is. */
  status: 'new|suspect|confirm|probabl|total|report|cumul|record|addit|activ',
  /** Stems of what places are and where in a country they lie: two that share no more are two. */
  kindsOfPlaces:
    'municip|depart|district|provinc|region|governor|counti|state|villag|town|citi|camp|territori|area|zone|commun|sector|sub-counti|ward|prefectur|quarter|island|countri|north|northern|south|southern|east|eastern|west|western|central|upper|lower|greater',
  /** After a number that is of the whole world or of all there is. */
  worldwide:
    'world|worldwide|global(?:ly)?|international(?:ly)?|total|in all|overall|altogether|combined',
} as const
