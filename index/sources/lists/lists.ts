/** Reads lists of addresses in a child process, as documents are read. */
import { Parser } from '../../parsing/parser.ts'
import type { Input } from '../../readers/reading.ts'
import { sibling } from '../../sibling.ts'
import { Link, LIST_KINDS, type List } from './link.ts'

const MEMORY_MEGABYTES = 400

export class Lists {
  readonly #parser = new Parser({
    processes: 1,
    memoryMegabytes: MEMORY_MEGABYTES,
    program: sibling('./child', import.meta.url),
  })

  /** @returns a reason, with what to do, when it is no list; rejects only when aborted or closed */
  async read(input: Input, signal?: AbortSignal): Promise<List | { readonly reason: string }> {
    const read = await this.#parser.parse(input, signal)
    if (read.documents === undefined) return { reason: read.reason }
    const [first, ...rest] = read.notes
    const kind = LIST_KINDS.find((one) => one === first)
    // A child that was taken over could send anything.
    const links = rest.flatMap((note) => Link.safeParse(jsonOf(note)).data ?? [])
    return kind === undefined ? { reason: 'could not be read; try again' } : { kind, links }
  }

  close(): Promise<void> {
    return this.#parser.close()
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
