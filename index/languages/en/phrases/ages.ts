/** English alternatives for ages. */
export const AGES = {
  /** A word for years that is an age after "of". */
  years: '',
} as const
