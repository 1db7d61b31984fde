/** Hostile documents through the adapter, by posts, changes, commands and buttons, as they arrive at Discord. */
import type { Answerer } from '../../../src/adapter.ts'
import { Arrived, type Injected, injectedBy, questionFor } from '../injecting.ts'
import { KINDS } from '../injections.ts'
import { MARKUP } from './markup.ts'
import type { ChannelOf, Stored } from './guilds.ts'
import { type Bench, QUICK } from './harness.ts'
import { pressable, read, wrongInCall } from './reading.ts'
import { until } from './scenarios.ts'

const SIGNS = '<>*_~`|@#!:-+.()[]/\\"\'&=0123 \n\nabcé\u200b\u202e'
  .split('')
  .concat('a b', '1. ', '- ')

/** However busy the machine is, nothing is given up. */
const PATIENT = {
  ...QUICK,
  timeout: 20_000,
  acknowledge: 60_000,
  acknowledging: 20_000,
  grace: 60_000,
}

/** @param strings how many of each at the least */
export const injected = (bench: Bench, strings: number): Promise<Injected> =>
  injectedBy(new World(bench), strings)

class World {
  readonly arrived = new Arrived([...MARKUP, ...SIGNS, ...SIGNS])
  readonly #bench: Bench
  #answered = 0
  #calls = 0

  constructor(bench: Bench) {
    this.#bench = bench
    bench.double.interactions.patience = PATIENT.acknowledge
  }

  /** A question for each kind of reply, and its words changed. */
  async round(round: number, whole: boolean): Promise<void> {
    const { double } = this.#bench
    const channels = KINDS.map(() => double.guilds.channel())
    const say = (at: number, channel: ChannelOf): Stored =>
      double.mention(channel, questionFor(KINDS[at]))
    let said: Stored[] = []
    await this.#during(channels.length, () => {
      said = channels.map((channel, at) => say(at, channel))
    })
    await this.#during(said.length, () => {
      const { id } = double.guilds.bot
      for (const [at, one] of said.entries())
        double.edit(one, `<@${id}> now ${questionFor(KINDS[(at + round) % KINDS.length])}`)
    })
    if (!whole) return
    await this.#during(KINDS.length, () => {
      for (const [at, channel] of channels.entries())
        double.command(channel, 'ask', { question: questionFor(KINDS[at]), private: at % 2 === 0 })
    })
    const under = channels.flatMap(({ id }) => double.guilds.said(id))
    const presses = under.flatMap((message) =>
      pressable(message).map((pressed) => ({ message, ...pressed })),
    )
    await this.#during(presses.length, () => {
      for (const { message, id, values } of presses)
        double.press(message, id, values === undefined ? {} : { values })
    })
  }

  /** By an adapter of its own, as after a restart, until it has dealt with all of it. */
  async #during(questions: number, work: () => void): Promise<void> {
    const adapter = this.#bench.adapter({ timing: PATIENT })
    await adapter.start(this.#answer)
    const before = this.#answered
    work()
    await until(() => this.#answered - before >= questions, 60_000)
    await adapter.stop()
    this.#examine()
  }

  readonly #answer: Answerer = (message) => {
    this.#answered++
    return Promise.resolve(this.arrived.reply(message))
  }

  /** Whatever arrived since it was last looked at. */
  #examine(): void {
    const { double } = this.#bench
    for (const call of double.calls.slice(this.#calls))
      this.arrived.wrong.push(...wrongInCall(call))
    this.#calls = double.calls.length
    for (const message of double.guilds.said()) {
      const { id, edited_timestamp: edited } = message
      this.arrived.message(`${id}/${edited}`, {
        edited: edited !== null,
        shown: () => read(message),
      })
    }
    this.arrived.complete()
  }
}
