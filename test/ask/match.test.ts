import { expect, it } from 'vitest'
import { analyze } from '../../index/analyzer.ts'
import { match, matcher } from '../../src/ask/match.ts'
import { readQuestion } from '../../src/ask/question.ts'
import { corpusOf, VALLEY } from '../support/library.ts'

const corpus = corpusOf(VALLEY)

function hitsOf(question: string, sentence: string): string[] {
  const tokens = analyze(sentence, 'en')
  return match(matcher(readQuestion(question, corpus)), tokens).hits.map(({ token }) =>
    sentence.slice(tokens[token]?.start, tokens[token]?.end),
  )
}

it('hits other forms of a word', () => {
  expect(hitsOf('Which bridges closed?', 'The bridge at Oss was closed.')).toEqual([
    'bridge',
    'closed',
  ])
})

it('hits the words of a long form only when all are there', () => {
  const question = 'What did the VRF send?'
  expect(hitsOf(question, 'The Valley Relief Fund sent boats.')).toContain('Fund')
  expect(hitsOf(question, 'The valley was under water.')).toEqual([])
})

it('hits a word that the question misspells, at a discount', () => {
  const question = readQuestion('How many boats reached Tarvell?', corpus)
  const at = question.units.findIndex(({ written }) => written === 'Tarvell')
  const { weights } = match(matcher(question), analyze('Sixty boats came to Tarwell.', 'en'))
  expect(weights[at]).toBeGreaterThan(0.5)
  expect(weights[at]).toBeLessThan(1)
})

it('keeps every word of the question for runs of the same wording', () => {
  expect(matcher(readQuestion('Where is the bridge?', corpus)).wording).toEqual([
    'where',
    'is',
    'the',
    'bridge',
  ])
})

it('takes a word of the field for its translation where documents are in another language', () => {
  const question = readQuestion(
    'Combien de villages ont été attaqués ?',
    corpusOf({
      'report.txt':
        'The attack on the two villages lasted for an hour, and then the raid was over.',
    }),
  )
  const at = question.units.findIndex(({ written }) => written === 'attaqués')
  const { weights } = match(matcher(question), analyze('An attack on the mill.', 'en'))
  expect(weights[at]).toBe(0.9)
})
