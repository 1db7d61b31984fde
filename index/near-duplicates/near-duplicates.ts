/**
 * Documents that are one text: the same story on two sites, an edition with a new date. Adding samples
 * a document's shingles and no more; who asks for copies has the few whose samples meet compared in
 * full. Whether two documents are copies depends on these two alone, whatever else is there.
 */
import type { Document } from '../document.ts'
import type { Slices } from '../slices.ts'
import type { ColumnReader, ColumnWriter } from '../snapshot/columns.ts'
import { areCopies } from './compare.ts'
import { Content, shinglesOf } from './content.ts'
import { SIZE, Sketches, sketchOf } from './sketches.ts'
import { readWords } from './words.ts'

interface Entry {
  readonly document: Document
  /** Number of its sketch. */
  readonly sketch: number
  /** At which state of the index no other document was found to be like it. */
  alone?: number
}

/** Copies have twice as much in common; a sample may fall short of it. */
const LEAST_OVERLAP = 0.2
/** It stays so when the other one goes: that costs a comparison, and no more. */
const NOT_ALONE = -1
/** Contents of so many words together are kept for the next comparison. */
const REMEMBERED = 2_000_000

export class NearDuplicates {
  readonly #entries = new Map<string, Entry>()
  /** Sketch → id of its document; the ids of removed documents are gone. */
  #ids = new Map<number, string>()
  #sketches = new Sketches()
  /** Another number after every addition. */
  #state = 0
  /** Another number after every addition and removal. */
  #generation = 0
  readonly #copies = new Map<string, readonly string[]>()
  readonly #verdicts = new WeakMap<Document, WeakMap<Document, boolean>>()
  readonly #contents = new Map<Document, Content>()
  #remembered = 0

  /** A document with an id that is already there takes the old one's place. */
  add(document: Document, sample: Uint32Array = sampleOf(document)): void {
    this.remove(document.id)
    this.#enter(document, sample)
  }

