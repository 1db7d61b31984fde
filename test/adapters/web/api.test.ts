/** The interface for programs: whatever it gives is as its own description has it. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { pageOf } from '../../../adapters/web/api/cursor.ts'
import { notice } from '../../../src/manage.ts'
import { sqliteStore } from '../../../src/store/sqlite/store.ts'
import { getterOf, type OpenDesk, openDesk, served } from '../../support/desk.ts'
import { VALLEY } from '../../support/library.ts'
import { words } from '../../support/random-replies.ts'

const QUESTION = 'How many houses did the flood in Tarwell destroy?'

const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses: z.unknown() }))),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})
const Problem = z.object({ status: z.int(), code: z.string(), detail: z.string() })
const Answered = z.object({
  kind: z.string(),
  quotes: z
    .array(z.object({ text: z.string(), citation: z.object({ reader: z.string() }) }))
    .optional(),
})
const Documents = z.object({
  documents: z.array(z.object({ document: z.string(), reader: z.string() })),
  next: z.string().optional(),
})

let desk: OpenDesk
beforeEach(async () => {
  desk = await openDesk(VALLEY)
})
afterEach(() => desk.adapter.stop())

const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  desk.get(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** What is wrong with a response, as the desk itself describes it. */
async function checker() {
  const raw: unknown = await (await desk.get('/api/openapi.json')).json()
  const { paths, components } = Description.parse(raw)
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ $id: 'desk:', components })
  const validators = new Map(
    Object.keys(components.schemas).map((name) => [
      name,
      ajv.compile({ $ref: `desk:#/components/schemas/${name}` }),
    ]),
  )
  return async (method: string, path: string, response: Response): Promise<string[]> => {
    const text = JSON.stringify(paths[path]?.[method]?.responses ?? {})
    const all = [...text.matchAll(/schemas\/(\w+)/gu)].map(([, name = '']) => name)
    const name = response.status === 200 ? all[0] : 'Problem'
    const type = response.status === 200 ? 'application/json' : 'application/problem+json'
    const validate = validators.get(name ?? '')
    if (validate === undefined) return [`${method} ${path} is not described`]
    const body: unknown = await response.json()
    return [
      ...(response.headers.get('content-type') === type ? [] : ['another type']),
      ...(validate(body)
        ? []
        : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)),
    ]
  }
}

