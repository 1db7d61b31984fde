import { expect, it } from 'vitest'
import { withoutNoise } from '../../src/ask/noise.ts'

it.each([
  ['<@U123ABC> how many boats were sent?', 'how many boats were sent?'],
  ['hey there, any idea how many boats were sent?', 'how many boats were sent?'],
  ['Hi! Could you please tell me who the mayor is? Thanks!', 'who the mayor is?'],
  [
    'Bonjour, savez-vous combien de bateaux sont partis ? merci',
    'combien de bateaux sont partis ?',
  ],
  ['who is Ada Lindqvist', 'who is Ada Lindqvist'],
  ['@verbatim: cost of the dam pls', 'cost of the dam'],
  ['I was wondering why the bridge was closed', 'why the bridge was closed'],
  ['Thanksgiving bread', 'Thanksgiving bread'],
])('%s → %s', (message, question) => {
  expect(withoutNoise(message)).toBe(question)
})

it.each(['hello!', 'Hi there', 'thanks!', '<@U1>', '👋'])('%s is nothing but noise', (message) => {
  expect(withoutNoise(message)).toBe('')
})
