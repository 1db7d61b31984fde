/** What happens to what is counted: a name for each kind of event, and the words for it. */
import { WordMap } from '../word-map.ts'
import { perLanguage } from './packs.ts'

export const EVENTS = perLanguage(({ events }) => read(events))

function read(table = ''): WordMap<string> {
  const found = new Map<string, string>()
  let kind = ''
  for (const word of table.split(/\s+/u)) {
    if (word.endsWith(':')) kind = word.slice(0, -1)
    else if (word !== '' && !found.has(word)) found.set(word, kind)
  }
  return new WordMap(found)
}
