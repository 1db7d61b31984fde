/** Wires it together: settings → log → documents → bot → terminal and chat platforms. */
import { lookOf } from '../adapters/terminal/look.ts'
import { renderReply } from '../adapters/terminal/render.ts'
import { Terminal } from '../adapters/terminal.ts'
import { LibraryWatch } from '../index/library/watch.ts'
import type { Adapter } from './adapter.ts'
import { type CommonOptions, type Platform, runCli, type SourcesOptions } from './cli.ts'
import { commands } from './commands.ts'
import { type Config, loadConfig } from './config.ts'
import { VerbatimError } from './errors.ts'
import { EXIT, type ExitCode, exitOfReply } from './exit.ts'
import { inertJson, inertText } from './inert.ts'
import { notice } from './manage.ts'
import { type OpenedBot, withBot } from './open.ts'
import type { Reply } from './reply.ts'
import { Runner } from './schedule/runner.ts'
import { startAll } from './serve.ts'
import { leaveWhenUnread, reportUncaught, stopOnSignal } from './shutdown.ts'

const DAY = 86_400_000

const stopped = new AbortController()
const adapters: Adapter[] = []

reportUncaught()
leaveWhenUnread()
const run = runCli(process.argv, {
  ...commands({ signal: stopped.signal, print }),
  session,
  serve,
  doctor,
})
stopOnSignal(async () => {
  stopped.abort()
  await Promise.all(adapters.map((adapter) => adapter.stop()))
  await run
})
process.exitCode = await run

/** A terminal where there is one, and every chat platform whose tokens are set. */
async function session(options: CommonOptions): Promise<ExitCode> {
  const { stdin: input, stdout: output } = process
  const terminal = input.isTTY && output.isTTY
  const platforms = configured(loadConfig(options))
  if (!terminal && platforms.length === 0)
    throw new VerbatimError(
      'usage',
      'A session needs a terminal. Without one, ask a question (npm start -- ask "…") or set the tokens of a chat platform (see the README).',
    )
  if (!terminal) return serve(platforms, options)
  return withBot(options, stopped.signal, async (opened) => {
    const { bot } = opened
    return connected(platforms, opened, async () => {
      const here = new Terminal({
        input,
        output,
        sources: await bot.sources(),
        examples: await bot.examples(3),
      })
      adapters.push(here)
      await here.start((message) => bot.answer(message))
      await here.ended
    })
  })
}

/** The chat platforms alone, until a signal. */
function serve(named: readonly Platform[], options: CommonOptions): Promise<ExitCode> {
  const config = loadConfig(options)
  const platforms = named.length > 0 ? named : configured(config)
  const missing = platforms.flatMap((platform) => missingOf(platform, config))
  if (missing.length > 0) throw new VerbatimError('config', missing.join('\n'))
  if (platforms.length === 0)
    throw new VerbatimError(
      'config',
      'No chat platform is set up. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or DISCORD_TOKEN; see the README.',
    )
  return withBot(options, stopped.signal, (opened) =>
    connected(platforms, opened, () => stopping(stopped.signal)),
  )
}

/** Watches the documents and runs the platforms while `use` lasts. */
async function connected(
  platforms: readonly Platform[],
  opened: OpenedBot,
  use: () => Promise<void>,
): Promise<ExitCode> {
  const { library, bot, log, store, config } = opened
  const watch = new LibraryWatch(library, {
    onError: (error) => log.error({ err: error }, 'the documents could not be read again'),
  })
  const made = await Promise.all(platforms.map((platform) => adapterOf(platform, opened)))
  adapters.push(...made)
  let runner: Runner | undefined
  let forgetting: NodeJS.Timeout | undefined
  try {
    await watch.start()
    const running = await startAll(made, {
      answer: (message) => bot.answer(message),
      log,
      tell: (line) => process.stderr.write(`${inertText(line)}\n`),
    })
    store.schedules.configure(config.schedules)
    const { digests } = bot
    forgetting = setInterval(() => store.expire(config.rememberDays), DAY)
    forgetting.unref()
    runner = new Runner({ adapters: running, digests, store, log, catchUp: config.catchUp })
    library.onChange(() => runner?.look())
    // Nobody knows what was posted: nothing is, rather than twice.
    if (store.lost === undefined) runner.start()
    await use()
  } finally {
    clearInterval(forgetting)
    // What is being posted ends with its adapter, which gives it time.
    await Promise.all([runner?.stop(), ...made.map((adapter) => adapter.stop())])
    await watch.stop()
  }
  return EXIT.answered
}

/** Loaded when they are needed only: an answer in a terminal need not wait for them. */
async function adapterOf(platform: Platform, { config, log, store }: OpenedBot): Promise<Adapter> {
  const { ledger, memory } = store
  if (platform === 'slack') {
    const { Slack } = await import('../adapters/slack/adapter.ts')
    const { botToken = '', appToken, ...slack } = config.slack
    const mode = appToken === undefined ? 'http' : 'socket'
    return new Slack({ ...slack, botToken, appToken, mode, ledger, memory, log })
  }
  const { Discord } = await import('../adapters/discord/adapter.ts')
  const { token = '', ...discord } = config.discord
  return new Discord({ ...discord, token, ledger, memory, log })
}

function configured({ slack, discord }: Config): Platform[] {
  return [
    ...(slack.botToken === undefined ? [] : ['slack' as const]),
    ...(discord.token === undefined ? [] : ['discord' as const]),
  ]
}

/** Which variables a platform still needs. */
function missingOf(platform: Platform, { slack, discord }: Config): string[] {
  if (platform === 'discord')
    return discord.token === undefined
      ? ['Discord needs DISCORD_TOKEN; see adapters/discord/README.md.']
      : []
  const names = [
    ...(slack.botToken === undefined ? ['SLACK_BOT_TOKEN'] : []),
    ...(slack.appToken === undefined && slack.signingSecret === undefined
      ? ['SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET for HTTP)']
      : []),
  ]
  return names.length === 0
    ? []
    : [`Slack needs ${names.join(' and ')}; see adapters/slack/README.md.`]
}

/** Looks whether the platforms are set up, and says the mend. */
async function doctor(named: readonly Platform[], options: SourcesOptions): Promise<ExitCode> {
  const config = loadConfig(options)
  const given = named.length > 0 ? named : configured(config)
  const platforms: readonly Platform[] = given.length > 0 ? given : ['slack', 'discord']
  const lines: string[] = []
  let fine = true
  for (const platform of platforms)
    for (const { ok, text, mend } of await examine(platform, config)) {
      fine &&= ok
      lines.push(`${ok ? '✓' : '✗'} ${platform}: ${text}${mend === undefined ? '' : ` → ${mend}`}`)
    }
  await print(notice(lines), options)
  return fine ? EXIT.answered : EXIT.failure
}

async function examine(platform: Platform, { slack, discord }: Config) {
  if (platform === 'slack') {
    const { doctor: slackDoctor } = await import('../adapters/slack/doctor.ts')
    return slackDoctor({
      ...slack,
      mode: slack.appToken === undefined && slack.signingSecret !== undefined ? 'http' : 'socket',
    })
  }
  const { doctor: discordDoctor } = await import('../adapters/discord/doctor.ts')
  return discordDoctor(discord)
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

function stopping(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
