import { afterEach, beforeEach, expect, describe, it } from 'vitest'
import type { Message } from '../../../src/adapter.ts'
import type { Reply } from '../../../src/reply.ts'
import { answer, quote, REPLIES } from '../../support/replies.ts'
import { type Bench, openBench } from '../../support/slack/harness.ts'
import { isJson } from '../../support/slack/limits.ts'
import { answering, repliesTo, until } from '../../support/slack/scenarios.ts'
import { seen, type Stored } from '../../support/slack/workspace.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

describe('ways in', () => {
  it('a mention is answered in its thread, and what follows there without a mention', async () => {
    const { asked, answer: answerer } = answering()
    await bench.adapter().start(answerer)
    const said = bench.double.mention('C1', 'U1', 'How many wells?')
    await said.deliver()
    await until(() => repliesTo(bench, [said])[0] === 1)
    const next = bench.double.say('C1', 'U1', 'And how many bridges?', said.message.ts)
    await next.deliver()
    await until(() => repliesTo(bench, [next])[0] === 1)
    expect(asked).toEqual(['How many wells?', 'And how many bridges?'])
    expect(bench.double.workspace.said('C1').map(({ thread_ts }) => thread_ts)).toEqual([
      said.message.ts,
      said.message.ts,
    ])
  })

  it('a direct message needs no mention', async () => {
    const { asked, answer: answerer } = answering()
    await bench.adapter().start(answerer)
    const said = bench.double.say('D1', 'U1', 'How many wells?')
    await said.deliver()
    await until(() => repliesTo(bench, [said])[0] === 1)
    expect(asked).toEqual(['How many wells?'])
  })

  it('a command is answered for its asker alone', async () => {
    await bench.adapter().start(answering().answer)
    await bench.double.command('C1', 'U1', '/ask', 'How many wells?')
    await until(() => bench.double.workspace.said('C1').length === 1)
    expect(bench.double.workspace.said('C1')[0]).toMatchObject({ only: 'U1' })
  })

  it('a response that was not taken is sent again, one that may have been is not', async () => {
    const adapter = bench.adapter()
    await adapter.start(answering().answer)
    bench.double.faults.add({
      method: 'response_url',
      mishap: { kind: 'status', status: 503 },
      times: 2,
    })
    await bench.double.command('C1', 'U1', '/ask', 'How many wells?')
    await until(() => bench.double.workspace.said('C1').length === 1)
    bench.double.faults.add({ method: 'response_url', mishap: { kind: 'lost' } })
    await bench.double.command('C1', 'U1', '/ask', 'How many bridges?')
    await until(() => bench.double.workspace.said('C1').length === 2)
    await adapter.stop()
    expect(bench.double.workspace.said('C1')).toHaveLength(2)
  })
})

/** Whatever can be pressed under a message, by its words. */
function buttons(value: unknown): Map<string, Record<string, unknown>> {
  const found = new Map<string, Record<string, unknown>>()
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit)
    if (!isJson(part)) return
    const text = isJson(part['text']) ? part['text']['text'] : undefined
    if (part['type'] === 'button' && typeof text === 'string') found.set(text, { ...part })
    Object.values(part).forEach(visit)
  }
  visit(value)
  return found
}

describe('what is pressed', () => {
  const asked: Message[] = []
  const replying =
    (byKind: Partial<Record<string, Reply>>) =>
    (message: Message): Promise<Reply> => {
      asked.push(message)
      return Promise.resolve(byKind[message.request?.kind ?? 'ask'] ?? REPLIES.answer)
    }
  const said = (channel = 'C1') => bench.double.workspace.said(channel)
  const press = async (message: Stored | undefined, words: RegExp, user = 'U1'): Promise<void> => {
    const [, button] = [...buttons(message?.blocks)].find(([text]) => words.test(text)) ?? []
    if (message === undefined || button === undefined) throw new Error(`no button ${words.source}`)
    await bench.double.press(message, user, button)
  }
  const asking = async (
    byKind: Partial<Record<string, Reply>> = {},
  ): Promise<Stored | undefined> => {
    asked.length = 0
    await bench.adapter().start(replying(byKind))
    await bench.double.mention('C1', 'U1', 'How many wells?').deliver()
    await until(() => said().length === 1)
    return said()[0]
  }

  it('More brings more quotes into the thread, once', async () => {
    const more = answer(quote('Eleven more wells were planned.'))
    const message = await asking({ more })
    await press(message, /more/i)
    await until(() => said().length === 2)
    expect(said()[1]?.thread_ts).toBe(message?.thread_ts)
    expect(said().map(seen).join()).toContain('Eleven more wells')
  })

  it('In context opens a modal with the paragraph', async () => {
    const one = answer(quote('Seven wells were dug.'))
    const message = await asking({ ask: one, context: REPLIES.context })
    await press(message, /context/i)
    await until(() => bench.double.api.views.length === 1)
    expect(bench.double.api.views[0]).toMatchObject({ view: { type: 'modal' } })
  })

  it('Delete is for the asker, and takes the reply away', async () => {
    const message = await asking()
    await press(message, /delete/i, 'U2')
    await until(() => said().some(({ only }) => only === 'U2'))
    expect(said().filter(({ only }) => only === undefined)).toHaveLength(1)
    await press(message, /delete/i, 'U1')
    await until(() => said().every(({ only }) => only !== undefined))
    expect(bench.double.workspace.messages('C1', message?.thread_ts)).toHaveLength(1)
  })

  it('Share shows to the channel what only the asker saw', async () => {
    await bench.adapter().start(replying({}))
    await bench.double.command('C1', 'U1', '/ask', 'How many wells?')
    await until(() => said().length === 1)
    await press(said()[0], /share/i)
    await until(() => said().some(({ only }) => only === undefined))
    await until(() => said().every(({ only }) => only === undefined))
    expect(said()).toHaveLength(1)
  })

  it('figures bring their chart as a file that is described, once though the answer is lost', async () => {
    bench.double.faults.add({ method: 'files.completeUploadExternal', mishap: { kind: 'lost' } })
    await bench.adapter().start(replying({ ask: REPLIES.figures }))
    await bench.double.mention('C1', 'U1', 'figures wells').deliver()
    await until(() => said().some(({ files }) => files !== undefined))
    await bench.adapter().stop()
    const [file, ...others] = bench.double.api.files.values()
    expect(others).toEqual([])
    expect(file).toMatchObject({ channel: 'C1', name: expect.stringMatching(/png$/) })
    expect(file?.altText).not.toBe('')
    expect(said().filter(({ files }) => files !== undefined)).toHaveLength(1)
  })

  it('a dropped file is offered, and added when somebody says so', async () => {
    asked.length = 0
    const notice: Reply = { kind: 'notice', text: ['Added notes.md.'] }
    await bench.adapter().start(replying({ add: notice }))
    await bench.double.drop('D1', 'U1', '', 'notes.md', '# Wells')
    await until(() => said('D1').length === 1)
    expect(asked).toEqual([])
    await press(said('D1')[0], /add/i)
    await until(() => said('D1').map(seen).join().includes('Added notes.md.'))
    expect(asked[0]?.request).toMatchObject({ kind: 'add', name: 'notes.md' })
    const request = asked[0]?.request
    const bytes = request?.kind === 'add' ? request.bytes : new Uint8Array()
    expect(new TextDecoder().decode(bytes)).toBe('# Wells')
  })
})
