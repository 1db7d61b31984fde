/** The passages of an index in the order they came: each has a place, and postings name it. */
import { grown } from '../../grown.ts'
import { type Bm25, dampings } from '../bm25.ts'
import { MOST_PASSAGES } from '../posting.ts'
import type { SavedPassages } from '../saved.ts'

/** By the number of a document: 1 where its passages may be found. A removed one has the number 0. */
export type Open = Uint8Array

/** How many passages there are, and the terms of all of them together. */
export interface Totals {
  readonly live: number
  readonly inText: number
  readonly inHeadings: number
}

export class Places {
  #count = 0
  #removed = 0
  #ids = new Float64Array(16)
  /** Terms of the text and of the headings. */
  #inText = new Uint32Array(16)
  #inHeadings = new Uint32Array(16)
  /** Number of the document; 0 once the passage is removed. */
  #documents = new Uint32Array(16)
  #totalInText = 0
  #totalInHeadings = 0
  readonly #taken = new Set<number>()
  readonly #documentIds: string[] = ['']
  readonly #places = new Map<string, { readonly number: number; first: number; last: number }>()

  /** Places given away, those of removed passages too. */
  get count(): number {
    return this.#count
  }

  get removed(): number {
    return this.#removed
  }

  get live(): number {
    return this.#count - this.#removed
  }

  id(place: number): number {
    return this.#ids[place] ?? 0
  }

  has(id: number): boolean {
    return this.#taken.has(id)
  }

  documentNumber(place: number): number {
    return this.#documents[place] ?? 0
  }

  documentId(place: number): string {
    return this.#documentIds[this.documentNumber(place)] ?? ''
  }

  isRemoved(place: number): boolean {
    return this.#documents[place] === 0
  }

  inText(place: number): number {
    return this.#inText[place] ?? 0
  }

  inHeadings(place: number): number {
    return this.#inHeadings[place] ?? 0
  }

  add(id: number, documentId: string, inText: number, inHeadings: number): number {
    const place = this.#count
    if (place >= MOST_PASSAGES) throw new RangeError(`no more than ${MOST_PASSAGES} passages`)
    if (place >= this.#ids.length) this.#grow()
    this.#count++
    this.#taken.add(id)
    this.#ids[place] = id
    this.#inText[place] = inText
    this.#inHeadings[place] = inHeadings
    this.#totalInText += inText
    this.#totalInHeadings += inHeadings
    const known = this.#places.get(documentId)
    if (known === undefined) {
      const number = this.#documentIds.push(documentId) - 1
      this.#places.set(documentId, { number, first: place, last: place })
      this.#documents[place] = number
    } else {
      known.last = place
      this.#documents[place] = known.number
    }
    return place
  }

  /** Whether the document was there. */
  remove(documentId: string): boolean {
    const known = this.#places.get(documentId)
    if (known === undefined) return false
    for (let place = known.first; place <= known.last; place++) {
      if (this.#documents[place] !== known.number) continue
      this.#documents[place] = 0
      this.#taken.delete(this.id(place))
      this.#totalInText -= this.inText(place)
      this.#totalInHeadings -= this.inHeadings(place)
      this.#removed++
    }
    this.#documentIds[known.number] = ''
    this.#places.delete(documentId)
    return true
  }

  /** What each passage's length adds below the line of BM25's fraction, for an average length. */
  dampings(bm25: Bm25, { live, inText, inHeadings }: Totals): Float64Array {
    const lengths = new Float64Array(this.#count)
    for (let place = 0; place < lengths.length; place++)
      lengths[place] = this.inText(place) + bm25.heading * this.inHeadings(place)
    return dampings(lengths, bm25, (inText + bm25.heading * inHeadings) / live)
  }

  /** Of the passages that are there, or of the open ones among them. */
  totals(open?: Open): Totals {
    if (open === undefined)
      return { live: this.live, inText: this.#totalInText, inHeadings: this.#totalInHeadings }
    const totals = { live: 0, inText: 0, inHeadings: 0 }
    for (let place = 0; place < this.#count; place++) {
      if (open[this.documentNumber(place)] !== 1) continue
      totals.live++
      totals.inText += this.inText(place)
      totals.inHeadings += this.inHeadings(place)
    }
    return totals
  }

  /** Opens the documents that pass. */
  opened(has: (documentId: string) => boolean): Open {
    const open = new Uint8Array(this.#documentIds.length)
    for (const [id, { number }] of this.#places) if (has(id)) open[number] = 1
    return open
  }

  /** Opens these documents, but for what is closed already. */
  openedOf(documentIds: ReadonlySet<string>, among: Open | undefined): Open {
    const open = new Uint8Array(this.#documentIds.length)
    for (const id of documentIds) {
      const number = this.#places.get(id)?.number
      if (number !== undefined) open[number] = among === undefined ? 1 : (among[number] ?? 0)
    }
    return open
  }

  /** Only without removed passages. */
  packed(): SavedPassages {
    return {
      ids: this.#ids.slice(0, this.#count),
      inText: this.#inText.slice(0, this.#count),
      inHeadings: this.#inHeadings.slice(0, this.#count),
      documents: this.#documents.slice(0, this.#count),
      documentIds: this.#documentIds,
    }
  }

  static of({ ids, inText, inHeadings, documents, documentIds }: SavedPassages): Places {
    const places = new Places()
    for (const [at, id] of ids.entries())
      places.add(id, documentIds[documents[at] ?? 0] ?? '', inText[at] ?? 0, inHeadings[at] ?? 0)
    return places
  }

  #grow(): void {
    const size = this.#ids.length * 2
    const ids = new Float64Array(size)
    ids.set(this.#ids)
    this.#ids = ids
    this.#inText = grown(this.#inText, size)
    this.#inHeadings = grown(this.#inHeadings, size)
    this.#documents = grown(this.#documents, size)
  }
}
