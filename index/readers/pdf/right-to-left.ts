/** Lines of Arabic and Hebrew, whose glyphs a page has from left to right, in the order they are read. */

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u
const STRONG_LEFT = /\p{L}/u

/** Marks that stand above or below the letter before them. */
const MARK = /[\u0610-\u061A\u064B-\u065F\u0670\uFC5E-\uFC63]/u

/** `line` is in the order of its places on the page, from left to right. */
export function toReadingOrder(line: string): string {
  if (!RIGHT_TO_LEFT.test(line)) return line
  const characters = Array.from(line)
  const right = characters.filter((each) => RIGHT_TO_LEFT.test(each)).length
  const left = characters.filter((each) => STRONG_LEFT.test(each)).length - right
  const runs = directionRuns(characters)
  const ordered = runs.map(({ text, backwards }) => (backwards ? reversed(text) : text.join('')))
  return (left > right ? ordered : ordered.reverse()).join('')
}

interface DirectionRun {
  readonly text: string[]
  readonly backwards: boolean
}

/** Stretches of one direction; numbers run to the right, all else goes with what is before it. */
function directionRuns(characters: readonly string[]): DirectionRun[] {
  const runs: DirectionRun[] = []
  for (const character of characters) {
    const last = runs.at(-1)
    const backwards = RIGHT_TO_LEFT.test(character)
      ? true
      : /[\p{L}\p{N}]/u.test(character)
        ? false
        : (last?.backwards ?? true)
    if (last !== undefined && last.backwards === backwards) last.text.push(character)
    else runs.push({ text: [character], backwards })
  }
  return runs
}

/** A mark is drawn before or after its letter; read, it follows it. */
function reversed(characters: readonly string[]): string {
  const groups: string[][] = []
  let marks: string[] = []
  for (const character of characters) {
    if (MARK.test(character)) {
      marks.push(character)
      continue
    }
    groups.push([character, ...marks])
    marks = []
  }
  groups.at(-1)?.push(...marks)
  return groups
    .reverse()
    .map((group) => group.join(''))
    .join('')
}
