import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelOf, Stored } from '../../support/discord/guilds.ts'
import { seen } from '../../support/discord/seen.ts'
import { type Bench, openBench, QUICK } from '../../support/discord/harness.ts'
import {
  answering,
  isAnswered,
  killed,
  redelivered,
  repliesTo,
  until,
} from '../../support/discord/scenarios.ts'
import { testDelivery } from '../../support/delivery-contract.ts'
import { person } from '../../support/discord/bodies.ts'
import { answer as replyOf, quote } from '../../support/replies.ts'

let bench: Bench
let channel: ChannelOf
beforeEach(async () => {
  bench = await openBench()
  channel = bench.double.guilds.channel()
})
afterEach(() => bench.close())

const POST = 'POST /channels/:id/messages'
const calls = (route: string) => bench.double.calls.filter((each) => each.route === route)
const ask = (text = 'How deep is well 1?'): Stored => bench.double.mention(channel, text)

describe('one question has one reply', () => {
  it('though it is delivered four times across a restart', async () => {
    const counts = await redelivered(bench, 60)
    expect(counts).toEqual({ questions: 60, replies: 60, unanswered: 0, twice: 0 })
  })

  it('though the run ends in the middle', async () => {
    const counts = await redelivered(bench, 60, { abrupt: true })
    expect(counts).toEqual({ questions: 60, replies: 60, unanswered: 0, twice: 0 })
  })

  it('though a resumption delivers it again', async () => {
    const { gateway } = bench.double
    const adapter = bench.adapter()
    const { asked, answer } = answering()
    await adapter.start(answer)
    const said = ask()
    const { asked: command } = bench.double.command(channel, 'ask', {
      question: 'How deep is well 2?',
    })
    await until(() => bench.double.guilds.shown().includes('well 2') && isAnswered(bench, [said]))
    gateway.rewind = 100
    gateway.reconnect()
    await until(() => gateway.resumes === 1 && gateway.connected === 1)
    const last = ask('How deep is well 3?')
    await until(() => isAnswered(bench, [last]))
    await adapter.stop()
    expect(asked).toHaveLength(3)
    expect(bench.double.guilds.said()).toHaveLength(3)
    expect(command.acknowledged?.type).toBe(5)
  })

  it('though the run ends before it is answered', async () => {
    const first = bench.adapter({ timing: { ...QUICK, grace: 0 } })
    const begun = Promise.withResolvers<void>()
    await first.start(() => {
      begun.resolve()
      return new Promise(() => {})
    })
    const said = ask()
    await begun.promise
    await first.stop()
    const second = bench.adapter()
    await second.start(answering().answer)
    await until(() => isAnswered(bench, [said]))
    await second.stop()
    expect(repliesTo(bench, [said])).toEqual([1])
  })

  it('though it is a command, and the run ends before it is answered', async () => {
    const first = bench.adapter({ timing: { ...QUICK, grace: 0 } })
    const begun = Promise.withResolvers<void>()
    await first.start(() => {
      begun.resolve()
      return new Promise(() => {})
    })
    const { asked } = bench.double.command(channel, 'ask', { question: 'How deep is well 1?' })
    await begun.promise
    await first.stop()
    expect(asked.original?.loading).toBe(true)
    const second = bench.adapter()
    await second.start(answering().answer)
    await until(() => asked.original?.loading === false)
    await second.stop()
    expect(bench.double.guilds.said()).toHaveLength(1)
  })

  it.each([true, false])(
    'though the run ends between the post and the word that it was taken; nonces told: %s',
    async (tellsNonce) => {
      bench.double.rest.tellsNonce = tellsNonce
      const first = bench.adapter({ timing: { ...QUICK, settle: 60_000, grace: 0 } })
      const { answer } = answering()
      await first.start(answer)
      bench.double.faults.add({ route: POST, mishap: { kind: 'lost' } })
      const said = ask()
      await until(() => isAnswered(bench, [said]))
      await first.stop()
      const second = bench.adapter()
      await second.start(answer)
      await until(() => calls('GET /channels/:id/messages').length > 0)
      await second.stop()
      expect(repliesTo(bench, [said])).toEqual([1])
      expect(calls(POST)).toHaveLength(1)
    },
  )

  it('though the process is killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-discord-'))
    try {
      const counts = await killed(bench, join(folder, 'store.sqlite'), 30, 1)
      expect(counts).toEqual({ questions: 30, replies: 30, unanswered: 0, twice: 0 })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it.each([{ kind: 'lost' as const }, { kind: 'garbled' as const }])(
    'though the answer to the post is $kind',
    async (mishap) => {
      const adapter = bench.adapter()
      await adapter.start(answering().answer)
      bench.double.faults.add({ route: POST, mishap })
      const said = ask()
      await until(() => calls('GET /channels/:id/messages').length > 0)
      await adapter.stop()
      expect(repliesTo(bench, [said])).toEqual([1])
      expect(calls(POST)).toHaveLength(1)
    },
  )

  it('though the post is taken only after it was looked for and sent again', async () => {
    const adapter = bench.adapter()
    await adapter.start(answering().answer)
    bench.double.faults.add({ route: POST, mishap: { kind: 'late', after: 300 } })
    const said = ask()
    await until(() => calls(POST).length === 2)
    await sleep(400)
    await adapter.stop()
    expect(repliesTo(bench, [said])).toEqual([1])
  })

  it('though nobody may look whether it is there: its nonce sees to it', async () => {
    const adapter = bench.adapter()
    await adapter.start(answering().answer)
    bench.double.faults.add(
      { route: POST, mishap: { kind: 'lost' } },
      {
        route: 'GET /channels/:id/messages',
        mishap: { kind: 'error', status: 403, code: 50_001 },
        times: 9,
      },
    )
    const said = ask()
    await until(() => calls(POST).length === 2)
    await adapter.stop()
    expect(repliesTo(bench, [said])).toEqual([1])
  })

  it.each([
    { kind: 'cut' as const },
    { kind: 'status' as const, status: 503 },
    { kind: 'limited' as const, seconds: 0 },
  ])('though the post fails at first: $kind', async (mishap) => {
    await bench.adapter().start(answering().answer)
    bench.double.faults.add({ route: POST, mishap, times: 2 })
    const said = ask()
    await until(() => isAnswered(bench, [said]))
    expect(repliesTo(bench, [said])).toEqual([1])
  })

  it('and so has a post, of a later run too', async () => {
    const { answer } = answering()
    const reply = await answer({
      id: '1',
      text: 'monday',
      user: 'U',
      channel: 'C',
      platform: 'discord',
    })
    bench.double.faults.add({ route: POST, mishap: { kind: 'lost' } })
    const first = bench.adapter()
    await first.start(answer)
    const receipt = await first.post(channel.id, reply, 'monday')
    await first.stop()
    const second = bench.adapter()
    await second.start(answer)
    expect(await second.post(channel.id, reply, 'monday')).toEqual(receipt)
    expect(bench.double.guilds.said()).toHaveLength(1)
  })

  it('and so has a post that a later run has fewer words for', async () => {
    const { answer } = answering()
    const texts = ['Seven wells were dug.', 'One of them is dry.']
    const [whole, less] = [texts, texts.slice(0, 1)].map((some) =>
      replyOf(...some.map((text) => quote(text))),
    )
    if (whole === undefined || less === undefined) throw new Error('two replies')
    bench.double.rest.nonceFor = 0
    bench.double.faults.add({ route: POST, mishap: { kind: 'lost' } })
    const first = bench.adapter({ timing: { ...QUICK, settle: 60_000 } })
    await first.start(answer)
    const cut = first.post(channel.id, whole, 'monday')
    cut.catch(() => {})
    await until(() => bench.double.guilds.said().length === 1)
    await first.stop()
    await expect(cut).rejects.toThrow('stopped')
    const second = bench.adapter()
    await second.start(answer)
    const { id } = await second.post(channel.id, less, 'monday')
    expect(bench.double.guilds.said()).toHaveLength(1)
    expect(id).toContain(bench.double.guilds.said()[0]?.id)
  })

  it('and a post with the same words as another is not taken for it', async () => {
    const { answer } = answering()
    const reply = await answer({
      id: '1',
      text: 'same',
      user: 'U',
      channel: 'C',
      platform: 'discord',
    })
    const adapter = bench.adapter()
    await adapter.start(answer)
    await adapter.post(channel.id, reply, 'monday')
    bench.double.faults.add({ route: POST, mishap: { kind: 'cut' } })
    await adapter.post(channel.id, reply, 'tuesday')
    expect(bench.double.guilds.said()).toHaveLength(2)
  })
})

