/**
 * The same text as a copy of its own. A slice of a text keeps the whole of it in memory, however short
 * it is: what outlives its text is detached from it.
 */
export const detached = (text: string): string => ` ${text}`.slice(1)
