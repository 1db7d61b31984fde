/** What Slack can do to an adapter, at any scale: a little of it in the tests, all of it in the soak. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Slack } from '../../../adapters/slack/adapter.ts'
import type { Answerer } from '../../../src/adapter.ts'
import { pick, randomOf } from '../random.ts'
import { answer, quote } from '../replies.ts'
import type { Said } from '../slack-double.ts'
import type { Fault, Mishap } from './faults.ts'
import type { Bench } from './harness.ts'
import { isJson } from './limits.ts'

/** Answers everything, and says to what. */
export function answering(): { readonly asked: string[]; readonly answer: Answerer } {
  const asked: string[] = []
  return {
    asked,
    answer: ({ text }) => {
      asked.push(text)
      return Promise.resolve(answer(quote(`Seven wells were dug, as for ${text}`)))
    },
  }
}

/** Polls until it is so. @throws Error after `most` milliseconds */
export async function until(so: () => boolean, most = 20_000): Promise<void> {
  const end = performance.now() + most
  while (!so()) {
    if (performance.now() > end) throw new Error(`not so after ${most} ms: ${String(so)}`)
    await sleep(10)
  }
}

/** How many replies each message has in its thread. */
export function repliesTo({ double }: Bench, said: readonly Said[]): number[] {
  const { workspace } = double
  const replies = new Map<string, number>()
  for (const { channel, thread_ts: thread, metadata } of workspace.said()) {
    const key = /^slack\/post\/([^/]+)\/\d+$/.exec(keyOf(metadata))?.[1]
    const to = `${channel}/${thread}/${key}`
    replies.set(to, (replies.get(to) ?? 0) + 1)
  }
  return said.map(
    ({ message: { channel, thread_ts: thread, ts } }) =>
      replies.get(`${channel}/${thread ?? ts}/${channel}:${ts}`) ?? 0,
  )
}

const keyOf = (metadata: unknown): string => {
  const payload = isJson(metadata) ? metadata['event_payload'] : undefined
  return isJson(payload) ? String(payload['key']) : ''
}

export interface Counted {
  readonly events: number
  readonly replies: number
  /** Messages with no reply, and with more than one. */
  readonly unanswered: number
  readonly twice: number
  /** Of the acknowledgements, milliseconds. */
  readonly p99: number
}

function counted(bench: Bench, said: readonly Said[]): Counted {
  const replies = repliesTo(bench, said)
  const after = bench.double.sockets.acks.map((ack) => ack.after).sort((a, b) => a - b)
  return {
    events: said.length,
    replies: replies.reduce((sum, each) => sum + each, 0),
    unanswered: replies.filter((each) => each === 0).length,
    twice: replies.filter((each) => each > 1).length,
    p99: after[Math.floor(after.length * 0.99)] ?? 0,
  }
}

/**
 * Mentions, each told by two events, each delivered four times, across a restart in the middle.
 * @param every milliseconds between two of them
 */
export async function redelivered(
  bench: Bench,
  events: number,
  { abrupt = false, every = 2 } = {},
): Promise<Counted> {
  const { double } = bench
  const { answer: answerer } = answering()
  const random = randomOf(1)
  let adapter = bench.adapter({ timing: timingOf(abrupt) })
  await adapter.start(answerer)
  const said: Said[] = []
  const deliveries: Promise<void>[] = []
  const tell = async (count: number): Promise<void> => {
    for (let event = 0; event < count; event++) {
      const one = double.mention(`C${said.length % 50}`, 'U1', `well ${said.length}?`)
      said.push(one)
      // The second time at once, the third and fourth time whenever.
      deliveries.push(one.deliver(), one.deliver(), pick(said, random).deliver())
      await sleep(every)
    }
  }
  await tell(Math.floor(events / 2))
  await adapter.stop()
  adapter = bench.adapter()
  await adapter.start(answerer)
  await tell(events - said.length)
  for (const one of said) {
    deliveries.push(one.deliver(), one.deliver())
    await sleep(every)
  }
  await Promise.all(deliveries)
  await until(() => repliesTo(bench, said).every((each) => each > 0), 120_000)
  await adapter.stop()
  return counted(bench, said)
}

const timingOf = (abrupt: boolean) => ({
  interval: 5,
  timeout: 5000,
  settle: 10,
  backoff: 5,
  longestBackoff: 200,
  // Cut off in the middle, as a crash does.
  grace: abrupt ? 0 : 10_000,
})

