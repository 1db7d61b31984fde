/** Wires it together: settings → log → documents → bot → terminal. */
import { randomUUID } from 'node:crypto'
import { lookOf } from '../adapters/terminal/look.ts'
import { renderReply } from '../adapters/terminal/render.ts'
import { Terminal } from '../adapters/terminal.ts'
import type { Adapter } from './adapter.ts'
import { Bot } from './bot.ts'
import {
  type AskOptions,
  type CommonOptions,
  type FiguresOptions,
  runCli,
  type SourcesOptions,
} from './cli.ts'
import { loadConfig } from './config.ts'
import { openDocuments } from './documents.ts'
import { VerbatimError } from './errors.ts'
import { EXIT, type ExitCode, exitOfReply } from './exit.ts'
import { writeFigures } from './figures/write.ts'
import { inertText } from './inert.ts'
import { createLog } from './log.ts'
import type { Reply } from './reply.ts'
import { openStore, type Store } from './store.ts'
import { leaveWhenUnread, reportUncaught, stopOnSignal } from './shutdown.ts'

/** `gaps` lists at most so many. */
const MOST_GAPS = 200

const stopped = new AbortController()
const adapters: Adapter[] = []

reportUncaught()
leaveWhenUnread()
const run = runCli(process.argv, { session, ask, figures, sources, gaps })
stopOnSignal(async () => {
  stopped.abort()
  await Promise.all(adapters.map((adapter) => adapter.stop()))
  await run
})
process.exitCode = await run

async function session(options: CommonOptions): Promise<ExitCode> {
  const { stdin: input, stdout: output } = process
  if (!input.isTTY || !output.isTTY)
    throw new VerbatimError(
      'usage',
      'A session needs a terminal. Without one, ask a question: npm start -- ask "…"',
    )
  return withBot(options, async (bot) => {
    const terminal = new Terminal({
      input,
      output,
      sources: bot.sources(),
      examples: await bot.examples(3),
    })
    adapters.push(terminal)
    await terminal.start((message) => bot.answer(message))
    await terminal.ended
    return EXIT.answered
  })
}

function ask(text: string, options: AskOptions): Promise<ExitCode> {
  return withBot(options, async (bot) => {
    const { top: quotes, explain = false } = options
    const id = randomUUID()
    // A conversation of its own: what was asked before must not change the answer.
    const message = { id, text, user: 'you', channel: 'cli', thread: id, platform: 'cli' }
    return print(await bot.answer(message, { quotes, explain }), options)
  })
}

function figures(request: string, options: FiguresOptions): Promise<ExitCode> {
  return withBot(options, async (bot) => {
    const id = randomUUID()
    const text = `figures ${request}`
    const message = { id, text, user: 'you', channel: 'cli', thread: id, platform: 'cli' }
    const reply = await bot.answer(message)
    for (const name of await writeFigures(reply, options))
      process.stderr.write(`${inertText(`written to ${name}`)}\n`)
    return print(reply, options)
  })
}

function sources(options: SourcesOptions): Promise<ExitCode> {
  return withBot(options, (bot) => print(bot.sources(), options))
}

async function gaps(options: SourcesOptions): Promise<ExitCode> {
  const config = loadConfig(options)
  const store = openStore(config, createLog(config.logLevel))
  try {
    return await print({ kind: 'gaps', gaps: store.gaps(MOST_GAPS) }, options)
  } finally {
    store.close()
  }
}

/** A failure is a reply where JSON is promised, and a complaint otherwise. */
async function print(reply: Reply, { json = false }: SourcesOptions): Promise<ExitCode> {
  const stream = reply.kind === 'failed' && !json ? process.stderr : process.stdout
  const text = json ? `${JSON.stringify(reply)}\n` : renderReply(reply, lookOf(stream))
  await new Promise<void>((resolve) => {
    stream.write(text, () => resolve())
  })
  return exitOfReply(reply)
}

async function withBot(
  options: CommonOptions,
  use: (bot: Bot) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = loadConfig(options)
  const log = createLog(config.logLevel)
  let store: Store | undefined
  try {
    const { corpus, problems } = await openDocuments(config, stopped.signal)
    for (const { name, message } of problems)
      process.stderr.write(`${inertText(`${name}: ${message}`)}\n`)
    log.info({ documents: corpus.documents.size, problems: problems.length }, 'documents read')
    store = openStore(config, log)
    const { aliases, synonyms, caution, rememberHours } = config
    const known = { corpus, problems, aliases, synonyms }
    return await use(new Bot({ ...known, caution, log, store, rememberHours }))
  } catch (error) {
    // A person is told in one line; the stack is for whoever asked for it.
    log.debug({ err: error }, 'stopped')
    // Cut short by a signal, which ends the process with a code of its own.
    if (stopped.signal.aborted) return EXIT.failure
    throw error
  } finally {
    store?.close()
  }
}
