import { statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CONFIDENCE_FEATURES, confidence } from '../../src/ask/confidence.ts'
import { FEATURES } from '../../src/ask/features/features.ts'
import { decodeScorer, encodeScorer, loadModel } from '../../src/ask/model.ts'
import { readQuestion } from '../../src/ask/question.ts'
import { explain, Ranker } from '../../src/ask/rank.ts'
import { contributions, predict, type Scorer } from '../../src/ask/trees.ts'
import { corpusOf, VALLEY } from '../support/library.ts'

const NAMES = ['wet', 'cold', 'dark']
const SCORER: Scorer = {
  bias: 0.5,
  weights: Float64Array.of(1, 0, -0.25),
  trees: [
    {
      features: Int16Array.of(1, -1, 2, -1, -1, -1, -1),
      thresholds: Float64Array.of(0.5, 0, 0.25, 0, 0, 0, 0),
      values: Float64Array.of(0.1, -0.2, 0.4, 0, 0, 0.3, 0.6),
    },
  ],
}

it('loads what was trained, for features that there are', () => {
  const { rank, confidence: sure } = loadModel()
  expect(rank.weights).toHaveLength(FEATURES.length)
  expect(sure.weights).toHaveLength(CONFIDENCE_FEATURES.length)
  expect(rank.trees.length).toBeGreaterThan(0)
})

it('is at most 200 KB', () => {
  const { size } = statSync(new URL('../../src/ask/model.json', import.meta.url))
  expect(size).toBeLessThanOrEqual(200 * 1024)
})

it.each([
  [[0, 0, 0], 0.3],
  [[1, 1, 0], 1.8],
  [[1, 1, 1], 1.85],
])('scores %j as %d', (row, score) => {
  expect(predict(SCORER, Float64Array.from(row))).toBeCloseTo(score)
})

it('keeps its scores when written and read again', () => {
  const again = decodeScorer(encodeScorer(SCORER, NAMES), NAMES)
  for (const row of [Float64Array.of(0, 0, 0), Float64Array.of(1, 0.6, 0.2)])
    expect(predict(again, row)).toBeCloseTo(predict(SCORER, row))
})

it('names a feature that is no longer there', () => {
  expect(() => decodeScorer(encodeScorer(SCORER, NAMES), ['wet', 'cold'])).toThrow('“dark”')
})

it('takes a score apart into what each feature gave', () => {
  const row = Float64Array.of(1, 1, 1)
  const { base, given } = contributions(SCORER, row)
  expect([base, ...given]).toEqual(
    [0.6, 1, 0.3 + 0, -0.25 + 0.2].map((part) => expect.closeTo(part)),
  )
  expect(base + given.reduce((sum, part) => sum + part, 0)).toBeCloseTo(predict(SCORER, row))
})

it('explains a quote by parts that add up to its score', async () => {
  const corpus = corpusOf(VALLEY)
  const model = loadModel()
  const ranked = await new Ranker(corpus, model).rank(readQuestion('Who is the mayor?', corpus))
  for (const one of ranked.slice(0, 3)) {
    const parts = explain(model, one)
    const sum = parts.reduce((all, { contribution }) => all + contribution, 0)
    // Parts that are next to nothing are left out.
    expect(Math.abs(sum - one.score)).toBeLessThan(0.2)
  }
})

it('is surer of what the documents say than of what they do not', async () => {
  const corpus = corpusOf(VALLEY)
  const model = loadModel()
  const sure = async (text: string): Promise<number> => {
    const question = readQuestion(text, corpus)
    return confidence(model, question, await new Ranker(corpus, model).rank(question))
  }
  const there = await sure('How many houses did the flood destroy in Tarwell?')
  expect(there).toBeGreaterThan(await sure('How many tourists visited the Tarwell cathedral?'))
  expect(await sure('zzyzx qwrtp')).toBe(0)
})
