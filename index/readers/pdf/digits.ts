/** Digits in a line. */

/** Share of digits among letters and digits, 0 to 1. */
export function parseDigits(text: string): number {
  const digits = text.match(/\d/gu)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return digits + letters === 0 ? 0 : digits / (digits + letters)
}

/** Whether a line holds a figure besides the number that a heading may begin with. */
export const holdsFigure = (text: string): boolean =>
  /(?<![\p{L}\d._])\d/u.test(
    text.replace(/^(?:\p{L}{1,9}\.?\s)?\d{1,2}(?:\.\d{1,2})*[.):]?\s/u, ''),
  )
