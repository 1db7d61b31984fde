/** Hostile questions to a large set of documents: how long each holds the event loop. */
import { performance } from 'node:perf_hooks'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import type { Document } from '../../index/document.ts'
import { documentOf } from '../../index/readers/read.ts'
import { Asker } from '../../src/ask/ask.ts'
import { VerbatimError } from '../../src/errors.ts'
import { loadModel } from '../../src/ask/model.ts'
import { hostileQuestions } from '../support/hostile.ts'
import { generate } from './generate.ts'
import { note, say, table } from './measure.ts'

/** Twice, the worse counts: a cold start is part of it. */
const ROUNDS = 2

export async function benchHostile(passages: number): Promise<void> {
  const rows: (string | number)[][] = [['question', 'ms', 'loop held ms', 'outcome']]
  note(`${passages} passages of many words …`)
  const { documents } = generate(passages, 0)
  const words = documents
    .slice(0, 400)
    .flatMap(({ clean }) => clean.match(/\p{L}{4,}/gu)?.slice(0, 200) ?? [])
  rows.push(...(await ask(documents, words, '')))
  note(`${passages} passages that have all words …`)
  const same = words.slice(0, 90)
  const uniform = Array.from({ length: passages / 10 }, (_, at) => uniformDocument(at, same))
  rows.push(...(await ask(uniform, same, ', each term in every passage')))
  say(`${passages} passages; the worse of ${ROUNDS} rounds.`)
  say(table(rows))
}

async function ask(
  documents: readonly Document[],
  words: readonly string[],
  suffix: string,
): Promise<(string | number)[][]> {
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add(documents)
  const asker = new Asker({ corpus, model: loadModel(), aliases: {}, caution: 'normal' })
  const rows: (string | number)[][] = []
  for (const { name, text } of hostileQuestions(words)) {
    let [worst, held, outcome] = [0, 0, '']
    for (let round = 0; round < ROUNDS; round++) {
      const from = performance.now()
      const watch = watchLoop()
      outcome = await outcomeOf(asker, text)
      held = Math.max(held, await watch.stop())
      worst = Math.max(worst, performance.now() - from)
    }
    rows.push([name + suffix, worst, held, outcome])
  }
  return rows
}

async function outcomeOf(asker: Asker, text: string): Promise<string> {
  try {
    return (await asker.ask(text)).kind
  } catch (error) {
    if (error instanceof VerbatimError) return `refused: ${error.code}`
    throw error
  }
}

/** The longest time between two turns of the event loop. */
function watchLoop(): { stop(): Promise<number> } {
  let last = performance.now()
  let longest = 0
  let running = true
  const turn = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (running) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    stop: async () => {
      running = false
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      return longest
    },
  }
}

/** Ten paragraphs of the same words, each in an order of its own. */
function uniformDocument(at: number, words: readonly string[]): Document {
  const paragraphs = Array.from({ length: 10 }, (_, paragraph) => {
    const turn = (at * 10 + paragraph) % words.length
    return `${[...words.slice(turn), ...words.slice(0, turn)].join(' ')}.`
  })
  const { document } = documentOf(`${at}.txt`, paragraphs.join('\n\n'), String(at))
  if (document === undefined) throw new Error('made-up documents have text')
  return document
}
