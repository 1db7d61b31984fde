/**
 * Quotations made of a folder's documents: half as they stand there, with what a writer may change, half
 * with one change that a writer may not make. What is altered must never be taken for verbatim.
 */
import { writeFileSync } from 'node:fs'
import type { Corpus } from '../../index/corpus.ts'
import { type LookedUp, QuotationFinder } from '../../src/check/quotations/look-up.ts'
import { bareWords } from '../../src/check/quotations/words.ts'
import { seeded } from '../train/random.ts'
import { corpusOfFolder } from './folder.ts'
import { share } from './measures.ts'

const COUNT = 2000
const SHORTEST = 6
const LONGEST = 40

/** What is done to a sentence, and what it then is. */
const CHANGES = [
  'word',
  'number',
  'negation',
  'negation dropped',
  'name',
  'order',
  'stitched',
] as const
const HARMLESS = ['as it is', 'curly', 'spaces', 'brackets', 'ellipsis', 'capital'] as const

interface Made {
  readonly text: string
  readonly how: string
  readonly verdict: LookedUp['kind']
}

export async function evalQuotations(
  folder: string,
  { predictions }: { readonly predictions?: string },
): Promise<object> {
  const corpus = await corpusOfFolder(folder)
  const made = makeQuotations(corpus)
  const finder = new QuotationFinder(corpus)
  const judged: (Made & { found: LookedUp['kind'] })[] = []
  const began = performance.now()
  for (const one of made) judged.push({ ...one, found: (await finder.find(one.text)).kind })
  const milliseconds = (performance.now() - began) / made.length
  if (predictions !== undefined)
    writeFileSync(predictions, judged.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const right = (some: typeof judged): number =>
    share(some.filter(({ verdict, found }) => verdict === found).length, some.length)
  return {
    kind: 'quotations',
    documents: corpus.documents.size,
    quotations: judged.length,
    right: right(judged),
    alteredTakenForVerbatim: judged.filter(
      ({ verdict, found }) => verdict !== 'verbatim' && found === 'verbatim',
    ).length,
    by: Object.fromEntries(
      [...Map.groupBy(judged, ({ how }) => how)].map(([how, some]) => [
        how,
        { count: some.length, right: right(some) },
      ]),
    ),
    milliseconds: Math.round(milliseconds * 10) / 10,
  }
}

/** Sentences of prose in an order that looks random and stays the same, each used once. */
function makeQuotations(corpus: Corpus): Made[] {
  const random = seeded(7)
  const passages = [...corpus.documents.keys()].flatMap((id) => corpus.passagesOf(id))
  const sentences = passages.flatMap(({ document, sentences: own }) =>
    own
      .filter(({ list, row }) => !list && row !== true)
      .map(({ start, end }) => document.clean.slice(start, end))
      .filter((text) => {
        const { length } = bareWords(text)
        return length >= SHORTEST && length <= LONGEST && !/["“”«»[\]…]/u.test(text)
      }),
  )
  const everything = [...corpus.documents.values()]
    .map(
      ({ clean }) =>
        ` ${bareWords(clean)
          .map(({ bare }) => bare)
          .join(' ')} `,
    )
    .join('\n')
  const shuffled = sentences
    .map((text) => ({ text, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text)
  const made: Made[] = []
  const plans = [
    ...HARMLESS.flatMap((how) => ({ how, right: true })),
    ...CHANGES.map((how) => ({ how, right: false })),
  ]
  const wanted = new Map(
    plans.map(({ how, right }) => [
      how,
      Math.ceil(COUNT / 2 / (right ? HARMLESS.length : CHANGES.length)),
    ]),
  )
  let at = 0
  for (let round = 0; made.length < COUNT && round < 40; round++)
    for (const text of shuffled) {
      if (made.length >= COUNT) break
      const { how, right } = plans[at++ % plans.length] ?? plans[0] ?? { how: 'word', right: false }
      const left = wanted.get(how) ?? 0
      if (left === 0) continue
      const other = shuffled[Math.floor(random() * shuffled.length)] ?? ''
      const changed = right ? dressed(text, how, random) : altered(text, how, other, random)
      // Another document may say what was made up.
      const stands =
        changed !== undefined &&
        everything.includes(
          ` ${bareWords(changed)
            .map(({ bare }) => bare)
            .join(' ')} `,
        )
      if (changed === undefined || (!right && stands)) continue
      wanted.set(how, left - 1)
      made.push({
        text: changed,
        how,
        verdict: right ? 'verbatim' : how === 'stitched' ? 'stitched' : 'altered',
      })
    }
  return made
}

/** With what a writer may change. */
function dressed(text: string, how: string, random: () => number): string | undefined {
  const words = text.split(' ')
  if (how === 'curly') return text.replaceAll("'", '’').replaceAll('-', '‑')
  if (how === 'spaces')
    return text.replaceAll(' ', () => (random() < 0.2 ? '\n' : ' ')).replace(/ /u, '  ')
  if (how === 'capital')
    return `${(text[0] ?? '').toLowerCase()}${text.slice(1).replace(/[.;,]$/u, '')}`
  if (how === 'brackets') {
    if (words.length < 8) return undefined
    const at = 2 + Math.floor(random() * (words.length - 4))
    return [...words.slice(0, at), '[the group]', ...words.slice(at + 1)].join(' ')
  }
  if (how === 'ellipsis') {
    if (words.length < 14) return undefined
    const at = 4 + Math.floor(random() * (words.length - 10))
    return [...words.slice(0, at), random() < 0.5 ? '[…]' : '…', ...words.slice(at + 3)].join(' ')
  }
  return text
}

/** With one change that makes another statement of it. */
function altered(
  text: string,
  how: string,
  other: string,
  random: () => number,
): string | undefined {
  const words = text.split(' ')
  const pick = (from: readonly number[]): number | undefined =>
    from[Math.floor(random() * from.length)]
  const places = (test: (word: string, at: number) => boolean): number[] =>
    words.flatMap((word, at) => (at > 0 && test(word, at) ? [at] : []))
  const put = (at: number | undefined, word: string | undefined): string | undefined =>
    at === undefined || word === undefined
      ? undefined
      : [...words.slice(0, at), word, ...words.slice(at + 1)].join(' ')
  const others = other.split(' ').slice(1)
  if (how === 'word')
    return put(
      pick(places((word) => /^\p{Ll}{4,}$/u.test(word))),
      others.find((word) => /^\p{Ll}{4,}$/u.test(word) && !words.includes(word)),
    )
  if (how === 'number') {
    const at = pick(places((word) => /^\d[\d,.]*$/u.test(word)))
    return put(
      at,
      at === undefined
        ? undefined
        : `${1 + Math.floor(random() * 9)}${(words[at] ?? '').slice(1)}${random() < 0.3 ? '0' : ''}`,
    )
  }
  if (how === 'negation') {
    const at = pick(
      places((word) => /^(?:is|are|was|were|has|have|had|will|can|should|could)$/u.test(word)),
    )
    if (at !== undefined) return put(at, `${words[at]} not`)
    const verb = pick(places((word) => /^(?:est|sont|a|ont|sera|seront|peut|peuvent)$/u.test(word)))
    return verb === undefined ? undefined : put(verb, `${words[verb]} pas`)
  }
  if (how === 'negation dropped') {
    const at = pick(places((word) => /^(?:not|never|no|pas|jamais|aucun|aucune)$/u.test(word)))
    return at === undefined ? undefined : [...words.slice(0, at), ...words.slice(at + 1)].join(' ')
  }
  if (how === 'name')
    return put(
      pick(places((word) => /^\p{Lu}\p{Ll}{3,}$/u.test(word))),
      others.find((word) => /^\p{Lu}\p{Ll}{3,}$/u.test(word) && !words.includes(word)),
    )
  if (how === 'order') {
    const at = pick(
      places(
        (word, index) =>
          bareWords(word).length === 1 &&
          bareWords(words[index + 1] ?? '').length === 1 &&
          word !== words[index + 1],
      ),
    )
    return at === undefined
      ? undefined
      : [...words.slice(0, at), words[at + 1], words[at], ...words.slice(at + 2)].join(' ')
  }
  const half = Math.ceil(words.length / 2)
  const rest = other.split(' ')
  if (bareWords(words.slice(0, half).join(' ')).length < 4 || rest.length < 12) return undefined
  const tail = rest.slice(Math.floor(rest.length / 2))
  return bareWords(tail.join(' ')).length < 4
    ? undefined
    : `${words.slice(0, half).join(' ')} ${tail.join(' ')}`
}
