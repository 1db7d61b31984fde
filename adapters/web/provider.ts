/**
 * OpenID Connect: people log in where they do for everything else. Who somebody is comes from the
 * provider; what they see stands under `channels`, by their address or its domain.
 */
import type * as client from 'openid-client'
import * as z from 'zod'
import { isLoopbackHost } from './address.ts'

export interface ProviderOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where people reach the desk. */
  readonly home: string
}

/** What of a login under way is kept until the provider sends whoever it is back. */
export const Begun = z.object({ verifier: z.string(), nonce: z.string(), next: z.string() })
export type Begun = z.infer<typeof Begun>

/** Somebody whom the provider knows. */
export interface Person {
  /** Their address where it is verified; else how the provider numbers them. Never a token's name. */
  readonly name: string
  /** Of the address. */
  readonly domain?: string
}

export const CALLBACK = '/login/callback'

const Claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().max(320).optional(),
  email_verified: z.boolean().optional(),
})
const ADDRESS = /^[^\s@:]{1,64}@(?<domain>[^\s@:]{1,255})$/u

interface Found {
  readonly library: typeof client
  readonly config: client.Configuration
}

export class Provider {
  readonly #options: ProviderOptions
  #found: Promise<Found> | undefined

  constructor(options: ProviderOptions) {
    this.#options = options
  }

  /**
   * @param next path of the desk to go on with
   * @throws Error when the provider does not answer
   */
  async begin(next: string): Promise<{ to: URL; state: string; begun: Begun }> {
    const { library, config } = await this.#find()
    const [verifier, state, nonce] = [
      library.randomPKCECodeVerifier(),
      library.randomState(),
      library.randomNonce(),
    ]
    const to = library.buildAuthorizationUrl(config, {
      redirect_uri: this.#callback(''),
      scope: 'openid email',
      code_challenge: await library.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    return { to, state, begun: { verifier, nonce, next } }
  }

  /**
   * @param search of the address that the provider sent somebody back to
   * @throws Error for whatever is not the answer to this login
   */
  async end(search: string, state: string, { verifier, nonce }: Begun): Promise<Person> {
    const { library, config } = await this.#find()
    const tokens = await library.authorizationCodeGrant(config, new URL(this.#callback(search)), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    const { sub, email = '', email_verified: verified } = Claims.parse(tokens.claims())
    const address = email.toLowerCase()
    const domain = ADDRESS.exec(address)?.groups?.['domain']
    if (verified !== true || domain === undefined) return { name: `sub:${sub}` }
    return { name: address, domain }
  }

  #callback(search: string): string {
    return `${this.#options.home.replace(/\/$/u, '')}${CALLBACK}${search}`
  }

  /** Looked up once; again where that failed. */
  #find(): Promise<Found> {
    this.#found ??= this.#discover().catch((error: unknown) => {
      this.#found = undefined
      throw error
    })
    return this.#found
  }

  async #discover(): Promise<Found> {
    const { issuer, clientId, clientSecret } = this.#options
    const library = await import('openid-client')
    const url = new URL(issuer)
    // Without TLS nobody knows who answers, but for this machine.
    const execute = isLoopbackHost(url.hostname) ? [library.allowInsecureRequests] : []
    const config = await library.discovery(url, clientId, clientSecret, undefined, { execute })
    return { library, config }
  }
}
