/** The command line: what may be typed, and the exit code it ends with. */
import { Command, CommanderError, Option } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { VerbatimError } from '../errors.ts'
import { EXIT, type ExitCode, type Failure, failureOf, printable } from './exit.ts'
import { inertJson } from '../inert.ts'
import type { Reply } from '../reply.ts'
import type { Actions, CommonOptions } from './program/actions.ts'
import { askingCommands } from './program/asking.ts'
import { documentCommands } from './program/documents.ts'
import { keepingCommands } from './program/keeping.ts'
import { servingCommands } from './program/serving.ts'
import { CONFIG_FILE } from './settings.ts'
import { commandLine } from '../command-line.ts'

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
  askingCommands(program, actions, done)
  documentCommands(program, actions, done)
  keepingCommands(program, actions, done)
  servingCommands(program, actions, platforms, done)
  return program
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
