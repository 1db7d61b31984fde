/** Questions without an answer: who is shown which. */
import { describe, expect, it } from 'vitest'
import type { Message, Request } from '../src/adapter.ts'
import type { Bot } from '../src/bot.ts'
import { Reply } from '../src/reply.ts'
import { sqliteStore } from '../src/store/sqlite/store.ts'
import { CANARY, canaryBot, innocentQuestion } from './support/canary.ts'
import { randomOf } from './support/random.ts'
import { send, want } from './support/asking.ts'

describe('unanswered questions', () => {
  const admin = { role: 'admin', workspace: 'T1' } as const
  const direct = { ...admin, channel: 'D1' }
  const wide = { kind: 'gaps', of: 'workspace' } as const
  const REGATTA = 'Who won the regatta of Zanzibar?'
  const LOTTERY = 'Who won the lottery of Samarkand?'
  const DISPLACED = 'Who insured the displaced of the flood from Samarkand?'

  async function gapsOf(bot: Bot, request: Request, over: Partial<Message>) {
    const reply = await want(bot, request, '', over)
    if (reply.kind !== 'gaps') throw new Error(reply.kind)
    expect(Reply.parse(reply)).toEqual(reply)
    return reply.gaps
  }
  const questionsOf = async (bot: Bot, request: Request, over: Partial<Message>) =>
    (await gapsOf(bot, request, over)).map(({ question }) => question)

  it('of a whole workspace are for its admins, where only they read', async () => {
    const bot = canaryBot()
    await send(bot, REGATTA, { workspace: 'T1' })
    await send(bot, LOTTERY, { workspace: 'T1', channel: 'C2' })
    expect(await questionsOf(bot, wide, direct)).toEqual([LOTTERY, REGATTA])
    expect(await questionsOf(bot, { kind: 'gaps' }, admin)).toEqual([REGATTA])
    expect(await questionsOf(bot, { kind: 'gaps' }, direct)).toEqual([])
    for (const role of ['member', 'outsider'] as const)
      expect(await want(bot, wide, '', { ...direct, role })).toMatchObject({
        kind: 'failed',
        message: expect.stringContaining('Only admins'),
      })
  })

  it('are their asker’s own where nobody reads along', async () => {
    const store = sqliteStore(':memory:')
    const bot = canaryBot({ store })
    await send(bot, REGATTA, { workspace: 'T1', aloud: false })
    await send(bot, LOTTERY, { workspace: 'T1', channel: 'D7', aloud: false })
    expect(await questionsOf(bot, wide, direct)).toEqual([])
    expect(await questionsOf(bot, { kind: 'gaps' }, admin)).toEqual([])
    expect(await store.gaps.list(10)).toEqual([])
  })

  it('of another workspace or platform stay there', async () => {
    const bot = canaryBot()
    await send(bot, REGATTA, { workspace: 'T2' })
    await send(bot, LOTTERY, { workspace: 'T1', platform: 'discord' })
    await send(bot, 'Who won the raffle of Timbuktu?')
    expect(await questionsOf(bot, wide, direct)).toEqual([])
    // Where no workspace is known, there is only the channel.
    const { workspace: _, ...nowhere } = direct
    expect(await questionsOf(bot, wide, nowhere)).toEqual([])
    // The same channel's name in two workspaces is two channels.
    expect(await questionsOf(bot, wide, { ...direct, workspace: 'T3', channel: 'C1' })).toEqual([
      'Who won the raffle of Timbuktu?',
    ])
  })

  it('are not crowded out by those of other places', async () => {
    const store = sqliteStore(':memory:')
    const bot = canaryBot({ store })
    await send(bot, REGATTA, { workspace: 'T1' })
    const gap = { at: '2024-01-01T08:00:00.000Z', platform: 'slack', channel: 'C7', reason: 'No.' }
    for (let at = 0; at < 300; at++)
      await store.gaps.add({ ...gap, question: LOTTERY, workspace: 'T2' })
    expect(await questionsOf(bot, wide, direct)).toEqual([REGATTA])
    expect(await questionsOf(bot, { kind: 'gaps' }, admin)).toEqual([REGATTA])
  })

  it('show the nearest passage only of documents that the admin sees', async () => {
    const bot = canaryBot()
    await send(bot, DISPLACED, { workspace: 'T1', channel: 'C9' })
    const [own] = await gapsOf(bot, { kind: 'gaps' }, { ...admin, channel: 'C9' })
    expect(own?.nearest).toMatchObject({ document: 'vault-plan.md' })
    const [seen] = await gapsOf(bot, wide, direct)
    expect(seen).toMatchObject({ question: DISPLACED, reason: own?.reason })
    expect(JSON.stringify(seen)).not.toMatch(CANARY)
    await want(bot, { kind: 'manage' }, 'set default', { ...admin, channel: 'C9' })
    const [later] = await gapsOf(bot, { kind: 'gaps' }, { ...admin, channel: 'C9' })
    expect(JSON.stringify(later)).not.toMatch(CANARY)
  })

  it('show no passage of a document that left its name to another', async () => {
    const store = sqliteStore(':memory:')
    const gap = { at: '2024-01-01T08:00:00.000Z', platform: 'slack', channel: 'C1', reason: 'No.' }
    const add = (text: string) =>
      store.gaps.add({ ...gap, question: text, nearest: { document: 'notes.txt', text } })
    await add('Blankets (4711) lie in the vault.')
    await add('Bakers in Tarwell gave away bread for six weeks after the wat')
    const found = await gapsOf(canaryBot({ store }), { kind: 'gaps' }, admin)
    expect(found.map(({ nearest }) => nearest !== undefined)).toEqual([true, false])
  })

  it('never say a word of a set that the admin does not see', async () => {
    const bot = canaryBot()
    const random = randomOf(6)
    for (let turn = 0; turn < 150; turn++)
      await send(bot, `${innocentQuestion(random)} Samarkand`, {
        workspace: 'T1',
        channel: 'C9',
        thread: String(turn),
        request: { kind: turn % 2 === 0 ? 'ask' : 'figures' },
      })
    const found = await gapsOf(bot, wide, direct)
    expect(found.length).toBeGreaterThan(50)
    expect(JSON.stringify(found)).not.toMatch(CANARY)
  })
})
