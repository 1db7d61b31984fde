import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Injections } from '../../support/injections.ts'
import { type Bench, openBench } from '../../support/discord/harness.ts'
import { injected } from '../../support/discord/injecting.ts'
import { readMarkdown } from '../../support/discord/markdown.ts'
import { MARKUP } from '../../support/discord/markup.ts'
import { read, wrongInCall } from '../../support/discord/reading.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

/** Whatever is sent, as it arrived. */
async function sent(body: Readonly<Record<string, unknown>>) {
  const { double } = bench
  const { id } = double.guilds.channel()
  const response = await fetch(`${double.apiUrl}/v10/channels/${id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${double.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ allowed_mentions: { parse: [] }, ...body }),
  })
  expect(response.status).toBe(200)
  const [message] = double.guilds.said(id)
  if (message === undefined) throw new Error('nothing arrived')
  return message
}

/** Does nothing by itself, or is broken already. */
const HARMLESS = new Set([
  '\\',
  'a\\',
  '*',
  '**',
  '|',
  '@\u200beveryone https:\u200b//evil.example',
])

describe('text of documents, as it arrives at Discord', () => {
  it('does nothing and is what was written: posted, changed, by command and by button', async () => {
    const { posted, edited, wrong } = await injected(bench, 100)
    expect(wrong).toEqual([])
    expect(Math.min(posted, edited)).toBeGreaterThanOrEqual(100)
  })
})

describe('who looks finds', () => {
  it.each(MARKUP.filter((markup) => !HARMLESS.has(markup)))('%j', async (markup) => {
    for (const body of [{ content: markup }, { embeds: [{ description: markup }] }]) {
      const injections = new Injections([])
      const shown = read(await sent(body))
      const { wrong } = injections.judge(shown)
      // Either it does something, or it is not there as it was written.
      expect(wrong.length > 0 || shown.lines.join('\n') !== markup).toBe(true)
    }
  })

  it('nothing where the signs are escaped', () => {
    const { lines, quotes, live } = readMarkdown(
      '**Title\\*** · \\_x\\_ \\`y\\`\n> \\> \\[a\\](b)\n- \\# *also in* x [open](<https://source.example/a>)',
    )
    expect(live).toEqual([])
    expect(lines).toEqual(['Title* · _x_ `y`', '> [a](b)', '# also in x open'])
    expect(quotes).toEqual(['> [a](b)'])
  })

  it.each([
    { embeds: [{ title: 'x' }] },
    { embeds: [{ description: 'x', url: 'https://evil.example' }] },
    {
      components: [
        {
          type: 1,
          components: [
            { type: 2, style: 5, label: 'x', url: 'https://evil.example', custom_id: 'x' },
          ],
        },
      ],
    },
  ])('what is more than words: %j', async (body) => {
    expect(read(await sent({ content: 'Words.', ...body })).live).toHaveLength(1)
  })

  it('a text that is not as it was written, and a quote of nobody’s', () => {
    const injections = new Injections(['*', '_', 'a'])
    const text = injections.string()
    const escaped = text.replaceAll(/[*_]/gu, String.raw`\$&`)
    expect(injections.judge(readMarkdown(escaped)).wrong).toEqual([])
    expect(injections.judge(readMarkdown(escaped.replaceAll(/\\[*_]/gu, ''))).wrong).toHaveLength(1)
    const { wrong } = injections.judge(readMarkdown('> Seven wells.'))
    expect(wrong).toEqual(['no quote of a document: Seven wells.'])
    injections.reply('answer')
    expect(injections.missing()).toHaveLength(2)
  })

  it('a request that could mention somebody', () => {
    const call = { route: 'PATCH /channels/:id/messages/:id', path: [], at: 0, status: 200 }
    const nobody = { allowed_mentions: { parse: [] }, flags: 4 }
    expect(wrongInCall({ ...call, body: nobody })).toEqual([])
    expect(wrongInCall({ ...call, body: {} })).toHaveLength(2)
    const somebody = { ...nobody, allowed_mentions: { parse: ['users'] } }
    expect(wrongInCall({ ...call, body: somebody })).toHaveLength(1)
    expect(wrongInCall({ ...call, body: { ...nobody, tts: true } })).toHaveLength(1)
  })
})
