/** Every request in random words by a channel that may not see a set: nothing of that set may come out. */
import { render } from '../../adapters/slack/render.ts'
import type { Message, Request } from '../../src/adapter.ts'
import { Store } from '../../src/store.ts'
import { CANARY, canaryBot, innocentQuestion } from '../support/canary.ts'
import { pick, randomOf } from '../support/random.ts'
import type { Check } from './check.ts'

const COMBINATIONS = 10_000
const REQUESTS: readonly Request[] = [
  { kind: 'ask' },
  { kind: 'more', shown: 0 },
  { kind: 'figures' },
  { kind: 'brief' },
  { kind: 'sources' },
  { kind: 'help' },
  { kind: 'check' },
  { kind: 'context', document: 'vault-plan.md', start: 60, end: 100 },
  { kind: 'suggest', what: 'documents' },
  { kind: 'suggest', what: 'places' },
  { kind: 'suggest', what: 'counted' },
  { kind: 'manage' },
]
const ROLES = ['admin', 'member', 'outsider'] as const

export async function soakCanaries(check: (result: Check) => void): Promise<void> {
  const store = new Store(':memory:')
  const bot = canaryBot({ store })
  const random = randomOf(3)
  let leaked = 0
  for (let turn = 0; turn < COMBINATIONS; turn++) {
    const message: Message = {
      id: String(turn),
      text: innocentQuestion(random),
      request: pick(REQUESTS, random),
      user: 'U1',
      role: pick(ROLES, random),
      channel: pick(['C1', 'C2'], random),
      thread: String(turn),
      platform: 'slack',
    }
    const reply = await bot.answer(message)
    const rendering = { key: String(turn), message, ephemeral: random() < 0.5 }
    const posts = await render(reply, { ...rendering, memory: store.memory })
    if (CANARY.test(JSON.stringify([reply, posts]))) leaked++
  }
  check({ what: `${COMBINATIONS} requests: with a word of another set`, measured: leaked, most: 0 })
  store.close()
}
