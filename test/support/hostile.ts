/** Questions that nobody asks in earnest, made to cost as much as they can. */
import { randomOf } from './random.ts'

export interface HostileQuestion {
  readonly name: string
  readonly text: string
}

/** @param words words of the documents, common ones among them */
export function hostileQuestions(words: readonly string[], seed = 1): HostileQuestion[] {
  const random = randomOf(seed)
  const long = (length: number, make: () => string): string => {
    let text = ''
    while (text.length < length) text += `${make()} `
    return text
  }
  const word = (): string => words[Math.floor(random() * words.length)] ?? 'word'
  return [
    { name: '26 single letters', text: 'a b c d e f g h i j k l m n o p q r s t u v w x y z' },
    {
      name: '4,000 characters of misspelt words',
      text: long(4000, () => misspelt(word(), random)),
    },
    { name: '500 wildcards', text: '* '.repeat(500) },
    { name: '500 words with wildcards', text: long(2500, () => `${word().slice(0, 4)}*`) },
    { name: '4,000 characters of words that are there', text: long(4000, word) },
    { name: 'one word of 4,000 characters', text: 'x'.repeat(4000) },
    { name: 'one word 1,000 times', text: `${word()} `.repeat(1000) },
    { name: '2,000 brackets and quotes', text: '("'.repeat(1000) },
    { name: '2,000 hyphens', text: 'a-'.repeat(1000) },
    { name: 'digits with gaps', text: '1 000 '.repeat(600) },
  ]
}

/** Two letters change places, one is doubled or one falls out. */
function misspelt(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 2))
  const [before, after] = [word.slice(0, at), word.slice(at)]
  const chance = random()
  if (chance < 0.4)
    return before.slice(0, -1) + after.slice(0, 1) + before.slice(-1) + after.slice(1)
  if (chance < 0.7) return before + before.slice(-1) + after
  return before + after.slice(1)
}
