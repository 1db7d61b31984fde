/** What is asked of the documents. */
import { type Command, Option } from 'commander'
import { commandLine } from '../../command-line.ts'
import { VerbatimError } from '../../errors.ts'
import type { ExitCode } from '../exit.ts'
import type {
  Actions,
  AskOptions,
  BriefOptions,
  CheckOptions,
  FiguresOptions,
  SourcesOptions,
} from './actions.ts'
import { fileOf, oneToTen, setName } from './arguments.ts'

/** @param done takes the exit code of the command that ran */
export function askingCommands(
  program: Command,
  actions: Actions,
  done: (exit: ExitCode) => void,
): void {
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
      new Option('--chart <file>', 'draw them in a .png or .svg file, too').argParser(
        fileOf('png', 'svg'),
      ),
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
        fileOf('docx', 'md', 'json'),
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
        fileOf('docx', 'md', 'html'),
      ),
    )
    .addOption(new Option('--set <name>', 'of this set only').argParser(setName))
    .option('--json', 'print the summary as JSON')
    .action(async (words: string[], _options: unknown, self: Command) => {
      done(await actions.brief(words.join(' ').trim(), self.optsWithGlobals<BriefOptions>()))
    })
  program
    .command('watch')
    .description('tell when a new document has something, or list what is told')
    .argument('[search...]', 'words, a question or figures; found: what new documents have')
    .option('--json', 'print the reply as JSON')
    .action(async (words: string[], _options: unknown, self: Command) => {
      done(await actions.watch(words.join(' ').trim(), self.optsWithGlobals<SourcesOptions>()))
    })
  program
    .command('unwatch')
    .description('end a watch')
    .argument('<search...>', 'its words or its number')
    .option('--json', 'print the reply as JSON')
    .action(async (words: string[], _options: unknown, self: Command) => {
      done(await actions.unwatch(words.join(' ').trim(), self.optsWithGlobals<SourcesOptions>()))
    })
}
