/** Figures that copies of a document give once more: one figure, which cites them all. */
import { analyze } from '../../index/analyzer.ts'
import { Slices } from '../../index/slices.ts'
import { type Figure, sentenceOf, sliceOf } from '../../index/quantities/figure-index.ts'
import type { AreCopies } from '../ask/copies.ts'
import { compareWordings, wordingOf } from '../ask/wording.ts'
import { countedOf, happeningOf, type Member, unitKey, valueKey } from './member.ts'
import { sameTerms } from './same.ts'

/** Of equal figures, those of so many documents are compared with the next. */
const LEADS = 8

/** The members in their order, less those that a newer copy gives; those go with it. */
export async function foldCopies(
  members: readonly Member[],
  areCopies: AreCopies,
): Promise<Member[]> {
  const slices = new Slices()
  const again = new Map<Member, Figure[]>()
  for (const equal of Map.groupBy(members, (one) => `${unitKey(one)} ${valueKey(one)}`).values()) {
    const leads: Member[] = []
    for (const member of equal.toSorted(byDate)) {
      if (slices.over) await slices.rest()
      const copies = leads
        .slice(-LEADS)
        .filter((other) => isCopy(other.figure, member.figure, areCopies))
      const newer =
        copies.find((other) => sameSentence(other, member)) ??
        copies.find((other) => sameClaim(other, member))
      if (newer !== undefined) {
        citeOnce(again.get(newer) ?? [], member.figure)
        continue
      }
      leads.push(member)
      again.set(member, [])
    }
  }
  return members.flatMap((member) => {
    const figures = again.get(member)
    if (figures === undefined) return []
    return [figures.length === 0 ? member : { ...member, again: figures }]
  })
}

const isCopy = (
  { document: one }: Figure,
  { document: other }: Figure,
  areCopies: AreCopies,
): boolean => one !== other && areCopies(one.id, other.id)

/** The newest first. */
const byDate = (a: Member, b: Member): number =>
  a.published < b.published ? 1 : a.published > b.published ? -1 : 0

function sameSentence({ figure: one }: Member, { figure: other }: Member): boolean {
  const [a, b] = [one, other].map((figure) =>
    wordingOf(analyze(sliceOf(figure, sentenceOf(figure)), figure.document.language)),
  )
  return a !== undefined && b !== undefined && compareWordings(a, b) === 'same'
}

/** The same is counted, and the same is named as the one who counts. */
function sameClaim(one: Member, other: Member): boolean {
  const [a, b] = [countedOf(one), countedOf(other)]
  return (
    a.head === b.head &&
    happeningOf(one) === happeningOf(other) &&
    sameTerms(a.narrowing, b.narrowing) &&
    sameTerms(one.reading.speakers, other.reading.speakers)
  )
}

function citeOnce(figures: Figure[], figure: Figure): void {
  if (!figures.some(({ document }) => document === figure.document)) figures.push(figure)
}
