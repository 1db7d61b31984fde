/** Days of posts by a process that is killed around every one of them, on platforms at the wire. */
import { DatabaseSync } from 'node:sqlite'
import type { Adapter, Ledger, Standing } from '../../src/adapter.ts'
import { StoredLedger } from '../../src/ledger.ts'
import type { Reply } from '../../src/reply.ts'
import { readPattern } from '../../src/schedule/pattern.ts'
import { openBench as openDiscord } from './discord/harness.ts'
import { pick, randomOf } from './random.ts'
import { DAY, type Fatal, HOUR, type Platform, ScheduleWorld } from './schedule-world.ts'
import { openBench as openSlack } from './slack/harness.ts'

export interface Killed {
  /** Local dates that had a post due. */
  readonly due: number
  /** Neither posted nor said to be missed or unknown. */
  readonly lost: number
  readonly doubled: number
  /** Said to be posted and not there, or there and not said. */
  readonly unflagged: number
}

export interface Wire {
  readonly destination: string
  /** A process's adapter, started. */
  platform(): Promise<Platform & Pick<Adapter, 'stop'>>
  /** What the bot has said there, a text a message. */
  said(): string[]
  close(): Promise<void>
}

const FATAL: readonly Fatal[] = ['computing', 'before', 'accepted', 'answered']

/** @param path of the store */
export async function killedPosts(
  path: string,
  wire: Wire,
  kills: number,
  seed: number,
): Promise<Killed> {
  const random = randomOf(seed)
  const world = new ScheduleWorld('2025-01-01T12:00:00Z', { path })
  let platform = await wire.platform()
  let process = world.start({}, platform)
  const { destination } = wire
  const pattern = readPattern('daily 08:00 Europe/Paris').pattern
  const { id } = process.store.schedules.add({ destination, pattern, quiet: false })
  await world.settle()
  for (let kill = 0; kill < kills; kill++) {
    world.fatal.push(pick(FATAL, random))
    while (world.alive > 0) await world.advance(HOUR)
    await platform.stop()
    platform = await wire.platform()
    // Somebody notices after a while; once in a while after the window is over.
    world.now += random() < 0.05 ? 7 * HOUR : Math.floor(random() * 30 * 60_000)
    process = world.start({}, platform)
    // Half of them are killed once more at the same post.
    if (random() < 0.5) await world.advance(HOUR)
  }
  await world.advance(DAY + HOUR)
  const said = wire.said()
  const posts = process.store.posts.of(destination, id)
  const counts = posts.map(({ state, date }) => {
    const there = said.filter((text) => text.includes(markOf(date))).length
    return { state, there }
  })
  process.kill()
  await platform.stop()
  const known = new Set(['sent', 'missed', 'unknown'])
  return {
    due: posts.length,
    lost: counts.filter(({ state, there }) => there === 0 && state === 'sent').length,
    doubled: counts.filter(({ there }) => there > 1).length,
    unflagged: counts.filter(
      ({ state, there }) => !known.has(state) || (there > 0 && state === 'missed'),
    ).length,
  }
}

/** Slack, or Discord, as stand-ins at the wire, on the same store. */
export async function wireOf(name: 'slack' | 'discord', path: string): Promise<Wire> {
  const database = new DatabaseSync(path)
  const platform = async (make: (ledger: Ledger) => Adapter, channel: string) => {
    const ledger = new CutLedger(new StoredLedger(database, () => new Date()))
    const adapter = make(ledger)
    await adapter.start(() => Promise.reject(new Error('nobody asks')))
    return {
      name,
      cutOff: () => ledger.cut(),
      stop: () => adapter.stop(),
      post: (_: string, reply: Reply, key: string) => adapter.post(channel, dated(reply, key), key),
    }
  }
  if (name === 'slack') {
    const bench = await openSlack(path)
    return {
      destination: 'slack:C1',
      platform: () => platform((ledger) => bench.adapter({ ledger }), 'C1'),
      said: () => bench.double.workspace.said('C1').map((message) => JSON.stringify(message)),
      close: () => bench.close().finally(() => database.close()),
    }
  }
  const bench = await openDiscord(path)
  const { id } = bench.double.guilds.channel()
  return {
    destination: `discord:${id}`,
    platform: () => platform((ledger) => bench.adapter({ ledger }), id),
    said: () => bench.double.guilds.said(id).map((message) => JSON.stringify(message)),
    close: () => bench.close().finally(() => database.close()),
  }
}

/** A word that no platform writes otherwise. */
const markOf = (date: string): string => `Post${date.replaceAll('-', '')}`

/** Each post is known by its date, whatever it tells. */
const dated = (reply: Reply, key: string): Reply =>
  reply.kind === 'summary' ? { ...reply, title: markOf(key.split('/').at(-1) ?? '') } : reply

/** Dies where a post is taken and that is to be written down. */
class CutLedger implements Ledger {
  readonly #ledger: Ledger
  #isCut = false

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  cut(): void {
    this.#isCut = true
  }

  begin(key: string): Standing {
    return this.#ledger.begin(key)
  }

  done(key: string, receipt: string): void {
    if (this.#isCut) throw new Error('killed')
    this.#ledger.done(key, receipt)
  }

  undo(key: string): void {
    this.#ledger.undo(key)
  }

  look(key: string): Standing {
    return this.#ledger.look(key)
  }
}
