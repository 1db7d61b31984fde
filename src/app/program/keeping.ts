/** What is kept, and who may reach it. */
import { type Command, Option } from 'commander'
import { VerbatimError } from '../../errors.ts'
import type { ExitCode } from '../exit.ts'
import type {
  Actions,
  CommonOptions,
  ForgetOptions,
  MigrateOptions,
  SourcesOptions,
  TokenOptions,
} from './actions.ts'
import { setNames } from './arguments.ts'

/** @param done takes the exit code of the command that ran */
export function keepingCommands(
  program: Command,
  actions: Actions,
  done: (exit: ExitCode) => void,
): void {
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
      new Option(
        '--sets <names>',
        'the sets its holder sees, with commas between; those it had, or the set default',
      ).argParser(setNames),
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
}
