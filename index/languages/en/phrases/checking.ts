/** English of drafts, and of asking for one to be checked. */
export const CHECKING = {
  /** Asks for a draft after a stroke or before a colon. */
  verbs: 'check',
  /** The same before a colon only. */
  beforeColon: '(?:fact[- ]?)?check',
  /** The same before what is to be checked. */
  beforeDraft: String.raw`(?:fact[- ]?)?check(?=\s+(?:if|whether|that|this|the following)\s)|check(?=\s+["“«])|check(?=\s*\n)`,
  /** Between the verb and the draft. */
  links: 'if|whether|that|this|the following',
  /** Folded. */
  negations:
    '(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|should|ca)n-t|no|not|nor|never|none|nobody|nothing|neither|without|cannot|isn|aren|wasn|weren|don|doesn|didn|hasn|haven|hadn|won|wouldn|couldn|shouldn|failed|refused|denied|lack|lacked|lacks|unable',
  /** Endings of what somebody has done. */
  done: String.raw`\p{L}{2,}(?:[^e]ed|ied)`,
  /** Half of a negation that is said twice. */
  halves: '',
  /** After a negation that denies nothing: "no more than", "not only". */
  bounds: 'more|fewer|less|only|later|longer|merely|just|even|other',
  /** Before a word, they deny it: "unchanged". */
  denyingPrefixes: 'un|in|im|il|ir|non|dis',
  /** Which number is of what is told by the order in which both stand. */
  inTurn: 'respectively',
  /** Between a day and the last of several. */
  lastDay: 'to|and',
  /** Between names of several. */
  listed: 'and|or|nor',
  ordinalEndings: 'st|nd|rd|th',
  /** No part of a name. */
  titles:
    'mr|mrs|ms|dr|prof|president|minister|general|colonel|spokesman|spokeswoman|spokesperson|director|the|report',
} as const
