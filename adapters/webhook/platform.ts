/** Webhooks, as digests and watches are handed to programs. What it is made of is loaded only when it is served. */
import * as z from 'zod'
import type { Platform } from '../../src/platform.ts'
import { SECRET } from './sign.ts'

const Secret = z.string().regex(SECRET, {
  error: 'must be whsec_ and 24 to 64 bytes in base 64, for example of: openssl rand -base64 32',
})

export const webhook: Platform = {
  name: 'webhook',
  needs: 'WEBHOOK_SECRET',
  variables: [
    {
      variable: 'WEBHOOK_SECRET',
      default: 'none',
      meaning: 'What posts to webhooks are signed with, `whsec_…`; receivers check it.',
    },
  ],
  read({ checked }) {
    const secret = checked('WEBHOOK_SECRET', Secret)
    return {
      name: 'webhook',
      wanted: secret !== undefined,
      byDefault: false,
      missing: secret === undefined ? 'Webhooks need WEBHOOK_SECRET.' : undefined,
      async make(needs) {
        const { Webhook } = await import('./adapter.ts')
        return new Webhook({ secret: secret ?? '', ...needs })
      },
      examine: () =>
        Promise.resolve([
          secret === undefined
            ? { ok: false, text: 'not set up', fix: 'set WEBHOOK_SECRET' }
            : { ok: true, text: 'posts are signed' },
        ]),
    }
  },
}
