/** What Discord can do to an adapter, at any scale: a little of it in the tests, all of it in the soak. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Discord } from '../../../adapters/discord/adapter.ts'
import { pick, randomOf } from '../random.ts'
import { answering, until } from '../slack/scenarios.ts'
import type { Mishap } from './faults.ts'
import type { ChannelOf, Stored } from './guilds.ts'
import type { Bench } from './harness.ts'
import { seen } from './seen.ts'

export { answering, until }

/** How many replies each question has, by the words that only it has. */
export function repliesTo({ double }: Bench, said: readonly Stored[]): number[] {
  const shown = double.guilds.said().map((each) => ({ ...each, words: seen(each) }))
  return said.map(({ channel_id, id, content }) => {
    const words = content.replace(/<@\d+>/, '').trim()
    return shown.filter(
      (each) =>
        each.channel_id === channel_id &&
        (each.message_reference?.['message_id'] === id || each.words.includes(words)),
    ).length
  })
}

export const isAnswered = (bench: Bench, said: readonly Stored[]): boolean =>
  repliesTo(bench, said).every((each) => each > 0)

export interface Counted {
  readonly questions: number
  readonly replies: number
  /** Questions with no reply, and with more than one. */
  readonly unanswered: number
  readonly twice: number
}

function counted(bench: Bench, said: readonly Stored[]): Counted {
  const replies = repliesTo(bench, said)
  return {
    questions: said.length,
    replies: replies.reduce((sum, each) => sum + each, 0),
    unanswered: replies.filter((each) => each === 0).length,
    twice: replies.filter((each) => each > 1).length,
  }
}

export const channelsOf = ({ double }: Bench, count: number): ChannelOf[] =>
  Array.from({ length: count }, (_, index) => double.guilds.channel(`channel-${index}`))

/** So that no words are part of others. */
const question = (number: number): string => `How deep is well ${number}?`

/** Questions, each delivered up to four times, across a restart in the middle. */
export async function redelivered(
  bench: Bench,
  questions: number,
  { abrupt = false } = {},
): Promise<Counted> {
  const { double } = bench
  const { answer } = answering()
  const random = randomOf(1)
  const channels = channelsOf(bench, 20)
  let adapter = bench.adapter(abrupt ? { timing: ABRUPT } : {})
  await adapter.start(answer)
  const said: Stored[] = []
  const tell = (from: number, to: number): void => {
    for (let number = from; number < to; number++) {
      const one = double.mention(pick(channels, random), question(number))
      said.push(one)
      double.tell(one)
      if (random() < 0.5) double.tell(pick(said, random))
    }
  }
  const half = Math.floor(questions / 2)
  tell(0, half)
  await sleep(abrupt ? 50 : 200)
  await adapter.stop()
  adapter = bench.adapter()
  await adapter.start(answer)
  tell(half, questions)
  for (const one of said) double.tell(one)
  await until(() => isAnswered(bench, said), 120_000)
  await adapter.stop()
  return counted(bench, said)
}

const QUICKLY = { backoff: 5, longestBackoff: 200, timeout: 5000, settle: 10, identify: 5 }
/** Cut off in the middle, as a crash does. */
const ABRUPT = { ...QUICKLY, grace: 0 }

/** Questions to a process that is killed again and again. What reached nobody is delivered again. */
export async function killed(
  bench: Bench,
  store: string,
  questions: number,
  kills: number,
): Promise<Counted> {
  const { double } = bench
  const channels = channelsOf(bench, 10)
  const said: Stored[] = []
  let child = await startChild(bench, store)
  try {
    for (let number = 0; number < questions; number++) {
      const channel = channels[number % channels.length]
      if (channel !== undefined) said.push(double.mention(channel, question(number)))
      await sleep(10)
      if ((number + 1) % Math.ceil(questions / (kills + 1)) !== 0) continue
      child.kill('SIGKILL')
      child = await startChild(bench, store)
    }
    // What was on its way to a process that had just died reached nobody.
    for (const [index, one] of said.entries())
      if (repliesTo(bench, said)[index] === 0) double.tell(one)
    await until(() => isAnswered(bench, said), 60_000)
    // Whatever would come twice has had the time to.
    await sleep(300)
    return counted(bench, said)
  } finally {
    child.kill('SIGKILL')
  }
}

