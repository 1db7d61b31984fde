/** English alternatives for who says so. */
export const SPEAKING = {
  /** Before a source. */
  sources:
    'according to|citing|quoting|per|(?:reported|said|cited|documented|announced|quoted|published|confirmed|recorded|compiled|verified|claimed|alleged) by',
  /** Also nouns. */
  nouns:
    'report|state|note|claim|estimate|record|document|project|forecast|count|list|plan|support|question|call|demand|promise|pledge|hope|fear|attack|offer|order|favor|view|rate|judge|rule|press|label|brand|term|object|answer|charge|doubt|dispute|challenge|contest|release|blame|praise|quip|joke|love|desire|vote|shout|scream|whisper|remark|comment|signal|highlight|point|caution|toll|counter|process|guess|aim|echo|threat|apologies|petition|compare|detail|outline',
  verbParts: "n't|ly",
  passive: 'is|are|was|were|be|been|being',
  nameLinks: 'of|for|in|at|from|on|with',
  on: 'on|in',
  clauses: 'that|when|after|before|because|while|as|but',
  day: 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday',
  personal: 'he|she|they',
  indefinite: 'an?',
  /** Written large in a headline. */
  headlines: 'says|said|tells|told',
  first: 'i|we',
  demonstratives: 'that|this|it',
  verbEndings: 'ing|ed',
  titles:
    'man|woman|person|er|or|ist|ent|ant|chief|head|director|minister|expert|official|analyst|editor',
  relative: 'which|who|whose|whom',
  /** Before those of a whole that are named. */
  among: 'including|especially|particularly|notably',
  /** Ends of forms that say who speaks by another verb: "…, claiming that". */
  gerunds: 'ing',
  clauseLinks:
    'that|but|because|while|although|though|when|after|if|as|where|which|since|before|whether|than|what|how|why|and',
  and: 'and',
  whichTime: 'this|last|next',
  times: 'week|month|year|summer|fall|spring',
  sourceWords: 'citing|quoting|according',
  /** Before what somebody has done: no phrase after it says who speaks. */
  /** With a verb in them: no possessives. */
  contracted: String.raw`(?:he|she|it|who|that|there|what|here|let|\p{L}*one|\p{L}*body)'s`,
  having: 'having|being',
  nobody: 'it|this|there|which|that|to',
} as const