/** As `redelivered`, by a process that is killed again and again, each event delivered only once more. */
export async function killed(
  bench: Bench,
  store: string,
  events: number,
  kills: number,
): Promise<Counted> {
  const { double } = bench
  const said: Said[] = []
  const deliveries: Promise<void>[] = []
  let child = await startChild(bench, store)
  try {
    for (let event = 0; event < events; event++) {
      const one = double.mention(`C${event % 20}`, 'U1', `well ${event}?`)
      said.push(one)
      deliveries.push(one.deliver())
      await sleep(10)
      if ((event + 1) % Math.ceil(events / (kills + 1)) !== 0) continue
      child.kill('SIGKILL')
      child = await startChild(bench, store)
    }
    await Promise.all(deliveries)
    await until(() => repliesTo(bench, said).every((each) => each > 0), 60_000)
    // Whatever would come twice has had the time to.
    await sleep(300)
    return counted(bench, said)
  } finally {
    child.kill('SIGKILL')
  }
}

async function startChild({ double }: Bench, store: string): Promise<ChildProcess> {
  const { apiUrl: API, botToken: BOT, appToken: APP } = double
  const program = fileURLToPath(new URL('child.ts', import.meta.url))
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, API, BOT, APP, STORE: store },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

export interface Isolation {
  /** Milliseconds from the question to its reply: of the slowest of the other channels, of the limited. */
  readonly others: number
  readonly limited: number
}

/** One of twenty channels is limited for a while; the others are not to notice. */
export async function limitedChannel(
  bench: Bench,
  adapter: Slack,
  seconds: number,
): Promise<Isolation> {
  const { double } = bench
  await adapter.start(answering().answer)
  const limited = { kind: 'limited' as const, seconds }
  double.faults.add({
    method: 'chat.postMessage',
    channel: 'C0',
    mishap: limited,
    lasting: seconds * 1000,
  })
  const began = performance.now()
  const took = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const said = double.mention(`C${index}`, 'U1', `well ${index}?`)
      await said.deliver()
      await until(() => repliesTo(bench, [said])[0] === 1, seconds * 1000 + 30_000)
      return performance.now() - began
    }),
  )
  await adapter.stop()
  const [first = 0, ...others] = took
  return { limited: first, others: Math.max(...others) }
}

/** Events at a steady rate while connections are renewed, one or both at a time. */
export async function refreshed(
  bench: Bench,
  adapter: Slack,
  { refreshes, every, rate }: { refreshes: number; every: number; rate: number },
): Promise<Counted> {
  const { double } = bench
  await adapter.start(answering().answer)
  const said: Said[] = []
  const deliveries: Promise<void>[] = []
  const events = Math.ceil((refreshes * every * rate) / 1000)
  let done = 0
  const began = performance.now()
  for (let event = 0; event < events; event++) {
    const one = double.mention(`C${event % 40}`, 'U1', `well ${event}?`)
    said.push(one)
    deliveries.push(one.deliver())
    const elapsed = performance.now() - began
    if (done < refreshes && elapsed >= (done + 1) * every) {
      done++
      double.sockets.refresh(done % 3 === 0 ? 'warning' : 'refresh_requested', done % 5 === 0)
    }
    await sleep(Math.max(0, began + ((event + 1) * 1000) / rate - performance.now()))
  }
  await Promise.all(deliveries)
  await until(() => repliesTo(bench, said).every((each) => each > 0), 60_000)
  await adapter.stop()
  return counted(bench, said)
}

export interface Survived {
  readonly faults: number
  /** The longest from a fault to an answer, milliseconds. */
  readonly slowest: number
  readonly counted: Counted
}

/** One fault after the other; after each a question must be answered, once. */
export async function survived(
  bench: Bench,
  adapter: Slack,
  faults: number,
  seed = 7,
): Promise<Survived> {
  const { double } = bench
  await adapter.start(answering().answer)
  const random = randomOf(seed)
  const said: Said[] = []
  let slowest = 0
  for (let fault = 0; fault < faults; fault++) {
    const channel = `C${fault % 10}`
    // What the one before did not use up.
    double.faults.clear()
    disturb(bench, random, channel)
    const began = performance.now()
    const one = double.mention(channel, 'U1', `well ${fault}?`)
    said.push(one)
    await one.deliver()
    await until(() => repliesTo(bench, [one])[0] === 1, 60_000)
    slowest = Math.max(slowest, performance.now() - began)
  }
  double.faults.clear()
  await adapter.stop()
  return { faults, slowest, counted: counted(bench, said) }
}