testDelivery('Discord', () => {
  const { double } = bench
  const mention = (text: string) => `<@${double.guilds.bot.id}> ${text}`
  let last: Stored | undefined
  const said = () => {
    if (last === undefined) throw new Error('nothing was asked')
    return last
  }
  const done = (..._told: unknown[]) => Promise.resolve()
  return {
    adapter: () => bench.adapter(),
    ask: (text) => done((last = ask(text))),
    redeliver: () => done(double.tell(said())),
    edit: (text) => done(double.edit(said(), mention(text))),
    takeBack: () => done(double.remove(said())),
    askLate: (text) => {
      const late = double.guilds.write({
        channel_id: channel.id,
        author: person(),
        content: mention(text),
      })
      double.remove(late)
      return done(double.tell(late))
    },
    replies: () => double.guilds.said().map(seen),
    close: () => Promise.resolve(),
  }
})

it('takes its reply along when a message is no question to the bot any more', async () => {
  await bench.adapter().start(answering().answer)
  const said = ask()
  await until(() => isAnswered(bench, [said]))
  bench.double.edit(said, 'never mind')
  await expect(until(() => bench.double.guilds.said().length === 0)).resolves.toBeUndefined()
})

describe('what is for nobody', () => {
  it('bots, webhooks, itself and other people’s talk are not answered', async () => {
    const { asked, answer } = answering()
    const adapter = bench.adapter()
    await adapter.start(answer)
    const { double } = bench
    const { bot } = double.guilds
    double.say(channel, 'How many wells?')
    double.say(channel, `<@${bot.id}> How many wells?`, {
      author: { id: '1'.repeat(18), username: 'b', bot: true },
    })
    double.say(channel, `<@${bot.id}> How many wells?`, { webhook_id: '2'.repeat(18) })
    double.say(double.guilds.direct(), 'How many wells?', { author: bot })
    const said = ask()
    await until(() => isAnswered(bench, [said]))
    await adapter.stop()
    expect(asked).toHaveLength(1)
  })
})
