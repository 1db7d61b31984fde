/** What Slack shows of messages, and stand-ins for what surrounds the half that renders. */
import type { Memory, Message } from '../../src/adapter.ts'
import type { Rendering } from '../../adapters/slack/seams.ts'
import { nodesOf } from './slack-limits.ts'

/** Forgets nothing, keeps plain JSON only. */
export function memory(): Memory & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  const read = (key: string): unknown => JSON.parse(kept.get(key) ?? 'null') ?? undefined
  return {
    kept,
    recall: async (key) => read(key),
    keep: async (key, value) => void kept.set(key, JSON.stringify(value)),
    change: async (key, how) => {
      const value = how(read(key))
      if (value !== undefined) kept.set(key, JSON.stringify(value))
      return read(key)
    },
    forget: async (key) => void kept.delete(key),
  }
}

export const said = (over: Partial<Message> = {}): Message => ({
  id: 'C1:1.1',
  text: 'How was the harvest?',
  user: 'U1',
  channel: 'C1',
  thread: '1.1',
  workspace: 'T1',
  platform: 'slack',
  ...over,
})

export const rendering = (over: Partial<Rendering> = {}): Rendering => ({
  key: 'C1:1.1',
  message: said(),
  ephemeral: false,
  memory: memory(),
  ...over,
})

/** The words of blocks, in order, a line each. */
export const wordsOf = (blocks: readonly unknown[]): string =>
  nodesOf(blocks)
    .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    .join('\n')

/** The text of every quote: its text elements one after the other, without its number. */
export const quotesOf = (blocks: readonly unknown[]): string[] =>
  nodesOf(blocks)
    .filter(({ type }) => type === 'rich_text_quote')
    .map((quote) =>
      nodesOf(quote['elements'])
        .flatMap(({ type, text }) => (type === 'text' && typeof text === 'string' ? [text] : []))
        .join('')
        .replace(/ \[\d+\]$/u, ''),
    )