const MISHAPS: readonly Mishap[] = [
  { kind: 'error', error: 'invalid_auth' },
  { kind: 'error', error: 'token_revoked' },
  { kind: 'error', error: 'internal_error' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'lost' },
  { kind: 'cut' },
  { kind: 'hang' },
  { kind: 'garbled' },
  { kind: 'limited', seconds: 1 },
]
const METHODS = ['chat.postMessage', 'apps.connections.open', 'conversations.replies', 'users.info']

const BROKEN = [
  'no JSON at all',
  '[]',
  'null',
  '{"type":"events_api"}',
  '{"type":"events_api","envelope_id":"x1"}',
  '{"type":"events_api","envelope_id":"x2","payload":null}',
  '{"type":"events_api","envelope_id":"x3","payload":{"type":"event_callback"}}',
  '{"type":"events_api","envelope_id":"x4","payload":{"type":"event_callback","event":null}}',
  '{"type":"events_api","envelope_id":"x5","payload":{"type":"event_callback","event":{"type":7}}}',
  '{"type":"events_api","envelope_id":"x6","payload":{"type":"app_rate_limited","minute_rate_limited":1}}',
  '{"type":"interactive","envelope_id":"x7","payload":{"type":"block_actions","actions":null}}',
  '{"type":"interactive","envelope_id":"x8","payload":{"type":"block_actions","actions":[]}}',
  '{"type":"slash_commands","envelope_id":"x9","payload":{"command":"/ask"}}',
  '{"type":"events_api","envelope_id":"x10","payload":{"type":"event_callback","event":{"type":"message","item":null,"channel":null}}}',
  '{"type":"disconnect"}',
  '{"type":"close"}',
  '{"type":"error","envelope_id":"x11","payload":{}}',
]

function disturb({ double }: Bench, random: () => number, channel: string): void {
  const { faults, sockets } = double
  const kind = random()
  if (kind < 0.25) sockets.raw(pick(BROKEN, random))
  else if (kind < 0.4) {
    const opening: Fault = {
      method: 'apps.connections.open',
      mishap: pick(MISHAPS, random),
      times: 2,
    }
    faults.add(opening)
    sockets.cut()
  } else if (kind < 0.5) sockets.refresh('refresh_requested', true)
  else {
    const method = pick(METHODS, random)
    const ofChannel = method === 'chat.postMessage' ? { channel } : {}
    faults.add({ method, mishap: pick(MISHAPS, random), ...ofChannel })
    // Nobody looks for a post unless its outcome is not known.
    if (method === 'conversations.replies')
      faults.add({ method: 'chat.postMessage', mishap: { kind: 'lost' } })
  }
}

export interface Forged {
  readonly sent: number
  readonly actedOn: number
  /** By status. */
  readonly statuses: Readonly<Record<number, number>>
}

/** Requests that are not Slack's, or not of now, or not for the first time. */
export async function forged(bench: Bench, adapter: Slack, requests: number): Promise<Forged> {
  const { double } = bench
  const { asked, answer: answerer } = answering()
  await adapter.start(answerer)
  const url = `http://127.0.0.1:${adapter.port}/slack/events`
  const statuses: Record<number, number> = {}
  const send = async (body: string, headers: Record<string, string>): Promise<void> => {
    const response = await fetch(url, { method: 'POST', body, headers })
    await response.body?.cancel()
    statuses[response.status] = (statuses[response.status] ?? 0) + 1
  }
  const bodyOf = (text: string): string =>
    JSON.stringify(double.mention('C1', 'U1', text).events[0])
  // One that is genuine, to be replayed.
  const genuine = bodyOf('genuine')
  const headers = double.signed(genuine)
  await send(genuine, headers)
  await until(() => asked.length === 1)
  const plain = { 'content-type': 'application/json' }
  const forgeries: ((body: string, away: number) => Promise<void>)[] = [
    (body) => send(body, plain),
    (body) => send(body, double.signed(body, new Date(), 'another secret')),
    (body) => send(`${body} `, double.signed(body)),
    (body, away) => send(body, double.signed(body, new Date(Date.now() - away))),
    (body, away) => send(body, double.signed(body, new Date(Date.now() + away))),
    () => send(genuine, headers),
    (body) => send(body, { ...double.signed(body), 'x-slack-request-timestamp': 'NaN' }),
  ]
  for (let request = 0; request < requests; request++) {
    const forge = forgeries[request % forgeries.length]
    await forge?.(bodyOf(`forged ${request}`), (5 * 60 + 1 + request) * 1000)
  }
  await sleep(50)
  const actedOn = asked.length - 1
  await adapter.stop()
  return { sent: requests, actedOn, statuses }
}
