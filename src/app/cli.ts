/** The command line: what may be typed, and the exit code it ends with. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { VerbatimError } from '../errors.ts'
import { EXIT, type ExitCode, type Failure, failureOf, printable } from './exit.ts'
import { inertJson } from '../inert.ts'
import type { Reply } from '../reply.ts'
import { WRITTEN } from '../../index/sources/location.ts'
import { CONFIG_FILE, type Role, ROLES, SET_NAME } from './settings.ts'
import { commandLine } from '../command-line.ts'

export interface CommonOptions {
  readonly config?: string
  readonly documents?: string
}

export interface SourcesOptions extends CommonOptions {
  readonly json?: boolean
}

interface ExplainOptions extends SourcesOptions {
  readonly explain?: boolean
}

interface AskOptions extends ExplainOptions {
  /** At most so many quotes. */
  readonly top: number
}

interface AddOptions extends SourcesOptions {
  /** Name of a set; the default one unless told. */
  readonly set?: string
  /** What the addresses list, rather than them. */
  readonly pages?: boolean
}

interface BriefOptions extends AddOptions {
  /** A date. */
  readonly since?: string
  readonly long?: boolean
  /** A file to write, too. */
  readonly out?: string
}

interface TokenOptions extends SourcesOptions {
  /** Names of sets that its holder sees. */
  readonly sets?: readonly string[]
  readonly revoke?: boolean
}

interface ForgetOptions extends SourcesOptions {
  /** A date. */
  readonly before?: string
}

export interface ServeOptions extends CommonOptions {
  readonly role: Role
}

interface MigrateOptions extends CommonOptions {
  /** Of a PostgreSQL database; the one that is set unless told. */
  readonly to?: string
}

export interface FiguresOptions extends SourcesOptions {
  /** Files to write, too. */
  readonly csv?: string
  readonly chart?: string
}

interface CheckOptions extends SourcesOptions {
  /** A file to write, too. */
  readonly out?: string
}

/** What the commands do. Each resolves to the exit code. */
export interface Actions {
  session(options: CommonOptions): Promise<ExitCode>
  ask(question: string, options: AskOptions): Promise<ExitCode>
  figures(request: string, options: FiguresOptions): Promise<ExitCode>
  /** @param path of the draft; `-` for standard input */
  check(path: string, options: CheckOptions): Promise<ExitCode>
  brief(topic: string, options: BriefOptions): Promise<ExitCode>
  sources(options: ExplainOptions): Promise<ExitCode>
  gaps(options: SourcesOptions): Promise<ExitCode>
  schedules(options: SourcesOptions): Promise<ExitCode>
  add(locations: readonly string[], options: AddOptions): Promise<ExitCode>
  remove(locations: readonly string[], options: AddOptions): Promise<ExitCode>
  describe(what: string, fields: readonly string[], options: SourcesOptions): Promise<ExitCode>
  refresh(options: SourcesOptions): Promise<ExitCode>
  forget(what: string, options: ForgetOptions): Promise<ExitCode>
  backup(file: string, options: CommonOptions): Promise<ExitCode>
  restore(file: string, options: CommonOptions): Promise<ExitCode>
  migrate(options: MigrateOptions): Promise<ExitCode>
  reset(options: CommonOptions): Promise<ExitCode>
  /** @param name whose; none lists them */
  token(name: string | undefined, options: TokenOptions): Promise<ExitCode>
  audit(options: SourcesOptions): Promise<ExitCode>
  /** @param platforms those whose tokens are set unless named */
  serve(platforms: readonly string[], options: ServeOptions): Promise<ExitCode>
  mcp(options: CommonOptions): Promise<ExitCode>
  doctor(platforms: readonly string[], options: SourcesOptions): Promise<ExitCode>
}

/**
 * Runs a command. Reports what goes wrong, on standard output too where a reply is promised.
 * @param platforms names of the chat platforms there are
 */