describe('the description', () => {
  it('is OpenAPI 3.1, and names every route', async () => {
    const raw: unknown = await (await desk.get('/api/openapi.json')).json()
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(raw)))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(Object.keys(Description.parse(raw).paths).toSorted()).toEqual([
      '/api/v1/ask',
      '/api/v1/brief',
      '/api/v1/check',
      '/api/v1/documents',
      '/api/v1/documents/{document}',
      '/api/v1/feedback',
      '/api/v1/figures',
      '/api/v1/gaps',
      '/api/v1/sources',
    ])
  })

  it('is kept by every route, asked as it should be', async () => {
    const wrongWith = await checker()
    const asked = new URLSearchParams({ q: QUESTION }).toString()
    const cases = [
      ['get', '/api/v1/ask', `?${asked}`],
      ['get', '/api/v1/ask', '?q=Who+won+the+regatta+of+Basel'],
      ['get', '/api/v1/ask', '?q=help'],
      ['get', '/api/v1/ask', '?q=sources'],
      ['get', '/api/v1/figures', '?q=houses+destroyed+in+Tarwell'],
      ['get', '/api/v1/figures', '?q=regattas+won+in+Basel'],
      ['get', '/api/v1/brief', '?topic=flood'],
      ['get', '/api/v1/brief', ''],
      ['get', '/api/v1/documents', '?limit=2'],
      ['get', '/api/v1/sources', ''],
      ['get', '/api/v1/gaps', ''],
    ] as const
    for (const [method, path, query] of cases) {
      const response = await desk.get(path + query)
      expect(response.status, `${path}${query}`).toBe(200)
      expect(await wrongWith(method, path, response), `${path}${query}`).toEqual([])
    }
    // The check itself tells one answer from another.
    expect(await wrongWith('get', '/api/v1/gaps', await desk.get('/api/v1/sources'))).not.toEqual(
      [],
    )
    for (const name of Object.keys(VALLEY)) {
      const response = await desk.get(`/api/v1/documents/${name}?quote=150-200`)
      expect(response.status).toBe(200)
      expect(await wrongWith('get', '/api/v1/documents/{document}', response)).toEqual([])
    }
    const posts = [
      ['/api/v1/ask', { q: QUESTION }],
      ['/api/v1/check', { draft: 'The flood in Tarwell destroyed 412 houses. Oss has 9 ferries.' }],
      ['/api/v1/feedback', { question: QUESTION, helpful: true }],
    ] as const
    for (const [path, body] of posts) {
      const response = await send(path, body)
      expect(response.status, `${path} posted`).toBe(200)
      expect(await wrongWith('post', path, response)).toEqual([])
    }
  })

  it('is kept by every route, whatever it is asked', async () => {
    const wrongWith = await checker()
    const gets = [
      '/api/v1/ask',
      '/api/v1/figures',
      '/api/v1/brief',
      '/api/v1/documents',
      '/api/v1/gaps',
      '/api/v1/sources',
    ]
    const value = fc.oneof(words, fc.constantFrom('', '0', '-1', '1-2', '2023', '1e9', 'none'))
    const name = fc.constantFrom(
      'q',
      'set',
      'shown',
      'thread',
      'topic',
      'since',
      'limit',
      'cursor',
      'find',
      'x',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...gets),
        fc.dictionary(name, value),
        async (path, query) => {
          const response = await desk.get(`${path}?${new URLSearchParams(query).toString()}`)
          expect([200, 400, 431]).toContain(response.status)
          const wrong = response.status === 431 ? [] : await wrongWith('get', path, response)
          expect(wrong).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/api/v1/ask', '/api/v1/check', '/api/v1/feedback', '/api/v1/sources'),
        fc.oneof(fc.json(), fc.string(), fc.record({ q: words, draft: words, location: words })),
        async (path, body) => {
          const response = await send(path, body)
          expect(response.status).toBeLessThan(500)
          expect(await wrongWith('post', path, response)).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the interface', () => {
  it('gives a quote with the address where it is read', async () => {
    const query = new URLSearchParams({ q: QUESTION }).toString()
    const body: unknown = await (await desk.get(`/api/v1/ask?${query}`)).json()
    const { quotes: [quote] = [] } = Answered.parse(body)
    expect(quote?.citation.reader.startsWith(`${desk.address}/documents/`)).toBe(true)
    const page = await fetch(quote?.citation.reader ?? '')
    expect(await page.text()).toContain('id="quote"')
  })

  it('lists documents page by page, each once', async () => {
    const seen: string[] = []
    let cursor = ''
    for (let pages = 0; pages < 10; pages++) {
      const response = await desk.get(`/api/v1/documents?limit=1&cursor=${cursor}`)
      const { documents, next } = Documents.parse(await response.json())
      seen.push(...documents.map(({ document }) => document))
      if (next === undefined) break
      cursor = next
    }
    expect(seen).toEqual(Object.keys(VALLEY).toSorted())
  })

  it('says with an ETag that nothing has changed', async () => {
    const path = '/api/v1/documents/flood-april.md'
    const first = await desk.get(path)
    const again = await desk.get(path, {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  it.each([
    ['/api/v1/ask', 400],
    ['/api/v1/ask?q=%20', 400],
    ['/api/v1/documents?limit=0', 400],
    ['/api/v1/documents/none.md', 404],
    ['/api/v1/documents/%ff', 400],
    ['/api/v1/none', 404],
    ['/api/v1/check', 405],
  ])('answers %s with a problem of status %d', async (path, status) => {
    const response = await desk.get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(Problem.parse(await response.json())).toMatchObject({ status })
  })

  it.each([
    ['/api/v1/check', 'GET', 'POST'],
    ['/api/v1/ask', 'DELETE', 'GET, HEAD, POST'],
    ['/api/v1/documents/notes.txt', 'PUT', 'GET, HEAD'],
    ['/api/openapi.json', 'PUT', 'GET, HEAD'],
  ])('says of %s which methods it takes in place of %s', async (path, method, allowed) => {
    const response = await desk.get(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
    })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe(allowed)
  })

  it('answers an address that is too long with a problem, too', async () => {
    const response = await desk.get(`/api/v1/documents?find=${'x'.repeat(20_000)}`)
    expect(response.status).toBe(431)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(Problem.parse(await response.json())).toMatchObject({ status: 431 })
  })

  it('takes JSON alone', async () => {
    const response = await desk.get('/api/v1/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify({ q: QUESTION }),
    })
    expect([403, 415]).toContain(response.status)
  })
})

describe('a write with a key', () => {
  let asked: string[]
  let post: (key: string, location: string) => Promise<Response>
  let close: () => Promise<void>
  beforeEach(async () => {
    asked = []
    const { adapter, address } = await served((message) => {
      asked.push(message.text)
      const failed = { kind: 'failed' as const, code: 'documents', message: 'Not there.' }
      return Promise.resolve(
        message.text.includes('gone') ? failed : notice([`Done, ${asked.length}.`]),
      )
    }, sqliteStore(':memory:'))
    close = () => adapter.stop()
    post = (key, location) =>
      getterOf(address)('/api/v1/sources', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: JSON.stringify({ location }),
      })
  })
  afterEach(() => close())

  it('is done once, and answered the same again', async () => {
    const first = await (await post('one', 'https://example.org/a')).text()
    const again = await (await post('one', 'https://example.org/a')).text()
    expect(again).toBe(first)
    expect(asked).toEqual(['add https://example.org/a'])
    await post('two', 'https://example.org/a')
    expect(asked).toHaveLength(2)
  })

  it('is refused for another request under the same key', async () => {
    await post('one', 'https://example.org/a')
    expect((await post('one', 'https://example.org/b')).status).toBe(422)
    expect(asked).toHaveLength(1)
  })

  it('may be tried again when it failed', async () => {
    expect((await post('one', 'https://example.org/gone')).status).toBe(404)
    expect((await post('one', 'https://example.org/gone')).status).toBe(404)
    expect(asked).toHaveLength(2)
  })
})

it('pages through a list that grows, without leaving out or doubling what was there', () => {
  const key = fc.string({ minLength: 1 })
  fc.assert(
    fc.property(
      fc.uniqueArray(key),
      fc.array(key),
      fc.integer({ min: 1, max: 5 }),
      (old, fresh, limit) => {
        const sorted = (all: readonly string[]): string[] =>
          [...new Set(all)].toSorted((a, b) => (a < b ? -1 : 1))
        const seen: string[] = []
        let cursor: string | undefined
        let all = sorted(old.map((one) => one.toWellFormed()))
        const before = [...all]
        for (;;) {
          const { items, next } = pageOf(all, (one) => one, { limit, cursor })
          seen.push(...items)
          if (next === undefined) break
          cursor = next
          const come = fresh.pop()
          if (come !== undefined) all = sorted([...all, come.toWellFormed()])
        }
        expect(seen).toEqual([...new Set(seen)])
        expect(before.filter((one) => !seen.includes(one))).toEqual([])
      },
    ),
  )
})
