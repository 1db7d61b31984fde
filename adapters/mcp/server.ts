/**
 * What assistants are offered: tools that give quotes with where they stand, and the documents. Nothing
 * they get is anybody's paraphrase.
 */
import { type CallToolResult, McpServer, ResourceTemplate } from '@modelcontextprotocol/server'
import * as z from 'zod'
import packageJson from '../../package.json' with { type: 'json' }
import type { Request } from '../../src/adapter.ts'
import { documentOfPath, readerPath, withReaders } from '../../src/reader-address.ts'
import { ofKinds, type Reply } from '../../src/reply.ts'
import { readingLines } from '../shared/reading-lines.ts'
import { draftOf, quoteChecked, QuoteChecked } from './quote.ts'
import { replyText } from './text.ts'

export interface Asking {
  readonly text?: string
  readonly request?: Request
}

export interface ServerOptions {
  readonly ask: (asking: Asking) => Promise<Reply>
  /** Of the desk, where there is one: each citation says where it is read. */
  readonly address: string | undefined
}

const INSTRUCTIONS =
  'Verbatim answers only in quotes from the documents it was given, each with its citation, and says so when they do not say. Quote what it gives word by word, with its source. Hold a quote that you are about to print against the documents with check_quote.'

const READS = { readOnlyHint: true, openWorldHint: false } as const
const Words = z.string().trim().min(1).max(2000)
const SetName = z.string().max(40).optional().describe('One set of documents alone')

export function makeServer({ ask, address }: ServerOptions): McpServer {
  const server = new McpServer(
    { name: 'verbatim', title: 'Verbatim', version: packageJson.version },
    { instructions: INSTRUCTIONS },
  )
  const told = async (asking: Asking): Promise<Reply> => {
    const reply = await ask(asking)
    return address === undefined ? reply : withReaders(reply, address)
  }
  const result = async (asking: Asking): Promise<CallToolResult> => resultOf(await told(asking))

  server.registerTool(
    'ask',
    {
      title: 'Ask the documents',
      description:
        'Answers a question in verbatim quotes, each with title, publisher, date, place and address; or says that the documents do not say. Narrow it: in:title, by:publisher, since:2022-04, before:2023, "exact words", -word.',
      inputSchema: z.object({
        question: Words,
        set: SetName,
        shown: z
          .int()
          .min(1)
          .max(100)
          .optional()
          .describe('So many quotes are known: further ones'),
      }),
      outputSchema: wrapped('answer', 'nothing', 'figures', 'sources', 'check', 'help'),
      annotations: READS,
    },
    ({ question, set, shown }) =>
      result({
        text: question,
        request:
          shown === undefined
            ? { kind: 'ask', ...(set !== undefined && { set }) }
            : { kind: 'more', shown },
      }),
  )
  server.registerTool(
    'figures',
    {
      title: 'List figures',
      description:
        'Lists every figure for a request, those that disagree side by side, each with who gives it and the sentence it stands in.',
      inputSchema: z.object({ request: Words.describe('What is counted, where, when') }),
      outputSchema: wrapped('figures', 'nothing'),
      annotations: READS,
    },
    ({ request }) => result({ text: request, request: { kind: 'figures' } }),
  )
  server.registerTool(
    'check_quote',
    {
      title: 'Check a quote',
      description:
        'Tells whether words stand verbatim in a document, and where; else what comes nearest.',
      inputSchema: z.object({ quote: z.string().trim().min(1).max(5000) }),
      outputSchema: QuoteChecked,
      annotations: READS,
    },
    async ({ quote }) => {
      const reply = await told({ text: draftOf(quote), request: { kind: 'check' } })
      const checked = quoteChecked(reply)
      if (checked === undefined) return resultOf(reply)
      return {
        content: [{ type: 'text', text: `${checked.verdict}: ${replyText(reply)}` }],
        structuredContent: checked,
      }
    },
  )
  server.registerTool(
    'check',
    {
      title: 'Check a draft',
      description:
        'Holds a draft against the documents: each quotation, number and claim, with what decided. It is kept nowhere.',
      inputSchema: z.object({ draft: z.string().trim().min(1).max(1_000_000) }),
      outputSchema: wrapped('check'),
      annotations: READS,
    },
    ({ draft }) => result({ text: draft, request: { kind: 'check' } }),
  )
  server.registerTool(
    'brief',
    {
      title: 'Sum up',
      description: 'Sums up in quotes what is new, or all there is on a topic.',
      inputSchema: z.object({
        topic: z.string().trim().max(500).optional(),
        since: z.string().max(40).optional().describe('A date, like 2025-11-20'),
        set: SetName,
      }),
      outputSchema: wrapped('summary', 'nothing'),
      annotations: READS,
    },
    ({ topic = '', since, set }) =>
      result({
        text: topic,
        request: {
          kind: 'brief',
          ...(since !== undefined && { since }),
          ...(set !== undefined && { set }),
        },
      }),
  )
  server.registerTool(
    'read',
    {
      title: 'Read a document',
      description:
        'Gives a document, or a part of a long one, with the offsets of every stretch: by its name, and where a quote stands by its start and end.',
      inputSchema: z.object({
        document: z.string().min(1).max(2000),
        part: z.int().min(1).max(1_000_000).optional(),
        start: z.int().nonnegative().optional(),
        end: z.int().positive().optional(),
      }),
      outputSchema: wrapped('document'),
      annotations: READS,
    },
    ({ document, part, start, end }) =>
      result({
        request: {
          kind: 'read',
          document,
          ...(part !== undefined && { part }),
          ...(start !== undefined && end !== undefined && { quote: { start, end } }),
        },
      }),
  )
  addDocuments(server, told)
  return server
}

