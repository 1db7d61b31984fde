/** English alternatives for dates that bound. */
export const BOUNDS = {
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
} as const
