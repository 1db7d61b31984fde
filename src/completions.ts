/** Completions of what somebody types: titles, sets, places and things counted, of what they may see. */
import { fold } from '../index/analyzer.ts'
import type { Corpus } from '../index/corpus.ts'
import { compareIssues } from '../index/issue.ts'

/** As many as platforms show. */
const MOST = 25
/** Figures of so many documents are looked through; the newest first. */
const DOCUMENTS = 300

interface Known {
  readonly version: number
  readonly values: readonly string[]
}

export class Completions {
  readonly #known = new WeakMap<Corpus, Map<string, Known>>()

  /** What begins with what is typed, then what holds it; the commonest first. */
  of(corpus: Corpus, what: 'documents' | 'places' | 'counted', typed: string): string[] {
    return matching(this.#values(corpus, what), typed)
  }

  #values(corpus: Corpus, what: 'documents' | 'places' | 'counted'): readonly string[] {
    const kept = this.#known.get(corpus) ?? new Map<string, Known>()
    this.#known.set(corpus, kept)
    const known = kept.get(what)
    if (known?.version === corpus.version) return known.values
    const values =
      what === 'documents'
        ? [...corpus.documents.values()].map(({ title }) => title.value)
        : figureWords(corpus, what)
    kept.set(what, { version: corpus.version, values })
    return values
  }
}

export function matching(values: readonly string[], typed: string): string[] {
  const wanted = fold(typed.trim())
  const starts = values.filter((value) => fold(value).startsWith(wanted))
  const holds = values.filter(
    (value) => !fold(value).startsWith(wanted) && fold(value).includes(wanted),
  )
  return [...new Set([...starts, ...holds])].slice(0, MOST)
}

function figureWords(corpus: Corpus, what: 'places' | 'counted'): string[] {
  const counts = new Map<string, number>()
  const documents = [...corpus.documents.values()]
    .sort((a, b) => compareIssues(b, a))
    .slice(0, DOCUMENTS)
  for (const { id } of documents)
    for (const { document, paragraph, quantity } of corpus.figuresOf(id)) {
      const span = what === 'counted' ? quantity.counted?.head : undefined
      const words =
        what === 'places'
          ? quantity.place?.wording
          : span && document.clean.slice(paragraph.start + span.start, paragraph.start + span.end)
      if (words !== undefined && words.length <= 60) counts.set(words, (counts.get(words) ?? 0) + 1)
    }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([words]) => words)
}
