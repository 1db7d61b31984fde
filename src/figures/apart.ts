/** "refugees health", where refugees are counted and none of them beside health: what is counted is told as that. */
import type { Unit } from '../ask/question.ts'
import type { Member } from './member.ts'
import type { FigureQuery, QueryUnit } from './query.ts'
import { isSaidItself } from './said.ts'

export interface Apart {
  /** Words of the request that something is counted under. */
  readonly counted: readonly Unit[]
  /** The rest of them: what the request is about. */
  readonly lacking: readonly Unit[]
  readonly members: readonly Member[]
}

/** Nothing where a place, a time, an event or a name is lacking: a count from elsewhere is no help. */
export function apartFrom(members: readonly Member[], query: FigureQuery): Apart | undefined {
  const { units, period } = query
  if (period !== undefined) return undefined
  const counts = ({ unit }: QueryUnit, { reading }: Member): boolean =>
    isSaidItself(unit, reading.counted.terms)
  const counted = units.filter(
    (unit) => unit.thing && members.some((member) => counts(unit, member)),
  )
  const lacking = units.filter((unit) => !counted.includes(unit))
  if (counted.length === 0 || lacking.length === 0 || !lacking.every(isTopic)) return undefined
  return {
    counted: counted.map(({ unit }) => unit),
    lacking: lacking.map(({ unit }) => unit),
    members: members.filter((member) => counted.some((unit) => counts(unit, member))),
  }
}

const isTopic = ({ place, name, events, casualties, people }: QueryUnit): boolean =>
  !place && !name && events.size === 0 && !casualties && people === undefined
