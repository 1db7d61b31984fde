/** Whether a message asks for figures. */

/** "figures killed in Moura", "/figure IDPs", "chiffres déplacés". */
import { analyze } from '../../index/analyzer.ts'
import { within } from '../../index/languages/combined.ts'
import { detectLanguage } from '../../index/languages/language.ts'
import { alternatives, phrases } from '../../index/languages/phrases.ts'

const COMMAND = alternatives('lookUps', 'command')
const REQUEST = within(
  phrases('lookUps', 'request'),
  (words) => String.raw`^(?:\/(?:${COMMAND})|${words})(?:\s*:)?(?:\s+(?<asked>[^]*))?$`,
  'iu',
)

/** What is asked for; empty when a figure is wanted but not said of what. */
export function figuresRequest(message: string): string | undefined {
  const match = REQUEST.exec(message.trim())
  if (match === null) return undefined
  return match.groups?.['asked']?.replace(/(?<![?!.\s])[?!.\s]+$/u, '').trim() ?? ''
}

const COUNTS = within(phrases('lookUps', 'counts'), (words) => String.raw`\b(?:${words})`, 'iu')

/** What of a question that asks for a number is worth asking figures for. */
export function figuresAsked(question: string): string | undefined {
  if (!COUNTS.test(question)) return undefined
  const asked = question
    .replace(COUNTS, ' ')
    .replace(/(?<![?!.\s])[?!.\s]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
  // A filter or a phrase stays as it was written; of the rest, the words that mean something.
  return (/[:"“«]/u.test(asked) ? asked : keyWords(asked)) || undefined
}

const keyWords = (text: string): string =>
  analyze(text, detectLanguage(text))
    .filter((token) => !token.stop)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
