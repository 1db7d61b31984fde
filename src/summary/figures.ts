/** Figures of new documents beside what older ones say of the same thing: new, changed, contradicted. */
import type { Corpus } from '../../index/corpus.ts'
import { type Figure as Found, sliceOf } from '../../index/figures.ts'
import type { FigureFinder } from '../figures/finder.ts'
import type { Figure, FigureGroup, FigureLine, Summary } from '../reply.ts'

type Moved = Summary['figures'][number]

export interface MovedOptions {
  readonly corpus: Corpus
  readonly finder: FigureFinder
  /** Ids of what came in. */
  readonly fresh: ReadonlySet<string>
  /** Documents that may be compared with; copies of one another are folded by the finder. */
  readonly most: number
  readonly isQuoted: (figure: Figure) => boolean
  /** How well a figure's sentence fits the topic, 0 not at all. */
  readonly fits?: (figure: Found) => number
}

/** So many figures of one document are looked up; the first ones, which reports lead with. */
const MOST_OF_ONE = 12
/** So many are looked up in all. */
const MOST_LOOKED_UP = 60
const ORDER: Readonly<Record<Moved['kind'], number>> = { contradicted: 0, changed: 1, new: 2 }

/** What moved first, then what is new; at most two of one document. */
export async function movedFigures(options: MovedOptions): Promise<Moved[]> {
  const { corpus, fresh, most } = options
  const found: Moved[] = []
  const seen = new Set<string>()
  const asked = new Set<string>()
  for (const figure of requests(corpus, fresh, options.fits)) {
    const request = requestOf(figure)
    if (request === undefined || asked.has(request)) continue
    asked.add(request)
    if (asked.size > MOST_LOOKED_UP) break
    for (const moved of await lookUp(request, options)) {
      const key = `${moved.now.quote.citation.document}:${moved.now.quote.start}:${moved.now.wording}`
      if (seen.has(key) || options.isQuoted(moved.now)) continue
      seen.add(key)
      found.push(moved)
    }
  }
  const counts = new Map<string, number>()
  return found
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind])
    .filter(({ kind, now }) => {
      const { document } = now.quote.citation
      const count = (counts.get(document) ?? 0) + 1
      counts.set(document, count)
      return kind === 'new' ? count <= 1 : count <= 3
    })
    .slice(0, most)
}

/** Figures that say what they count and of what happening or place, the best first. */
function requests(
  corpus: Corpus,
  fresh: ReadonlySet<string>,
  fits: MovedOptions['fits'] = () => 1,
): Found[] {
  const perDocument = [...fresh].map((id) =>
    corpus
      .figuresOf(id)
      .filter(({ quantity }) => {
        const { unit, counted, amount } = quantity
        const kinds = ['count', 'currency', 'percent']
        return kinds.includes(unit.kind) && counted !== undefined && amount.kind !== 'vague'
      })
      .filter((figure) => fits(figure) > 0)
      .slice(0, MOST_OF_ONE),
  )
  // Round by round, so that no document uses up the look-ups.
  const longest = Math.max(0, ...perDocument.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => at).flatMap((at) =>
    perDocument.flatMap((own) => own[at] ?? []),
  )
}

function requestOf(figure: Found): string | undefined {
  const { counted, event, place } = figure.quantity
  if (counted === undefined) return undefined
  const words = [
    sliceOf(figure, counted.head),
    event === undefined ? '' : sliceOf(figure, event),
    place?.wording ?? '',
  ]
  // What would narrow the request is no part of what is counted.
  const plain = words
    .join(' ')
    .replace(/["“”:-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  return plain === '' || plain.length > 120 ? undefined : plain
}

async function lookUp(request: string, { finder, fresh }: MovedOptions): Promise<Moved[]> {
  const reply = await finder.find(request).catch(() => undefined)
  if (reply?.kind !== 'figures') return []
  return reply.groups.flatMap((group) =>
    group.related ? [] : group.lines.flatMap((line) => judge(line, group, fresh) ?? []),
  )
}

/** How a line of new documents stands to those of older ones; `undefined` when it says nothing new. */
function judge(
  line: FigureLine,
  { label, lines }: FigureGroup,
  fresh: ReadonlySet<string>,
): Moved | undefined {
  const isFresh = ({ quote }: Figure): boolean => fresh.has(quote.citation.document)
  const now = line.figures.find(isFresh)
  // An older document says the same already.
  if (now === undefined || !line.figures.every(isFresh)) return undefined
  for (const kind of ['update', 'contradiction'] as const)
    for (const link of line.labels) {
      const other = lines.find((one) => one.line === link.line)
      const before = other?.figures.find((figure) => !isFresh(figure))
      if (link.kind !== kind || before === undefined || link.wording === 'updated by') continue
      return { kind: kind === 'update' ? 'changed' : 'contradicted', label, now, before }
    }
  const older = lines.some((other) => other.figures.some((figure) => !isFresh(figure)))
  return older ? undefined : { kind: 'new', label, now }
}
