/** The bot for programs of others: `import { openBot } from 'verbatim'`. It prints nothing. */
import { randomUUID } from 'node:crypto'
import type { Report } from '../index/library/report.ts'
import type { Message, Request } from './adapter.ts'
import { loadConfig } from './app/config.ts'
import { onlyOne, openLibrary } from './app/documents.ts'
import { botOf } from './app/open.ts'
import type { AnswerOptions } from './responder.ts'
import { openDataFolder } from './data-folder.ts'
import { createLog } from './log.ts'
import { Reply } from './reply.ts'
import { lostLine, openStore } from './store/open.ts'

export { VerbatimError } from './errors.ts'
export { Reply }
export type { ErrorCode } from '../index/errors.ts'
export type { Report } from '../index/library/report.ts'
export type { Message } from './adapter.ts'
export type { Citation, Figure, Quote } from './reply.ts'

/** Paths are relative to the working directory. What is not told stands as the settings say. */
export interface OpenBotOptions {
  /** Answers from this folder or file alone. */
  readonly documents?: string
  /** The configuration file; `verbatim.yaml` where there is one. */
  readonly config?: string
  /** The folder for what is kept: what was read, conversations, unanswered questions. */
  readonly data?: string
  /** Cuts short what is under way. */
  readonly signal?: AbortSignal
}

export interface AskOptions {
  /** Questions of the same conversation go on from one another: "and how many were children?" */
  readonly conversation?: string
  /** Of this set of documents only. */
  readonly set?: string
  /** At most so many quotes, 1 to 10. */
  readonly top?: number
}

export interface BriefOptions {
  /** What came in since then, an ISO date; since yesterday unless told. */
  readonly since?: string
  readonly set?: string
}

/**
 * Asked by whoever runs the program, it sees every document; `answer` asks as somebody else. Replies
 * are plain JSON, the same as those of the API. None of the questions rejects: what goes wrong is a
 * reply of kind `failed` with a code and a message.
 */
export interface OpenedBot extends AsyncDisposable {
  /** What a person should know: what could not be read, what was lost. */
  readonly notices: readonly string[]
  ask(question: string, options?: AskOptions): Promise<Reply>
  /** Every figure for a request; those that disagree side by side. */
  figures(request: string, options?: Pick<AskOptions, 'conversation'>): Promise<Reply>
  /** In quotes, what is new, or all there is on a topic. */
  brief(topic?: string, options?: BriefOptions): Promise<Reply>
  /** A draft against the documents; offsets are those of the draft. */
  check(draft: string, options?: Pick<AnswerOptions, 'progress'>): Promise<Reply>
  sources(): Promise<Reply>
  /** As an adapter asks, for somebody in a channel, who sees what the settings let that channel see. */
  answer(message: Message): Promise<Reply>
  /** Reads what is new or changed. @throws VerbatimError 'documents' when the only source is gone */
  refresh(): Promise<Report>
  /** Saves what was read and lets go of all. Safe to call twice. */
  close(): Promise<void>
}

/**
 * Reads the documents and opens a bot on them. What was read before is not read again.
 * @throws VerbatimError 'config' for settings that are wrong, 'documents' when the only source is not
 * there, 'storage' when nothing can be kept
 */
export async function openBot(options: OpenBotOptions = {}): Promise<OpenedBot> {
  const { data, signal, ...named } = options
  const env = { ...process.env, ...(data !== undefined && { VERBATIM_DATA: data }) }
  const settings = loadConfig(named, [], { env, cwd: process.cwd() })
  const log = createLog(settings.logLevel)
  const folder = await openDataFolder(settings.data, false)
  const config = { ...settings, data: folder.path }
  const closers: (() => Promise<void> | void)[] = [() => folder.close()]
  try {
    const opened = await openLibrary(config)
    closers.unshift(() => opened.close())
    const { library } = opened
    const refresh = () =>
      library.refresh({ ...onlyOne(library), ...(signal !== undefined && { signal }) })
    await refresh()
    const store = await openStore(config, log)
    closers.unshift(() => store.close())
    const lost = await store.lost()
    const bot = botOf({ library, config, log }, store)
    let closing: Promise<void> | undefined
    const close = () => (closing ??= closeAll(closers))
    const ask = (text: string, request: Request, more: AnswerOptions = {}, conversation?: string) =>
      bot.answer({ ...messageOf(text, conversation), request }, more)
    return {
      get notices() {
        return [
          ...[folder.notice, library.notice].filter((line) => line !== undefined),
          ...(lost === undefined ? [] : [lostLine(lost)]),
          ...library.problems.map(({ name, message }) => `${name}: ${message}`),
        ]
      },
      ask: (question, { conversation, set, top } = {}) =>
        ask(
          question,
          { kind: 'ask', ...(set !== undefined && { set }) },
          top === undefined ? {} : { quotes: top },
          conversation,
        ),
      figures: (request, { conversation } = {}) =>
        ask(request, { kind: 'figures' }, {}, conversation),
      brief: (topic = '', given = {}) => ask(topic, { kind: 'brief', ...given }),
      check: (draft, given = {}) => ask(draft, { kind: 'check' }, given),
      sources: () => ask('', { kind: 'sources' }),
      answer: (message) => bot.answer(message),
      refresh,
      close,
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await closeAll(closers)
    throw error
  }
}

/** Of whoever runs the program. Without a conversation, what was asked before changes no answer. */
function messageOf(text: string, conversation?: string): Message {
  const id = randomUUID()
  const thread = conversation ?? id
  return { id, text, user: 'you', channel: 'program', thread, platform: 'program', local: true }
}

/** One after another, the last opened first; each is tried. */
async function closeAll(closers: readonly (() => Promise<void> | void)[]): Promise<void> {
  const failures: unknown[] = []
  for (const close of closers)
    try {
      await close()
    } catch (error) {
      failures.push(error)
    }
  if (failures.length > 0) throw failures[0]
}
