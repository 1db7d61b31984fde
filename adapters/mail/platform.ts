/** E-mail, as digests are sent by it. What it is made of is loaded only when it is served. */
import * as z from 'zod'
import type { Platform } from '../../src/platform.ts'
import { ADDRESS } from './address.ts'

const Server = z.url({
  protocol: /^smtps?$/u,
  error: 'must be like smtp://user:password@mail.example.org:587',
})
const From = z.email({ error: 'must be an address, for example briefings@example.org' })

export const mail: Platform = {
  name: 'mail',
  needs: 'SMTP_URL and MAIL_FROM',
  variables: [
    {
      variable: 'SMTP_URL',
      default: 'none',
      meaning: 'The server that sends e-mail, smtp:// or smtps://, with user and password.',
    },
    {
      variable: 'MAIL_FROM',
      default: 'none',
      meaning: 'The address that digests come from; who wants no more of them writes to it.',
    },
  ],
  read({ checked }) {
    const server = checked('SMTP_URL', Server)
    const from = checked('MAIL_FROM', From)
    const lacking = [
      ...(server === undefined ? ['SMTP_URL'] : []),
      ...(from === undefined ? ['MAIL_FROM'] : []),
    ]
    return {
      name: 'mail',
      wanted: server !== undefined,
      byDefault: false,
      addressed: ADDRESS,
      missing: lacking.length === 0 ? undefined : `E-mail needs ${lacking.join(' and ')}.`,
      async make(needs) {
        const { Mail } = await import('./adapter.ts')
        return new Mail({ server: server ?? '', from: from ?? '', ...needs })
      },
      async examine() {
        if (server === undefined || from === undefined)
          return [{ ok: false, text: 'not set up', fix: `set ${lacking.join(' and ')}` }]
        const { reaches } = await import('./adapter.ts')
        const problem = await reaches(server)
        return problem === undefined
          ? [{ ok: true, text: 'the server takes mail' }]
          : [{ ok: false, text: problem, fix: 'look at SMTP_URL, and whether the server runs' }]
      },
    }
  },
}
