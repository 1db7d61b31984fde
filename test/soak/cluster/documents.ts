/** Documents of three sets with questions about each: of question files, or made up. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../../../index/document.ts'
import { generate } from '../../bench/generate.ts'
import { documentsOf, readQuestionSet } from '../../eval/questions.ts'
import { pick, randomOf } from '../../support/random.ts'

/** What is written beside: nobody who asks sees it. */
const LATER = 'later'
/** Passages of a set where they are made up. */
const MADE_UP = 2000
/** Questions of a view, which is one set, two of them, or all. */
const QUESTIONS = [267, 267, 266]

interface View {
  readonly sets: readonly string[]
  readonly questions: readonly string[]
}

export interface World {
  readonly documents: readonly Document[]
  readonly views: readonly View[]
  readonly setsOf: (documentId: string) => readonly string[]
}

interface Part {
  readonly documents: readonly Document[]
  readonly questions: readonly string[]
}

/** @param folder with question files; made up where there is none */
export function worldOf(folder?: string): World {
  const parts = folder === undefined ? madeUp() : partsOf(folder)
  const named = parts.map(({ documents, questions }, at) => ({
    set: `set-${at % QUESTIONS.length}`,
    documents: documents.map((one) => ({ ...one, id: `part-${at}/${one.id}` })),
    questions,
  }))
  const sets = new Map(
    named.flatMap(({ set, documents }) => documents.map(({ id }) => [id, [set]] as const)),
  )
  const random = randomOf(7)
  const views = QUESTIONS.map((count, at) => {
    const own = Array.from({ length: at + 1 }, (_, number) => `set-${number}`)
    const about = named.filter(({ set }) => own.includes(set))
    const ask = (): string => pick(pick(about, random).questions, random)
    return { sets: own, questions: Array.from({ length: count }, ask) }
  })
  return {
    documents: named.flatMap(({ documents }) => documents),
    views,
    setsOf: (id) => sets.get(id) ?? [LATER],
  }
}

const partsOf = (folder: string): Part[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const set = readQuestionSet(join(folder, name))
      return {
        documents: documentsOf(set),
        questions: set.questions.map(({ question }) => question),
      }
    })

const madeUp = (): Part[] => QUESTIONS.map((count, at) => generate(MADE_UP, count, at + 1))
