/**
 * `npm run --silent eval -- KIND PATH`: measures the bot on data and prints one line of JSON. Data that
 * is not there is said to be missing and skipped.
 */
import { existsSync } from 'node:fs'
import { Command, Option } from 'commander'
import type { Caution } from '../../src/ask/ask.ts'
import { VerbatimError } from '../../src/errors.ts'
import { CAUTION } from '../../src/app/settings.ts'
import { evalAttribution } from './attribution.ts'
import { evalCases } from './cases.ts'
import { evalCitations } from './citations.ts'
import { evalClaims } from './claims-eval.ts'
import { evalConflicts } from './conflicts.ts'
import { evalDigests } from './digests.ts'
import { evalDrafts } from './drafts.ts'
import { evalEngines } from './both-engines.ts'
import { evalFigures } from './figures.ts'
import { evalHighlights } from './highlights.ts'
import { evalLookups } from './lookups.ts'
import { evalNearDuplicates } from './near-duplicates.ts'
import { evalNumbers } from './numbers.ts'
import { evalPages } from './pages.ts'
import { evalPdf } from './pdf.ts'
import { evalAbsent, evalQuestions } from './question-sets.ts'
import { evalQuotations } from './quotations.ts'
import { evalReplies } from './replies.ts'
import { evalRetrieval } from './retrieval.ts'
import { evalSeedFigures } from './seed-figures.ts'
import { evalSeedQuestions } from './seed-questions.ts'
import { evalSummaries } from './summaries.ts'
import { evalThreads } from './threads.ts'

interface Options {
  readonly documents?: string
  readonly predictions?: string
  readonly caution: Caution
  readonly engine?: string
}

interface Kind {
  readonly measures: string
  readonly run: (path: string, options: Options) => object | Promise<object>
}

const KINDS: Readonly<Record<string, Kind>> = {
  'seed-questions': {
    measures: 'questions over a folder of documents (--documents), by answer texts',
    run: evalSeedQuestions,
  },
  questions: {
    measures: 'a question set: how often the first quotes hold the answer',
    run: evalQuestions,
  },
  engines: {
    measures: 'a question set: how often both engines lead to the same quotes',
    run: evalEngines,
  },
  absent: {
    measures: 'a question set: what is refused when its article is taken out',
    run: evalAbsent,
  },
  figures: {
    measures: 'annotated reports: quantity, unit and modifier by exact text',
    run: evalFigures,
  },
  'seed-figures': {
    measures: 'labelled figures over a folder of documents (--documents)',
    run: evalSeedFigures,
  },
  numbers: {
    measures: 'a folder of number, percentage, range, currency, age and dimension cases',
    run: evalNumbers,
  },
  summaries: {
    measures: 'articles with extractive summaries: ROUGE beside the first sentences and TextRank',
    run: evalSummaries,
  },
  highlights: {
    measures:
      'reports that sum themselves up: what is chosen of the rest, against that section, beside the first sentences and TextRank',
    run: evalHighlights,
  },
  digests: {
    measures: 'reports that come in a day each: prints every morning’s digest',
    run: evalDigests,
  },
  'near-duplicates': {
    measures: 'a folder of articles and their true pairs: which copies are found, how fast',
    run: evalNearDuplicates,
  },
  attribution: {
    measures: 'annotated news: the speaker of each sentence that is attributed',
    run: evalAttribution,
  },
  claims: {
    measures:
      'claims with their evidence: supported, contradicted or not stated; the judge has not seen the article',
    run: evalClaims,
  },
  conflicts: {
    measures:
      'pairs of figures: which are told to contradict or update one another; over reports (--documents), what is',
    run: evalConflicts,
  },
  quotations: {
    measures:
      'quotations made of a folder of documents, half of them changed: what a check calls each',
    run: evalQuotations,
  },
  drafts: {
    measures:
      'drafts with planted errors over the development documents: what a check finds, what it calls wrong that is not',
    run: evalDrafts,
  },
  citations: {
    measures: 'real documents with labels: title, date, publisher, language, page; questions, rows',
    run: evalCitations,
  },
  cases: {
    measures: 'cases with what a person expects: checked where it can be, else printed to be read',
    run: evalCases,
  },
  lookups: {
    measures:
      'look-ups of annotated figures: shown, among three, first, denied; alone and together',
    run: evalLookups,
  },
  pages: {
    measures: 'saved news pages: the text and the metadata read against the article expected',
    run: evalPages,
  },
  pdf: {
    measures: 'PDFs: words against expected texts, figures of first pages, headers and footers',
    run: evalPdf,
  },
  threads: {
    measures:
      'messages of threads: how many of those for others are answered, of those for the bot missed',
    run: evalThreads,
  },
  replies: {
    measures:
      'a question set: citation beside quotes, and the room that replies take on each platform',
    run: evalReplies,
  },
  retrieval: {
    measures:
      'test collections of documents, queries and grades: document search beside plain engines',
    run: evalRetrieval,
  },
}

const program = new Command('eval').description('Measures on data; prints one line of JSON.')
for (const [name, { measures, run }] of Object.entries(KINDS))
  program
    .command(name)
    .description(measures)
    .argument('<path>', 'the data')
    .option('--documents <folder>', 'the documents that are asked')
    .option('--predictions <file>', 'writes every prediction there, a line of JSON each')
    .option(
      '--engine <name>',
      'the search engine, minisearch unless told; for retrieval, only this search',
    )
    .addOption(new Option('--caution <level>', 'how sure to be').choices(CAUTION).default('normal'))
    .action(async (path: string, options: Options) => {
      try {
        const result = existsSync(path)
          ? await run(path, options)
          : { kind: name, skipped: `${path} is not there` }
        process.stdout.write(`${JSON.stringify(result)}\n`)
      } catch (error) {
        if (error instanceof VerbatimError) program.error(error.message, { exitCode: 2 })
        throw error
      }
    })
await program.parseAsync()
