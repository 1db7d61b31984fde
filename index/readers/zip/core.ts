/** What a file of Word or Excel states of itself: its title and who wrote it, where a person put them there. */
import type { FrontMatter } from '../../front-matter.ts'
import { find, parseXml, textOf } from '../xml.ts'
import type { Zip } from './zip.ts'

const CORE = 'docProps/core.xml'

/** As a reading has them. */
export interface Core {
  readonly property?: string
  readonly stated: Pick<FrontMatter, 'byline'>
}

/** When it was made is not when it was published: no date is taken. @throws Unreadable when it is dangerous */
export function coreOf(zip: Zip): Core {
  const bytes = zip.read(CORE)
  const root = bytes === undefined ? undefined : parseXml(bytes, CORE)
  const value = (name: string): string | undefined => {
    const element = root === undefined ? undefined : find(root, name)[0]
    const text = element === undefined ? '' : textOf(element).replace(/\s+/gu, ' ')
    return text === '' ? undefined : text.slice(0, 300)
  }
  const [title, byline] = [value('title'), value('creator')]
  return {
    ...(title !== undefined && !PLACEHOLDER.test(title) && { property: title }),
    stated: byline !== undefined && !NOBODY.test(byline) ? { byline } : {},
  }
}

/** What programs and templates put there themselves: a name of theirs, the name of the file. */
const PLACEHOLDER =
  /^(?:untitled|sans titre|document|microsoft word|book|classeur|workbook|title|titre|presentation|template|new|normal)?[\s_-]*\d*$|\.(?:docx?|docm|dotx?|xlsx?|xlsm|pdf|rtf|odt|txt)$|^microsoft (?:word|excel) - |^(?:click|cliquez|tap) |^\[.*\]$/iu
const NOBODY =
  /^(?:(?:microsoft(?: office)?|office|windows) ?(?:user|utilisateur)?|user\d*|utilisateur.*|admin(?:istrator)?|unknown|author|python-docx|openpyxl|apache poi|owner|default|hp|dell|lenovo|acer|asus|pc)$/iu
