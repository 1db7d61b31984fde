/** A publisher's name where there is little room. */

/** Long names have an acronym beside them as often as not. */
const ACRONYM = /[(«“"] ?(\p{Lu}[\p{Lu}\d&-]{1,9}(?: \p{Lu}{2,5})?) ?[)»”"]/u

/** Its acronym, with what stands for the others where the name goes on; `undefined` where it has none. */
export function acronymOf(name: string, andOthers: string): string | undefined {
  const found = ACRONYM.exec(name)
  if (found?.[1] === undefined) return undefined
  const goesOn = /^[,;]/u.test(name.slice(found.index + found[0].length).trim())
  return goesOn ? `${found[1]} ${andOthers}` : found[1]
}
