/** Logging in by OpenID Connect, before a real provider on this machine. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../../index/engines/minisearch.ts'
import { PLATFORMS } from '../../../adapters/platforms.ts'
import { loadConfig } from '../../../src/app/config.ts'
import { type OpenDesk, openDesk } from '../../support/desk.ts'
import { documentFrom, libraryOf } from '../../support/library.ts'
import { CLIENT, logIn, openProvider } from '../../support/oidc.ts'

const HOME = 'https://desk.example.org'
const FILES = {
  'open.md': '# Bakeries\n\nThe bakers of Tarwell gave away bread for six weeks.\n',
  'secret.md': '# Payments\n\nThe mayor of Tarwell was paid 400 crowns for the bridge of Oss.\n',
}
const ACCOUNTS = {
  ada: { email: 'Ada@Paper.example' },
  ben: { email: 'ben@paper.example' },
  eve: { email: 'ada@paper.example', verified: false },
  kim: {},
}

function corpusOf(...names: (keyof typeof FILES)[]): WholeCorpus {
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add(names.map((name) => documentFrom(name, FILES[name])))
  return corpus
}

describe('a desk where people log in at their provider', () => {
  let provider: Awaited<ReturnType<typeof openProvider>>
  let desk: OpenDesk
  beforeEach(async () => {
    provider = await openProvider(`${HOME}/login/callback`, ACCOUNTS)
    const [all, open, none] = [corpusOf('open.md', 'secret.md'), corpusOf('open.md'), corpusOf()]
    const library = libraryOf(all, {
      sets: ['default', 'open', 'closed'],
      view: (sets = []) =>
        Promise.resolve(sets.includes('closed') ? all : sets.includes('open') ? open : none),
    })
    const channels = {
      'web:paper.example': { sets: ['open'], outsiders: false },
      'web:ada@paper.example': { sets: ['closed'], outsiders: false },
    }
    const oidc = { issuer: provider.issuer, ...CLIENT }
    desk = await openDesk({}, { library, channels }, { publicUrl: HOME, oidc })
  })
  afterEach(async () => {
    await desk.adapter.stop()
    await provider.close()
  })

  const cookieOf = (response: Response, name: string): string =>
    response.headers
      .getSetCookie()
      .map((set) => set.split(';')[0] ?? '')
      .find((set) => set.startsWith(`${name}=`)) ?? ''

  async function begun(next = '/documents/secret.md') {
    const query = new URLSearchParams({ next }).toString()
    const response = await desk.get(`/login/provider?${query}`)
    expect(response.status).toBe(303)
    return { to: response.headers.get('location') ?? '', cookie: cookieOf(response, 'login') }
  }

  const back = ({ pathname, search }: URL, cookie: string) =>
    desk.get(`${pathname}${search}`, { headers: { cookie } })

  async function as(login: string): Promise<{ session: string; location: string | null }> {
    const { to, cookie } = await begun()
    const response = await back(await logIn(to, login), cookie)
    expect(response.status).toBe(303)
    return { session: cookieOf(response, 'session'), location: response.headers.get('location') }
  }

  const sees = async (session: string): Promise<number[]> =>
    Promise.all(
      ['/documents/open.md', '/documents/secret.md'].map(
        async (path) => (await desk.get(path, { headers: { cookie: session } })).status,
      ),
    )

  it('offers it, and lets in whom the provider knows, with what stands for them', async () => {
    const page = await (await desk.get('/documents/secret.md')).text()
    expect(page).toContain('/login/provider?next=%2Fdocuments%2Fsecret.md')
    const ada = await as('ada')
    expect(ada.location).toBe('/documents/secret.md')
    expect(await sees(ada.session)).toEqual([200, 200])
    // By the domain of the address.
    expect(await sees((await as('ben')).session)).toEqual([200, 404])
    // Without an address, or with one that anybody could claim: nobody in particular.
    expect(await sees((await as('eve')).session)).toEqual([404, 404])
    expect(await sees((await as('kim')).session)).toEqual([404, 404])
    const out = await desk.get('/logout', {
      method: 'POST',
      headers: { cookie: ada.session, origin: desk.address },
    })
    expect(out.status).toBe(303)
    expect(await sees(ada.session)).toEqual([401, 401])
  })

  it('takes an answer once, and from the browser alone that began', async () => {
    const { to, cookie } = await begun()
    const answer = await logIn(to, 'ada')
    expect((await back(answer, '')).status).toBe(401)
    const other = await begun()
    expect((await back(answer, other.cookie)).status).toBe(401)
    expect((await back(answer, cookie)).status).toBe(303)
    expect((await back(answer, cookie)).status).toBe(401)
  })

  it.each([
    ['another code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43))],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['another provider', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
  ])('turns away an answer with %s', async (_, change) => {
    const { to, cookie } = await begun()
    const answer = await logIn(to, 'ada')
    change(answer)
    const response = await back(answer, cookie)
    expect(response.status).toBe(401)
    expect(cookieOf(response, 'session')).toBe('')
  })

  it('leads nowhere but to itself afterwards', async () => {
    for (const next of ['https://evil.example/', '//evil.example', String.raw`/\evil.example`]) {
      const { to, cookie } = await begun(next)
      const response = await back(await logIn(to, 'ada'), cookie)
      expect(response.headers.get('location')).toBe('/')
    }
  })

  it('says so when the provider is away, and goes on with tokens', async () => {
    await provider.close()
    expect((await desk.get('/login/provider?next=/')).status).toBe(503)
    const token = await desk.store.tokens.issue('reader')
    await desk.store.scopes.assign('web:reader', ['open'])
    const headers = { Authorization: `Bearer ${token}` }
    expect((await desk.get('/documents/open.md', { headers })).status).toBe(200)
  })
})

it('needs a name and a secret with its provider', () => {
  const env = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'desk' }
  const { platforms } = loadConfig({}, PLATFORMS, { env, cwd: '/' })
  expect(platforms.find(({ name }) => name === 'web')?.missing).toContain('OIDC_CLIENT_SECRET')
})
