/**
 * The program with a third language: the one line that `packs.ts` gets for it, and its pack. Prints what it
 * makes of the text and the question it is given: its language, what is counted, what is quoted.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const TABLE = new URL('../../index/languages/packs.ts', import.meta.url).href
const PACK = new URL('made-up-language.ts', import.meta.url).href

registerHooks({
  load(url, context, next) {
    if (url !== TABLE) return next(url, context)
    const source = readFileSync(fileURLToPath(url), 'utf8')
      .replace('fr: FRENCH }', 'fr: FRENCH, qx: MADE_UP }')
      .replace(/^import/mu, `import { MADE_UP } from '${PACK}'\nimport`)
    return { format: 'module-typescript', source, shortCircuit: true }
  },
})

const [text = '', question = ''] = process.argv.slice(2)
const { WholeCorpus } = await import('../../index/whole-corpus.ts')
const { makeMiniSearch } = await import('../../index/engines/minisearch.ts')
const { extractQuantities } = await import('../../index/quantities/extract.ts')
const { readFile } = await import('../../index/readers/read.ts')
const { askerOf } = await import('./library.ts')

const { documents = [] } = await readFile({ name: 'made-up.txt', bytes: Buffer.from(text) })
const corpus = new WholeCorpus(makeMiniSearch)
corpus.add(documents)
const reply = await askerOf(corpus).ask(question)
process.stdout.write(
  JSON.stringify({
    languages: documents.map(({ language }) => language),
    counted: documents.flatMap(({ clean, language }) =>
      extractQuantities(clean, { language }).map(({ amount, counted }) => [
        amount.kind === 'exact' ? amount.value : undefined,
        counted && clean.slice(counted.start, counted.end),
      ]),
    ),
    quotes: reply.kind === 'answer' ? reply.quotes.map((quote) => quote.text) : [],
  }),
)
