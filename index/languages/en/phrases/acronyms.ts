/** English alternatives for acronyms. */
export const ACRONYMS = {
  article: 'the|a|an',
  /** Capitals at the head of a sentence or in a date, no part of a name. */
  noName:
    'in|on|at|by|from|with|as|when|while|since|after|before|although|though|but|if|this|that|these|those|according|however|both|most|many|some|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday',
  /** "WHO (which has offices)" is a remark. */
  noLongForm:
    'which|who|whose|what|when|where|with|without|was|were|is|are|has|have|had|see|also|in|on|at|by|as|and|or|if|not|en',
} as const
