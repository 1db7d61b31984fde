/** What runs until it is told to stop: a session in a terminal, and the chat platforms. */
import { prepareDates } from '../../index/dates.ts'
import { DEFAULT_SET } from '../../index/library/source.ts'
import { byHand } from '../audit.ts'
import { addSources } from './add.ts'
import type { Adapter } from '../adapter.ts'
import { VerbatimError } from '../errors.ts'
import { inertText } from '../inert.ts'
import { notice } from '../manage.ts'
import type { Platform, PlatformSetup } from '../platform.ts'
import type { Reply, Sources } from '../reply.ts'
import type { Actions, CommonOptions, ServeOptions, SourcesOptions } from './program/actions.ts'
import { loadConfig } from './config.ts'
import type { ClusterSettings } from './opensearch-settings.ts'
import type { Role } from './settings.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { type OpenedBot, withBot } from './open.ts'
import { startAll } from './serve.ts'
import { commandLine } from '../command-line.ts'

const DAY = 86_400_000
/** Milliseconds until others can have what was read. */
const SAVED_FOR_OTHERS = 5000

/** A person's own adapter, which is over when they leave. */
interface Session extends Adapter {
  readonly ended: Promise<void>
}

export interface Serving {
  readonly platforms: readonly Platform[]
  readonly signal: AbortSignal
  /** A session where there is a terminal. */
  readonly openSession:
    | ((shown: {
        sources: Sources
        examples: readonly string[]
        add: (locations: readonly string[]) => Promise<Reply>
      }) => Promise<Session>)
    | undefined
  /** A session with an assistant, over standard input and output. */
  readonly openAssistant: () => Promise<Session>
  readonly print: (reply: Reply, options: SourcesOptions) => Promise<ExitCode>
  /** Hears of every adapter that runs. */
  readonly onAdapter: (adapter: Adapter) => void
}

