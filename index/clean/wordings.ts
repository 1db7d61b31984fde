/** The stock phrases of web pages. Each is matched against a whole line. */
import { exactly, within } from '../languages/combined.ts'
import { phrases } from '../languages/phrases.ts'

/** An arrow at the end, a short code in brackets: of no language. */
const SIGNS: readonly RegExp[] = [
  /[→➔⟶]$/u,
  /^\[\/?[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|“[^”]*”|[^\s\]"'“][^\s\]]*))*\s*\/?\]$/iu,
]
/** "More news »" */
const LINK = /^(?:[^\s«]+\s){1,5}[»›]$/u
const STOCK = within(phrases('furniture', 'stock'), (words) => words, 'iu')
const LOOSE = within(phrases('furniture', 'loose'), (words) => words, 'iu')
const RELATED = within(phrases('furniture', 'related'), (words) => words)
const ENDINGS = within(phrases('furniture', 'endings'), (words) => words, 'iu')
const CONTROL = exactly(phrases('furniture', 'controls'))

/** Nothing longer than this is furniture by its wording. */
const LONGEST = 300

/** Whether a line is furniture by a wording that prose never has. */
export const isStock = (text: string): boolean =>
  text.length <= LONGEST && (STOCK.test(text) || SIGNS.some((sign) => sign.test(text)))

/** Whether a line or a short paragraph that stands by itself is furniture by its wording. */
export const isFurnitureText = (text: string): boolean =>
  text.length <= LONGEST &&
  (isStock(text) || LOOSE.test(text) || LINK.test(text) || RELATED.test(text) || isToolBar(text))

/** Whether a line of furniture says that the article is over. */
export const endsArticle = (text: string): boolean => ENDINGS.test(text) || RELATED.test(text)

function isToolBar(text: string): boolean {
  if (text.length > 120) return false
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.length >= 2 && words.length <= 15 && words.every((word) => CONTROL.test(word))
}
