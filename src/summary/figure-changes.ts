/** Figures of new documents beside what older ones say of the same thing: new, changed, contradicted. */
import type { Corpus } from '../../index/corpus.ts'
import { type Figure as Found, sliceOf } from '../../index/quantities/figure-index.ts'
import type { FigureReader } from '../figures/reading.ts'
import type { FigureFinder } from '../figures/finder.ts'
import { isTold, wordsOf } from './choose.ts'
import { LANGUAGES } from '../../index/languages/packs.ts'
import { bearsOnPeople } from './importance.ts'
import type { Figure, FigureGroup, FigureLine, Summary } from '../reply.ts'

type Moved = Summary['figures'][number]

export interface MovedOptions {
  readonly corpus: Corpus
  readonly finder: FigureFinder
  /** Ids of what came in, the newest first. */
  readonly fresh: ReadonlySet<string>
  /** Documents that may be compared with; copies of one another are folded by the finder. */
  readonly most: number
  readonly isQuoted: (figure: Figure) => boolean
  /** Whether a figure is on the topic. */
  readonly fits?: (figure: Found) => boolean
}

/** So many figures of one document are looked up; the first ones, which reports lead with. */
const MOST_OF_ONE = 12
/** Where so few documents are new, each may give one more. */
const FEW = 3
/** Of so many documents figures are looked up, the newest. */
const MOST_FRESH = 300
/** So many are looked up in all, and so many figures put side by side for them. */
const MOST_LOOKED_UP = 60
const MOST_COMPARED = 3000
/** Ages and durations are seldom news. */
const KINDS: ReadonlySet<string> = new Set(['count', 'currency', 'percent'])
const ORDER: Readonly<Record<Moved['kind'], number>> = {
  changed: 0,
  contradicted: 1,
  new: 2,
  known: 3,
}

/** What moved first, then what is new; at most two of one document. */
export async function movedFigures(options: MovedOptions): Promise<Moved[]> {
  const { corpus, fresh, most } = options
  const found: Moved[] = []
  const seen = new Set<string>()
  const asked = new Set<string>()
  const reader = options.finder.reader()
  const read = [...fresh].slice(0, MOST_FRESH)
  await corpus.readFigures(read)
  for (const figure of requests(corpus, read, options.fits)) {
    const request = requestOf(figure)
    if (request === undefined || asked.has(request)) continue
    asked.add(request)
    if (asked.size > MOST_LOOKED_UP || reader.reads > MOST_COMPARED) break
    for (const moved of await lookUp(request, options, reader)) {
      const key = `${moved.now.quote.citation.document}:${moved.now.quote.start}:${moved.now.wording}`
      if (seen.has(key) || options.isQuoted(moved.now)) continue
      seen.add(key)
      found.push(moved)
    }
  }
  return take(
    found.sort((a, b) => ORDER[a.kind] - ORDER[b.kind]),
    most,
    fresh.size <= FEW ? 2 : 1,
  )
}

/** All there is on a topic: what is at odds first, each with the other's words. */
export async function knownFigures(
  topic: string,
  { finder, most }: Pick<MovedOptions, 'finder' | 'most'>,
): Promise<Moved[]> {
  const reply = await finder.find(topic).catch(() => undefined)
  if (reply?.kind !== 'figures' || reply.among === true) return []
  const found = reply.groups
    .filter(({ related }) => !related)
    .flatMap(({ label, lines }) =>
      lines.flatMap((line): Moved[] => {
        const [now] = line.figures
        if (
          now === undefined ||
          line.partOf !== undefined ||
          now.partOf !== undefined ||
          !KINDS.has(now.unit.kind)
        )
          return []
        const link = line.labels.find(
          ({ kind, line: to }) => kind === 'contradiction' && to > line.line,
        )
        const before = lines.find((other) => other.line === link?.line)?.figures[0]
        return [
          before === undefined
            ? { kind: 'known', label, now }
            : { kind: 'contradicted', label, now, before },
        ]
      }),
    )
  return take(
    found.sort((a, b) => ORDER[a.kind] - ORDER[b.kind]),
    most,
  )
}

