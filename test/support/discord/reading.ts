/** What Discord makes of a message and of what is sent: every part in which it reads more than words. */
import { type Shown, together } from '../injections.ts'
import type { Call } from '../discord-double.ts'
import type { Stored } from './guilds.ts'
import { isJson, type Json, listOf } from './limits.ts'
import { readMarkdown } from './markdown.ts'

export function read({ content, embeds, components, attachments }: Stored): Shown {
  return together([
    readMarkdown(content),
    ...embeds.flatMap((embed) =>
      Object.entries(embed).map(([part, value]) =>
        part === 'description' && typeof value === 'string'
          ? readMarkdown(value)
          : // Discord says itself what kind of embed it is.
            plain([], part === 'type' ? [] : [`an embed’s ${part}`]),
      ),
    ),
    ...components.flatMap((row) => listOf(row['components']).map(readComponent)),
    ...attachments.map(({ description }) => plain([description])),
  ])
}

/** Labels are words and nothing else. */
function readComponent(component: Json): Shown {
  const { label, placeholder, options } = component
  const labels = [label, placeholder, ...listOf(options).map((option) => option['label'])]
  return plain(labels, 'url' in component ? ['a button that leads away'] : [])
}

const plain = (texts: readonly unknown[], live: readonly string[] = []): Shown => ({
  lines: texts.flatMap((text) => (typeof text === 'string' ? [text] : [])),
  code: [],
  quotes: [],
  live,
})

/** Bodies that are messages, or changes of one. */
const MESSAGES = /^(?:POST|PATCH) \/(?:channels\/:id\/messages|webhooks\/:id\/:token)/
const KNOWN = new Set([
  'content',
  'embeds',
  'components',
  'attachments',
  'allowed_mentions',
  'flags',
  'nonce',
  'enforce_nonce',
  'message_reference',
])
const SUPPRESS_EMBEDS = 4

/** What a request asks for besides showing words; mentions nobody, whatever its text. */
export function wrongInCall({ route, body }: Call): string[] {
  if (!MESSAGES.test(route)) return []
  const wrong = Object.keys(body).flatMap((key) => (KNOWN.has(key) ? [] : [`${route}: ${key}`]))
  const mentions = JSON.stringify(body['allowed_mentions'])
  if (mentions !== '{"parse":[]}') wrong.push(`${route}: allowed_mentions ${mentions}`)
  const unfolds = (Number(body['flags'] ?? 0) & SUPPRESS_EMBEDS) === 0
  if (unfolds && listOf(body['embeds']).length === 0) wrong.push(`${route}: addresses are unfolded`)
  return wrong
}

/** Ids of what can be pressed under a message, of a menu with its first value; none that takes it away. */
export const pressable = ({ components }: Stored): { id: string; values?: string[] }[] =>
  components.flatMap((row) =>
    listOf(row['components']).flatMap(({ custom_id: id, options }) => {
      if (typeof id !== 'string' || /\.(?:delete|ask|add)\./.test(id)) return []
      const [first] = listOf(options)
      if (!isJson(first)) return [{ id }]
      return [{ id, values: [String(first['value'])] }]
    }),
  )