async function startChild({ double }: Bench, store: string): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('child.ts', import.meta.url))
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, API: double.apiUrl, TOKEN: double.token, STORE: store },
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
  adapter: Discord,
  seconds: number,
): Promise<Isolation> {
  const { double } = bench
  await adapter.start(answering().answer)
  const channels = channelsOf(bench, 20)
  const [limited] = channels
  if (limited === undefined) throw new RangeError('no channel')
  double.faults.add({
    route: POST,
    channel: limited.id,
    mishap: { kind: 'limited', seconds },
    lasting: seconds * 1000,
  })
  const began = performance.now()
  const took = await Promise.all(
    channels.map(async (channel, index) => {
      const said = [double.mention(channel, question(index))]
      await until(() => isAnswered(bench, said), seconds * 1000 + 30_000)
      return performance.now() - began
    }),
  )
  await adapter.stop()
  const [first = 0, ...others] = took
  return { limited: first, others: Math.max(...others) }
}

/**
 * Many commands at once while answering keeps the machine busy.
 * @returns milliseconds after which the last one was deferred
 */
export async function deferred(bench: Bench, adapter: Discord, commands: number): Promise<number> {
  const { double } = bench
  const { answer } = answering()
  await adapter.start((message) => {
    const until20 = performance.now() + 20
    while (performance.now() < until20);
    return answer(message)
  })
  const channels = channelsOf(bench, 10)
  const asked = Array.from({ length: commands }, (_, number) => {
    const channel = channels[number % channels.length] ?? double.guilds.channel()
    return double.command(channel, 'ask', { question: question(number) }).asked
  })
  const answered = () => asked.every(({ original }) => original?.loading === false)
  await until(answered, 60_000)
  await adapter.stop()
  return Math.max(...asked.map(({ acknowledged }) => acknowledged?.after ?? Infinity))
}

export interface Faulted {
  readonly counted: Counted
  readonly resumable: number
  /** Faults after which a session must begin anew. */
  readonly final: number
  /** Identifications, less the first. */
  readonly identifies: number
  readonly resumes: number
}

/** What ends a connection but not its session; and what ends both. */
const RESUMABLE = [
  'cut',
  '4000',
  '4001',
  '4002',
  'reconnect',
  'invalid true',
  'refused',
  'silent',
] as const
const FINAL = ['invalid false', '4003', '4007', '4008', '4009', '1000', 'forgotten'] as const

/**
 * One fault of the gateway after the other, and a question in the middle of each: asked while nobody is
 * connected where the session goes on, and once it has begun anew where it does not.
 */
export async function gatewayFaults(
  bench: Bench,
  adapter: Discord,
  faults: number,
): Promise<Faulted> {
  const { double } = bench
  const { gateway } = double
  await adapter.start(answering().answer)
  gateway.rewind = 3
  const random = randomOf(11)
  const channels = channelsOf(bench, 10)
  const said: Stored[] = []
  let final = 0
  const { identifies: first, resumes: before } = gateway
  for (let fault = 0; fault < faults; fault++) {
    const channel = pick(channels, random)
    const ends = random() < 0.25
    const kind = ends ? pick(FINAL, random) : pick(RESUMABLE, random)
    const { identifies } = gateway
    if (ends) final++
    happens(bench, kind)
    if (!ends) said.push(double.mention(channel, question(fault)))
    const again = () => gateway.connected === 1 && (!ends || gateway.identifies > identifies)
    await until(again, 60_000)
    if (ends) said.push(double.mention(channel, question(fault)))
    await until(() => isAnswered(bench, said.slice(-1)), 60_000)
  }
  const faulted = {
    counted: counted(bench, said),
    resumable: faults - final,
    final,
    identifies: gateway.identifies - first,
    resumes: gateway.resumes - before,
  }
  await adapter.stop()
  return faulted
}

