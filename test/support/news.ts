/** News made up by chance: stories that several tell in nearly the same words, counts that move. */
import { pick, randomOf } from './random.ts'

const PLACES = ['Tarwell', 'Oss', 'Kelani', 'Brunmark', 'Sattel', 'Veyra', 'Lomond', 'Arkona']
const THINGS = ['houses', 'bridges', 'wells', 'boats', 'granaries', 'schools', 'tents', 'clinics']
const PEOPLE = ['people', 'villagers', 'children', 'farmers', 'women', 'fishermen']
const CAUSES = [
  'the flood',
  'the fire',
  'the storm',
  'the landslide',
  'the fighting',
  'the drought',
]
const DONE = ['destroyed', 'damaged', 'cut off', 'closed']
const SAID = [
  'the mayor said',
  'River Watch reported',
  'the ministry announced',
  'aid workers said',
]
const DAYS = ['on Monday', 'on Tuesday morning', 'during the night', 'last week', 'on Friday']

/** Name → text, with front matter; a third retell another almost word for word. */
export function newsOf(seed: number, count: number): { name: string; text: string }[] {
  const random = randomOf(seed)
  const stories: string[][] = []
  return Array.from({ length: count }, (_, at) => {
    const before = stories.length > 0 && random() < 0.35 ? pick(stories, random) : undefined
    const sentences =
      before?.map((sentence) => (random() < 0.2 ? sentenceOf(random) : sentence)) ??
      Array.from({ length: 4 + Math.floor(random() * 8) }, () => sentenceOf(random))
    stories.push(sentences)
    const place = pick(PLACES, random)
    const date = `2025-11-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
    const head = `---\ntitle: ${place} bulletin ${at + 1}\npublisher: ${pick(['River Watch', 'Hill Courier', 'Field Office'], random)}\ndate: ${date}\n---\n`
    const half = Math.ceil(sentences.length / 2)
    const text = `${sentences.slice(0, half).join(' ')}\n\n${sentences.slice(half).join(' ')}`
    return { name: `news-${seed}-${at}.md`, text: `${head}\n${text}\n` }
  })
}

function sentenceOf(random: () => number): string {
  const number = Math.floor(random() * 900) + 2
  const [place, cause, day] = [pick(PLACES, random), pick(CAUSES, random), pick(DAYS, random)]
  return pick(
    [
      `In ${place} ${number} ${pick(PEOPLE, random)} were displaced by ${cause} ${day}, ${pick(SAID, random)}.`,
      `Around ${number} ${pick(THINGS, random)} in ${place} were ${pick(DONE, random)} by ${cause} ${day}.`,
      `At least ${number} ${pick(PEOPLE, random)} were killed in ${place} ${day}, ${pick(SAID, random)}.`,
      `${pick(SAID, random).replace(/^./u, (letter) => letter.toUpperCase())} that ${cause} had ${pick(DONE, random)} the road from ${place} to ${pick(PLACES, random)} ${day}.`,
      `Nobody in ${place} had seen ${cause} come, and the ${pick(THINGS, random)} stood open ${day}.`,
    ],
    random,
  )
}
