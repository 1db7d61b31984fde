import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bench, openBench, QUICK } from '../../support/discord/harness.ts'
import {
  answering,
  channelsOf,
  gatewayFaults,
  isAnswered,
  repliesTo,
  until,
} from '../../support/discord/scenarios.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const log = (): string => bench.lines.join('')
const ask = async (text: string): Promise<void> => {
  const [channel] = channelsOf(bench, 1)
  if (channel === undefined) return
  const said = bench.double.mention(channel, text)
  await until(() => isAnswered(bench, [said]))
}

describe('a start', () => {
  it('is turned down by a wrong token, which it names', async () => {
    const adapter = bench.adapter({ token: 'wrong' })
    await expect(adapter.start(answering().answer)).rejects.toThrow(
      'DISCORD_TOKEN: reset the token',
    )
  })

  it('names what is missing', async () => {
    const adapter = bench.adapter({ token: '' })
    await expect(adapter.start(answering().answer)).rejects.toThrow('DISCORD_TOKEN is not set')
  })

  it('is turned down by intents that Discord does not allow', async () => {
    bench.double.gateway.turnedAway.push(4014, 4014, 4014)
    await expect(bench.adapter().start(answering().answer)).rejects.toThrow(
      'it refuses the intents',
    )
  })

  it('asks for no privileged intent, and fetches no members', async () => {
    await bench.adapter().start(answering().answer)
    await ask('How many wells?')
    expect(bench.double.gateway.connected).toBe(1)
    expect(bench.double.calls.filter(({ route }) => route.includes('members'))).toEqual([])
  })

  it('waits for Discord to come back', async () => {
    const route = 'GET /gateway/bot'
    const { faults } = bench.double
    faults.add({ route, mishap: { kind: 'status', status: 503 }, times: 2 })
    faults.add({ route, mishap: { kind: 'cut' } })
    faults.add({ route, mishap: { kind: 'error', status: 401, code: 0 } })
    await bench.adapter().start(answering().answer)
    expect(bench.double.gateway.connected).toBe(1)
  })

  it('can be given up', async () => {
    bench.double.faults.add({ route: 'GET /gateway/bot', mishap: { kind: 'cut' }, times: 1000 })
    const adapter = bench.adapter()
    const started = adapter.start(answering().answer)
    started.catch(() => {})
    await sleep(50)
    await adapter.stop()
    await expect(started).rejects.toThrow('stopped')
  })

  it('leaves nobody behind that connects again', async () => {
    const { gateway } = bench.double
    gateway.silent = 1
    const adapter = bench.adapter()
    const started = adapter.start(answering().answer)
    started.catch(() => {})
    await until(() => gateway.silent === 0)
    await adapter.stop()
    await sleep(800)
    expect([gateway.connected, gateway.identifies]).toEqual([0, 0])
  })
})

describe('a connection', () => {
  it('loses nothing where its session goes on, and begins anew once where it does not', async () => {
    const timing = { ...QUICK, connect: 2000 }
    const { counted, resumable, final, identifies } = await gatewayFaults(
      bench,
      bench.adapter({ timing }),
      10,
    )
    expect(counted).toEqual({ questions: 10, replies: 10, unanswered: 0, twice: 0 })
    expect(resumable + final).toBe(10)
    expect(identifies).toBeLessThanOrEqual(final)
  }, 60_000)

  it('is made again when heartbeats are not answered', async () => {
    const { gateway } = bench.double
    gateway.heartbeat = 100
    await bench.adapter().start(answering().answer)
    gateway.acknowledges = false
    await until(() => gateway.closed.includes(4200))
    gateway.acknowledges = true
    await until(() => gateway.resumes > 0 && gateway.connected === 1)
    await ask('How many wells?')
    expect(gateway.identifies).toBe(1)
  })

  it.each([
    { code: 4004, words: 'it refuses the token' },
    { code: 4014, words: 'it refuses the intents' },
    { code: 4013, words: 'it refuses the intents' },
  ])('that Discord ends for good ($code) is said with its fix, and begun anew', async (given) => {
    const { gateway } = bench.double
    await bench.adapter().start(answering().answer)
    gateway.turnedAway.push(given.code)
    gateway.close(given.code)
    await until(() => gateway.identifies === 3 && gateway.connected === 1)
    await ask('How many wells?')
    expect(log()).toContain(given.words)
    expect(log()).toContain('it is made again, the rest of the program goes on')
  })
})

describe('commands', () => {
  const puts = () => bench.double.calls.filter(({ route }) => route.startsWith('PUT '))

  it('are registered once, and again only when they are others', async () => {
    const first = bench.adapter()
    await first.start(answering().answer)
    await until(() => puts().length === 1)
    await first.stop()
    const second = bench.adapter()
    await second.start(answering().answer)
    await until(
      () => bench.double.calls.filter(({ route }) => route.includes('commands')).length >= 3,
    )
    await second.stop()
    expect(puts()).toHaveLength(1)
    // Somebody has taken them away.
    bench.double.rest.commands.clear()
    await bench.adapter().start(answering().answer)
    await until(() => puts().length === 2)
  })

  it('are told to one guild where it is named', async () => {
    const { guild } = bench.double.guilds
    await bench.adapter({ guild }).start(answering().answer)
    await until(() => puts().length === 1)
    expect(puts()[0]?.path).toContain(guild)
  })
})

describe('a stop', () => {
  it('keeps for the next run what comes meanwhile', async () => {
    const adapter = bench.adapter()
    const { promise, resolve } = Promise.withResolvers<void>()
    const { asked, answer } = answering()
    await adapter.start(async (message) => {
      const reply = await answer(message)
      await promise
      return reply
    })
    const [channel] = channelsOf(bench, 1)
    if (channel === undefined) return
    const first = bench.double.mention(channel, 'How deep is well 1?')
    await until(() => asked.length === 1)
    const stopping = adapter.stop()
    const second = bench.double.mention(channel, 'How deep is well 2?')
    await sleep(50)
    resolve()
    await stopping
    expect(repliesTo(bench, [first, second])).toEqual([1, 0])
    await bench.adapter().start(answer)
    await until(() => isAnswered(bench, [first, second]))
    expect(repliesTo(bench, [first, second])).toEqual([1, 1])
  })
})
