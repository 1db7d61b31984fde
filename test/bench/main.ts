/**
 * `npm run bench -- ask | peers PATH | hostile | figures PATH | ingest | start`: what answers cost, beside other engines. Prints one
 * table; progress goes to stderr.
 */
import { Command, InvalidArgumentError, Option } from 'commander'
import { ENGINES } from '../../index/engines/engines.ts'
import { benchAsk } from './ask.ts'
import { benchFigures } from './figures.ts'
import { benchHostile } from './hostile.ts'
import { benchIngest } from './ingest.ts'
import { benchPeers } from './peers.ts'
import { benchStart } from './start.ts'

const SIZES = [1000, 10_000, 100_000, 300_000]

const program = new Command('bench').description('Measures speed and memory; prints a table.')
program
  .command('ask')
  .description('a whole answer against the number of passages, beside SQLite FTS5')
  .option('--sizes <numbers>', 'passages, parted by commas', toSizes, SIZES)
  .option('--from <file>', 'a question file whose passages are recombined; made-up words else')
  .addOption(new Option('--engine <name>', 'only this one').choices(ENGINES))
  .action(({ sizes, from, engine }: { sizes: number[]; from?: string; engine?: string }) =>
    benchAsk(sizes, from, engine),
  )
program
  .command('peers')
  .description('plain engines beside ours on question sets')
  .argument('<path>', 'a question file or a folder of them')
  .action(benchPeers)
program
  .command('hostile')
  .description('questions made to cost as much as they can: how long each holds the event loop')
  .option('--size <number>', 'passages', toSizes, [50_000])
  .action(({ size: [size = 0] }: { size: number[] }) => benchHostile(size))
program
  .command('figures')
  .description('finding figures in a text, beside compromise and recognizers-text')
  .argument('<path>', 'a text file, or JSON lines with a text each')
  .action(benchFigures)
program
  .command('ingest')
  .description('a folder of files: the first index, a start, one changed file; beside SQLite FTS5')
  .option('--files <number>', 'Markdown files of about 5 KB', toSizes, [10_000])
  .action(({ files: [files = 0] }: { files: number[] }) => benchIngest(files))
program
  .command('start')
  .description('one `ask` from the start of its process to the end')
  .action(benchStart)
await program.parseAsync()

function toSizes(text: string): number[] {
  const sizes = text.split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new InvalidArgumentError('Give whole numbers, parted by commas.')
  return sizes
}
