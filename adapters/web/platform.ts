/** The desk in a browser, as it is set up. What it is made of is loaded only when it is served. */
import * as z from 'zod'
import type { Finding, Platform } from '../../src/platform.ts'
import { addressOf, parseAddress } from './address.ts'

const DEFAULT = '127.0.0.1:4400'

const Address = z.string().transform((text, context) => {
  const address = parseAddress(text)
  if (address === undefined)
    context.addIssue('must be an address and a port, for example 127.0.0.1:4400, or off')
  else return address
  return z.NEVER
})

export const web: Platform = {
  name: 'web',
  needs: 'VERBATIM_WEB',
  variables: [
    {
      variable: 'VERBATIM_WEB',
      default: DEFAULT,
      meaning:
        'Where the pages are served, an address of this machine and a port, `off` for none; others than 127.0.0.1 ask for tokens.',
    },
    {
      variable: 'OIDC_ISSUER',
      default: 'none',
      meaning: 'The provider of OpenID Connect where people log in to the desk at public_url.',
    },
    { variable: 'OIDC_CLIENT_ID', default: 'none', meaning: 'The desk’s name at that provider.' },
    { variable: 'OIDC_CLIENT_SECRET', default: 'none', meaning: 'The desk’s secret there.' },
  ],
  read({ checked, text }) {
    const oidc = oidcOf(
      checked('OIDC_ISSUER', Issuer),
      text('OIDC_CLIENT_ID'),
      text('OIDC_CLIENT_SECRET'),
    )
    const address = checked('VERBATIM_WEB', Address) ?? parseAddress(DEFAULT) ?? 'off'
    const off = address === 'off'
    return {
      name: 'web',
      wanted: !off,
      byDefault: true,
      missing: off
        ? `The pages are turned off; set VERBATIM_WEB to ${DEFAULT}.`
        : typeof oidc === 'string'
          ? oidc
          : undefined,
      async make(needs) {
        const { Web } = await import('./adapter.ts')
        const { host, port } = off ? { host: '127.0.0.1', port: 0 } : address
        return new Web({ host, port, oidc: typeof oidc === 'string' ? undefined : oidc, ...needs })
      },
      examine: () => Promise.resolve([off ? OFF : looked(addressOf(address))]),
    }
  },
}

const Issuer = z.url({
  protocol: /^https?$/u,
  error: 'must be the address of a provider, for example https://login.example.org',
})

/** What is set of it, or what is missing in a sentence. */
function oidcOf(
  issuer: string | undefined,
  clientId: string | undefined,
  clientSecret: string | undefined,
): { issuer: string; clientId: string; clientSecret: string } | string | undefined {
  if (issuer === undefined) return undefined
  if (clientId === undefined || clientSecret === undefined)
    return 'OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, as the provider gave them.'
  return { issuer, clientId, clientSecret }
}

const OFF: Finding = { ok: true, text: 'turned off' }

const looked = (address: string): Finding => ({ ok: true, text: `to be served at ${address}` })
