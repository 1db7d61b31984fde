/** A platform that nobody has: a board of notes. All that it takes to bring the bot to one. */
import { pino } from 'pino'
import * as z from 'zod'
import type { Adapter, Answerer, Message, Receipt } from '../../src/adapter.ts'
import { PostedMessages } from '../../src/delivery/posted.ts'
import { Questions } from '../../src/delivery/questions.ts'
import type { Question, Wire } from '../../src/delivery/wire.ts'
import type { Reply } from '../../src/reply.ts'
import type { Needs } from '../../src/platform.ts'
import type { Store } from '../../src/store/store.ts'
import { HEALTH } from './desk.ts'

const At = z.object({ note: z.int() })
type At = z.infer<typeof At>

/** What stands on the board, by number, and who hears of what people do. */
export class Board {
  readonly notes = new Map<number, string>()
  /** Key of what was pinned → its number: a note that is pinned again is the same note. */
  readonly keys = new Map<string, number>()
  listener: ((event: BoardEvent) => void) | undefined
}

export type BoardEvent =
  | { readonly kind: 'asked' | 'changed'; readonly id: string; readonly text: string }
  | { readonly kind: 'removed'; readonly id: string }

export class Boarder implements Adapter {
  readonly name = 'board'
  readonly #board: Board
  readonly #needs: Needs
  readonly #ending = new AbortController()
  readonly #underWay = new Set<Promise<unknown>>()

  constructor(board: Board, needs: Needs) {
    this.#board = board
    this.#needs = needs
  }

  start(answer: Answerer): Promise<void> {
    const wire = new BoardWire(this.#board)
    const { signal } = this.#ending
    const questions = new Questions({ ...this.#needs, answer, wire, signal })
    let changes = 0
    this.#board.listener = (event) => {
      const read = () => Promise.resolve(questionOf(event))
      const { id, kind } = event
      const done =
        kind === 'removed'
          ? questions.withdraw(id)
          : kind === 'asked'
            ? questions.ask(id, read)
            : questions.change(id, String(changes++), read)
      this.#underWay.add(done)
      void done.finally(() => this.#underWay.delete(done))
    }
    return Promise.resolve()
  }

  post(_destination: string, reply: Reply, key: string): Promise<Receipt> {
    return Promise.resolve({ id: String(pin(this.#board, [wordsOf(reply)], key)[0]?.note) })
  }

  isShared(): Promise<boolean> {
    return Promise.resolve(false)
  }

  async stop(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
    this.#board.listener = undefined
    this.#ending.abort()
  }
}

class BoardWire implements Wire<Question, string, At> {
  readonly platform = 'board'
  readonly at = At
  readonly posted = new PostedMessages('board', At)
  readonly #board: Board

  constructor(board: Board) {
    this.#board = board
  }

  working = (): (() => void) => () => {}
  render = (reply: Reply): Promise<readonly string[]> => Promise.resolve([wordsOf(reply)])
  offers = (): Promise<readonly string[]> => Promise.resolve([])
  post = (_asked: Question, posts: readonly string[], key: string): Promise<readonly At[]> =>
    Promise.resolve(pin(this.#board, posts, key))
  upload = (): Promise<readonly string[]> => Promise.resolve([])
  edit = ({ note }: At, post: string): Promise<void> => {
    this.#board.notes.set(note, post)
    return Promise.resolve()
  }
  remove = ({ note }: At): Promise<void> => {
    this.#board.notes.delete(note)
    return Promise.resolve()
  }
  removeFile = (): Promise<void> => Promise.resolve()
  threadOf = (): undefined => undefined
  isUnshowable = (): boolean => false
  isFinal = (): boolean => false
}

function pin({ notes, keys }: Board, posts: readonly string[], key: string): At[] {
  return posts.map((post, index) => {
    const name = `${key}/${index}`
    const note = keys.get(name) ?? keys.size
    keys.set(name, note)
    notes.set(note, post)
    return { note }
  })
}

function questionOf(event: BoardEvent): Question | undefined {
  if (event.kind === 'removed') return undefined
  const { id, text } = event
  const message: Message = { id, text, user: 'ann', channel: 'hall', platform: 'board' }
  return { key: id, message }
}

const wordsOf = (reply: Reply): string =>
  'quotes' in reply ? reply.quotes.map(({ text }) => text).join('\n') : reply.kind

/** What it is made with, on a store. */
export const needsOf = ({ ledger, memory, inbox, tokens, links }: Store): Needs => ({
  ledger,
  memory,
  inbox,
  log: pino({ level: 'silent' }),
  tell: () => {},
  tokens,
  links,
  publicUrl: undefined,
  languageOf: () => undefined,
  allow: [],
  health: HEALTH,
})
