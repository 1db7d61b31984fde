/** Hostile documents through the adapter, by posts, changes, commands and buttons, as they arrive at Slack. */
import type { Answerer } from '../../../src/adapter.ts'
import { Arrived, type Injected, injectedBy, questionFor } from '../injecting.ts'
import { KINDS } from '../injections.ts'
import { MARKUP } from '../random-replies.ts'
import type { Call, Said } from '../slack-double.ts'
import { nodesOf } from '../slack-limits.ts'
import type { Body } from './bodies.ts'
import { type Bench, QUICK } from './harness.ts'
import { isJson } from './limits.ts'
import { read, readView } from './reading.ts'
import type { Stored } from './workspace.ts'

const SIGNS = '<>*_~`|@#!:-+^.()[]/\\"\'&;=012 \n\nabcé\u200b\u202e'
  .split('')
  .concat('a b', '```', '&gt;')
const MORE_MARKUP = [
  '<mailto:a@evil.example|write>',
  '<!subteam^S12345678|team>',
  '<!everyone>',
  ':ありがとう:',
  'https://evil.example/x',
  'evil.example',
  'a@evil.example',
  '>>> all of it',
  '#general @ama',
]

/** However busy the machine is, nothing is given up. */
const PATIENT = { ...QUICK, timeout: 20_000, grace: 60_000 }

/** @param strings how many of each at the least */
export const injected = (bench: Bench, strings: number): Promise<Injected> =>
  injectedBy(new World(bench), strings)

class World {
  readonly arrived = new Arrived([...MARKUP, ...MORE_MARKUP, ...SIGNS, ...SIGNS])
  readonly #bench: Bench
  #calls = 0
  #views = 0

  constructor(bench: Bench) {
    this.#bench = bench
  }

  /** A question for each kind of reply, and its words changed again and again. */
  async round(round: number, whole: boolean): Promise<void> {
    const { double } = this.#bench
    const { workspace } = double
    const channels = KINDS.map((_, at) => `C${round}x${at}`)
    let said: Said[] = []
    await this.#during(async () => {
      said = channels.map((channel, at) => double.mention(channel, 'U1', questionFor(KINDS[at])))
      await Promise.all(said.map((one) => one.deliver()))
    })
    for (const times of [1, 2, 3])
      await this.#during(async () => {
        const change = ({ message }: Said, at: number): Promise<unknown> => {
          const question = questionFor(KINDS[(at + round * times) % KINDS.length])
          const words = `<@${workspace.bot.user_id}> ${times} times over: ${question}`
          return double.edit(message, words)
        }
        await Promise.all(said.map(change))
      })
    if (!whole) return
    await this.#during(async () => {
      const ask = (channel: string, at: number): Promise<unknown> =>
        double.command(channel, 'U1', '/ask', questionFor(KINDS[at]))
      await Promise.all(channels.map(ask))
    })
    const under = channels.flatMap((channel) => workspace.said(channel))
    const presses = under.flatMap((message) =>
      pressable(message).map((action) => ({ message, action })),
    )
    await this.#during(async () => {
      await Promise.all(presses.map(({ message, action }) => double.press(message, 'U1', action)))
    })
  }

  /** By an adapter of its own, as after a restart, until it has dealt with all of it. */
  async #during(work: () => Promise<void>): Promise<void> {
    const adapter = this.#bench.adapter({ timing: PATIENT })
    await adapter.start(this.#answer)
    await work()
    await adapter.stop()
    this.#examine()
  }

  readonly #answer: Answerer = (message) => Promise.resolve(this.arrived.reply(message))

  /** Whatever arrived since it was last looked at. */
  #examine(): void {
    const { calls, workspace, api } = this.#bench.double
    for (const call of calls.slice(this.#calls)) this.arrived.wrong.push(...wrongInCall(call))
    this.#calls = calls.length
    for (const { view } of api.views.slice(this.#views)) this.arrived.judge(readView(view))
    this.#views = api.views.length
    for (const message of workspace.said()) {
      const { channel, ts, text, edited = false } = message
      this.arrived.message(`${channel}/${ts}/${text}`, { edited, shown: () => read(message) })
    }
    this.arrived.complete()
  }
}

const MESSAGES = new Set(['chat.postMessage', 'chat.postEphemeral', 'chat.update'])
const KNOWN = new Set([
  'channel',
  'thread_ts',
  'ts',
  'user',
  'text',
  'blocks',
  'metadata',
  'parse',
  'link_names',
  'unfurl_links',
  'unfurl_media',
])

/** What a call asks for besides showing words. */
export function wrongInCall({ method, args }: Call): string[] {
  if (method === 'files.completeUploadExternal')
    return 'initial_comment' in args ? [`${method}: initial_comment`] : []
  if (!MESSAGES.has(method)) return []
  const wrong = Object.keys(args).flatMap((key) => (KNOWN.has(key) ? [] : [`${method}: ${key}`]))
  // Slack looks for names and addresses in a changed text unless it is told not to.
  if (args['parse'] !== 'none') wrong.push(`${method}: parse ${String(args['parse'])}`)
  if (String(args['link_names']) !== 'false') wrong.push(`${method}: link_names`)
  return wrong
}

/** What can be pressed under a message, of a menu its first option; nothing that takes it away. */
function pressable({ blocks }: Stored): Body[] {
  return nodesOf(blocks).flatMap((node): Body[] => {
    const { action_id: action, value, options, positive_button: up } = node
    if (typeof action !== 'string' || /_(?:delete|csv|add|ask)$/.test(action)) return []
    const [first] = Array.isArray(options) ? options : []
    if (isJson(first)) return [{ action_id: action, selected_option: first }]
    return [{ action_id: action, value: isJson(up) ? up['value'] : value }]
  })
}
