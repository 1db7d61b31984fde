/** Every request in random words by a channel that may not see a set: nothing of that set may come out. */
import { render } from '../../adapters/slack/render/render.ts'
import type { Message, Request } from '../../src/adapter.ts'
import type { Schedule } from '../../src/schedule/book.ts'
import { readPattern } from '../../src/schedule/pattern.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { CANARY, canaryBot, innocentQuestion } from '../support/canary.ts'
import { pick, randomOf } from '../support/random.ts'
import type { Check } from './check.ts'

const COMBINATIONS = 10_000
const REQUESTS: readonly Request[] = [
  { kind: 'ask' },
  { kind: 'ask', set: 'nope' },
  { kind: 'more', shown: 0 },
  { kind: 'figures' },
  { kind: 'brief' },
  { kind: 'brief', since: '2020' },
  { kind: 'sources' },
  { kind: 'help' },
  { kind: 'check' },
  { kind: 'context', document: 'vault-plan.md', start: 60, end: 100 },
  { kind: 'suggest', what: 'documents' },
  { kind: 'suggest', what: 'places' },
  { kind: 'suggest', what: 'counted' },
  { kind: 'suggest', what: 'sets' },
  { kind: 'gaps' },
  { kind: 'feedback', helpful: true, quotes: [] },
  { kind: 'manage' },
  { kind: 'add', name: 'notes.md', bytes: new TextEncoder().encode('# Notes\n\nNine goats.\n') },
]
/** What an admin types; none of it names what is hidden. */
const LINES = [
  'sources',
  'refresh',
  'set',
  'set nope',
  'set default',
  'add https://news.example/a',
  'add https://news.example/a nope',
  'add /papers',
  'remove https://news.example/a',
  'remove /papers',
  'schedule daily 08:00 UTC',
  'schedule',
  'watch people displaced',
  'watch figures: people > 2',
  'watch',
  'help',
  'anything',
]
/** A summary of everything is long work; it has the gaps of its channel in it. */
const DIGEST_EVERY = 50
const ROLES = ['admin', 'member', 'outsider'] as const

/** @returns kinds of request with a word of another set in their reply, a line each */
export async function leaks(combinations: number, seed: number): Promise<string[]> {
  const store = sqliteStore(':memory:')
  const bot = canaryBot({ store })
  const random = randomOf(seed)
  const schedule = await store.schedules.add({
    destination: 'slack:C1',
    workspace: 'T1',
    pattern: readPattern('daily 08:00 UTC').pattern,
    quiet: false,
  })
  const place = { destination: 'slack:C1', workspace: 'T1', quiet: false }
  const watches: Schedule[] = []
  for (const search of ['by:a', 'people', 'figures: people', 'How many people were displaced?'])
    watches.push({ ...(await store.schedules.add({ ...place, search })), from: new Date(0) })
  const found: string[] = []
  for (let turn = 0; turn < combinations; turn++) {
    const request = pick(REQUESTS, random)
    const message: Message = {
      id: String(turn),
      text: request.kind === 'manage' ? pick(LINES, random) : innocentQuestion(random),
      request,
      user: 'U1',
      role: pick(ROLES, random),
      channel: pick(['C1', 'C2'], random),
      workspace: 'T1',
      thread: String(turn),
      platform: 'slack',
      aloud: random() < 0.5,
    }
    // What is asked where the other set is seen is listed there alone, and its passages nowhere else.
    await bot.answer({ ...message, id: `${turn}-there`, channel: 'C9', role: 'member' })
    const reply = await bot.answer(message)
    const rendering = { key: String(turn), message, ephemeral: random() < 0.5 }
    const posts = await render(reply, { ...rendering, memory: store.memory })
    const told = turn % DIGEST_EVERY === 0 ? await bot.digests.digest(schedule) : undefined
    const fired = turn % DIGEST_EVERY === 0 ? await bot.digests.alert(watches) : undefined
    const said = JSON.stringify([reply, posts, told?.reply, fired?.reply])
    if (CANARY.test(said)) found.push(`${request.kind}: ${said.slice(0, 300)}`)
  }
  await store.close()
  return found
}

export async function soakCanaries(check: (result: Check) => void): Promise<void> {
  const found = await leaks(COMBINATIONS, 3)
  for (const one of found.slice(0, 20)) process.stderr.write(`${one}\n`)
  check({
    what: `${COMBINATIONS} requests: with a word of another set`,
    measured: found.length,
    most: 0,
  })
}