export async function runCli(
  argv: readonly string[],
  actions: Actions,
  platforms: readonly string[],
): Promise<ExitCode> {
  let exit: ExitCode = EXIT.answered
  try {
    await createProgram(actions, platforms, (code) => (exit = code)).parseAsync(argv)
    return exit
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.answered
    // The command line's own errors are printed by the time they arrive.
    const failure = error instanceof CommanderError ? usageFailure(error) : failureOf(error)
    if (!(error instanceof CommanderError)) process.stderr.write(`${failure.message}\n`)
    if (wantsJson(argv)) {
      const { message, code } = failure
      const reply: Reply = { kind: 'failed', message, code }
      process.stdout.write(`${inertJson(reply)}\n`)
    }
    return failure.exit
  }
}

/**
 * @param platforms names of the chat platforms there are
 * @param done takes the exit code of the command that ran
 */
export function createProgram(
  actions: Actions,
  platforms: readonly string[],
  done: (exit: ExitCode) => void,
): Command {
  const program = new Command('verbatim')
    .description('Answers questions from your documents, only in quotes, each with its source.')
    .version(packageJson.version)
    .addOption(new Option('--config <file>', `configuration file (default: ${CONFIG_FILE})`))
    .addOption(new Option('--documents <folder>', 'folder of documents to answer from'))
    .addHelpText('after', '\nWithout a command: a session, in a terminal.')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError(`Run \`${commandLine('--help')}\` for the commands.`)
    .configureOutput({
      // What was typed may be anything.
      writeErr: (text) => process.stderr.write(text.split('\n').map(printable).join('\n')),
    })
    .exitOverride()
    .allowExcessArguments()
    .action(async (options: CommonOptions, self: Command) => {
      const [word] = self.args
      if (word !== undefined)
        throw new VerbatimError(
          'usage',
          `There is no command “${word}”. To ask a question: ${commandLine(`ask "${self.args.join(' ')}"`)}`,
        )
      done(await actions.session(options))
    })
  program
    .command('ask')
    .description('answer one question')
    .argument('<question...>', 'the question; quotes around it are not needed')
    .option('--json', 'print the reply as JSON')
    .addOption(
      new Option('--top <number>', 'at most so many quotes, 1 to 10')
        .default(3)
        .argParser(oneToTen),
    )
    .option('--explain', 'say how each quote was ranked')
    .action(async (words: string[], _options: unknown, self: Command) => {
      const question = words.join(' ').trim()
      if (question === '')
        throw new VerbatimError(
          'question',
          `The question is empty. Ask one: ${commandLine('ask "Who …?"')}`,
        )
      done(await actions.ask(question, self.optsWithGlobals<AskOptions>()))
    })
  program
    .command('figures')
    .description('list every figure for a request, those that disagree side by side')
    .argument('<request...>', 'what is counted, where, when; quotes around it are not needed')
    .option('--json', 'print the reply as JSON')
    .option('--csv <file>', 'write them to a file that spreadsheets open, too')
    .addOption(
      new Option('--chart <file>', 'draw them in a .png or .svg file, too').argParser(chartFile),
    )
    .action(async (words: string[], _options: unknown, self: Command) => {
      const request = words.join(' ').trim()
      if (request === '')
        throw new VerbatimError(
          'question',
          `The request is empty. Say what is counted: ${commandLine('figures "displaced in …"')}`,
        )
      done(await actions.figures(request, self.optsWithGlobals<FiguresOptions>()))
    })
  program
    .command('check')
    .description('hold a draft against the documents: each quotation, claim and number')
    .argument('<file>', 'text, Markdown, DOCX or HTML; - reads what is typed or piped')
    .option('--json', 'print the findings as JSON')
    .addOption(
      new Option('--out <file>', 'write them to a .docx, .md or .json file, too').argParser(
        reportFile,
      ),
    )
    .addHelpText(
      'after',
      '\nEnds with 0 when all of it holds, with 3 when something does not or cannot be shown.',
    )
    .action(async (path: string, _options: unknown, self: Command) => {
      done(await actions.check(path, self.optsWithGlobals<CheckOptions>()))
    })
  program
    .command('brief')
    .description('sum up in quotes what is new since yesterday, or all there is on a topic')
    .argument('[topic...]', 'what it is about; everything unless told')
    .option('--since <date>', 'what came in since then, for example 2025-11-20')
    .option('--long', 'more than a screen')
    .addOption(
      new Option('--out <file>', 'write it to a .docx, .md or .html file, too').argParser(
        briefingFile,
      ),
    )
    .addOption(new Option('--set <name>', 'of this set only').argParser(setName))
    .option('--json', 'print the summary as JSON')
    .action(async (words: string[], _options: unknown, self: Command) => {
      done(await actions.brief(words.join(' ').trim(), self.optsWithGlobals<BriefOptions>()))
    })
  program
    .command('sources')
    .description('list the sources, their documents and what could not be read')
    .option('--explain', 'say why each document has its title, publisher and date')
    .option('--json', 'print the list as JSON')
    .action(async (_options: unknown, self: Command) => {
      done(await actions.sources(self.optsWithGlobals<ExplainOptions>()))
    })
  program
    .command('gaps')
    .description('list the questions that the documents did not answer, newest first')
    .option('--json', 'print the list as JSON')
    .action(async (_options: unknown, self: Command) => {
      done(await actions.gaps(self.optsWithGlobals<SourcesOptions>()))
    })
  program
    .command('schedules')
    .description('list what is posted when, the last posts and those that were missed')
    .option('--json', 'print the list as JSON')
    .action(async (_options: unknown, self: Command) => {
      done(await actions.schedules(self.optsWithGlobals<SourcesOptions>()))
    })
  program
    .command('add')
    .description('read a folder, a file, a page or a feed, and keep it among the sources')
    .argument('<location...>', `paths and addresses: ${WRITTEN}`)
    .addOption(new Option('--set <name>', 'the set it belongs to').argParser(setName))
    .option('--pages', 'the pages that a sitemap or a feed links to, followed politely')
    .option('--json', 'print what was done as JSON')
    .action(async (locations: string[], _options: unknown, self: Command) => {
      if (locations.some((location) => location.trim() === ''))
        throw new VerbatimError(
          'usage',
          'A location is empty. Give a folder, a file or an address.',
        )
      done(await actions.add(locations, self.optsWithGlobals<AddOptions>()))
    })
  program
    .command('remove')
    .description('take a source that was added out again')
    .argument('<location...>', 'as `sources` lists them')
    .addOption(new Option('--set <name>', 'out of this set only').argParser(setName))
    .option('--json', 'print what was done as JSON')
    .action(async (locations: string[], _options: unknown, self: Command) => {
      done(await actions.remove(locations, self.optsWithGlobals<AddOptions>()))
    })
  program
    .command('describe')
    .description(
      'say what a document is called, who published it and when; without fields: what is known',
    )
    .argument('<document>', 'its name, as `sources` lists it')
    .argument(
      '[field=value...]',
      'title="…", publisher="…", date=2024-05-01; an empty value takes yours back',
    )
    .option('--json', 'print what is known as JSON')
    .action(async (what: string, fields: string[], _options: unknown, self: Command) => {
      done(await actions.describe(what, fields, self.optsWithGlobals<SourcesOptions>()))
    })
  program
    .command('refresh')
    .description('look at every source now and read what is new or changed')
    .option('--json', 'print what was done as JSON')
    .action(async (_options: unknown, self: Command) => {
      done(await actions.refresh(self.optsWithGlobals<SourcesOptions>()))
    })
  program
    .command('forget')
    .description('take a user, a channel or a document, or all before a date, out of what is kept')
    .argument('[what...]', 'slack:U123, a channel, or a document as `sources` lists it')
    .option('--before <date>', 'questions, feedback and conversations before it, like 2025-11-20')
    .option('--json', 'print what was done as JSON')
    .action(async (words: string[], _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<ForgetOptions>()
      const what = words.join(' ').trim()
      if ((what === '') === (options.before === undefined))
        throw new VerbatimError(
          'usage',
          'Say what to forget: a user, a channel or a document; or --before DATE.',
        )
      done(await actions.forget(what, options))
    })
  program
    .command('backup')
    .description('write all that is kept into one file, while the bot runs, too')
    .argument('<file>', 'a new file')
    .action(async (file: string, _options: unknown, self: Command) => {
      done(await actions.backup(file, self.optsWithGlobals<CommonOptions>()))
    })
  program
    .command('restore')
    .description('put a backup back, where nothing is kept yet or settings were lost')
    .argument('<file>', 'as `backup` wrote it')
    .action(async (file: string, _options: unknown, self: Command) => {
      done(await actions.restore(file, self.optsWithGlobals<CommonOptions>()))
    })
  program
    .command('migrate')
    .description('copy the store of the data folder into PostgreSQL; go on where it was cut short')
    .addOption(
      new Option('--to <address>', 'postgres://user:password@host:5432/database (default: store)'),
    )
    .action(async (_options: unknown, self: Command) => {
      done(await actions.migrate(self.optsWithGlobals<MigrateOptions>()))
    })
  program
    .command('reset')
    .description('go on without the settings given in chat and the posts, after they were lost')
    .action(async (_options: unknown, self: Command) => {
      done(await actions.reset(self.optsWithGlobals<CommonOptions>()))
    })
  program
    .command('token')
    .description('make a token for the desk, or take it back; without a name: list them')
    .argument('[name]', 'whose it is: a person, a team or a program')
    .addOption(
      new Option('--sets <names>', 'the sets its holder sees, with commas between').argParser(
        setNames,
      ),
    )
    .option('--revoke', 'take it back')
    .option('--json', 'print what was done as JSON')
    .action(async (name: string | undefined, _options: unknown, self: Command) => {
      done(await actions.token(name, self.optsWithGlobals<TokenOptions>()))
    })
  program
    .command('audit')
    .description('list what admins have done: when, where, who, what, newest first')
    .option('--json', 'print the list as JSON')
    .action(async (_options: unknown, self: Command) => {
      done(await actions.audit(self.optsWithGlobals<SourcesOptions>()))
    })
  program
    .command('serve')
    .description('run on chat platforms, without a terminal, until it is stopped')
    .argument('[platform...]', which(platforms))
    .addOption(
      new Option('--role <role>', 'of several processes: chat answers, index reads the documents')
        .choices(ROLES)
        .default('all'),
    )
    .action(async (named: string[], _options: unknown, self: Command) => {
      done(await actions.serve(named, self.optsWithGlobals<ServeOptions>()))
    })
  program
    .command('mcp')
    .description('speak the Model Context Protocol with an assistant that started it')
    .action(async (_options: unknown, self: Command) => {
      done(await actions.mcp(self.optsWithGlobals<CommonOptions>()))
    })
  program
    .command('doctor')
    .description('look whether a chat platform is set up, and say what to do')
    .argument('[platform...]', which(platforms))
    .option('--json', 'print what was found as JSON')
    .action(async (named: string[], _options: unknown, self: Command) => {
      done(await actions.doctor(named, self.optsWithGlobals<SourcesOptions>()))
    })
  return program
}

