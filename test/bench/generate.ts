/**
 * Made-up documents of any number, and questions about them: words by Zipf's law, function words of
 * English among them, documents that keep to a topic, names, numbers, sentences and paragraphs of
 * usual length. The same seed gives the same text.
 */
import type { Document } from '../../index/document.ts'
import { documentOf } from '../../index/readers/read.ts'
import { pick, randomOf } from '../support/random.ts'

export interface Generated {
  readonly documents: readonly Document[]
  readonly questions: readonly string[]
}

/** Words of a language of its own; enough for new ones to come up however much is written. */
const WORDS = 150_000
const TOPIC_WORDS = 150
const TOPICS = 400
/** Sentences that make a passage of about 600 characters. */
const SENTENCES = 5
const PASSAGES_A_DOCUMENT = 10
const FUNCTION_WORDS =
  'the of and to in a is was for on that by with as at from it be this are which an were has have not'.split(
    ' ',
  )
const ASKED = ['Who', 'What', 'Where did', 'When did', 'How many', 'Why did', 'Which', 'How did']

/** At least `passages` passages, and questions made of what single sentences say. */
export function generate(passages: number, questions: number, seed = 1): Generated {
  const random = randomOf(seed)
  const words = makeWords(random)
  const zipf = zipfOf(words.length, random)
  const topics = Array.from({ length: TOPICS }, () =>
    Array.from({ length: TOPIC_WORDS }, () => words[zipf()] ?? ''),
  )
  const documents: Document[] = []
  const contents: string[][] = []
  for (let at = 0; at * PASSAGES_A_DOCUMENT < passages; at++) {
    const topic = pick(topics, random)
    const word = (): string => (random() < 0.3 ? pick(topic, random) : (words[zipf()] ?? 'word'))
    const title = capital([word(), 'of', word(), word()].join(' '))
    const paragraphs: string[] = []
    const own = Math.min(PASSAGES_A_DOCUMENT, passages - at * PASSAGES_A_DOCUMENT)
    for (let paragraph = 0; paragraph < own; paragraph++) {
      const sentences = Array.from({ length: SENTENCES }, () => sentenceOf(word, random))
      paragraphs.push(sentences.map(({ text }) => text).join(' '))
      contents.push(pick(sentences, random).content)
    }
    const { document } = documentOf(`${at}.txt`, paragraphs.join('\n\n'), String(at))
    if (document !== undefined)
      documents.push({ ...document, title: { value: title, inferred: false } })
  }
  return {
    documents,
    questions: Array.from({ length: questions }, () => questionOf(pick(contents, random), random)),
  }
}

function sentenceOf(word: () => string, random: () => number): { text: string; content: string[] } {
  const length = 12 + Math.floor(random() * 14)
  const text: string[] = []
  const content: string[] = []
  for (let at = 0; at < length; at++) {
    if (random() < 0.42) {
      text.push(pick(FUNCTION_WORDS, random))
      continue
    }
    const chance = random()
    const one = chance < 0.03 ? String(Math.ceil(10 ** (1 + random() * 4))) : word()
    const shown = chance > 0.92 ? capital(one) : one
    text.push(shown)
    content.push(shown)
  }
  return { text: `${capital(text.join(' '))}.`, content }
}

/** Three to seven words of a sentence, in its order, with the words of a question around them. */
function questionOf(content: readonly string[], random: () => number): string {
  const wanted = 3 + Math.floor(random() * 5)
  const taken = content.filter((_, at) => random() < wanted / content.length || at === 0)
  return `${pick(ASKED, random)} ${taken.join(` ${pick(FUNCTION_WORDS, random)} `)}?`
}

function makeWords(random: () => number): string[] {
  const starts = 'b d f g k l m n p r s t v st tr br ch'.split(' ')
  const vowels = 'a e i o u ai ou ea'.split(' ')
  const ends = ['', '', 'n', 'r', 's', 't', 'l', 'ment', 'tion', 'ing']
  const words = new Set<string>()
  while (words.size < WORDS) {
    const syllables = 1 + Math.floor(random() * 3) + (words.size > 500 ? 1 : 0)
    let word = ''
    for (let at = 0; at < syllables; at++) word += pick(starts, random) + pick(vowels, random)
    words.add(word + pick(ends, random))
  }
  return [...words]
}

/** Ranks by Zipf and Mandelbrot's law. */
function zipfOf(size: number, random: () => number): () => number {
  const upTo = new Float64Array(size)
  let total = 0
  for (let rank = 0; rank < size; rank++) upTo[rank] = total += 1 / (rank + 10) ** 1.05
  return () => {
    const sought = random() * total
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((upTo[middle] ?? 0) < sought) low = middle + 1
      else high = middle
    }
    return low
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