  remove(documentId: string): void {
    const entry = this.#entries.get(documentId)
    if (entry === undefined) return
    this.#copies.clear()
    this.#generation++
    this.#entries.delete(documentId)
    this.#ids.delete(entry.sketch)
    this.#forget(entry.document)
    if (this.#sketches.count > 2 * this.#entries.size + SIZE) this.#compact()
  }

  /** The documents that are copies of this one, itself not among them, sorted. */
  copiesOf(documentId: string): readonly string[] {
    const known = this.#copies.get(documentId)
    if (known !== undefined) return known
    const entry = this.#entries.get(documentId)
    if (entry === undefined) return []
    const found: string[] = []
    for (const sketch of this.#sketches.sharing(entry.sketch)) {
      const other = this.#entries.get(this.#ids.get(sketch) ?? '')
      if (other !== undefined && this.#compare(entry, other)) found.push(other.document.id)
    }
    found.sort()
    this.#copies.set(documentId, found)
    return found
  }

  /** Makes `copiesOf` quick for a document, in slices: a story may have hundreds of copies. */
  async compareAll(documentId: string, slices: Slices): Promise<void> {
    const entry = this.#entries.get(documentId)
    if (entry === undefined || this.#copies.has(documentId)) return
    const known = this.#generation
    const found: string[] = []
    for (const sketch of this.#sketches.sharing(entry.sketch)) {
      const other = this.#entries.get(this.#ids.get(sketch) ?? '')
      if (other !== undefined && this.#compare(entry, other)) found.push(other.document.id)
      if (slices.over) await slices.rest()
      // Documents came or went meanwhile: whoever asks now begins anew.
      if (this.#generation !== known) return
    }
    this.#copies.set(documentId, found.sort())
  }

  /** Whether the two documents are copies of one another; the same as asking for all copies of one. */
  areCopies(oneId: string, otherId: string): boolean {
    const [one, other] = [this.#entries.get(oneId), this.#entries.get(otherId)]
    if (one === undefined || other === undefined || one === other) return false
    return !this.#isAlone(one) && !this.#isAlone(other) && this.#compare(one, other)
  }

  /**
   * Whether any document is so much like this one that it is worth asking for copies.
   * @param among no other documents count
   */
  mayHaveCopies(documentId: string, among?: { has(documentId: string): boolean }): boolean {
    const entry = this.#entries.get(documentId)
    if (entry === undefined || this.#isAlone(entry)) return false
    return among === undefined || this.#hasLike(entry, (id) => among.has(id))
  }

  save(to: ColumnWriter): void {
    const entries = [...this.#entries.values()]
    const sketches = entries.map(({ sketch }) => this.#sketches.of(sketch))
    const all = new Uint32Array(sketches.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const sketch of sketches) {
      all.set(sketch, at)
      at += sketch.length
    }
    to.list(entries.map(({ document }) => document.id))
    to.numbers(sketches.map(({ length }) => length))
    to.numbers(all)
  }

  /** @param documents those that were there when it was saved */
  restore(from: ColumnReader, documents: ReadonlyMap<string, Document>): void {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `save`; the snapshot's checksum and version vouch for it
    const ids = from.list() as readonly string[]
    const lengths = from.numbers()
    const all = from.numbers()
    let start = 0
    for (const [at, id] of ids.entries()) {
      const end = start + (lengths[at] ?? 0)
      const document = documents.get(id)
      if (document !== undefined) this.#enter(document, all.subarray(start, end))
      start = end
    }
  }

  #enter(document: Document, hashes: Uint32Array): void {
    this.#copies.clear()
    this.#generation++
    this.#state++
    const sketch = this.#sketches.add(hashes)
    this.#ids.set(sketch, document.id)
    this.#entries.set(document.id, { document, sketch })
  }

  #isAlone(entry: Entry): boolean {
    if (entry.alone === this.#state) return true
    if (entry.alone === NOT_ALONE) return false
    const like = this.#hasLike(entry)
    entry.alone = like ? NOT_ALONE : this.#state
    return !like
  }

  #hasLike({ sketch }: Entry, counts: (documentId: string) => boolean = () => true): boolean {
    for (const other of this.#sketches.sharing(sketch)) {
      const id = this.#ids.get(other)
      if (id !== undefined && counts(id) && this.#areLike(sketch, other)) return true
    }
    return false
  }

  #areLike(one: number, other: number): boolean {
    return this.#sketches.overlap(one, other) >= LEAST_OVERLAP
  }

  #compare({ document: one, sketch }: Entry, { document: other, sketch: beside }: Entry): boolean {
    // Most have nothing in common: that is told sooner than looked up.
    if (!this.#areLike(sketch, beside)) return false
    const known = this.#verdicts.get(one)?.get(other)
    if (known !== undefined) return known
    const verdict = areCopies(this.#contentOf(one), this.#contentOf(other))
    this.#note(one, other, verdict)
    this.#note(other, one, verdict)
    return verdict
  }

  #note(one: Document, other: Document, verdict: boolean): void {
    const verdicts = this.#verdicts.get(one)
    if (verdicts === undefined) this.#verdicts.set(one, new WeakMap([[other, verdict]]))
    else verdicts.set(other, verdict)
  }

  #contentOf(document: Document): Content {
    const known = this.#contents.get(document)
    if (known !== undefined) return known
    const content = new Content(readWords(document))
    this.#remembered += content.words.hashes.length
    if (this.#remembered > REMEMBERED) {
      this.#contents.clear()
      this.#remembered = content.words.hashes.length
    }
    this.#contents.set(document, content)
    return content
  }

  #forget(document: Document): void {
    this.#remembered -= this.#contents.get(document)?.words.hashes.length ?? 0
    this.#contents.delete(document)
  }

  /** Without the sketches of what was removed. */
  #compact(): void {
    const kept = [...this.#entries.values()].map(({ document, sketch }) => ({
      document,
      hashes: this.#sketches.of(sketch),
    }))
    this.#sketches = new Sketches()
    this.#ids = new Map()
    this.#entries.clear()
    for (const { document, hashes } of kept) this.#enter(document, hashes)
  }
}

/** What is kept of a document to find its copies by. */
export const sampleOf = (document: Document): Uint32Array =>
  sketchOf(shinglesOf(readWords(document)))
