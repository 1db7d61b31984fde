/** A real provider of OpenID Connect on this machine, and somebody who logs in there. */
import { createServer } from 'node:http'

export interface Account {
  readonly email?: string
  readonly verified?: boolean
}

export const CLIENT = { clientId: 'desk', clientSecret: 's'.repeat(40) } as const

/** @param accounts by the name they log in with */
export async function openProvider(
  callback: string,
  accounts: Readonly<Record<string, Account>>,
): Promise<{ issuer: string; close: () => Promise<void> }> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  // It tells at length that it is set up for a test.
  const told = { ...globalThis.console }
  Object.assign(globalThis.console, { warn: () => {}, info: () => {} })
  const { default: Provider } = await import('oidc-provider')
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [callback],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['for this test alone'] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => {
        const { email, verified = true } = accounts[id] ?? {}
        return { sub: id, ...(email !== undefined && { email, email_verified: verified }) }
      },
    }),
  })
  server.on('request', provider.callback())
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        Object.assign(globalThis.console, told)
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** As a browser goes through the provider's forms. @returns where it is sent back to */
export async function logIn(from: string, login: string): Promise<URL> {
  const { origin } = new URL(from)
  const jar = new Map<string, string>()
  let at = from
  let body: URLSearchParams | undefined
  for (let step = 0; step < 20; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie },
      ...(body !== undefined && { method: 'POST', body }),
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(set) ?? []
      jar.set(name, value)
    }
    body = undefined
    const location = response.headers.get('location')
    if (location !== null) {
      const next = new URL(location, at)
      if (next.origin !== origin) return next
      at = next.href
      continue
    }
    const html = await response.text()
    const prompt = /name="prompt" value="(\w+)"/u.exec(html)?.[1]
    if (prompt === undefined) throw new Error(`no form: ${response.status} ${html.slice(0, 300)}`)
    at = new URL(/action="([^"]+)"/u.exec(html)?.[1] ?? '', at).href
    body = new URLSearchParams({ prompt, login, password: 'any' })
  }
  throw new Error('the provider goes on and on')
}
