/** What runs until it is stopped. */
import { type Command, Option } from 'commander'
import type { ExitCode } from '../exit.ts'
import { ROLES } from '../settings.ts'
import type { Actions, CommonOptions, ServeOptions, SourcesOptions } from './actions.ts'

/** @param done takes the exit code of the command that ran */
export function servingCommands(
  program: Command,
  actions: Actions,
  platforms: readonly string[],
  done: (exit: ExitCode) => void,
): void {
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
}

const which = (platforms: readonly string[]): string =>
  `those whose tokens are set unless named: ${platforms.join(', ')}, or what adapters name`
