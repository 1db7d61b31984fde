/** Text that is none: what a scanner made of stains and stamps, or a font that does not say which letters it draws. */

/** Fewer pieces may be anything: formulas, codes, a caption. */
const ENOUGH = 40
/** So few of the pieces with letters are words where there is noise. */
const MOST_WORDS = 0.4
/** So much of all but numbers is letters where there is text. */
const FEWEST_LETTERS = 0.4

/** Two letters or more, in no wild mixture of large and small ones, with what may stand around a word. */
const WORD =
  /^\P{L}{0,2}(?:\p{Lu}?[\p{Ll}\p{M}’'-]{2,}|[\p{Lu}\p{M}’'-]{2,}|[\p{Lo}\p{M}]{2,})\P{L}{0,3}$/u
/** What programs call things. */
const NAME = /^\P{L}{0,2}[\p{L}\d]{1,30}(?:[_./:-][\p{L}\d]{1,30}){1,8}\P{L}{0,3}$/u
/** Leaders of a list of contents. */
const NO_PIECE = /^(?:[\d.,%+-]+|[.·…_-]+)$/u
/** In scripts that write them, no word is without a vowel. */
const VOWEL =
  /[aeiouyàâäáãåæèéêëìíîïòóôöõøœùúûüýÿаеёиоуыэюяіїєαεηιουω]|[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\P{L}]/iu

export function isNoise(text: string): boolean {
  const pieces = text.split(/\s+/u).filter((piece) => piece !== '' && !NO_PIECE.test(piece))
  if (pieces.length < ENOUGH) return false
  const whole = pieces.join('')
  const letters = whole.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  // Without letters, a page of numbers is a table; of signs, it is nothing.
  if (letters < whole.length * FEWEST_LETTERS)
    return (whole.match(/\d/gu)?.length ?? 0) < whole.length * FEWEST_LETTERS
  const lettered = pieces.filter((piece) => /\p{L}/u.test(piece))
  const words = lettered.filter(
    (piece) => (WORD.test(piece) && VOWEL.test(piece)) || NAME.test(piece),
  )
  return words.length < lettered.length * MOST_WORDS
}
