/** A bot whose every channel is told in French, over documents in French. */
import { Bot } from '../../src/bot.ts'
import type { Message, Request } from '../../src/adapter.ts'
import { createLog } from '../../src/log.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { corpusOf, libraryOf } from './library.ts'

const dated = (publisher: string, text: string): string =>
  `---\npublisher: ${publisher}\ndate: 2024-03-01\n---\n\n${text}\n`

const FILES = {
  'mars.md': dated('Cellule de crise', 'Les combats ont déplacé 4 000 personnes à Oss.'),
  'avril.md': dated('Ligue civile', 'Les combats ont déplacé 9 500 personnes à Oss.'),
  'marche.md': dated('Ligue civile', 'Le marché de Tarwell est resté fermé six semaines.'),
}

/** @param place as the configuration names it */
export function frenchBot(...places: readonly string[]) {
  const bot = new Bot({
    library: libraryOf(corpusOf(FILES)),
    channels: Object.fromEntries(
      places.map((place) => [place, { sets: ['default'], language: 'fr', outsiders: false }]),
    ),
    aliases: {},
    caution: 'normal',
    log: createLog('silent'),
    store: sqliteStore(':memory:'),
    perMinute: 1000,
    rememberHours: 1,
  })
  return bot
}

/** What there is to ask of it, of every kind of reply. */
export const ASKED: readonly [what: string, text: string, request: Request][] = [
  ['an answer', 'Combien de personnes ont été déplacées à Oss ?', { kind: 'ask' }],
  ['a refusal', 'Qui a vendu la girafe ?', { kind: 'ask' }],
  ['no more', 'Le marché de Tarwell ?', { kind: 'more', shown: 40 }],
  ['figures', 'personnes déplacées Oss', { kind: 'figures' }],
  ['no figures', 'girafes Paris', { kind: 'figures' }],
  ['a briefing', 'Oss', { kind: 'brief' }],
  ['no briefing', 'girafe', { kind: 'brief' }],
  ['a check', 'Les combats ont déplacé 2 000 personnes à Oss. Qui le croit ?', { kind: 'check' }],
  ['sources', 'sources', { kind: 'sources' }],
  ['gaps', 'lacunes', { kind: 'gaps' }],
  ['help', 'aide', { kind: 'help' }],
  ['completions', 'mar', { kind: 'suggest', what: 'documents' }],
  ['thanks', 'merci', { kind: 'ask' }],
  ['what is seen to be marked', 'Oss', { kind: 'feedback', helpful: true, quotes: [] }],
  ['a quote in its place', 'Oss', { kind: 'context', document: 'mars.md', start: 0, end: 44 }],
  ['a quote that is gone', 'Oss', { kind: 'context', document: 'rien.md', start: 0, end: 4 }],
  ['lines of admins', 'help', { kind: 'manage' }],
]

export const messageIn = (
  channel: string,
  platform: string,
  [, text, request]: (typeof ASKED)[number],
): Message => ({
  id: `${platform} ${text} ${request.kind}`,
  text,
  request,
  user: 'U1',
  role: 'admin',
  channel,
  workspace: 'T1',
  platform,
})

/** Keys under which a platform shows what stands there. */
const SHOWN = new Set([
  'text',
  'label',
  'title',
  'description',
  'placeholder',
  'content',
  'altText',
])

/** Everything that people read of what is sent to a platform. */
export function textsIn(sent: unknown): string[] {
  if (Array.isArray(sent)) return sent.flatMap(textsIn)
  if (typeof sent !== 'object' || sent === null) return []
  return Object.entries(sent).flatMap(([key, value]) =>
    typeof value === 'string'
      ? SHOWN.has(key) || key === 'accessibility_label'
        ? [value]
        : []
      : textsIn(value),
  )
}
