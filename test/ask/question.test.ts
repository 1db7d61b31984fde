/** What of a question's words carries meaning. */
import { expect, it } from 'vitest'
import { readQuestion } from '../../src/ask/question.ts'
import { corpusOf } from '../support/library.ts'

const corpus = corpusOf({
  'coast.md':
    'In El Tarvo and La Velana the mission counted 42 murders; Al Kessim was not visited.',
})
const unitsOf = (question: string): string[] =>
  readQuestion(question, corpus).units.map(({ written }) => written)

it.each([
  ['How many murders were there in El Tarvo?', ['murders', 'Tarvo']],
  ['Combien de meurtres à Los Velanos ?', ['meurtres', 'Velanos']],
  ['Was Al Kessim visited?', ['Kessim', 'visited']],
])('no article of another language before a name: %s', (question, units) => {
  expect(unitsOf(question)).toEqual(units)
})

it('what looks like an article is a name where none comes after it', () => {
  expect(unitsOf('What did Al say in Tarvo?')).toEqual(['Al', 'Tarvo'])
})
