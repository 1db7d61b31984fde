/** Questions whose topic is there while what they ask for is not: less is claimed of them. */
import { describe, expect, it } from 'vitest'
import { AT, type Feature } from '../../src/ask/features/names.ts'
import { askerOf, corpusOf, VALLEY } from '../support/library.ts'

const asker = askerOf(corpusOf(VALLEY))
const sureOf = async (question: string): Promise<number> =>
  (await asker.consider(question)).confidence
const shown = async (question: string, name: Feature): Promise<number> =>
  (await asker.consider(question)).ranked[0]?.features[AT[name]] ?? -1

describe('less is claimed of a question', () => {
  it.each([
    [
      'of another year',
      'When will the dam at Tarwell be finished in 2031?',
      'When will the dam at Tarwell be finished in 2025?',
    ],
    [
      'with the opposite of a word',
      'Why was the bridge at Oss opened?',
      'Why was the bridge at Oss closed?',
    ],
    [
      'that denies what is said',
      "Why wasn't the bridge at Oss closed?",
      'Why was the bridge at Oss closed?',
    ],
  ])('%s', async (_, asked, sound) => {
    expect(await sureOf(asked)).toBeLessThan(await sureOf(sound))
  })
})

describe('what a question says and the best sentence does not', () => {
  it.each([
    ['number-missing-around', 'When will the dam at Tarwell be finished in 2031?', 1],
    ['number-missing-around', 'When will the dam at Tarwell be finished in 2025?', 0],
    // The year of the document itself.
    ['number-missing-around', 'How many houses did the flood in Tarwell destroy in 2023?', 0],
    ['plain-opposite', 'Why was the bridge at Oss opened?', 1],
    ['plain-opposite', 'Why was the bridge at Oss closed?', 0],
    ['negation-missing', "Why wasn't the bridge at Oss closed?", 1],
    ['negation-missing', 'Why was the bridge at Oss closed?', 0],
  ] as const)('is told to the ranker: %s of “%s”', async (name, question, value) => {
    expect(await shown(question, name)).toBe(value)
  })
})
