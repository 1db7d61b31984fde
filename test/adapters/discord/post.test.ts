import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelOf } from '../../support/discord/guilds.ts'
import { type Bench, openBench } from '../../support/discord/harness.ts'
import {
  answering,
  deferred,
  isAnswered,
  limitedChannel,
  repliesTo,
  until,
} from '../../support/discord/scenarios.ts'
import { answer, quote } from '../../support/replies.ts'

let bench: Bench
let channel: ChannelOf
beforeEach(async () => {
  bench = await openBench()
  channel = bench.double.guilds.channel()
})
afterEach(() => bench.close())

const POST = 'POST /channels/:id/messages'
const posts = () => bench.double.calls.filter(({ route }) => route === POST)
const log = (): string => bench.lines.join('')

describe('posting', () => {
  it('mentions nobody, in posts and in changes', async () => {
    await bench.adapter().start(answering().answer)
    const said = bench.double.mention(channel, 'How deep is well 1?')
    await until(() => isAnswered(bench, [said]))
    bench.double.edit(said, `<@${bench.double.guilds.bot.id}> How deep is well 2?`)
    await until(() => bench.double.guilds.shown().includes('well 2'))
    const sent = bench.double.calls.filter(({ route }) =>
      /^(?:POST|PATCH) .*\/messages/.test(route),
    )
    expect(sent.length).toBeGreaterThanOrEqual(2)
    for (const { body } of sent) expect(body['allowed_mentions']).toEqual({ parse: [] })
  })

  it('replies to the question, and shows it as it is where the question is gone', async () => {
    await bench.adapter().start(answering().answer)
    const said = bench.double.mention(channel, 'How deep is well 1?')
    await until(() => isAnswered(bench, [said]))
    expect(bench.double.guilds.said()[0]?.message_reference).toMatchObject({ message_id: said.id })
    expect(posts()[0]?.body).toMatchObject({
      enforce_nonce: true,
      nonce: expect.stringMatching(/^.{25}$/),
      message_reference: { fail_if_not_exists: false },
    })
  })

  it('holds back a channel that is limited, and no other', async () => {
    const { others, limited } = await limitedChannel(bench, bench.adapter(), 2)
    expect(limited).toBeGreaterThan(1900)
    expect(others).toBeLessThan(1900)
  })

  it('waits out a limit of everything', async () => {
    await bench.adapter().start(answering().answer)
    const mishap = { kind: 'limited' as const, seconds: 1, global: true }
    bench.double.faults.add({ route: POST, mishap })
    const said = bench.double.mention(channel, 'How deep is well 1?')
    await until(() => isAnswered(bench, [said]))
    expect(posts().length).toBeLessThanOrEqual(3)
  })

  it('sends again after a 401, without anybody doing anything', async () => {
    await bench.adapter().start(answering().answer)
    bench.double.faults.add({ mishap: { kind: 'error', status: 401, code: 0 }, times: 3 })
    const began = performance.now()
    const said = bench.double.mention(channel, 'How deep is well 1?')
    await until(() => isAnswered(bench, [said]), 60_000)
    expect(performance.now() - began).toBeLessThan(60_000)
    expect(repliesTo(bench, [said])).toEqual([1])
    expect(log()).toContain('DISCORD_TOKEN is not valid any more')
  })

  it.each([
    { what: 'closed' as const, words: 'allow the bot Send Messages' },
    { what: 'hidden' as const, words: 'let the bot’s role view the channel' },
  ])('says what to do where a channel is $what to it, and goes on elsewhere', async (given) => {
    const adapter = bench.adapter()
    await adapter.start(answering().answer)
    bench.double.rest[given.what].add(channel.id)
    const here = bench.double.mention(channel, 'How deep is well 1?')
    const there = bench.double.mention(bench.double.guilds.channel(), 'How deep is well 2?')
    await until(() => isAnswered(bench, [there]))
    await until(() => log().includes(given.words))
    await adapter.stop()
    expect(repliesTo(bench, [here])).toEqual([0])
  })

  it('rejects a post to a channel that is not there, saying so', async () => {
    const adapter = bench.adapter()
    await adapter.start(answering().answer)
    const reply = answer(quote('Seven wells were dug.'))
    await expect(adapter.post('1'.repeat(18), reply, 'monday')).rejects.toThrow(
      'the channel is gone',
    )
  })

  it('says that it is not connected', async () => {
    const reply = answer(quote('Seven wells were dug.'))
    await expect(bench.adapter().post(channel.id, reply, 'monday')).rejects.toThrow(
      'start it first',
    )
  })
})

