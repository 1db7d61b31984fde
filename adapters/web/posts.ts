/** What was posted for the desk's own pages: briefings, kept as long as an adapter's memory is. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Memory, Receipt } from '../../src/adapter.ts'
import { Reply } from '../../src/reply.ts'

const Entry = z.object({
  id: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  destination: z.string(),
  title: z.string(),
})
export type PostEntry = z.infer<typeof Entry>

/** Older ones leave the list. */
const MOST = 200
const LIST = 'web/posts'
const nameOf = (id: string): string => `web/post/${id}`

export class Posts {
  readonly #memory: Memory
  readonly #clock: () => Date

  constructor(memory: Memory, clock: () => Date = () => new Date()) {
    this.#memory = memory
    this.#clock = clock
  }

  /** The same key twice is one post. */
  add(destination: string, reply: Reply, key: string): Receipt {
    const id = createHash('sha256').update(`${destination}\n${key}`).digest('hex').slice(0, 24)
    if (this.#memory.recall(nameOf(id)) !== undefined) return { id }
    this.#memory.keep(nameOf(id), reply)
    const entry = { id, at: this.#clock().toISOString(), destination, title: titleOf(reply) }
    this.#memory.keep(LIST, [entry, ...this.#all().filter((one) => one.id !== id)].slice(0, MOST))
    return { id }
  }

  /** The newest first; of one destination, or all of them. */
  list(destination?: string): readonly PostEntry[] {
    return this.#all().filter((one) => destination === undefined || one.destination === destination)
  }

  get(id: string, destination?: string): { entry: PostEntry; reply: Reply } | undefined {
    const entry = this.list(destination).find((one) => one.id === id)
    const reply = entry && Reply.safeParse(this.#memory.recall(nameOf(id))).data
    return reply === undefined || entry === undefined ? undefined : { entry, reply }
  }

  #all(): PostEntry[] {
    return z.array(Entry).catch([]).parse(this.#memory.recall(LIST))
  }
}

function titleOf(reply: Reply): string {
  if (reply.kind === 'summary') return reply.title
  return 'question' in reply ? reply.question : ''
}
