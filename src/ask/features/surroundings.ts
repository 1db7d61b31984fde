/** What stands outside a passage: the passages beside it and the others found of its document. */
import type { Match } from '../match.ts'
import type { Unit } from '../question.ts'
import { adds, covered, namesCovered, unite } from './coverage.ts'
import { AT, type Row } from './names.ts'
import type { Matched } from './passage.ts'

export class Surroundings {
  readonly #byId = new Map<number, Matched>()
  readonly #documents = new Map<string, { weights: Float64Array; passages: number }>()

  constructor(units: number, matched: readonly Matched[]) {
    for (const one of matched) {
      const { id } = one.passage.document
      this.#byId.set(one.passage.id, one)
      const document = this.#documents.get(id) ?? { weights: new Float64Array(units), passages: 0 }
      unite(document.weights, one.weights)
      if (one.score > 0) document.passages++
      this.#documents.set(id, document)
    }
  }

  document(of: Matched): Float64Array {
    return this.#documents.get(of.passage.document.id)?.weights ?? of.weights
  }

  describe(row: Row, of: Matched, units: readonly Unit[], total: number, own: Match): void {
    const passages = this.#documents.get(of.passage.document.id)?.passages ?? 1
    const inDocument = this.document(of)
    row[AT['document-adds']] = adds(units, own.weights, inDocument) / total
    row[AT['document-coverage']] = covered(units, inDocument) / total
    row[AT['document-names']] = namesCovered(units, inDocument)
    row[AT['document-passages']] = Math.min(1, passages / 10)
    row[AT['document-share']] = of.documentShare
    let beside = 0
    for (const id of [of.passage.id - 1, of.passage.id + 1]) {
      const other = this.#byId.get(id)
      if (other?.passage.document === of.passage.document)
        beside = Math.max(beside, adds(units, of.weights, other.weights) / total)
    }
    row[AT['neighbours-add']] = beside
  }
}
