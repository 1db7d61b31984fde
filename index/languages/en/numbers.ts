/** English number words. */
import type { NumberWords } from '../pack.ts'

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const PARTS = 'third fourth fifth sixth seventh eighth ninth tenth'

export const ENGLISH_NUMBERS: NumberWords = {
  small: new Map([
    ...ONES.split(' ').map((word, value): [string, number] => [word, value]),
    ...TENS.split(' ').map((word, at): [string, number] => [word, at * 10 + 20]),
    // Written as one word, as PDFs that lose their hyphens have it.
    ...TENS.split(' ').flatMap((ten, at) =>
      ONES.split(' ')
        .slice(1, 10)
        .map((one, value): [string, number] => [ten + one, at * 10 + 21 + value]),
    ),
  ]),
  multipliers: new Map([
    ['hundred', 100],
    ['thousand', 1e3],
    ['lakh', 1e5],
    ['lakhs', 1e5],
    ['million', 1e6],
    ['crore', 1e7],
    ['crores', 1e7],
    ['billion', 1e9],
    ['trillion', 1e12],
    ['dozen', 12],
  ]),
  vague: new Map([
    ['tens', 10],
    ['dozens', 12],
    ['scores', 20],
    ['hundreds', 100],
    ['thousands', 1e3],
    ['lakhs', 1e5],
    ['millions', 1e6],
    ['billions', 1e9],
    ['trillions', 1e12],
  ]),
  fractions: new Map([
    ['half', 2],
    ['halves', 2],
    ['quarter', 4],
    ['quarters', 4],
    ...PARTS.split(' ').flatMap((word, at): [string, number][] => [
      [word, at + 3],
      [`${word}s`, at + 3],
    ]),
    ['hundredth', 100],
    ['hundredths', 100],
    ['thousandth', 1000],
    ['thousandths', 1000],
  ]),
  joiners: new Set(['and']),
  articles: new Set(['a', 'an']),
  half: new Set(['half']),
  decimal: 'point',
}
