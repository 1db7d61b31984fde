/** What people see of a message: its words, without the Markdown that lays them out. */
import { isJson, type Json, listOf } from './limits.ts'
import type { Stored } from './guilds.ts'

export const seen = ({ content, embeds, components, attachments }: Stored): string =>
  [
    withoutMarkup(content),
    ...embeds.map(textOfEmbed),
    ...attachments.map(({ description }) => (typeof description === 'string' ? description : '')),
    ...listOf(components).flatMap((row) => listOf(row['components']).map(labelOf)),
  ]
    .filter((text) => text !== '')
    .join('\n')

function textOfEmbed(embed: Json): string {
  const parts = [
    memberOf(embed['author'], 'name'),
    embed['title'],
    embed['description'],
    ...listOf(embed['fields']).flatMap(({ name, value }) => [name, value]),
    memberOf(embed['footer'], 'text'),
  ]
  return parts.flatMap((text) => (typeof text === 'string' ? withoutMarkup(text) : [])).join('\n')
}

const labelOf = ({ label, placeholder, options }: Json): string =>
  [label, placeholder, ...listOf(options).map((option) => option['label'])]
    .filter((text) => typeof text === 'string')
    .join('\n')

const memberOf = (value: unknown, key: string): unknown => (isJson(value) ? value[key] : undefined)

/** Stands for an escaped character until all markup is gone. */
const KEPT = 0xe000

/** Quotes, bold, code and links by their label; escaped characters as they are. */
function withoutMarkup(markdown: string): string {
  return (
    markdown
      // What keeps addresses, invites and mentions from being any.
      .replace(/(?<=[:@]|discord(?:app)?)\u200b/gi, '')
      .replace(/```(?:\w+\n)?([\s\S]*?)```/g, (_, code: string) => keep(code))
      .replace(/\\([^\w\s])/g, (_, character: string) => keep(character))
      .replace(/`([^`\n]+)`/g, (_, code: string) => keep(code))
      .replace(/^(?:>>> |> ?|#{1,3} |-# |- )/gm, '')
      .replace(/\[([^\]]*)\]\(<?https?:[^)\s]*>?(?: "[^"]*")?\)/g, '$1')
      // What the adapter breaks addresses, mentions and invites with, there alone.
      .replace(/(?<=:)\u200b(?=\/\/)|(?<=@)\u200b|(?<=discord(?:app)?)\u200b(?=\.)/gi, '')
      .replace(/\*\*|__|\|\||~~|\*/g, '')
      .replace(/[\ue000-\uf8ff]/g, (character) =>
        String.fromCharCode(character.charCodeAt(0) - KEPT),
      )
  )
}

const keep = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + KEPT))
