/**
 * Whether the bot runs, whether it answers, and how it fares. For what watches over it on the machine
 * itself: from anywhere else these addresses are none.
 */
import type { Health } from '../../src/monitor.ts'
import { isFromHere } from './security.ts'
import type { App, Asked } from './site.ts'

export function addHealth(app: App, health: Health): void {
  const tell = (path: string, say: (c: Asked) => Response | Promise<Response>): void => {
    app.get(path, (c, next) => (isFromHere(c) ? say(c) : next()))
  }
  tell('/healthz', (c) => c.text('alive\n'))
  tell('/readyz', async (c) =>
    (await health.isReady()) ? c.text('ready\n') : c.text('not ready\n', 503),
  )
  tell('/metrics', async (c) =>
    c.body(await health.metrics(), 200, { 'Content-Type': health.contentType }),
  )
}
