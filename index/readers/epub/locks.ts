/** Whether the chapters of a book are encrypted. Scrambled fonts do no harm. */
import { find, parseXml } from '../xml.ts'
import type { Zip } from '../zip/zip.ts'

const ENCRYPTION = 'META-INF/encryption.xml'
const FONTS = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

export function isLocked(zip: Zip): boolean {
  const bytes = zip.read(ENCRYPTION)
  if (bytes === undefined) return false
  return find(parseXml(bytes, ENCRYPTION), 'EncryptedData').some((data) =>
    find(data, 'EncryptionMethod').some(
      ({ attributes }) => !FONTS.has(attributes.get('Algorithm') ?? ''),
    ),
  )
}
