/** What assistants are offered, asked by the protocol's own client, over HTTP and over a pipe. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { type OpenDesk, openDesk } from '../../support/desk.ts'
import { VALLEY } from '../../support/library.ts'
import { folderOf } from '../../support/program.ts'

const MAIN = fileURLToPath(new URL('../../../src/start.js', import.meta.url))
const QUESTION = 'How many houses did the flood in Tarwell destroy?'
const SENTENCE = 'Farmers lost 1,200 goats near Oss because the lower pastures were under water.'

const Quoted = z.object({
  text: z.string(),
  start: z.int(),
  end: z.int(),
  citation: z.object({ document: z.string(), reader: z.string().optional() }),
})
const Replied = z.object({
  reply: z.looseObject({ kind: z.string(), quotes: z.array(Quoted).optional() }),
})
const Checked = z.object({ verdict: z.string(), verbatim: z.boolean(), quotes: z.array(Quoted) })
const Contents = z.object({ contents: z.array(z.object({ text: z.string() })) })
const Texts = z.array(z.object({ text: z.string() }))

const opened = async (address: string): Promise<Client> => {
  const client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', address)))
  return client
}

describe('the tools', () => {
  let desk: OpenDesk
  let client: Client
  beforeEach(async () => {
    desk = await openDesk(VALLEY)
    client = await opened(desk.address)
  })
  afterEach(async () => {
    await client.close()
    await desk.adapter.stop()
  })
  const call = (name: string, args: Record<string, unknown>) =>
    client.callTool({ name, arguments: args })

  it('are named, described, and change nothing', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name).toSorted()).toEqual([
      'ask',
      'brief',
      'check',
      'check_quote',
      'figures',
      'read',
    ])
    for (const { description = '', annotations, outputSchema } of tools) {
      expect(description.length).toBeGreaterThan(20)
      expect(annotations?.readOnlyHint).toBe(true)
      expect(outputSchema).toBeDefined()
    }
  })

  it('give a quote with its source and where it is read', async () => {
    const result = await call('ask', { question: QUESTION })
    const { reply } = Replied.parse(result.structuredContent)
    const [quote] = reply.quotes ?? []
    const [{ text } = { text: '' }] = Texts.parse(result.content)
    expect(text).toContain(`“${quote?.text}” [1]`)
    expect(text).toContain('Flood bulletin')
    expect(text).toContain(quote?.citation.reader ?? 'no address')
    const page = await fetch(quote?.citation.reader ?? '')
    expect(await page.text()).toContain('id="quote"')
  })

  it('say when the documents do not', async () => {
    const result = await call('ask', { question: 'Who won the regatta of Basel?' })
    expect(Replied.parse(result.structuredContent).reply.kind).toBe('nothing')
    expect(Texts.parse(result.content)[0]?.text).toContain('The documents do not say')
  })

  it.each([
    [SENTENCE, true],
    [`"${SENTENCE}"`, true],
    ['Farmers lost 9,200 goats near Oss because the lower pastures were under water.', false],
    [
      'The queen of Basel rode a bicycle over the frozen lake in the winter of her coronation.',
      false,
    ],
  ])('tell whether %j is a quote', async (quote, verbatim) => {
    const checked = Checked.parse((await call('check_quote', { quote })).structuredContent)
    expect(checked.verbatim).toBe(verbatim)
    const isThere = checked.quotes.some(({ text }) => text.includes('1,200 goats'))
    expect(isThere).toBe(quote.includes('goats'))
  })

  it('list figures, check a draft and sum up', async () => {
    const figures = await call('figures', { request: 'houses destroyed in Tarwell' })
    expect(Texts.parse(figures.content)[0]?.text).toMatch(/412[^]*530|530[^]*412/u)
    const check = await call('check', { draft: 'The flood in Tarwell destroyed 777 houses.' })
    expect(Texts.parse(check.content)[0]?.text).toContain('777')
    const brief = await call('brief', { topic: 'flood' })
    expect(Replied.parse(brief.structuredContent).reply.kind).toBe('summary')
  })

  it('read a document, and where a quote stands in it', async () => {
    const asked = Replied.parse((await call('ask', { question: QUESTION })).structuredContent)
    const [quote] = asked.reply.quotes ?? []
    const read = await call('read', {
      document: quote?.citation.document,
      start: quote?.start,
      end: quote?.end,
    })
    expect(JSON.stringify(read.structuredContent)).toContain('"state":"here"')
    const none = await call('read', { document: 'none.md' })
    expect(none.isError).toBe(true)
  })

  it('refuse what is no request of theirs', async () => {
    const wrong = await call('ask', { question: '' }).catch((error: unknown) => ({
      isError: error instanceof Error,
    }))
    expect(wrong.isError).toBe(true)
  })

  it('have every document as a resource', async () => {
    const { resources } = await client.listResources()
    expect(resources.map(({ name }) => name).toSorted()).toEqual(Object.keys(VALLEY).toSorted())
    for (const { uri, name } of resources) {
      const { contents } = Contents.parse(await client.readResource({ uri }))
      expect(contents[0]?.text.length, `${name} has text`).toBeGreaterThan(50)
    }
    await expect(client.readResource({ uri: 'verbatim://documents/none.md' })).rejects.toThrow(
      'no such document',
    )
  })
})

it('speaks over a pipe with whoever starts it, and ends with them', async () => {
  const place = folderOf({
    'papers/wells.md': '# Wells\n\nThe deepest well of Kelani is 40 metres deep.\n',
  })
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [MAIN, 'mcp'],
    cwd: place.path,
    env: { VERBATIM_DOCUMENTS: 'papers' },
  })
  const client = new Client({ name: 'test', version: '1.0.0' })
  try {
    await client.connect(transport)
    const { tools } = await client.listTools()
    expect(tools).toHaveLength(6)
    const result = await client.callTool({
      name: 'ask',
      arguments: { question: 'How deep is the deepest well of Kelani?' },
    })
    expect(Texts.parse(result.content)[0]?.text).toContain('40 metres deep')
  } finally {
    await client.close()
    place.remove()
  }
})