/** Structured content is an object by name. */
const wrapped = (...kinds: Parameters<typeof ofKinds>) => z.object({ reply: ofKinds(...kinds) })

function resultOf(reply: Reply): CallToolResult {
  const content: CallToolResult['content'] = [{ type: 'text', text: replyText(reply) }]
  return reply.kind === 'failed'
    ? { content, isError: true }
    : { content, structuredContent: { reply } }
}

const SCHEME = 'verbatim://documents/'
/** So many documents are listed; the tool `ask` finds them better. */
const MOST_LISTED = 1000
/** A resource has at most so many parts of a document; the tool `read` gives any. */
const MOST_PARTS = 20

function addDocuments(server: McpServer, ask: (asking: Asking) => Promise<Reply>): void {
  const uriOf = (document: string): string =>
    `${SCHEME}${readerPath(document).slice('/documents/'.length)}`
  const list = async () => {
    const reply = await ask({ request: { kind: 'sources' } })
    const documents = reply.kind === 'sources' ? reply.documents : []
    return {
      resources: documents.slice(0, MOST_LISTED).map(({ document, title, publisher, date }) => ({
        uri: uriOf(document),
        name: document,
        title: title.value,
        description: [publisher?.value, date?.value].filter((one) => one !== undefined).join(', '),
        mimeType: 'text/plain',
      })),
    }
  }
  server.registerResource(
    'document',
    new ResourceTemplate(`${SCHEME}{+document}`, { list }),
    { title: 'Document', description: 'A document as it is read', mimeType: 'text/plain' },
    async (uri) => {
      const document = documentOfPath(uri.href.slice(SCHEME.length)) ?? ''
      const lines: string[] = []
      for (let part = 1, parts = 1; part <= Math.min(parts, MOST_PARTS); part++) {
        const reply = await ask({ request: { kind: 'read', document, part } })
        if (reply.kind !== 'document') throw new Error(replyText(reply))
        ;({ parts } = reply)
        lines.push(...readingLines(reply))
      }
      return { contents: [{ uri: uri.href, mimeType: 'text/plain', text: lines.join('\n\n') }] }
    },
  )
}
