import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bench, openBench, QUICK } from '../../support/slack/harness.ts'
import { answering, limitedChannel, until } from '../../support/slack/scenarios.ts'
import { answer, quote } from '../../support/replies.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const posts = (channel?: string) =>
  bench.double.calls.filter(
    ({ method, args }) =>
      method === 'chat.postMessage' && (channel === undefined || args['channel'] === channel),
  )

describe('posting', () => {
  it('keeps to one message an interval in a channel, the first at once', async () => {
    const adapter = bench.adapter({ timing: { ...QUICK, interval: 300 } })
    await adapter.start(answering().answer)
    const reply = answer(quote('Seven wells were dug.'))
    await Promise.all([
      ...['a', 'b', 'c'].map((key) => adapter.post('C1', reply, key)),
      adapter.post('C2', reply, 'a'),
    ])
    const [first = 0, second = 0, third = 0] = posts('C1').map(({ at }) => at)
    // When they arrive is a little off when they left.
    expect(second - first).toBeGreaterThan(200)
    expect(third - second).toBeGreaterThan(200)
    expect(posts('C2')[0]?.at).toBeLessThan(second)
  })

  it('holds back a channel that is limited, and no other', async () => {
    const { others, limited } = await limitedChannel(bench, bench.adapter(), 2)
    expect(limited).toBeGreaterThan(1900)
    expect(others).toBeLessThan(1900)
    // As often as it takes to be told, not more.
    expect(posts('C0').length).toBeLessThanOrEqual(4)
  })

  it('never unfolds links, and says who it is in the message', async () => {
    const adapter = bench.adapter()
    await adapter.start(answering().answer)
    await adapter.post('C1', answer(quote('Seven wells were dug.')), 'monday')
    expect(posts()[0]?.args).toMatchObject({
      unfurl_links: 'false',
      unfurl_media: 'false',
      metadata: { event_type: 'verbatim_reply' },
    })
  })

  it('sends the words where Slack refuses the blocks', async () => {
    const adapter = bench.adapter()
    await adapter.start(answering().answer)
    bench.double.faults.add({
      method: 'chat.postMessage',
      mishap: { kind: 'error', error: 'invalid_blocks' },
    })
    await adapter.post('C1', answer(quote('Seven wells were dug.')), 'monday')
    expect(bench.double.workspace.shown()).toContain('Seven wells were dug.')
  })

  it('gives up where the bot is not in the channel, and says what to do', async () => {
    const adapter = bench.adapter()
    await adapter.start(answering().answer)
    bench.double.faults.add({
      method: 'chat.postMessage',
      mishap: { kind: 'error', error: 'not_in_channel' },
    })
    const reply = answer(quote('Seven wells were dug.'))
    await expect(adapter.post('C1', reply, 'monday')).rejects.toThrow('invite the bot')
    // Nothing happened: it may be posted later.
    await adapter.post('C1', reply, 'monday')
    expect(bench.double.workspace.said('C1')).toHaveLength(1)
  })

  it('needs a start', async () => {
    const reply = answer(quote('Seven wells were dug.'))
    await expect(bench.adapter().post('C1', reply, 'monday')).rejects.toThrow('start it first')
  })
})

describe('who asks', () => {
  it.each([
    { who: 'a member', person: {}, role: 'member' },
    { who: 'an admin', person: { is_admin: true }, role: 'admin' },
    { who: 'a guest', person: { is_restricted: true }, role: 'outsider' },
    { who: 'somebody of another organisation', person: { team_id: 'T9' }, role: 'outsider' },
  ])('$who is told as $role', async ({ person, role }) => {
    const { workspace } = bench.double
    workspace.people.set('U1', { id: 'U1', team_id: workspace.team, ...person })
    const roles: unknown[] = []
    const { answer: answerer } = answering()
    await bench.adapter().start((message) => {
      roles.push(message.role)
      return answerer(message)
    })
    await bench.double.mention('C1', 'U1', 'How many wells?').deliver()
    await until(() => roles.length === 1)
    expect(roles).toEqual([role])
  })

  it('in a channel shared with others everybody counts as an outsider', async () => {
    const { workspace } = bench.double
    workspace.people.set('U1', { id: 'U1', team_id: workspace.team, is_admin: true })
    workspace.shared.add('C1')
    const roles: unknown[] = []
    await bench.adapter().start((message) => {
      roles.push(message.role)
      return answering().answer(message)
    })
    await bench.double.mention('C1', 'U1', 'How many wells?').deliver()
    await until(() => roles.length === 1)
    expect(roles).toEqual(['outsider'])
  })

  it('whoever cannot be looked up is an outsider', async () => {
    bench.double.faults.add({
      method: 'users.info',
      mishap: { kind: 'error', error: 'missing_scope' },
    })
    const roles: unknown[] = []
    await bench.adapter().start((message) => {
      roles.push(message.role)
      return answering().answer(message)
    })
    await bench.double.mention('C1', 'U1', 'How many wells?').deliver()
    await until(() => roles.length === 1)
    expect(roles).toEqual(['outsider'])
  })
})