const which = (platforms: readonly string[]): string =>
  `those whose tokens are set unless named: ${platforms.join(', ')}, or what adapters name`

function setName(text: string): string {
  if (!SET_NAME.test(text))
    throw new InvalidArgumentError('Name it in small letters, digits, - and _, for example sahel.')
  return text
}

const setNames = (text: string): string[] => text.split(',').map((name) => setName(name.trim()))

function chartFile(name: string): string {
  if (!/\.(?:png|svg)$/iu.test(name))
    throw new InvalidArgumentError('Give a file that ends in .png or .svg.')
  return name
}

function reportFile(name: string): string {
  if (!/\.(?:docx|md|json)$/iu.test(name))
    throw new InvalidArgumentError('Give a file that ends in .docx, .md or .json.')
  return name
}

function briefingFile(name: string): string {
  if (!/\.(?:docx|md|html)$/iu.test(name))
    throw new InvalidArgumentError('Give a file that ends in .docx, .md or .html.')
  return name
}

function oneToTen(text: string): number {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > 10) throw new InvalidArgumentError('Give a number from 1 to 10.')
  return number
}

const usageFailure = ({ message }: CommanderError): Failure => ({
  code: 'usage',
  exit: EXIT.usage,
  message: message.replace(/^error: /, ''),
})

/** Known even when the rest of the line makes no sense. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return argv.slice(0, end === -1 ? undefined : end).includes('--json')
}
