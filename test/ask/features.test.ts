import { expect, it } from 'vitest'
import type { Feature } from '../../src/ask/features/names.ts'
import { type Candidate, candidates, FEATURES } from '../../src/ask/features/features.ts'
import { matcher } from '../../src/ask/match.ts'
import { loadModel } from '../../src/ask/model.ts'
import { readQuestion } from '../../src/ask/question.ts'
import { inOrder, Ranker } from '../../src/ask/rank.ts'
import { corpusOf, VALLEY } from '../support/library.ts'

const corpus = corpusOf(VALLEY)

async function candidatesFor(text: string): Promise<Candidate[]> {
  const question = readQuestion(text, corpus)
  return candidates(matcher(question), await new Ranker(corpus, loadModel()).find(question))
}

function value(all: readonly Candidate[], words: string, feature: Feature): number {
  const one = all.find(({ sentence }) => sentence.text.includes(words))
  if (one === undefined) throw new Error(`no candidate has “${words}”`)
  return one.features[FEATURES.indexOf(feature)] ?? 0
}

it('names each feature once', () => {
  expect(new Set(FEATURES).size).toBe(FEATURES.length)
})

it('covers more of the question where more of it stands', async () => {
  const all = await candidatesFor('Why was the bridge at Oss closed?')
  expect(value(all, 'two of its pillars', 'coverage')).toBe(1)
  expect(value(all, 'two of its pillars', 'all-units')).toBe(1)
  expect(value(all, '1,200 goats', 'coverage')).toBeLessThan(0.6)
  expect(value(all, 'two of its pillars', 'coverage-lead')).toBe(0)
})

it('sees whether a new number, a date or a reason is near', async () => {
  const boats = await candidatesFor('How many boats were sent to Tarwell?')
  expect(value(boats, '60 boats', 'near: number')).toBeGreaterThan(0.5)
  expect(value(boats, 'gave away bread', 'kind-present')).toBe(1)
  const bridge = await candidatesFor('Why was the bridge at Oss closed?')
  expect(value(bridge, 'pillars', 'near: reason')).toBeGreaterThan(0.3)
  expect(value(bridge, 'In Oss 14 people', 'kind-missing')).toBe(1)
})

it('does not take a number that the question has for the answer', async () => {
  const all = await candidatesFor('What happened to the 412 houses?')
  expect(value(all, '412 houses', 'new-number')).toBe(0)
})

it('sees a long form with its acronym as a definition', async () => {
  const all = await candidatesFor('What does VRF stand for?')
  expect(value(all, 'Relief Fund', 'definition-kind-defines')).toBe(1)
})

it('counts what stands in the sentence before one that leans on it', async () => {
  const all = await candidatesFor('What did Lindqvist say nobody listened to?')
  expect(value(all, 'Nobody listened', 'before-adds')).toBeGreaterThan(0)
})

it('counts words in the same order and wording', async () => {
  const all = await candidatesFor('falling walls injured people')
  expect(value(all, 'falling walls', 'same-wording')).toBe(0.5)
  expect(value(all, 'falling walls', 'pairs-near')).toBeGreaterThan(0)
})

it('gives nothing for a question that shares no word with the documents', async () => {
  expect(await candidatesFor('zzyzx qwrtp')).toEqual([])
})

it('never puts a sentence first that has nothing of the question', () => {
  const row = (feature: Feature, high: number): Float64Array =>
    Float64Array.from(FEATURES, (name) => (name === feature ? high : 0))
  const order = inOrder([
    { name: 'nothing', features: row('length', 1), score: 5 },
    { name: 'some', features: row('coverage', 0.4), score: 3 },
    { name: 'leans', features: row('leans-before-adds', 0.4), score: 2 },
    { name: 'less', features: row('coverage', 0.2), score: 1 },
  ])
  expect(order.map(({ name }) => name)).toEqual(['some', 'nothing', 'leans', 'less'])
})
