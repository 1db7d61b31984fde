/** Words as they are compared: without accents, in lower case. */

/** Accents and the like; not the short i of Cyrillic, nor the vowels of Indian and Thai scripts, which are letters. */
const ACCENTS =
  /(?<!и)\u0306|[\u0300-\u0305\u0307-\u036F\u0483-\u0487\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/gu

/** `Goïta` → `goita`, `œuvre` → `oeuvre`; compatibility forms and hyphens unified. */
export function fold(text: string): string {
  const plain = /^[\p{ASCII}]*$/u.test(text)
  if (plain) return text.toLowerCase()
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‐‑–]/gu, '-')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('’', "'")
}
