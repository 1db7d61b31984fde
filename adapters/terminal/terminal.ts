/** The bot in a terminal: a line is a question, the reply is printed below it. */
import { randomUUID } from 'node:crypto'
import * as readline from 'node:readline'
import { createInterface, type Interface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import type { Adapter, Message, Receipt } from '../../src/adapter.ts'
import type { Reply, Sources } from '../../src/reply.ts'
import { lookOf } from './look.ts'
import { renderGreeting, renderReply } from './render.ts'

export interface TerminalOptions {
  readonly input: Readable
  readonly output: Writable
  /** What was read, told in the greeting. */
  readonly sources: Sources
  /** Questions the greeting suggests. */
  readonly examples: readonly string[]
  /** Reads a draft to check from a file; rejects with what a person is told. */
  readonly readDraft?: (path: string) => Promise<string>
  /** Adds folders, files, pages or feeds; rejects with what a person is told. */
  readonly add?: (locations: readonly string[]) => Promise<Reply>
}

const failureOf = (error: unknown): Reply => ({
  kind: 'failed',
  code: 'usage',
  message: error instanceof Error ? error.message : String(error),
})

/** What a word alone lacks. */
const USAGE: ReadonlyMap<string, string> = new Map([
  ['add', 'Say what to add: add ~/reports, add report.pdf, add https://example.org/feed.xml'],
  ['check', 'Say what to check: check draft.docx, or check: and the words themselves.'],
])

/** The locations in "add ~/reports https://…"; nothing where it adds none: "add up the killed". */
function addedIn(text: string): string[] | undefined {
  const [word = '', ...rest] = text.match(/"[^"]+"|\S+/gu) ?? []
  const locations = rest.map((one) => one.replace(/^"|"$/gu, ''))
  const isPlace = (one: string): boolean => /[/\\]|^~|\.\p{L}{2,5}$/u.test(one)
  return word.toLowerCase() === 'add' && locations.length > 0 && locations.every(isPlace)
    ? locations
    : undefined
}

const PROMPT = '> '
const LEAVE = new Set(['exit', 'quit'])

export class Terminal implements Adapter {
  readonly name = 'terminal'
  readonly #options: TerminalOptions
  readonly #posted = new Map<string, Promise<Receipt>>()
  readonly #ended = Promise.withResolvers<void>()
  #lines: Interface | undefined
  /** Lines are answered one after the other, however fast they come. */
  #queue: Promise<void> = Promise.resolve()
  #open = false
  /** The prompt stands there, waiting. */
  #idle = false
  #left = false

  constructor(options: TerminalOptions) {
    this.#options = options
  }

  /** Resolves when the person has left and every reply is printed. */
  get ended(): Promise<void> {
    return this.#ended.promise
  }

  async start(answer: (message: Message) => Promise<Reply>): Promise<void> {
    const { input, output, sources, examples } = this.#options
    await this.#print(renderGreeting(sources, examples, lookOf(output)))
    const lines = createInterface({
      input,
      output,
      terminal: 'isTTY' in output && output.isTTY === true,
      prompt: PROMPT,
      removeHistoryDuplicates: true,
    })
    this.#lines = lines
    this.#open = true
    lines.on('line', (line) => {
      this.#queue = this.#queue.then(() => this.#take(line, answer))
      // A failure reaches `ended` when the session closes, which it does at once.
      this.#queue.catch(() => lines.close())
    })
    lines.on('SIGINT', () => this.#interrupt(lines))
    lines.once('close', () => {
      this.#open = false
      this.#queue
        .then(() => this.#print('\n'))
        .then(this.#ended.resolve, (error: unknown) => this.#ended.reject(error))
    })
    this.#prompt()
  }

  post(_destination: string, reply: Reply, key: string): Promise<Receipt> {
    const posted = this.#posted.get(key) ?? this.#show(reply).then(() => ({ id: key }))
    this.#posted.set(key, posted)
    return posted
  }

  isShared(): Promise<boolean> {
    return Promise.resolve(false)
  }

  async stop(): Promise<void> {
    this.#leave()
    if (this.#lines === undefined) this.#ended.resolve()
    await this.#ended.promise
  }

  async #take(line: string, answer: (message: Message) => Promise<Reply>): Promise<void> {
    if (this.#left) return
    this.#idle = false
    const text = line.trim()
    if (LEAVE.has(text.toLowerCase())) {
      this.#leave()
      return
    }
    if (text !== '') {
      const reply = await this.#answer(text, answer)
      await this.#print(`\n${this.#rendered(reply)}\n`)
    }
    this.#prompt()
  }

  /** "check draft.docx" is that file's text, "add ~/reports" adds it; "check: …" and all else goes as it is. */
  async #answer(text: string, answer: (message: Message) => Promise<Reply>): Promise<Reply> {
    const message = { id: randomUUID(), user: 'you', channel: 'terminal', local: true }
    const path = /^check\s+(\S*\.\p{L}{2,8})$/iu.exec(text)?.[1]
    const { readDraft, add } = this.#options
    const usage = USAGE.get(text.toLowerCase())
    if (usage !== undefined) return { kind: 'failed', code: 'usage', message: usage }
    const added = addedIn(text)
    if (added !== undefined && add !== undefined) return add(added).catch(failureOf)
    if (path === undefined || readDraft === undefined)
      return answer({ ...message, text, platform: this.name })
    const draft = await readDraft(path).catch(failureOf)
    return typeof draft === 'string'
      ? answer({ ...message, text: draft, request: { kind: 'check' }, platform: this.name })
      : draft
  }

  #prompt(): void {
    this.#idle = this.#open
    if (this.#open) this.#lines?.prompt()
  }

  /** What was typed ahead is dropped. */
  #leave(): void {
    this.#left = true
    this.#lines?.close()
  }

  /** As a shell does: the first Ctrl-C drops what is typed, at an empty prompt it leaves. */
  #interrupt(lines: Interface): void {
    if (lines.line === '') {
      this.#leave()
      return
    }
    lines.write(null, { ctrl: true, name: 'e' })
    lines.write(null, { ctrl: true, name: 'u' })
  }

  /** Prints above the prompt, which is drawn again with what is typed so far. */
  async #show(reply: Reply): Promise<void> {
    const { output } = this.#options
    const redraw = this.#idle && this.#open && this.#lines?.terminal === true
    if (redraw) {
      readline.cursorTo(output, 0)
      readline.clearLine(output, 0)
    }
    await this.#print(`${this.#rendered(reply)}\n`)
    if (redraw) this.#lines?.prompt(true)
  }

  #rendered(reply: Reply): string {
    return renderReply(reply, lookOf(this.#options.output))
  }

  /** Resolves once written; a reader gone away is not the session's failure. */
  #print(text: string): Promise<void> {
    return new Promise((resolve) => {
      this.#options.output.write(text, () => resolve())
    })
  }
}
