/** What the injecting of both platforms has in common: which reply a question is for, what has arrived. */
import type { Message } from '../../src/adapter.ts'
import type { Reply } from '../../src/reply.ts'
import { Injections, type Kind, kindOf } from './injections.ts'

export interface Injected {
  /** Strings that arrived in messages, and in changes of messages. */
  readonly posted: number
  readonly edited: number
  readonly wrong: readonly string[]
}

export interface Rounds {
  readonly arrived: Injected
  /** A question for each kind of reply, changed; `whole`: by command and by button too. */
  round(round: number, whole: boolean): Promise<void>
}

/** @param strings how many of each at the least */
export async function injectedBy(world: Rounds, strings: number): Promise<Injected> {
  const { arrived } = world
  for (let round = 0; Math.min(arrived.posted, arrived.edited) < strings; round++)
    await world.round(round, round % 4 === 0)
  return arrived
}

type Shown = Parameters<Injections['judge']>[0]

export class Arrived implements Injected {
  readonly wrong: string[] = []
  readonly #posted = new Set<string>()
  readonly #edited = new Set<string>()
  readonly #seen = new Set<string>()
  readonly #injections: Injections

  /** @param pieces what strings are made of */
  constructor(pieces: readonly string[]) {
    this.#injections = new Injections(pieces)
  }

  get posted(): number {
    return this.#posted.size
  }

  get edited(): number {
    return this.#edited.size
  }

  /** The reply that a question, or a button, is for. */
  reply({ text, request }: Message): Reply {
    return this.#injections.reply(BROUGHT[request?.kind ?? 'ask'] ?? kindAsked(text))
  }

  /** A message as it stands now, once for each version of it. */
  message(version: string, { edited, shown }: { edited: boolean; shown: () => Shown }): void {
    if (this.#seen.has(version)) return
    this.#seen.add(version)
    for (const tag of this.judge(shown())) (edited ? this.#edited : this.#posted).add(tag)
  }

  /** @returns the strings that are there */
  judge(shown: Shown): Iterable<string> {
    const { wrong, tags } = this.#injections.judge(shown)
    this.wrong.push(...wrong)
    return tags
  }

  /** All that was sent has been looked at. */
  complete(): void {
    this.wrong.push(...this.#injections.missing())
  }
}

/** What buttons bring. */
const BROUGHT: Readonly<Record<string, Kind>> = {
  more: 'answer',
  context: 'context',
  figures: 'figures',
  feedback: 'notice',
}

export const questionFor = (kind: Kind | undefined): string => `what of the ${kind}`

const kindAsked = (text: string): Kind => kindOf(text.split(' ').at(-1)) ?? 'answer'
