/** Dialogues: what goes on from the last thing shown, an answer, a refusal, figures or a briefing. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod'
import { expect, it } from 'vitest'
import { Bot } from '../src/bot.ts'
import { createLog } from '../src/log.ts'
import { sqliteStore } from '../src/store/sqlite/store.ts'
import { corpusOf, libraryOf, VALLEY } from './support/library.ts'

const Dialogue = z.object({ turns: z.array(z.string()), kind: z.string(), has: z.string() })
const corpus = corpusOf(VALLEY)

async function lastOf(turns: readonly string[]) {
  const bot = new Bot({
    library: libraryOf(corpus),
    channels: {},
    aliases: {},
    caution: 'low',
    log: createLog('silent'),
    store: sqliteStore(':memory:'),
    rememberHours: 2,
    perMinute: 1000,
  })
  const said = { user: 'ann', channel: 'c', thread: 't', platform: 'test', role: 'admin' as const }
  const replies = []
  for (const [at, text] of turns.entries())
    replies.push(await bot.answer({ ...said, id: String(at), text, aloud: true }))
  return replies.at(-1)
}

it('of 60 dialogues and more, nine of ten go on from the last thing shown', async () => {
  const dialogues = readFileSync(resolve(import.meta.dirname, 'eval/dialogues.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Dialogue.parse(JSON.parse(line)))
  expect(dialogues.length).toBeGreaterThanOrEqual(60)
  const wrong: string[] = []
  for (const { turns, kind, has } of dialogues) {
    const reply = await lastOf(turns)
    const right =
      kind.split('|').includes(reply?.kind ?? '') &&
      new RegExp(has, 'u').test(JSON.stringify(reply))
    if (!right) wrong.push(`${turns.join(' → ')}: ${reply?.kind}`)
  }
  // Those that go wrong are told where there are too many.
  expect(wrong.slice(0, wrong.length > dialogues.length / 10 ? undefined : 0)).toEqual([])
}, 60_000)
