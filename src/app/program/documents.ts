/** What there is, and what comes in or goes out. */
import { type Command, Option } from 'commander'
import { WRITTEN } from '../../../index/sources/location.ts'
import { VerbatimError } from '../../errors.ts'
import type { ExitCode } from '../exit.ts'
import type { Actions, AddOptions, ExplainOptions, SourcesOptions } from './actions.ts'
import { setName } from './arguments.ts'

/** @param done takes the exit code of the command that ran */
export function documentCommands(
  program: Command,
  actions: Actions,
  done: (exit: ExitCode) => void,
): void {
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
}