describe('a thread', () => {
  it('belongs to its channel, and is a conversation of its own', async () => {
    const heard: unknown[] = []
    await bench.adapter().start((message) => {
      heard.push([message.channel, message.thread, message.workspace])
      return answering().answer(message)
    })
    const thread = bench.double.guilds.thread(channel)
    const said = bench.double.mention(thread, 'How deep is well 1?')
    await until(() => isAnswered(bench, [said]))
    expect(heard).toEqual([[channel.id, thread.id, bench.double.guilds.guild]])
    expect(bench.double.guilds.said(thread.id)).toHaveLength(1)
  })
})

describe('an interaction', () => {
  const ask = (options = {}) =>
    bench.double.command(channel, 'ask', { question: 'How deep is well 1?', ...options })
  const shown = () => bench.double.guilds.shown()

  it('is deferred before any work, and answered in its place', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { answer: answerer } = answering()
    await bench.adapter().start(async (message) => {
      await promise
      return answerer(message)
    })
    const { asked } = ask()
    await until(() => asked.acknowledged !== undefined)
    expect(asked.acknowledged?.type).toBe(5)
    resolve()
    await until(() => shown().includes('well 1'))
    expect(bench.double.guilds.said()).toHaveLength(1)
    expect(asked.original?.loading).toBe(false)
  })

  it('is deferred within 3 s, however many there are and however busy the machine is', async () => {
    expect(await deferred(bench, bench.adapter(), 60)).toBeLessThan(3000)
    expect(bench.double.guilds.said()).toHaveLength(60)
  })

  it('is seen by the asker alone when it is private', async () => {
    await bench.adapter().start(answering().answer)
    const { asked } = ask({ private: true })
    await until(() => shown().includes('well 1'))
    expect(asked.original?.only).toBe(asked.user)
  })

  it.each([
    { kind: 'hang' as const },
    { kind: 'cut' as const },
    { kind: 'lost' as const },
    { kind: 'status' as const, status: 502 },
  ])('is deferred within 3 s though Discord fails at first: $kind', async (mishap) => {
    await bench.adapter().start(answering().answer)
    bench.double.faults.add({ route: 'POST /interactions/:id/:token/callback', mishap })
    const { asked } = ask()
    await until(() => shown().includes('well 1'))
    expect(asked.acknowledged?.after).toBeLessThan(3000)
    expect(bench.double.guilds.said()).toHaveLength(1)
  })

  it('that is over is said in the log and answered by a message', async () => {
    const { answer: answerer } = answering()
    await bench.adapter().start((message) => {
      for (const each of bench.double.interactions.all) each.over = true
      return answerer(message)
    })
    ask()
    await until(() => bench.double.guilds.said().some((each) => each.webhook_id === undefined))
    expect(log()).toContain('an interaction is over; its answer is posted to the channel')
    expect(posts()).toHaveLength(1)
  })

  it('that came too late to be acknowledged is answered by a message, unless it is private', async () => {
    const adapter = bench.adapter()
    await adapter.start(answering().answer)
    bench.double.interactions.patience = -1
    ask()
    await until(() => shown().includes('well 1'))
    ask({ private: true })
    await until(() => log().includes('came too late to be shown'))
    await adapter.stop()
    expect(bench.double.guilds.said()).toHaveLength(1)
  })

  it('of a direct message is answered there', async () => {
    await bench.adapter().start(answering().answer)
    channel = bench.double.guilds.direct()
    ask()
    await until(() => shown().includes('well 1'))
    expect(bench.double.guilds.said(channel.id)).toHaveLength(1)
  })
})
