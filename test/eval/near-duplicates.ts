/**
 * Near-duplicates: of every `*.train` in a folder (an article a line: id, text) the pairs of copies that
 * are found, beside the true pairs of the `*.truth` of the same name.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../../index/document.ts'
import { Content } from '../../index/near-duplicates/content.ts'
import { NearDuplicates } from '../../index/near-duplicates/near-duplicates.ts'
import { readWords } from '../../index/near-duplicates/words.ts'
import { documentOf } from '../../index/readers/read.ts'
import { VerbatimError } from '../../src/errors.ts'
import { round } from './figures.ts'

export function evalNearDuplicates(folder: string): object {
  const sets = readdirSync(folder)
    .filter((name) => name.endsWith('.train'))
    .sort()
  if (sets.length === 0)
    throw new VerbatimError('usage', `${folder} has no *.train; give the folder of the articles`)
  return { kind: 'near-duplicates', sets: sets.map((name) => measure(folder, name)) }
}

function measure(folder: string, name: string): object {
  const documents = linesOf(join(folder, name)).flatMap((line) => {
    const [id, text] = split(line)
    return documentOf(id, text, id).document ?? []
  })
  const pairs = join(folder, name.replace(/\.train$/u, '.truth'))
  if (!existsSync(pairs))
    throw new VerbatimError('usage', `${pairs} is not there; put the true pairs beside ${name}`)
  const truth = new Set(linesOf(pairs).map((line) => pairOf(split(line))))
  const started = performance.now()
  const index = new NearDuplicates()
  for (const document of documents) index.add(document)
  const added = performance.now()
  const found = new Set(
    documents.flatMap(({ id }) => index.copiesOf(id).map((other) => pairOf([id, other]))),
  )
  const done = performance.now()
  const right = [...found].filter((pair) => truth.has(pair)).length
  const characters = documents.reduce((sum, { clean }) => sum + clean.length, 0)
  return {
    name,
    articles: documents.length,
    seconds: round((done - started) / 1000),
    'MB/s added': round(characters / 1000 / (added - started)),
    pairs: found.size,
    precision: round(found.size === 0 ? 1 : right / found.size),
    recall: round(truth.size === 0 ? 1 : right / truth.size),
    missed: [...truth].filter((pair) => !found.has(pair)),
    false: [...found].filter((pair) => !truth.has(pair)),
    ...margins(documents, truth),
  }
}

/** Jaccard similarity of the least alike true pair and of the most alike other pair. */
function margins(documents: readonly Document[], truth: ReadonlySet<string>): object {
  const contents = documents.map((document) => ({
    id: document.id,
    content: new Content(readWords(document)),
  }))
  const having = new Map<number, number[]>()
  for (const [at, { content }] of contents.entries())
    for (const shingle of content.set) {
      const known = having.get(shingle)
      if (known === undefined) having.set(shingle, [at])
      else known.push(at)
    }
  let [pair, other] = [1, 0]
  for (const [at, one] of contents.entries()) {
    const shared = new Map<number, number>()
    for (const shingle of one.content.set)
      for (const beside of having.get(shingle) ?? [])
        if (beside > at) shared.set(beside, (shared.get(beside) ?? 0) + 1)
    for (const [beside, both] of shared) {
      const two = contents[beside]
      if (two === undefined) continue
      const similarity = both / (one.content.set.size + two.content.set.size - both)
      if (truth.has(pairOf([one.id, two.id]))) pair = Math.min(pair, similarity)
      else other = Math.max(other, similarity)
    }
  }
  return { 'least alike pair': round(pair), 'most alike others': round(other) }
}

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')

/** The first word and the rest. */
function split(line: string): [string, string] {
  const at = line.search(/\s/u)
  return [line.slice(0, at), line.slice(at).trim()]
}

const pairOf = ([one, other]: readonly [string, string]): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`
