/** English alternatives for what sort of number one is, and what can be held against it. */
export const COMPARING = {
  /** Words of change, before "by", "of", "from". */
  changes:
    'rise|rises|rose|risen|rising|increase[sd]?|increasing|decrease[sd]?|decreasing|drop|drops|dropped|dropping|fall|falls|fell|fallen|falling|decline[sd]?|declining|jump|jumped|growth|grew|grown|up|down',
  changesBy: 'of|by',
  changesFrom: 'from',
  /** Right before a number: by so many. */
  changesAlone: 'up|down',
  /** Before "of the" and the number a share is taken of. */
  shares: 'half|thirds?|quarters?|fifths?|tenths?|percent|per cent|most|many|some|majority',
  sharesOf: 'of|out of',
  sharesArticle: 'the|those|these|all',
  partAfter: 'of (?:them|whom|these|those|which)',
  partBefore: 'of (?:them|whom|which)|including|among (?:them|whom)',
  /** A sentence with one of these counts over more than one place or time. */
  widerPlaces:
    'part of|contribut(?:or|ors|es|ed) to|one of|among the|across|throughout|nationwide|countrywide|worldwide|globally|around the world',
  wider: 'in all|overall|in total|totall?ing|cumulative(?:ly)?|since|so far|to date',
  /** A sentence that begins with one goes on with what the one before speaks of. */
  goesOn:
    'for (?:instance|example)|one such|of (?:these|those|them)|among (?:these|them)|these|those|they|such|another|it|he|she|others',
  /** What is not so yet. */
  expected:
    'could|may|might|would|will|if|expect(?:s|ed)?|project(?:s|ed)|forecasts?|plan(?:s|ned)?|targets?|targeted|aims?|likely|at risk',
  /** Before what something came of. */
  causes: 'by|from|due to|because of|on',
  article: 'the|an?',
  /** Which of several of a kind. */
  ordinals: 'first|second|third|fourth|fifth|latest|previous|earlier|next|last|another|other',
  /** How far something happened, right before its verb. */
  degrees: String.raw`\p{Ll}{3,14}ly|seriously|partly|newly`,
  /** A clause begins behind one. */
  clauses: 'that|which|who|and|but|when|where|while|as',
  /** Before a noun that somebody is not called by. */
  passive: 'was|were|been|being|be|are|is',
  /** Before "of" and a time: not all of it. */
  partsOfTime: 'half|quarter|third|start|beginning|end|months?|weeks?|days?|part|rest',
} as const
