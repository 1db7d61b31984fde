/** Figures → groups of what belongs together, each in lines of one value, labelled where they differ. */
import { Slices } from '../../index/slices.ts'
import type { Group, Line } from './line.ts'
import { isOverPlaces } from './level.ts'
import type { AreCopies } from '../ask/copies.ts'
import { countedOf, type Member, valueKey } from './member.ts'
import { relate } from './relate.ts'
import { areApart, belongTogether, sameThing, saysTheSame } from './same.ts'
import { findSums } from './sums.ts'

export interface GroupOptions {
  /** The figures that a figure is broken down into. */
  readonly partsOf: (member: Member) => readonly Member[]
  /** Figures that were not asked for; one may be a part of a total that was. */
  readonly others: readonly Member[]
  readonly areCopies: AreCopies
}

export async function groupMembers(
  members: readonly Member[],
  options: GroupOptions,
): Promise<Group[]> {
  const slices = new Slices()
  const groups: Member[][] = []
  for (const member of members.toSorted((a, b) => b.match.score - a.match.score)) {
    if (slices.over) await slices.rest()
    const fitting = groups.find(
      (group) => group[0]?.match.related === member.match.related && accepts(group, member),
    )
    if (fitting === undefined) groups.push([member])
    else fitting.push(member)
  }
  const made: Group[] = []
  for (const group of groups)
    made.push({
      related: group[0]?.match.related === true,
      score: Math.max(...group.map(({ match }) => match.score)),
      lines: await linesOf(group, options, slices),
    })
  return made.sort(
    (a, b) =>
      Number(a.related) - Number(b.related) ||
      Number(isWider(a)) - Number(isWider(b)) ||
      b.score - a.score,
  )
}

/** Of more than the place that was asked for. */
const isWider = ({ lines }: Group): boolean =>
  lines.every(({ members }) =>
    members.every(({ figure, match }) => match.anchors.size > 0 && isOverPlaces(figure)),
  )

/**
 * Together with some of the group, and at odds in place or time with none that counts the same. What
 * says once more what one of the group says is where that is.
 */
const accepts = (group: readonly Member[], member: Member): boolean => {
  const near = group.filter((other) => belongTogether(other, member))
  return (
    near.some((other) => saysTheSame(other, member)) ||
    (near.length > 0 && group.every((other) => !sameThing(other, member) || near.includes(other)))
  )
}

async function linesOf(
  group: readonly Member[],
  { partsOf, others, areCopies }: GroupOptions,
  slices: Slices,
): Promise<Line[]> {
  const lines = await collapse(group, slices)
  for (const line of lines)
    line.parts.push(...(await collapse((await slices.map(line.members, partsOf)).flat(), slices)))
  const fitting = await slices.map(others, (other) => (accepts(group, other) ? [other] : []))
  await hangSums(lines, await collapse(fitting.flat(), slices), slices)
  await label(lines, areCopies, slices)
  const inSums = new Set(lines.flatMap((line) => line.parts))
  return lines.filter((line) => !inSums.has(line)).sort(byDate)
}

/** Equal values of one thing are one line. */
async function collapse(members: readonly Member[], slices: Slices): Promise<Line[]> {
  const lines: Member[][] = []
  for (const member of members) {
    if (slices.over) await slices.rest()
    const key = valueKey(member)
    const same = lines.find((line) =>
      line.every(
        (other) => valueKey(other) === key && sameThing(other, member) && !areApart(other, member),
      ),
    )
    if (same === undefined) lines.push([member])
    else same.push(member)
  }
  return lines.map((line) => ({
    members: line.sort((a, b) =>
      a.published < b.published ? 1 : a.published > b.published ? -1 : 0,
    ),
    parts: [],
    labels: [],
  }))
}

/** The newest first; what has no date comes last, in the order it was found. */
const byDate = (a: Line, b: Line): number => {
  const [one = '', other = ''] = [a.members[0]?.published, b.members[0]?.published]
  return one < other ? 1 : one > other ? -1 : 0
}

async function hangSums(
  lines: readonly Line[],
  others: readonly Line[],
  slices: Slices,
): Promise<void> {
  for (const { total, parts } of await findSums(lines, others, slices)) {
    total.parts.push(...parts)
    for (const part of parts) {
      total.labels.push({ kind: 'scope', wording: 'the sum of', line: part })
      part.labels.push({ kind: 'scope', wording: 'a part of', line: total })
    }
  }
}

async function label(lines: readonly Line[], areCopies: AreCopies, slices: Slices): Promise<void> {
  for (const [at, line] of lines.entries())
    for (const other of lines.slice(at + 1)) {
      if (slices.over) await slices.rest()
      // What parts and their total are to one another is said already.
      if (lines.some(({ parts }) => parts.includes(line) && parts.includes(other))) continue
      if (line.parts.includes(other) || other.parts.includes(line)) continue
      const [a, b] = [widestOf(line), widestOf(other)]
      if (a === undefined || b === undefined) continue
      const relation = relate(a, b, areCopies)
      if (relation === undefined) continue
      const { kind, wording, back } = relation
      line.labels.push({ kind, wording, line: other })
      other.labels.push({ kind, wording: back, line })
    }
}

/** Of figures that agree, the one that counts most is compared. */
const widestOf = ({ members }: Line): Member | undefined =>
  members.toSorted((a, b) => countedOf(a).narrowing.size - countedOf(b).narrowing.size)[0]
