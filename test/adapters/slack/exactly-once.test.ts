import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testDelivery } from '../../support/delivery-contract.ts'
import type { Said } from '../../support/slack-double.ts'
import { type Bench, openBench, QUICK } from '../../support/slack/harness.ts'
import { answering, killed, redelivered, repliesTo, until } from '../../support/slack/scenarios.ts'
import { seen } from '../../support/slack/workspace.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const posts = () => bench.double.calls.filter(({ method }) => method === 'chat.postMessage')

describe('one question has one reply', () => {
  it('though it is delivered four times across a restart', async () => {
    const { p99, ...counts } = await redelivered(bench, 60)
    expect(counts).toEqual({ events: 60, replies: 60, unanswered: 0, twice: 0 })
    expect(p99).toBeLessThan(2500)
  })

  it('though the run ends in the middle', async () => {
    const { p99: _, ...counts } = await redelivered(bench, 60, { abrupt: true })
    expect(counts).toEqual({ events: 60, replies: 60, unanswered: 0, twice: 0 })
  })

  it('though the run ends after the acknowledgement and Slack does not deliver again', async () => {
    const first = bench.adapter({ timing: { grace: 0 } })
    await first.start(() => new Promise(() => {}))
    const said = bench.double.mention('C1', 'U1', 'How many wells?')
    await said.deliver()
    await first.stop()
    const { asked, answer } = answering()
    const second = bench.adapter()
    await second.start(answer)
    await until(() => repliesTo(bench, [said])[0] === 1)
    await second.stop()
    expect(asked).toEqual(['How many wells?'])
    expect(repliesTo(bench, [said])).toEqual([1])
  })

  it('though the run ends between the post and the word that it was taken', async () => {
    const first = bench.adapter({ timing: { ...QUICK, settle: 60_000, grace: 0 } })
    const { answer } = answering()
    await first.start(answer)
    bench.double.faults.add({ method: 'chat.postMessage', mishap: { kind: 'lost' } })
    const said = bench.double.mention('C1', 'U1', 'How many wells?')
    await said.deliver()
    await until(() => repliesTo(bench, [said])[0] === 1)
    await first.stop()
    const second = bench.adapter()
    await second.start(answer)
    await until(() => bench.double.calls.some(({ method }) => method === 'conversations.replies'))
    await second.stop()
    expect(repliesTo(bench, [said])).toEqual([1])
  })

  it('though the process is killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-slack-'))
    try {
      const { p99: _, ...counts } = await killed(bench, join(folder, 'store.sqlite'), 30, 1)
      expect(counts).toEqual({ events: 30, replies: 30, unanswered: 0, twice: 0 })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('though the first delivery is lost', async () => {
    const { asked, answer } = answering()
    bench.double.sockets.patience = 100
    await bench.adapter().start(answer)
    bench.double.sockets.losing = 2
    const said = bench.double.mention('C1', 'U1', 'How many wells?')
    await said.deliver()
    await until(() => repliesTo(bench, [said])[0] === 1)
    expect(asked).toHaveLength(1)
    expect(bench.double.sockets.lost).toEqual([])
  })

  it.each([{ kind: 'lost' as const }, { kind: 'garbled' as const }])(
    'though the answer to the post is $kind',
    async (mishap) => {
      const { answer } = answering()
      const adapter = bench.adapter()
      await adapter.start(answer)
      bench.double.faults.add({ method: 'chat.postMessage', mishap })
      const said = bench.double.mention('C1', 'U1', 'How many wells?')
      await said.deliver()
      await until(() => bench.double.calls.some(({ method }) => method === 'conversations.replies'))
      await adapter.stop()
      expect(repliesTo(bench, [said])).toEqual([1])
      expect(bench.double.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(
        1,
      )
    },
  )

  it.each([
    { kind: 'cut' as const },
    { kind: 'status' as const, status: 503 },
    { kind: 'error' as const, error: 'internal_error' },
    { kind: 'limited' as const, seconds: 0 },
  ])('though the post fails at first: $kind', async (mishap) => {
    const { answer } = answering()
    await bench.adapter().start(answer)
    bench.double.faults.add({ method: 'chat.postMessage', mishap, times: 2 })
    const said = bench.double.mention('C1', 'U1', 'How many wells?')
    await said.deliver()
    await until(() => repliesTo(bench, [said])[0] === 1)
    expect(posts().length).toBeGreaterThan(1)
  })

  it('though the post is taken only after it was looked for and sent again', async () => {
    await bench.adapter({ timing: { ...QUICK, settle: 200 } }).start(answering().answer)
    bench.double.faults.add({ method: 'chat.postMessage', mishap: { kind: 'late', after: 350 } })
    const said = bench.double.mention('C1', 'U1', 'How many wells?')
    await said.deliver()
    await until(() => bench.double.calls.some(({ method }) => method === 'chat.delete'))
    await until(() => repliesTo(bench, [said])[0] === 1)
    expect(posts()).toHaveLength(2)
  })

  it('and so has a post, of a later run too', async () => {
    const { answer } = answering()
    const reply = await answer({
      id: '1',
      text: 'monday',
      user: 'U1',
      channel: 'C1',
      platform: 'slack',
    })
    bench.double.faults.add({ method: 'chat.postMessage', mishap: { kind: 'lost' } })
    const first = bench.adapter()
    await first.start(answer)
    const receipt = await first.post('C1', reply, 'monday')
    await first.stop()
    const second = bench.adapter()
    await second.start(answer)
    expect(await second.post('C1', reply, 'monday')).toEqual(receipt)
    expect(bench.double.workspace.said('C1')).toHaveLength(1)
  })
})

testDelivery('Slack', () => {
  const { double } = bench
  let last: Said | undefined
  const said = () => {
    if (last === undefined) throw new Error('nothing was asked')
    return last
  }
  return {
    adapter: () => bench.adapter(),
    ask: async (text) => {
      last = double.mention('C1', 'U1', text)
      await last.deliver()
    },
    redeliver: async () => {
      await said().deliver()
    },
    edit: async (text) => {
      await double.edit(said().message, `<@${double.workspace.bot.user_id}> ${text}`)
    },
    takeBack: async () => {
      await double.remove(said().message)
    },
    askLate: async (text) => {
      const late = double.mention('C1', 'U1', text)
      await double.remove(late.message)
      await late.deliver()
    },
    replies: () => double.workspace.said('C1').map(seen),
    // With the bench.
    close: () => Promise.resolve(),
  }
})

describe('what is for nobody', () => {
  it('bots, itself and other people’s talk are not answered', async () => {
    const { asked, answer } = answering()
    const adapter = bench.adapter()
    await adapter.start(answer)
    const { double } = bench
    const { workspace, sockets } = double
    await double.say('C1', 'U1', 'How many wells?').deliver()
    await double.say('C1', workspace.bot.user_id, 'Seven wells were dug').deliver()
    const other = workspace.add({ channel: 'D1', user: 'U9', bot_id: 'B9', text: 'I am a bot' })
    const { messageEvent } = await import('../../support/slack/bodies.ts')
    await sockets.deliver('events_api', messageEvent(workspace, other))
    const own = workspace.add({ channel: 'D1', bot_id: workspace.bot.bot_id, text: 'me' })
    await sockets.deliver('events_api', messageEvent(workspace, own))
    await adapter.stop()
    expect(asked).toEqual([])
  })
})
