/** Wires it together: settings → log → documents → bot → terminal and chat platforms. */
import { writeFigures } from '../adapters/chart/write.ts'
import { writeReport } from '../adapters/report/write.ts'
import { PLATFORMS } from '../adapters/platforms.ts'
import { lookOf } from '../adapters/terminal/look.ts'
import { renderReply } from '../adapters/terminal/render.ts'
import type { Adapter } from './adapter.ts'
import { runCli } from './app/cli.ts'
import type { SourcesOptions } from './app/program/actions.ts'
import { commands } from './app/commands.ts'
import { readDraftFile } from './app/draft.ts'
import { type ExitCode, exitOfReply } from './app/exit.ts'
import { serving, type Serving } from './app/serving.ts'
import { leaveWhenUnread, reportUncaught, stopOnSignal } from './app/shutdown.ts'
import { inertJson } from './inert.ts'
import type { Reply } from './reply.ts'

const stopped = new AbortController()
const { signal } = stopped
const adapters: Adapter[] = []
const { stdin: input, stdout: output } = process

reportUncaught()
leaveWhenUnread()
const run = runCli(
  process.argv,
  {
    ...commands({ signal, print, writeFigures, writeReport }),
    ...serving({
      platforms: PLATFORMS,
      signal,
      openAssistant,
      openSession: input.isTTY && output.isTTY ? openSession : undefined,
      print,
      onAdapter: (adapter) => adapters.push(adapter),
    }),
  },
  PLATFORMS.map(({ name }) => name),
)
stopOnSignal(async () => {
  stopped.abort()
  await Promise.all(adapters.map((adapter) => adapter.stop()))
  await run
})
process.exitCode = await run

async function openSession(
  shown: Parameters<NonNullable<Serving['openSession']>>[0],
): ReturnType<NonNullable<Serving['openSession']>> {
  const { Terminal } = await import('../adapters/terminal/terminal.ts')
  return new Terminal({
    input,
    output,
    ...shown,
    readDraft: (path) => readDraftFile(path, signal),
  })
}

async function openAssistant() {
  const { Mcp } = await import('../adapters/mcp/adapter.ts')
  return new Mcp({ input, output, address: undefined })
}

/** A failure is a reply where JSON is promised, and a complaint otherwise. */
async function print(reply: Reply, { json = false }: SourcesOptions): Promise<ExitCode> {
  const stream = reply.kind === 'failed' && !json ? process.stderr : process.stdout
  const text = json ? `${inertJson(reply)}\n` : renderReply(reply, lookOf(stream))
  await new Promise<void>((resolve) => {
    stream.write(text, () => resolve())
  })
  return exitOfReply(reply)
}
