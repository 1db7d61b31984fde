/** What was posted for the desk's own pages: briefings, kept as long as an adapter's memory is. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { type Memory, type Receipt, REMEMBER_DAYS } from '../../src/adapter.ts'
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
  async add(destination: string, reply: Reply, key: string): Promise<Receipt> {
    const id = createHash('sha256').update(`${destination}\n${key}`).digest('hex').slice(0, 24)
    await this.#memory.change(nameOf(id), (kept) => (kept === undefined ? reply : undefined))
    const entry = { id, at: this.#clock().toISOString(), destination, title: titleOf(reply) }
    await this.#memory.change(LIST, (kept) => {
      const all = entriesIn(kept)
      return all.some((one) => one.id === id) ? undefined : [entry, ...all].slice(0, MOST)
    })
    return { id }
  }

  /** The newest first; of one destination, or all of them. */
  async list(destination?: string): Promise<readonly PostEntry[]> {
    const all = entriesIn(await this.#memory.recall(LIST))
    // What an older one said is not remembered any more.
    const oldest = new Date(this.#clock().getTime() - REMEMBER_DAYS * 86_400_000).toISOString()
    return all.filter(
      (one) => one.at >= oldest && (destination === undefined || one.destination === destination),
    )
  }

  async get(
    id: string,
    destination?: string,
  ): Promise<{ entry: PostEntry; reply: Reply } | undefined> {
    const entry = (await this.list(destination)).find((one) => one.id === id)
    const reply = entry && Reply.safeParse(await this.#memory.recall(nameOf(id))).data
    return reply === undefined || entry === undefined ? undefined : { entry, reply }
  }
}

const entriesIn = (kept: unknown): PostEntry[] => z.array(Entry).catch([]).parse(kept)

function titleOf(reply: Reply): string {
  if (reply.kind === 'summary') return reply.title
  return 'question' in reply ? reply.question : ''
}
