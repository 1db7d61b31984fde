import { beforeAll, describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { PostingsIndex } from '../../index/engines/postings/postings-index.ts'
import { documentOf } from '../../index/readers/read.ts'
import { Asker } from '../../src/ask/ask.ts'
import { loadModel } from '../../src/ask/model.ts'
import { VerbatimError } from '../../src/errors.ts'
import { hostileQuestions } from '../support/hostile.ts'

/** Every passage has every word. */
const WORDS = Array.from(
  { length: 60 },
  (_, at) => `wo${'bcdfghjklmnp'[at % 12]}${'aeiou'[at % 5]}rd${'tsnr'[at % 4]}`,
)
const PASSAGES = 2000
/** A question of 40 words in two spellings each, every posting of which is read twice. */
const MOST_POSTINGS = PASSAGES * 160

describe('hostile questions', () => {
  const index = new PostingsIndex()
  let asker: Asker
  beforeAll(() => {
    const corpus = new WholeCorpus(() => index)
    for (let at = 0; at < PASSAGES / 20; at++) {
      const turned = [...WORDS.slice(at % 60), ...WORDS.slice(0, at % 60)].join(' ')
      const text = Array.from({ length: 20 }, () => `${turned} ${turned}.`).join('\n\n')
      const { document } = documentOf(`${at}.txt`, text, '')
      if (document !== undefined) corpus.add([document])
    }
    asker = new Asker({ corpus, model: loadModel(), aliases: {}, caution: 'normal' })
  })

  it.each(hostileQuestions(WORDS))('$name: bounded work, and a clear outcome', async ({ text }) => {
    const before = index.postingsRead
    let outcome: string
    try {
      outcome = (await asker.ask(text)).kind
    } catch (error) {
      if (!(error instanceof VerbatimError)) throw error
      outcome = 'refused'
    }
    expect(['answer', 'nothing', 'refused']).toContain(outcome)
    expect(index.postingsRead - before).toBeLessThan(MOST_POSTINGS)
  })
})
