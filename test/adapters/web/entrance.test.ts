/** The desk where it is reached from elsewhere: who is let in, and what they see. */
import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../../index/engines/minisearch.ts'
import { type OpenDesk, openDesk } from '../../support/desk.ts'
import { documentFrom, libraryOf } from '../../support/library.ts'
import { livePartsOf, readPage } from '../../support/page.ts'

const FILES = {
  'open.md': '# Bakeries\n\nThe bakers of Tarwell gave away bread for six weeks.\n',
  'secret.md': '# Payments\n\nThe mayor of Tarwell was paid 400 crowns for the bridge of Oss.\n',
}
// A number alone would be found in the name of a conversation, too, which is made by chance.
const SECRET = /\b400\b|crowns|Payments|secret\.md/u

function corpusOf(...names: (keyof typeof FILES)[]): WholeCorpus {
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add(names.map((name) => documentFrom(name, FILES[name])))
  return corpus
}

const whole = corpusOf('open.md', 'secret.md')
const open = corpusOf('open.md')

describe('a desk with a public address', () => {
  let desk: OpenDesk
  let token: string
  beforeEach(async () => {
    const library = libraryOf(whole, {
      sets: ['default', 'closed'],
      view: (sets?: readonly string[]) =>
        Promise.resolve(sets === undefined || sets.includes('closed') ? whole : open),
    })
    desk = await openDesk({}, { library }, { publicUrl: 'https://desk.example.org' })
    token = await desk.store.tokens.issue('reader')
    await desk.store.scopes.assign('web:reader', ['default'])
  })
  afterEach(() => desk.adapter.stop())

  const as = (own: string) => ({ headers: { Authorization: `Bearer ${own}` } })
  const ask = (path: string, own: string) => desk.get(path, as(own))

  it('tells who has no token nothing', async () => {
    const paths = [
      '/',
      '/?q=Who+was+paid',
      '/turn?q=river',
      '/documents/open.md',
      '/documents/secret.md',
      '/documents/none.md',
      '/figures.csv?q=sums',
      '/sources',
      '/gaps',
      '/check',
      '/briefings',
      '/nothing',
    ]
    for (const path of paths) {
      const response = await desk.get(path)
      expect(response.status, `${path} is closed`).toBe(401)
      const page = await response.text()
      expect(page).not.toMatch(/bread|crowns|Bakeries|Payments/u)
      expect(livePartsOf(page)).toEqual([])
    }
    for (const path of ['/api/v1/documents', '/api/openapi.json', '/mcp', '/api/none']) {
      const response = await desk.get(path)
      expect(response.status, `${path} is closed`).toBe(401)
      expect(response.headers.get('www-authenticate')).toContain('Bearer')
    }
  })

  it.each(['/check', '/feedback', '/sources', '/mcp'])(
    'turns away who has no token before anything is read of what they send to %s',
    async (path) => {
      const status = await new Promise((resolve, reject) => {
        const headers = { 'content-type': 'application/json' }
        const sent = request(`${desk.address}${path}`, { method: 'POST', headers }, (response) => {
          resolve(response.statusCode)
          sent.destroy()
        })
        sent.on('error', reject)
        // It never ends: whoever waited for it would never answer.
        sent.write('draft')
      })
      expect(status).toBe(401)
    },
  )

  it('shows a token its sets, and nothing of any other', async () => {
    expect(
      await (await ask('/api/v1/ask?q=What+did+the+bakers+give+away', token)).text(),
    ).toContain('bread')
    for (const path of [
      '/api/v1/ask?q=How+much+was+the+mayor+paid',
      '/api/v1/figures?q=sums+paid',
      '/api/v1/documents',
      '/api/v1/sources',
      '/sources',
      '/?q=mayor+paid',
    ])
      expect(await (await ask(path, token)).text()).not.toMatch(SECRET)
    for (const name of ['secret.md', 'none.md']) {
      const response = await ask(`/api/v1/documents/${name}`, token)
      expect(response.status).toBe(404)
      expect((await response.text()).replaceAll(name, '')).not.toMatch(SECRET)
    }
    await desk.store.scopes.assign('web:reader', ['closed'])
    expect(await (await ask('/api/v1/documents/secret.md', token)).text()).toContain('crowns')
  })

  it('leads from its citations to the public address', async () => {
    const body = await (await ask('/api/v1/ask?q=What+did+the+bakers+give+away', token)).text()
    expect(body).toContain('https://desk.example.org/documents/open.md?quote=')
  })

  it.each(['', 'x', 'vbt_', `vbt_${'A'.repeat(43)}`, 'vbt_é'])(
    'lets nobody in with %j',
    async (wrong) => {
      const response = await desk.get('/api/v1/documents', {
        headers: { Authorization: `Bearer ${Buffer.from(wrong).toString('latin1')}` },
      })
      expect(response.status).toBe(401)
    },
  )

  it('lets nobody in with a token that was taken back or renewed', async () => {
    const renewed = await desk.store.tokens.issue('reader')
    expect((await ask('/api/v1/documents', token)).status).toBe(401)
    expect((await ask('/api/v1/documents', renewed)).status).toBe(200)
    await desk.store.tokens.revoke('reader')
    expect((await ask('/api/v1/documents', renewed)).status).toBe(401)
  })

  it('says when a token was last used, and keeps none of it', async () => {
    expect(await desk.store.tokens.list()).toEqual([{ name: 'reader', made: expect.any(String) }])
    await ask('/api/v1/documents', token)
    expect((await desk.store.tokens.list())[0]?.used).toMatch(/^\d{4}-/u)
    expect(JSON.stringify(await desk.store.tokens.list())).not.toContain(token.slice(5))
  })

  const logIn = (given: string, next = '/sources') =>
    desk.get('/login', {
      method: 'POST',
      headers: { Origin: desk.address, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token: given, next }).toString(),
    })

  it('lets a browser in by its form, until it leaves or the token is taken back', async () => {
    const entered = await logIn(token)
    expect(entered.status).toBe(303)
    expect(entered.headers.get('location')).toBe('/sources')
    const cookie = entered.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/iu)
    expect(cookie).toMatch(/Secure/iu)
    expect(cookie).toMatch(/SameSite=Lax/iu)
    expect(cookie).not.toContain(token)
    const own = { headers: { Cookie: cookie.split(';')[0] ?? '' } }
    const page = readPage(await (await desk.get('/sources', own)).text())
    expect(page.text).toContain('Bakeries')
    const left = await desk.get('/logout', {
      method: 'POST',
      headers: {
        ...own.headers,
        Origin: desk.address,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    })
    expect(left.status).toBe(303)
    expect((await desk.get('/sources', own)).status).toBe(401)
    const again = (await logIn(token)).headers.get('set-cookie')?.split(';')[0] ?? ''
    await desk.store.tokens.revoke('reader')
    expect((await desk.get('/sources', { headers: { Cookie: again } })).status).toBe(401)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
  ])('leads nobody to %j after the form', async (next) => {
    const location = (await logIn(token, next)).headers.get('location') ?? ''
    expect(new URL(location, desk.address).origin).toBe(desk.address)
  })

  it('takes a form from its own pages only, and so many tries in a minute', async () => {
    const foreign = await desk.get('/login', {
      method: 'POST',
      headers: {
        Origin: 'https://evil.example',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ token }).toString(),
    })
    expect(foreign.status).toBe(403)
    const statuses: number[] = []
    for (let tried = 0; tried < 30; tried++) statuses.push((await logIn(`vbt_${tried}`)).status)
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401))
    expect(statuses.at(-1)).toBe(429)
  })

  it('answers so many questions of one in a minute', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async () => (await ask('/api/v1/documents', token)).status),
    )
    expect(statuses).toContain(429)
    expect(statuses).toContain(200)
  })

  it('lets whoever has a token ask for nothing that admins do', async () => {
    const sent = await desk.get('/api/v1/sources', {
      method: 'POST',
      headers: { ...as(token).headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ location: 'https://example.org/' }),
    })
    expect(sent.status).toBe(400)
    expect((await ask('/api/v1/gaps', token)).status).toBe(400)
  })
})