/**
 * What may stand in a table by itself: a figure of something that a word names; unless it moved, of
 * what happened, too.
 */
function standsUp({ kind, now }: Moved): boolean {
  const { counted = '', event, amount } = now
  const named =
    /\p{L}{4}/u.test(counted) && !/^\P{L}*(?:ème|eme|e|er|th|st|nd|rd)\b/iu.test(counted)
  if (kind === 'changed' || kind === 'contradicted') return named || event !== undefined
  if (!named || event === undefined) return false
  const single = amount.kind === 'exact' && amount.value < 2
  const told = `${counted} ${event.wording ?? ''}`
  return !single && LANGUAGES.some((language) => bearsOnPeople(told, language))
}

/** The first ones, at most so many of one document, and no sentence twice. */
function take(found: readonly Moved[], most: number, mostNew = 1): Moved[] {
  const counts = new Map<string, number>()
  const taken: Moved[] = []
  const told: ReadonlySet<string>[] = []
  for (const moved of found) {
    if (taken.length >= most) break
    if (!standsUp(moved)) continue
    const { document } = moved.now.quote.citation
    const count = counts.get(document) ?? 0
    const words = wordsOf(moved.now.quote.text)
    if (count >= (moved.kind === 'new' ? mostNew : 3) || isTold(words, told)) continue
    counts.set(document, count + 1)
    told.push(words)
    if (moved.before !== undefined) told.push(wordsOf(moved.before.quote.text))
    taken.push(moved)
  }
  return taken
}

/** Figures that say what they count and of what happening or place, the best first. */
function requests(
  corpus: Corpus,
  documents: readonly string[],
  fits: MovedOptions['fits'] = () => true,
): Found[] {
  const perDocument = documents.map((id) =>
    corpus
      .figuresOf(id)
      .filter(({ quantity }) => {
        const { unit, counted, amount } = quantity
        return KINDS.has(unit.kind) && counted !== undefined && amount.kind !== 'vague'
      })
      .filter(fits)
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

async function lookUp(
  request: string,
  { finder, fresh }: MovedOptions,
  reader: FigureReader,
): Promise<Moved[]> {
  const reply = await finder.find(request, { reader }).catch(() => undefined)
  if (reply?.kind !== 'figures' || reply.among === true) return []
  return reply.groups.flatMap((group) =>
    group.related ? [] : group.lines.flatMap((line) => judge(line, group, fresh) ?? []),
  )
}

/**
 * How a line of new documents stands to those of older ones; `undefined` when it says nothing new.
 * @param beside a line beside older ones that it neither updates nor contradicts is new, too
 */
export function judge(
  line: FigureLine,
  { label, lines }: FigureGroup,
  fresh: ReadonlySet<string>,
  beside = false,
): Moved | undefined {
  const isFresh = ({ quote }: Figure): boolean => fresh.has(quote.citation.document)
  const now = line.figures.find(isFresh)
  // An older document says the same already.
  if (now === undefined || !line.figures.every(isFresh)) return undefined
  // “12 deaths, of whom 2 adults” is about the 12.
  if (line.partOf !== undefined || now.partOf !== undefined) return undefined
  for (const kind of ['update', 'contradiction'] as const)
    for (const link of line.labels) {
      const other = lines.find((one) => one.line === link.line)
      const before = other?.figures.find((figure) => !isFresh(figure))
      if (link.kind !== kind || before === undefined || link.wording === 'updated by') continue
      return { kind: kind === 'update' ? 'changed' : 'contradicted', label, now, before }
    }
  const older = lines.some((other) => other.figures.some((figure) => !isFresh(figure)))
  return older && !beside ? undefined : { kind: 'new', label, now }
}
