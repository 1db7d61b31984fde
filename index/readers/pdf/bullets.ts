/** What stands before an item of a list. */

/** Bullets, dashes, arrows; characters of symbol fonts that have no meaning of their own. */
const BULLET = /^[•●○◦▪▫■□◆◇▶►➢➤✓✔❖‣∙·*–—\-\uE000-\uF8FF]$/u

/** A bullet alone; word processors draw the hollow one as the letter o. */
export const isBulletText = (text: string): boolean =>
  BULLET.test(text) || text === 'o' || text === '§'

/** "1.", "(a)", "iv)". */
export const isEnumerator = (text: string): boolean =>
  /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]$/iu.test(text)

/** "2", "2.1": the number of a section, set apart from its heading. */
export const isSectionNumber = (text: string): boolean =>
  /^\d{1,2}(?:\.\d{1,2}){0,3}\.?$/u.test(text)

const MARKED = /^(?:([•●○◦▪▫■□◆◇▶►➢➤✓✔❖‣∙·\uE000-\uF8FF]|[*–—-](?=\s)|[o§](?=\s+\p{Lu}))\s*)(?=\S)/u
const NUMBERED = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S/iu

/** Length of the bullet that a line begins with, the white space after it counted; 0 without one. */
export const bulletLength = (line: string): number => MARKED.exec(line)?.[0].length ?? 0

/** Whether a line begins an item of a list. */
export const beginsItem = (line: string): boolean => bulletLength(line) > 0 || NUMBERED.test(line)
