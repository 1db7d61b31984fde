/** What people say in threads, told apart from what they ask the bot; and what it stays silent on. */
import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMeant } from '../src/manners.ts'
import { evalThreads } from './eval/threads.ts'
import { canaryBot } from './support/canary.ts'

describe('messages of a thread', () => {
  it('that are for others are hardly ever answered, those for the bot hardly ever missed', () => {
    const measured = evalThreads(resolve(import.meta.dirname, 'eval/threads.jsonl'))
    expect(measured).toMatchObject({ messages: 322 })
    expect(measured.wronglyAnswered).toBeLessThanOrEqual(0.02)
    expect(measured.missed).toBeLessThanOrEqual(0.05)
  })

  it('are never meant when they are long, a link, or name a person', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isMeant(`${text} https://example.org/a?`)).toBe(false)
        expect(isMeant(`${text}\nHow many wells?`)).toBe(text.trim() === '')
        expect(isMeant(`How many wells ${text.padEnd(300, 'x')}?`)).toBe(false)
      }),
    )
    expect(isMeant('@Ana how many wells?')).toBe(false)
  })
})

describe('the bot', () => {
  const said = { id: '1', user: 'U1', channel: 'C1', thread: 't', aloud: true, platform: 'slack' }

  it('is silent on thanks, and on what it was not asked by name and cannot answer', async () => {
    const bot = canaryBot()
    const text = 'who has the key of the archive?'
    expect(await bot.answer({ ...said, text: 'thanks!' })).toMatchObject({ silent: true })
    expect(await bot.answer({ ...said, text, unnamed: true })).toMatchObject({ silent: true })
    expect(await bot.answer({ ...said, text })).not.toHaveProperty('silent')
  })

  it('answers only who names it where the channel says so', async () => {
    const channels = {
      'slack:C1': { sets: ['default'], outsiders: false, threads: 'mentions' as const },
    }
    const bot = canaryBot({ channels })
    const text = 'How many houses were destroyed in Tarwell?'
    expect(await bot.answer({ ...said, text, unnamed: true })).toMatchObject({ silent: true })
    expect(await bot.answer({ ...said, text })).toMatchObject({ kind: 'answer' })
  })
})