export function serving({
  platforms,
  signal,
  openSession,
  openAssistant,
  print,
  onAdapter,
}: Serving): Pick<Actions, 'session' | 'serve' | 'mcp' | 'doctor'> {
  const setups = async (options: CommonOptions): Promise<readonly PlatformSetup[]> => {
    const config = loadConfig(options, platforms)
    if (config.adapters.length === 0) return config.platforms
    const { loadPlatforms } = await import('./third-party.ts')
    const further = await loadPlatforms(config.adapters, platforms)
    return loadConfig(options, [...platforms, ...further]).platforms
  }

  return {
    /** A terminal where there is one, and every chat platform whose tokens are set. */
    async session(options) {
      const wanted = (await setups(options)).filter((setup) => setup.wanted)
      if (openSession === undefined) {
        if (wanted.length > 0) return serve(wanted, { ...options, role: 'all' })
        throw new VerbatimError(
          'usage',
          `A session needs a terminal. Without one, ask a question (${commandLine('ask "…"')}) or set the tokens of a chat platform (see docs/chat.md).`,
        )
      }
      return withBot(options, signal, (opened) =>
        connected(
          wanted,
          opened,
          async () => {
            const { bot } = opened
            const examples = await bot.examples(3)
            const add = adding(opened)
            const here = await openSession({ sources: await bot.sources(), examples, add })
            onAdapter(here)
            await here.start((message) => bot.answer(message))
            await here.ended
          },
          false,
        ),
      )
    },

    serve: async (named, options) => {
      if (options.role === 'index') {
        if (named.length > 0)
          throw new VerbatimError('usage', 'Who reads the documents serves no platform; name none.')
        return serve([], options)
      }
      const all = await setups(options)
      return serve(named.length > 0 ? chosen(all, named) : all.filter(isWanted), options)
    },

    mcp: (options) =>
      withBot(options, signal, (opened) =>
        connected([], opened, () => converse(opened, openAssistant), false),
      ),

    /** Looks whether the platforms are set up, and says what to do. */
    async doctor(named, options) {
      const all = await setups(options)
      const wanted = all.filter(isWanted)
      const isSetUp = wanted.some(({ byDefault }) => !byDefault)
      const given = named.length > 0 ? chosen(all, named) : isSetUp ? wanted : all
      const lines: string[] = []
      let fine = true
      const { cluster } = loadConfig(options)
      if (cluster !== undefined && named.length === 0) {
        const { ok, text } = await examined(cluster)
        fine = ok
        lines.push(`${ok ? '✓' : '✗'} search: ${text}`)
      }
      for (const { name, examine } of given)
        for (const { ok, text, fix } of await examine()) {
          fine &&= ok
          lines.push(`${ok ? '✓' : '✗'} ${name}: ${text}${fix === undefined ? '' : ` → ${fix}`}`)
        }
      await print(notice(lines), options)
      return fine ? EXIT.answered : EXIT.failure
    },
  }

  /** Until whoever it is with has left. */
  async function converse({ bot }: OpenedBot, open: () => Promise<Session>): Promise<void> {
    const here = await open()
    onAdapter(here)
    await here.start((message) => bot.answer(message))
    await here.ended
  }

  /** For a session: whoever sits at the machine adds what they name. */
  function adding({ library, config, store }: OpenedBot) {
    return async (locations: readonly string[]): Promise<Reply> => {
      const tell = (after: string): Promise<void> =>
        store.audit.add({ ...byHand(), action: 'add', after })
      return notice(
        await addSources(locations, { library, config, set: DEFAULT_SET, signal, tell }),
      )
    }
  }

  /** The chat platforms alone, until a signal. */
  function serve(served: readonly PlatformSetup[], options: ServeOptions): Promise<ExitCode> {
    const { role } = options
    const missing = served.flatMap((setup) => setup.missing ?? [])
    if (missing.length > 0) throw new VerbatimError('config', missing.join('\n'))
    if (served.length === 0 && role !== 'index')
      throw new VerbatimError(
        'config',
        `No chat platform is set up. Set ${platforms.map(({ needs }) => needs).join(', or ')}; see docs/chat.md.`,
      )
    const reads = role !== 'chat'
    return withBot(
      options,
      signal,
      (opened) => connected(served, opened, () => aborted(signal), role !== 'index', role),
      { reads, stays: true },
    )
  }

  /**
   * Watches the documents and runs the platforms while `use` lasts.
   * @param alone whether there is nothing but the platforms: then one of them must run
   * @param role among several processes
   */
  async function connected(
    served: readonly PlatformSetup[],
    { library, bot, log, store, config }: OpenedBot,
    use: () => Promise<void>,
    alone: boolean,
    role: Role = 'all',
  ): Promise<ExitCode> {
    const reads = role !== 'chat'
    // Loaded here: a command that ends by itself need not wait for them.
    const [{ LibraryWatch }, { Runner }, { Monitor }] = await Promise.all([
      import('../../index/library/watch.ts'),
      import('../schedule/runner.ts'),
      import('../monitor.ts'),
    ])
    const watch = new LibraryWatch(library, {
      reads,
      // Others wait for it.
      ...(role === 'index' && { saveEvery: SAVED_FOR_OTHERS }),
      onError: (error) => log.error({ err: error }, 'the documents could not be read again'),
    })
    const { ledger, memory, inbox, tokens, links } = store
    const { publicUrl, allow } = config
    const tell = (line: string): void => {
      process.stderr.write(`${inertText(line)}\n`)
    }
    const health = new Monitor({ library, store })
    const made = await Promise.all(
      served.map(({ name, make }) =>
        make({
          ledger,
          memory,
          inbox,
          tokens,
          links,
          publicUrl,
          languageOf: (place) => config.channels[place]?.language,
          allow,
          health,
          log,
          tell: (line) => tell(`${name}: ${line}`),
        }),
      ),
    )
    for (const adapter of made) onAdapter(adapter)
    let runner: InstanceType<typeof Runner> | undefined
    let forgetting: NodeJS.Timeout | undefined
    try {
      await Promise.all([watch.start(), prepareDates()])
      const running = await startAll(made, {
        answer: health.counted((message) => bot.answer(message)),
        log,
        tell,
        alone,
      })
      health.started(made, running)
      bot.reaches(served.filter(({ name }) => running.some((adapter) => adapter.name === name)))
      // Whoever comes first need not wait for what the first page suggests.
      void bot
        .examples(3)
        .catch((error: unknown) => log.error({ err: error }, 'nothing to suggest'))
      await store.schedules.configure(config.schedules)
      const { digests } = bot
      const expire = (): void => {
        store
          .expire(config.rememberDays)
          .catch((error: unknown) => log.error({ err: error }, 'nothing old could be forgotten'))
      }
      forgetting = setInterval(expire, DAY)
      forgetting.unref()
      runner = new Runner({ adapters: running, digests, store, log, catchUp: config.catchUp })
      library.onChange((changes) => {
        runner?.look()
        if (reads) void bot.review(changes)
      })
      // Nobody knows what was posted: nothing is, rather than twice.
      if ((await store.lost()) === undefined) runner.start()
      await use()
    } finally {
      clearInterval(forgetting)
      // What is being posted ends with its adapter, which gives it time.
      await Promise.all([runner?.stop(), ...made.map((adapter) => adapter.stop())])
      await watch.stop()
      health.stop()
    }
    return EXIT.answered
  }
}

/** Whether the search cluster can be used. */
async function examined({
  index,
  ...way
}: ClusterSettings): Promise<{ readonly ok: boolean; readonly text: string }> {
  const { examineCluster } = await import('../../index/opensearch/examine.ts')
  try {
    return { ok: true, text: await examineCluster(way, index) }
  } catch (error) {
    if (error instanceof VerbatimError) return { ok: false, text: error.message }
    throw error
  }
}

const isWanted = ({ wanted }: PlatformSetup): boolean => wanted

/** @throws VerbatimError 'usage' for a platform that there is not */
function chosen(all: readonly PlatformSetup[], names: readonly string[]): PlatformSetup[] {
  const known = all.map(({ name }) => name)
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new VerbatimError(
      'usage',
      `There is no platform “${unknown.join('”, “')}”; there are ${known.join(', ')}.`,
    )
  return all.filter(({ name }) => names.includes(name))
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