function happens({ double }: Bench, kind: (typeof RESUMABLE | typeof FINAL)[number]): void {
  const { gateway } = double
  switch (kind) {
    case 'cut':
      return gateway.cut()
    case 'reconnect':
      return gateway.reconnect()
    case 'invalid true':
      return gateway.invalidate(true)
    case 'invalid false':
      return gateway.invalidate(false)
    case 'refused':
      gateway.refusing = 2
      return gateway.cut()
    case 'silent':
      gateway.silent = 1
      return gateway.cut()
    case 'forgotten':
      gateway.forget()
      return gateway.end('connections')
    case '1000':
    case '4000':
    case '4001':
    case '4002':
    case '4003':
    case '4007':
    case '4008':
    case '4009':
      return gateway.close(Number(kind))
  }
}

export interface Survived {
  /** The longest from a fault to an answer, milliseconds. */
  readonly slowest: number
  readonly counted: Counted
}

const MISHAPS: readonly Mishap[] = [
  { kind: 'error', status: 401, code: 0 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'lost' },
  { kind: 'cut' },
  { kind: 'hang' },
  { kind: 'garbled' },
  { kind: 'limited', seconds: 0.2 },
  { kind: 'limited', seconds: 0.2, global: true },
]
const POST = 'POST /channels/:id/messages'
const LOOK = 'GET /channels/:id/messages'
const ROUTES = [POST, LOOK, 'GET /channels/:id']

/** One fault of the REST API after the other; after each a question must be answered, once. */
export async function survived(bench: Bench, adapter: Discord, faults: number): Promise<Survived> {
  const { double } = bench
  await adapter.start(answering().answer)
  const random = randomOf(7)
  const channels = channelsOf(bench, 10)
  const said: Stored[] = []
  let slowest = 0
  for (let fault = 0; fault < faults; fault++) {
    const channel = pick(channels, random)
    if (random() < 0.2) double.gateway.raw(pick(BROKEN, random))
    else {
      const route = pick(ROUTES, random)
      double.faults.add({ route, mishap: pick(MISHAPS, random) })
      // It is looked for only when nobody knows whether it arrived.
      if (route === LOOK) double.faults.add({ route: POST, mishap: { kind: 'lost' } })
    }
    const began = performance.now()
    const one = double.mention(channel, question(fault))
    said.push(one)
    await until(() => isAnswered(bench, [one]), 60_000)
    slowest = Math.max(slowest, performance.now() - began)
    double.faults.clear()
  }
  await adapter.stop()
  return { slowest, counted: counted(bench, said) }
}

/** What the gateway never says. */
const BROKEN = [
  'no JSON at all',
  'null',
  '[]',
  '{"op":99}',
  '{"op":0,"t":"MESSAGE_CREATE","s":1,"d":null}',
  '{"op":0,"t":"MESSAGE_CREATE","s":1,"d":{}}',
  '{"op":0,"t":"MESSAGE_CREATE","s":1,"d":{"id":"1","channel_id":"2","author":null}}',
  '{"op":0,"t":"MESSAGE_UPDATE","s":1,"d":{"id":"1"}}',
  '{"op":0,"t":"MESSAGE_DELETE","s":1,"d":{}}',
  '{"op":0,"t":"INTERACTION_CREATE","s":1,"d":null}',
  '{"op":0,"t":"INTERACTION_CREATE","s":1,"d":{"id":"1","type":3,"token":"x","data":null}}',
  '{"op":0,"t":"INTERACTION_CREATE","s":1,"d":{"id":"1","type":77}}',
  '{"op":0,"t":"GUILD_CREATE","s":1,"d":{}}',
  '{"op":0,"t":"THREAD_CREATE","s":1,"d":{"id":7}}',
  '{"op":0,"t":"NEVER_HEARD_OF","s":1,"d":{}}',
]
