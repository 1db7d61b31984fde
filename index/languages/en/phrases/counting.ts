/** English alternatives for what is counted. */
export const COUNTING = {
  /** Between a sum and what it is for. */
  links: 'of|in|for|towards?|on',
  /** Before and after a word of a happening that has not happened: "sentenced to death", "death threats". */
  unhappenedAfter: 'sentences? of|threatened with|threats? of|risk of|fear of',
  sentencing: String.raw`(?:sentenc|condemn)\p{L}{1,6}`,
  sentencedTo: 'to',
  unhappenedBefore: 'penalt(?:y|ies)|row|sentences?|threats?|squads?|certificates?|warrants?',
  /** Supplies and what they are there for, which has not happened. */
  suppliedFor: String.raw`(?:kits?|supplies|stocks?|stockpiles?|medicines?|drugs|equipment|vaccines?|doses|rations?|inputs?|packages?)(?!\p{L})[^.;:]{0,80}?(?<!\p{L})(?:covering|to cover|to treat|enough (?:for|to)|sufficient (?:for|to)|intended for)`,
  /** Between a noun and what it is of. */
  of: 'of',
  /** Between a share and the whole. */
  shareOf: 'of',
  /** After a number, before those it is a part of. */
  partOf: 'of',
  /** In a bracket before the number of all there are: "10 members (of 288)". */
  bases: 'of',
  /** Between a word of portions and what they are of: "victims of violence". */
  portionOf: 'of',
  /** Before a place or time that is not what is counted. */
  where: 'in|on',
  changeTo: 'to',
  changeFrom: 'from',
  reaching: 'to|reaching',
  sums: 'total|net',
  anyOf: 'of',
  change:
    'increase|increases|decrease|decreases|rise|drop|decline|reduction|growth|decrement|jump|surge|hike|contraction|recovery|spike|higher|lower',
  worthOf: 'of|worth',
  these: 'these|those|them|whom|which|they',
  joints: String.raw`,|;|and|or|to|vs|versus|against|&|-|–|\/|from|compared|with|\.|than`,
  against: 'to|vs|versus|against',
  and: ',|;|and|&|with',
  ofThese: '(?:out )?of (?:the|these|those|its|their)',
  /** What a count is called. */
  count: 'number|numbers|total|totals|toll|tally|count',
  /** What stands between a count and how many they are. */
  is: 'is|are|was|were|be|been|being|at|to|reached|reaching|totall?ed|totall?ing|hit|stands|stood|exceeds|exceeded|:',
  /** "about", "more than", "estimated at": what is said of the number alone. */
  roughly:
    'about|around|over|nearly|almost|some|only|now|approximately|roughly|more|less|than|at|least|most|currently|estimated|already|plus',
  among: 'among|amongst',
  at: 'at',
  /** Words that may lead a phrase although they are of a closed class. */
  leading:
    'other|others|more|additional|further|new|total|different|separate|such|same|most|internally|overall|monthly|weekly|daily|annual|yearly|previously|recently|newly|fewer',
  /** Leading words that are no part of what is counted. */
  skipped: 'more|other|others|further|additional|fewer',
  gerundNouns:
    'training|meeting|building|housing|killing|hearing|funding|shooting|bombing|screening|teaching|wedding|painting|setting|rating|ranking|spending|beginning|morning|evening|lodging|clothing',
  persons: 'people|men|women|children|persons',
  beforeNoun: '',
  part: 'including|includes|included|which|whom|these|those|them|among',
  partJoiners: String.raw`,|and|&|\/`,
  /** Nouns that are changes, not things: "a 5% increase" measures what increased. */
  changes:
    'increase|increases|decrease|decreases|rise|drop|decline|reduction|growth|fall|decrement|jump|surge|hike|contraction|recovery|spike|points?|m|mom|yoy|rate|share|chance|level|discount|higher|lower|more|less|greater|fewer|above|below|y',
  amongThem: 'among|amongst|for',
  the: 'the',
  pronouns: 'them|these|those|which|whom|all',
  estimated: 'estimated|approximately|about|over',
  are: 'are|were',
  /** Used as nouns: "203 dead", "5,676 injured". */
  nouns: 'dead|injured|wounded|missing|killed|displaced|detained|arrested',
  /** Participles of what is done to persons, where no ending tells. */
  done: '',
  neverInState: 'deaths?|cases?|incidents?|attacks?|communities|sites|locations',
  nationalityEndings: 'an|is|se',
  /** "the number of confirmed cases": what is counted is the cases. */
  numbers:
    'number|numbers|total|totals|amount|amounts|peak|record|average|minimum|maximum|sum|cost|backlog',
  clauseStarts: 'which|that|while|whereas|who|but|and',
  subjectAnd: 'and',
  between: 'between',
  rangeJoints: 'and|or',
} as const
