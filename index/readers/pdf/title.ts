/** What a PDF says about itself: its title where that is one, and the largest words of its first page. */
import { isOrganisation, squeezed } from '../../metadata/organisations.ts'
import { isTitle } from '../../metadata/title.ts'
import type { FrontMatter } from '../../front-matter.ts'
import type { Body } from './headings.ts'
import type { Extent } from './visible.ts'
import type { Draft } from './paragraphs.ts'

export interface Properties {
  readonly title: string | undefined
  readonly author: string | undefined
  readonly publisher: string | undefined
}

/** Left by programs that made the file. */
const NO_TITLE: readonly RegExp[] = [
  /\.(?:docx?|pdf|pages|indd|qxp|xlsx?|pptx?|odt|rtf|ai|tex|dvi|html?|qxd|fm|pub|eps|ps)\b/iu,
  /^(?:microsoft (?:word|powerpoint|excel|office)|powerpoint presentation|presentation|pr[ée]sentation|diapositive|slide|document|doc|untitled|sans titre|layout|print|blank|template|title|titre|new|draft|final|template|book|scan|report|full page|cover)\b[\s\d()._-]*(?:- .*)?$/iu,
  /[\\/]|_.*_|^[^\s_]*_\S*$|^[\d\s._-]+$|^https?:|\{|\}|<|>/u,
]

/** Its title, where that is no trace of a program. */
export function propertyOf({ title }: Properties): { readonly property?: string } {
  const words = oneLine(title)
  return isStatedTitle(words) ? { property: words } : {}
}

/** What the file states. An author counts where the first page names them: most are who typed it. */
export function statedOf({ author, publisher }: Properties, firstPage: string): FrontMatter {
  const byline = oneLine(author)
  const named =
    byline.length >= 5 && /\s/u.test(byline) && squeezed(firstPage).includes(squeezed(byline))
  const house = oneLine(publisher)
  return {
    ...(named && byline.length <= 200 && { byline }),
    ...(house.length >= 2 && house.length <= 200 && /\p{L}/u.test(house) && { publisher: house }),
  }
}

const isStatedTitle = (words: string): boolean =>
  words.length >= 8 &&
  words.length <= 250 &&
  // One word is what a program or its user calls a file.
  /\s/u.test(words) &&
  (words.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2 &&
  !NO_TITLE.some((pattern) => pattern.test(words))

const oneLine = (text: string | undefined): string => (text ?? '').replace(/\s+/gu, ' ').trim()

/** Words that head a part of any report, and what kind of report it is: no name of this one. */
const PART =
  /^(?:(?:key |main )?(?:highlights?|messages?|figures?|facts?|points?|developments?|findings?)|(?:situation|humanitarian) overview|fast facts|background|overview|contents?|summary|abstract|introduction|faits saillants|points saillants|chiffres cl[ée]s|contexte|r[ée]sum[ée]|sommaire)\b.{0,12}$/iu
const KIND =
  /^(?:(?:humanitarian |emergency |external |internal )?(?:situation|flash|field|news|weekly|monthly)?\s*(?:report|update|brief(?:ing)?|sitrep|bulletin|fact ?sheet|newsletter|snapshot)s?|rapport de situation|note d[’']information|communiqu[ée])\b.{0,10}$/iu

/** Lines this far down the first page may be its title. */
const UPPER = 0.6
const LONGEST = 200

/** Titles a reader would give the document from its first page, the best first. */
export function titlesOf(
  drafts: readonly Draft[],
  body: Body,
  extent: Extent | undefined,
): string[] {
  const limit = (extent?.height ?? Number.POSITIVE_INFINITY) * UPPER
  const first = drafts.filter(({ page, closed, kind }) => page === 0 && !closed && kind !== 'note')
  const prose = first.find(({ kind, lines }) => kind === 'text' && lines.length >= 3)
  // A title stands above the text; where none does, it may stand beside it.
  const start = Math.min(limit, prose?.lines[0]?.top ?? limit)
  const above = first.filter(({ lines }) => lines.length <= 5 && (lines[0]?.top ?? limit) < start)
  const isCandidate = (draft: Draft): boolean =>
    isNameable(draft, body) && !isOrganisation(wholeOf(draft)) && isTitle(textOf(draft))
  const upper = above.some(isCandidate) ? above : first
  const candidates = upper.filter(isCandidate)
  const [largest] = [...candidates].sort((a, b) => sizeOf(b) - sizeOf(a))
  if (largest === undefined) return []
  const own = textOf(largest)
  if (own.split(/\s+/u).length > 3 && !KIND.test(own)) {
    const under = subtitle(largest, upper, body)
    return [under === undefined ? own : `${own} – ${under}`, own]
  }
  const at = candidates.indexOf(largest)
  const second = [candidates[at + 1], candidates[at - 1]].find(
    (draft) => (draft?.lines[0]?.top ?? limit) < limit / 2,
  )
  if (second === undefined) return [own]
  const other = textOf(second)
  if (candidates.indexOf(second) > at) return [joined(own, other), own]
  // What names its own kind and number needs no other kind below it.
  return [KIND.test(own) && KIND_WITHIN.test(other) ? other : joined(other, own), own]
}

/** Words large or bold enough for a title, and not those of a section. */
const isNameable = (draft: Draft, body: Body): boolean =>
  !ADDRESS.test(textOf(draft)) &&
  (sizeOf(draft) >= body.size * 1.13 ||
    (draft.kind === 'heading' && draft.lines.every(({ bold }) => bold))) &&
  /\p{L}{3}/u.test(textOf(draft)) &&
  textOf(draft).length <= LONGEST &&
  !PART.test(textOf(draft)) &&
  !DATE.test(textOf(draft))

const ADDRESS = /https?:|www\.|\S@\S/iu

const joined = (first: string, second: string): string =>
  `${first} – ${second}`.length <= LONGEST ? `${first} – ${second}` : first

/** What stands right under the title and says which issue it is: "Flash Update No. 3". */
function subtitle(title: Draft, drafts: readonly Draft[], body: Body): string | undefined {
  const next = drafts[drafts.indexOf(title) + 1]
  const last = title.lines.at(-1)
  const first = next?.lines[0]
  if (next === undefined || last === undefined || first === undefined) return undefined
  const close = first.top - last.bottom < last.size && next.panel === title.panel
  const text = textOf(next)
  const large = sizeOf(next) >= body.size * 1.05
  return close && large && KIND_WITHIN.test(text) && textOf(title).length + text.length < LONGEST
    ? text
    : undefined
}

const KIND_WITHIN =
  /\b(?:report|update|sitrep|bulletin|fact ?sheet|brief|rapport|no\.?|n[°º0])\b.*\d/iu

const DATE = /^(?:\p{L}+,?\s)?\d{0,2}\.?\s?\p{L}*\.?\s?\d{0,2},?\s?\d{4}$/u

/** Without lines that are a date and nothing else, or whose letterhead stands above. */
const textOf = ({ lines }: Draft): string =>
  lines
    .map(({ text }) => text)
    .filter((text) => (!DATE.test(text) && !isOrganisation(text)) || lines.length === 1)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim()

const wholeOf = ({ lines }: Draft): string => lines.map(({ text }) => text).join(' ')

const sizeOf = ({ lines }: Draft): number => Math.max(0, ...lines.map(({ size }) => size))
