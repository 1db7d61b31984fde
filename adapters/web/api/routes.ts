/** Every route of the interface: what it takes, what it gives, what it does. Its description is made of this. */
import type * as z from 'zod'
import type { Request } from '../../../src/adapter.ts'
import type { Reply, Source } from '../../../src/reply.ts'
import type { Asked, Said, Site } from '../site.ts'
import { compare, pageOf } from './cursor.ts'
import {
  AskQuery,
  BriefQuery,
  type ComponentName,
  DocumentPath,
  DocumentsQuery,
  Draft,
  Feedback,
  FiguresQuery,
  GapsQuery,
  NewSource,
  ReadQuery,
} from './schemas.ts'

/** What a route gives: a reply, as it is or put otherwise. */
type Result = { readonly failed: Extract<Reply, { kind: 'failed' }> } | { readonly body: unknown }

export interface Route {
  readonly method: 'get' | 'post'
  /** `{document}` takes the rest of the path. */
  readonly path: string
  readonly does: string
  readonly query?: z.ZodObject
  readonly params?: z.ZodObject
  readonly body?: z.ZodObject
  readonly gives: ComponentName
  /** It changes something: `Idempotency-Key` is heard. */
  readonly writes?: true
  readonly run: (c: Asked, site: Site, given: unknown) => Promise<Result>
}

/** Ties what a route takes to what it does. */
function route<T extends z.ZodObject>(
  options: Omit<Route, 'run'>,
  takes: T,
  run: (given: z.infer<T>, ask: (said: Said) => Promise<Reply>) => Promise<Result>,
): Route {
  return {
    ...options,
    run: (c, site, given) => run(takes.parse(given), (said) => site.ask(c, said)),
  }
}

const asItIs = (reply: Reply): Result =>
  reply.kind === 'failed' ? { failed: reply } : { body: reply }

export const ROUTES: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/v1/ask',
      does: 'Answers a question in quotes.',
      query: AskQuery,
      gives: 'Answered',
    },
    AskQuery,
    async (given, ask) => asItIs(await ask(questionOf(given))),
  ),
  route(
    {
      method: 'post',
      path: '/api/v1/ask',
      does: 'The same, with the question in the body.',
      body: AskQuery,
      gives: 'Answered',
    },
    AskQuery,
    async (given, ask) => asItIs(await ask(questionOf(given))),
  ),
  route(
    {
      method: 'get',
      path: '/api/v1/figures',
      does: 'Lists every figure for a request, those that disagree side by side.',
      query: FiguresQuery,
      gives: 'Figured',
    },
    FiguresQuery,
    async ({ q }, ask) => asItIs(await ask({ text: q, request: { kind: 'figures' } })),
  ),
  route(
    {
      method: 'post',
      path: '/api/v1/check',
      does: 'Holds a draft against the documents. It is kept nowhere.',
      body: Draft,
      gives: 'Checked',
    },
    Draft,
    async ({ draft }, ask) => asItIs(await ask({ text: draft, request: { kind: 'check' } })),
  ),
  route(
    {
      method: 'get',
      path: '/api/v1/brief',
      does: 'Sums up what is new, or all there is on a topic, in quotes.',
      query: BriefQuery,
      gives: 'Briefed',
    },
    BriefQuery,
    async ({ topic = '', since, set }, ask) => {
      const request = {
        kind: 'brief' as const,
        ...(since !== undefined && { since }),
        ...(set !== undefined && { set }),
      }
      return asItIs(await ask({ text: topic, request }))
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/v1/documents',
      does: 'Lists the documents by name.',
      query: DocumentsQuery,
      gives: 'DocumentList',
    },
    DocumentsQuery,
    async ({ find = '', set, ...page }, ask) => {
      const request = { kind: 'sources' as const, ...(set !== undefined && { set }) }
      const reply = await ask({ request })
      if (reply.kind !== 'sources') return asItIs(reply)
      const found = reply.documents.filter((one) => has(one, find))
      const sorted = found.sort((a, b) => compare(a.document, b.document))
      const { items, next } = pageOf(sorted, ({ document }) => document, page)
      return { body: { documents: items, ...(next !== undefined && { next }) } }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/v1/documents/{document}',
      does: 'Gives a document as it is read, or a part of a long one.',
      params: DocumentPath,
      query: ReadQuery,
      gives: 'Reading',
    },
    DocumentPath.extend(ReadQuery.shape),
    async (given, ask) => asItIs(await ask({ request: readingOf(given) })),
  ),
  route(
    {
      method: 'get',
      path: '/api/v1/sources',
      does: 'Lists where documents come from, and what could not be read.',
      gives: 'SourceList',
    },
    GapsQuery,
    async (_, ask) => {
      const reply = await ask({ request: { kind: 'sources' } })
      if (reply.kind !== 'sources') return asItIs(reply)
      const { origins, problems } = reply
      return { body: { origins, problems } }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/v1/sources',
      does: 'Reads a page or a feed, and looks at it again from time to time.',
      body: NewSource,
      gives: 'Noted',
      writes: true,
    },
    NewSource,
    async ({ location, set = '' }, ask) =>
      asItIs(await ask({ text: `add ${location} ${set}`.trim(), request: { kind: 'manage' } })),
  ),
  route(
    {
      method: 'get',
      path: '/api/v1/gaps',
      does: 'Lists what could not be answered, the newest first.',
      query: GapsQuery,
      gives: 'GapList',
    },
    GapsQuery,
    async (page, ask) => {
      const reply = await ask({ request: { kind: 'gaps' } })
      if (reply.kind !== 'gaps') return asItIs(reply)
      const keyed = newestFirst(reply.gaps)
      const { items, next } = pageOf(keyed, ({ key }) => key, page)
      return { body: { gaps: items.map(({ gap }) => gap), ...(next !== undefined && { next }) } }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/v1/feedback',
      does: 'Notes whether an answer was what was needed.',
      body: Feedback,
      gives: 'Noted',
      writes: true,
    },
    Feedback,
    async ({ question, helpful, quotes }, ask) =>
      asItIs(await ask({ text: question, request: { kind: 'feedback', helpful, quotes } })),
  ),
]

function questionOf({ q, set, shown, thread }: z.infer<typeof AskQuery>): Said {
  const request: Request =
    shown === undefined
      ? { kind: 'ask', ...(set !== undefined && { set }) }
      : { kind: 'more', shown }
  return { text: q, request, thread }
}

function readingOf({
  document,
  quote,
  v,
  part,
  version,
}: z.infer<typeof DocumentPath> & z.infer<typeof ReadQuery>): Request {
  const [start, end] = (quote ?? '').split('-').map(Number)
  return {
    kind: 'read',
    document,
    ...(part !== undefined && { part }),
    ...(version !== undefined && { version }),
    ...(start !== undefined &&
      end !== undefined && { quote: { start, end, ...(v !== undefined && { version: v }) } }),
  }
}

const has = ({ title, publisher, document }: Source, words: string): boolean =>
  `${title.value}\n${publisher?.value ?? ''}\n${document}`
    .toLowerCase()
    .includes(words.toLowerCase())

/** Keys that ascend as times go back, so that new ones come before what was given. */
function newestFirst<T extends { readonly at: string }>(gaps: readonly T[]) {
  return gaps
    .map((gap, at) => {
      const age = String(Number.MAX_SAFE_INTEGER - Date.parse(gap.at)).padStart(16, '0')
      // Of the same moment, the older has the higher number.
      return { gap, key: `${age} ${String(at).padStart(6, '0')}` }
    })
    .sort((a, b) => compare(a.key, b.key))
}
