/**
 * Tells whether the cluster has what this process knows to be there. Until all is written it finds less:
 * then nothing may be said of what the documents do not say.
 */
import type { Part } from '../engines/passage-index.ts'
import { VerbatimError } from '../errors.ts'

/** More than this part of the passages is no document that has just gone. */
const MUCH = 0.1
/** Milliseconds that fewer may be there: until this process has taken over what another has removed. */
const FOR_A_WHILE = 60_000

const ALL = {}

export class Lacking {
  /** Since when passages of a part are lacking. */
  readonly #since = new WeakMap<object, number>()

  /**
   * @param own how many passages this process has of the part
   * @param there how many the cluster has
   * @throws VerbatimError 'storage' when it lacks some
   */
  check(among: Part | undefined, own: number, there: number): void {
    const part = among ?? ALL
    if (there >= own) {
      this.#since.delete(part)
      return
    }
    const since = this.#since.get(part) ?? performance.now()
    this.#since.set(part, since)
    if (own - there <= own * MUCH && performance.now() - since <= FOR_A_WHILE) return
    throw new VerbatimError(
      'storage',
      `Not all documents are in the search cluster yet: ${there} of ${own} passages. Ask again in a moment; if this stays, see that the process runs that reads the documents (serve --role index)`,
    )
  }
}
