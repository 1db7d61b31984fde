/** Days of posts by a process that is killed around every one of them, on platforms at the wire. */
import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { nonceOf } from '../../adapters/discord/bodies.ts'
import { readPattern } from '../../src/schedule/pattern.ts'
import { nextRun } from '../../src/schedule/time.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { openBench as openDiscord } from './discord/harness.ts'
import { pick, randomOf } from './random.ts'
import { type Cut, Gate } from './schedule-gate.ts'
import { isJson } from './slack/limits.ts'
import { openBench as openSlack } from './slack/harness.ts'

export interface Killed {
  /** Local dates that had a post due. */
  readonly due: number
  /** Of those: too late when somebody was there again, and of an end that nobody knows; said to be so. */
  readonly missed: number
  readonly unknown: number
  /** Messages of posts that stand there. */
  readonly messages: number
  /** Neither posted nor said to be missed or unknown. */
  readonly lost: number
  /** Messages that stand there once more. */
  readonly doubled: number
  /** Not said how they ended, there though said to be missed, or there though never due. */
  readonly unflagged: number
}

/** `computing`: some milliseconds after a post was begun to be computed, whatever it does by then. */
const MOMENTS: readonly (Cut | 'computing')[] = ['computing', 'before', 'accepted', 'answered']
const PATTERN = readPattern('daily 08:00 Europe/Paris').pattern
const START = Date.UTC(2025, 0, 1, 12)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Milliseconds for one process; none takes nearly as long. */
const PATIENCE = 60_000
/** Kept from run to run: half of a start is reading the code. */
const COMPILED = join(tmpdir(), 'verbatim-compiled')

/**
 * Starts the process anew after every kill, and lets the last one come to rest.
 * @param path of the store, of nobody else
 * @throws Error when a process ends by itself, or a limit of the platform's was broken
 */
export async function killedPosts(
  name: 'slack' | 'discord',
  path: string,
  kills: number,
  seed: number,
): Promise<Killed> {
  const random = randomOf(seed)
  const wire = await (name === 'slack' ? slackWire() : discordWire())
  const gate = await Gate.open(wire.upstream)
  try {
    const schedule = await scheduleIn(path, wire.destination)
    const environment = { ...wire.environment, PLATFORM: name, API: gate.address + wire.api }
    const told: Told = new Map()
    let now = START
    for (let kill = 0; kill < kills; kill++) {
      const child = start({ ...environment, STORE: path }, now, Infinity)
      const moment = pick(MOMENTS, random)
      // Half of them are killed at the very post that the one before was killed at.
      const left = random() < 0.5 ? 0 : Math.floor(random() * 6)
      // Some milliseconds pass until what was computed is sent, or what was answered is written down.
      const later = (): void => void setTimeout(child.kill, random() * 20)
      const soon = (): void => void setTimeout(child.kill, random() * 4)
      if (moment === 'computing') child.lines.once('computing', random() < 0.5 ? child.kill : later)
      else gate.arm(moment, left, moment === 'answered' && random() < 0.5 ? soon : child.kill)
      now = await child.ended('SIGKILL')
      gate.disarm()
      hear(told, path, schedule)
      // Somebody notices after a while; once in a while after the window is over.
      now += random() < 0.05 ? 7 * HOUR : Math.floor(random() * 30 * MINUTE)
    }
    const end = now + 25 * HOUR
    await start({ ...environment, STORE: path }, now, end).ended(null)
    hear(told, path, schedule)
    return tally(told, schedule, wire, end)
  } finally {
    await gate.close()
    await wire.close()
  }
}

interface Child {
  /** What it says, line by line. */
  readonly lines: EventEmitter
  readonly kill: () => void
  /** @returns its clock @throws Error when it ends otherwise, or not at all */
  ended(signal: 'SIGKILL' | null): Promise<number>
}

/** A process whose clock begins at a time, and that leaves at another. */
function start(environment: Readonly<Record<string, string>>, now: number, end: number): Child {
  const program = fileURLToPath(new URL('schedule-child.ts', import.meta.url))
  const env = { NODE_COMPILE_CACHE: COMPILED, NOW: String(now), UNTIL: String(end) }
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...environment, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: PATIENCE,
  })
  const lines = new EventEmitter()
  let told = now
  createInterface(child.stdout).on('line', (line) => {
    if (/^\d+$/.test(line)) told = Number(line)
    else lines.emit(line)
  })
  return {
    lines,
    kill: () => void child.kill('SIGKILL'),
    ended: async (wanted) => {
      await once(child, 'close')
      const { exitCode, signalCode } = child
      if (signalCode !== wanted || (wanted === null && exitCode !== 0))
        throw new Error(`a process ended by ${signalCode ?? exitCode}`)
      return told
    },
  }
}

