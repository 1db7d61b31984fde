/** Questions whose topic is there while what they ask for is not: less is claimed of them. */
import { describe, expect, it } from 'vitest'
import { doubted } from '../../src/ask/doubt.ts'
import { askerOf, corpusOf, VALLEY } from '../support/library.ts'

const asker = askerOf(corpusOf(VALLEY))
const sureOf = async (question: string): Promise<number> =>
  (await asker.consider(question)).confidence

describe('a question is doubted', () => {
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
  ])('%s', async (_, asked, sound) => {
    expect(await sureOf(asked)).toBeLessThan((await sureOf(sound)) * 0.75)
  })

  it('not for the year of the document itself', async () => {
    const { question, ranked } = await asker.consider(
      'How many houses did the flood in Tarwell destroy in 2023?',
    )
    expect(doubted(0.5, question, ranked[0])).toBe(0.5)
  })
})
