/** What is asked of the documents. */
import { randomUUID } from 'node:crypto'
import type { Actions } from '../program/actions.ts'
import { readDraftFile } from '../draft.ts'
import { inertText } from '../../inert.ts'
import { withBot } from '../open.ts'
import { progressBar } from '../progress.ts'
import type { CommandsOptions } from './options.ts'

export const askingCommands = ({
  signal,
  print,
  writeFigures,
  writeReport,
}: CommandsOptions): Pick<
  Actions,
  'ask' | 'figures' | 'check' | 'brief' | 'watch' | 'unwatch'
> => ({
  ask: (text, options) =>
    withBot(options, signal, async ({ bot }) => {
      const { top: quotes, explain = false } = options
      return print(await bot.answer(messageOf(text), { quotes, explain }), options)
    }),

  figures: (request, options) =>
    withBot(options, signal, async ({ bot }) => {
      const reply = await bot.answer(messageOf(`figures ${request}`))
      for (const name of await writeFigures(reply, options))
        process.stderr.write(`${inertText(`written to ${name}`)}\n`)
      return print(reply, options)
    }),

  check: async (path, options) => {
    const draft = await readDraftFile(path, signal)
    return withBot(options, signal, async ({ bot }) => {
      const progress = progressBar(process.stderr, 'Checking')
      const message = { ...messageOf(draft), request: { kind: 'check' as const } }
      const reply = await bot
        .answer(message, { progress: progress.update })
        .finally(() => progress.stop())
      if (options.out !== undefined && reply.kind === 'check') {
        await writeReport(reply, options.out)
        process.stderr.write(`${inertText(`written to ${options.out}`)}\n`)
      }
      return print(reply, options)
    })
  },

  brief: (topic, options) =>
    withBot(options, signal, async ({ bot }) => {
      const { since, set, long = false } = options
      const request = {
        kind: 'brief' as const,
        ...(since !== undefined && { since }),
        ...(set !== undefined && { set }),
      }
      const reply = await bot.answer({ ...messageOf(long ? `${topic} long` : topic), request })
      if (options.out !== undefined && reply.kind === 'summary') {
        await writeReport(reply, options.out)
        process.stderr.write(`${inertText(`written to ${options.out}`)}\n`)
      }
      return print(reply, options)
    }),

  watch: (search, options) =>
    withBot(options, signal, async ({ bot }) =>
      print(await bot.answer(lineOf(`watch ${search}`)), options),
    ),

  unwatch: (search, options) =>
    withBot(options, signal, async ({ bot }) =>
      print(await bot.answer(lineOf(`unwatch ${search}`)), options),
    ),
})

const lineOf = (text: string) => ({ ...messageOf(text), request: { kind: 'manage' as const } })

/** A conversation of its own: what was asked before must not change the answer. */
function messageOf(text: string) {
  const id = randomUUID()
  return { id, text, user: 'you', channel: 'cli', thread: id, platform: 'cli', local: true }
}