/** @returns its number */
async function scheduleIn(path: string, destination: string): Promise<number> {
  const store = sqliteStore(path, () => new Date(START))
  const { id } = await store.schedules.add({ destination, pattern: PATTERN, quiet: false })
  await store.close()
  return id
}

/** What was last said of the post of each local date. */
type Told = Map<string, { readonly state: unknown; readonly closed: unknown }>

/** Takes down what the store says, which forgets what is long over. */
function hear(told: Told, path: string, schedule: number): void {
  const database = new DatabaseSync(path, { readOnly: true })
  const rows = database
    .prepare('SELECT date, state, closed FROM posts WHERE schedule = ?')
    .all(schedule)
  database.close()
  for (const { date, state, closed } of rows) told.set(String(date), { state, closed })
}

/** What was said of every date that had a post due, against what stands on the platform. */
function tally(posts: Told, schedule: number, wire: Wire, end: number): Killed {
  const said = Map.groupBy(wire.said(), (message) => message)
  const left = new Set(said.keys())
  const counted = { due: 0, missed: 0, unknown: 0, messages: 0, lost: 0, doubled: 0, unflagged: 0 }
  for (
    let run = nextRun(PATTERN, new Date(START));
    run.at.getTime() <= end;
    run = nextRun(PATTERN, run.at)
  ) {
    const post = posts.get(run.date)
    const names = wire.namesOf(`${wire.destination}/${schedule}/${run.date}`)
    const there = names.filter((name) => left.delete(name))
    counted.due++
    counted.messages += there.length
    // A post of several messages has all of them up to its last.
    const whole = there.length > 0 && there.every((name, at) => name === names[at])
    if (post === undefined || (post.state === 'sent' && !whole)) counted.lost++
    else if (post.state === 'missed') {
      counted.missed++
      if (there.length > 0) counted.unflagged++
    } else if (post.state === 'unknown' && post.closed === 1) counted.unknown++
    else if (post.state !== 'sent') counted.unflagged++
  }
  for (const messages of said.values()) counted.doubled += messages.length - 1
  counted.unflagged += left.size
  return counted
}

interface Wire {
  readonly upstream: string
  /** Path of the platform's interface. */
  readonly api: string
  readonly environment: Readonly<Record<string, string>>
  readonly destination: string
  /** A name for every message of the bot's, by what it was sent with to be known again. */
  said(): string[]
  /** The names of the messages of a post, of which there may be fewer, in order. */
  namesOf(post: string): string[]
  close(): Promise<void>
}

async function slackWire(): Promise<Wire> {
  const bench = await openSlack()
  const { double } = bench
  return {
    upstream: double.address,
    api: '/api/',
    environment: { TOKEN: double.botToken, APP: double.appToken },
    destination: 'slack:C1',
    said: () => double.workspace.said('C1').map(({ metadata }) => keyOf(metadata)),
    namesOf: (post) => {
      const name = `slack/post/C1/${post}`
      return [`${name}/first/0`, ...MANY.map((at) => `${name}/${at}`)]
    },
    close: () => bench.close(),
  }
}

async function discordWire(): Promise<Wire> {
  const bench = await openDiscord()
  const { double } = bench
  const { id } = double.guilds.channel()
  // In earnest a nonce is forgotten before another process may take a post over.
  double.rest.nonceFor = 0
  return {
    upstream: double.address,
    api: '/api',
    environment: { TOKEN: double.token },
    destination: `discord:${id}`,
    said: () => double.guilds.said(id).map(({ nonce }) => nonce ?? ''),
    namesOf: (post) => MANY.map((at) => nonceOf(`discord/post/${id}/${post}/${at}`)),
    close: () => bench.close(),
  }
}

/** Places of messages in a post; none has more. */
const MANY = [...Array(30).keys()]

function keyOf(metadata: unknown): string {
  const payload = isJson(metadata) ? metadata['event_payload'] : undefined
  return isJson(payload) ? String(payload['key']) : ''
}
