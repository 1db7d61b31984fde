/** Takes out of everything that is kept what is about a person, a channel, a document or a time. */
import type { Library } from '../index/library/library.ts'
import type { Store } from './store/store.ts'

export interface Forgotten {
  /** What was taken out, by what it was, for example `unanswered questions`. */
  readonly counts: ReadonlyMap<string, number>
  /** What a person should do besides. */
  readonly advice: readonly string[]
}

/**
 * @param what a user or a channel, with its platform (`slack:U123`) or without; or a document as
 * `sources` lists it, its path or its address
 */
export async function forget(what: string, library: Library, store: Store): Promise<Forgotten> {
  const advice: string[] = []
  const counts = await store.forgetAbout(what)
  const documents = await library.forget(what)
  if (documents.documents > 0) counts.set('documents', documents.documents)
  if (documents.source !== undefined)
    advice.push(
      `It is still in ${documents.source} and read again from there: delete it there, too, or take the source out with remove.`,
    )
  await store.scrub()
  return { counts, advice }
}

export async function forgetBefore(date: Date, library: Library, store: Store): Promise<Forgotten> {
  const counts = await store.forgetOlder(date)
  const versions = await library.forgetPrevious(date)
  if (versions > 0) counts.set('older versions of documents', versions)
  await store.scrub()
  return { counts, advice: [] }
}
