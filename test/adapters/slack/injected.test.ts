import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Injections } from '../../support/injections.ts'
import { MARKUP } from '../../support/random-replies.ts'
import { type Bench, openBench } from '../../support/slack/harness.ts'
import { injected, wrongInCall } from '../../support/slack/injecting.ts'
import { read } from '../../support/slack/reading.ts'
import { until } from '../../support/slack/scenarios.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

/** Whatever is sent, as it arrived. */
async function sent(body: Readonly<Record<string, unknown>>) {
  const { double } = bench
  const unfurl = { unfurl_links: 'false', unfurl_media: 'false' }
  const form = Object.entries({ channel: 'C1', ...unfurl, ...body }).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  const response = await fetch(`${double.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${double.botToken}` },
    body: new URLSearchParams(form),
  })
  expect(await response.json()).toMatchObject({ ok: true })
  const [message = { text: '' }] = double.workspace.said('C1')
  return message
}

const section = (type: string, text: string) => ({ type: 'section', text: { type, text } })
const rich = (...elements: readonly object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})

describe('text of documents, as it arrives at Slack', () => {
  it('does nothing and is what was written: posted, changed, by command and by button', async () => {
    const { posted, edited, wrong } = await injected(bench, 100)
    expect(wrong).toEqual([])
    expect(Math.min(posted, edited)).toBeGreaterThanOrEqual(100)
  })

  it('does nothing where Slack refuses the blocks, and words are all there is', async () => {
    const injections = new Injections([...MARKUP, '.', ':', '>', 'ab'])
    const adapter = bench.adapter()
    await adapter.start(() => Promise.resolve(injections.reply('answer')))
    const mishap = { kind: 'error' as const, error: 'invalid_blocks' }
    bench.double.faults.add({ method: 'chat.postMessage', mishap, times: 2 })
    await bench.double.mention('C1', 'U1', 'How many wells?').deliver()
    await until(() => bench.double.workspace.said('C1').length > 0)
    await adapter.stop()
    const [message = { text: '' }] = bench.double.workspace.said('C1')
    expect(message).not.toHaveProperty('blocks')
    expect(message.text).toMatch(/q\d+z/)
    expect(read(message).live).toEqual([])
  })
})

describe('who looks finds', () => {
  const words = [
    ...MARKUP.filter((markup) => !markup.startsWith('&lt;')),
    '&gt; quoted',
    ':ありがとう:',
    'see evil.example',
    'https://evil.example',
    '<mailto:a@evil.example|write>',
  ]

  it.each(words)('%j in the words', async (text) => {
    expect(read(await sent({ text })).live).not.toEqual([])
  })

  it.each(words)('%j in mrkdwn', async (markup) => {
    const message = await sent({ text: 'Words.', blocks: [section('mrkdwn', markup)] })
    expect(read(message).live).not.toEqual([])
  })

  it.each([
    { type: 'user', user_id: 'U1' },
    { type: 'usergroup', usergroup_id: 'S1' },
    { type: 'channel', channel_id: 'C1' },
    { type: 'broadcast', range: 'channel' },
    { type: 'emoji', name: 'skull' },
    { type: 'date', timestamp: 1, format: '{date}' },
    { type: 'link', url: 'https://evil.example/', text: 'open' },
    { type: 'text', text: 'x', style: { code: true } },
    { type: 'text', text: 'x', style: { strike: true } },
  ])('$type among text', async (element) => {
    const message = await sent({ text: 'Words.', blocks: [rich(element)] })
    expect(read(message).live).toHaveLength(1)
  })

  it.each([
    section('plain_text', ':skull:'),
    { type: 'markdown', text: 'x' },
    { type: 'image', image_url: 'https://evil.example/x.png', alt_text: 'x' },
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          text: { type: 'plain_text', text: 'x', emoji: false },
          url: 'https://evil.example/',
        },
      ],
    },
  ])('$type that is live', async (block) => {
    expect(read(await sent({ text: 'Words.', blocks: [block] })).live).not.toEqual([])
  })

  it('a text that is not as it was written, and a quote of nobody’s', async () => {
    const injections = new Injections(['*', 'a', ' '])
    const text = injections.string()
    const judged = async (words_: string) =>
      injections.judge(read({ blocks: [rich({ type: 'text', text: words_ })] }))
    expect(await judged(text.trim().replace(/\s+/gu, ' '))).toMatchObject({ wrong: [] })
    expect((await judged(text.replaceAll('*', ''))).wrong).toHaveLength(1)
    const quote = { type: 'rich_text_quote', elements: [{ type: 'text', text: 'Seven wells.' }] }
    const quoted = read({ blocks: [{ type: 'rich_text', elements: [quote] }] })
    expect(injections.judge(quoted).wrong).toEqual(['no quote of a document: Seven wells.'])
    injections.reply('answer')
    expect(injections.missing()).toHaveLength(2)
  })

  it('a call that lets Slack look for names', () => {
    const call = { method: 'chat.update', args: { text: 'x' }, at: 0 }
    expect(wrongInCall(call)).toEqual(['chat.update: parse undefined', 'chat.update: link_names'])
    const more = { ...call, args: { parse: 'none', link_names: 'false', attachments: [] } }
    expect(wrongInCall(more)).toEqual(['chat.update: attachments'])
  })
})
