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
  /** Before a number by which something changed. */
  changes:
    'rise|rose|risen|rising|increased?|decreased?|drop(?:ped)?|fall|fell|fallen|declined?|jump(?:ed)?|growth|grew|up|down',
  changeLinks: 'of|by|from|to',
  /** Before those that a share is taken of. */
  shares: 'half|thirds?|quarters?|fifths?|tenths?|percent|per cent|most|many|some|majority',
  shareOf: 'of|out of',
  these: 'the|those|these|all',
  /** After a number of some of those that are told. */
  partAfter: 'of (?:them|whom|these|those|which)',
  /** Before one. */
  partBefore: 'of (?:them|whom|which)|including|among (?:them|whom)',
  /** The sentence counts over more than one place or time. */
  wider: String.raw`part of|across|throughout|nationwide|countrywide|worldwide|globally|around the world|in all|overall|in total|totall?ing|cumulative(?:ly)?|since|so far|to date`,
  /** Before a day that a count goes on to. */
  upTo: String.raw`(?:as of|as at|up to|until)(?:\s+the)?`,
  /** Where one item of a list ends and the next begins. */
  breaks: 'and|while|whereas|but|followed by',
  /** Stems of words that say how sure or how new a count is. */
  status: 'new|suspect|confirm|probabl|total|report|cumul|record|addit|activ',
  /** After a number that is of the whole world or of all there is. */
  worldwide:
    'world|worldwide|global(?:ly)?|international(?:ly)?|total|in all|overall|altogether|combined',
} as const
