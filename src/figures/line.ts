/** Groups of figures and their lines, before they are numbered for a reply. */
import type { Member } from './member.ts'
import type { Relation } from './relate.ts'

/** One value of a group, by whoever gives it. */
export interface Line {
  /** The newest first. */
  readonly members: readonly Member[]
  /** Lines that count a part of this one. */
  readonly parts: Line[]
  readonly labels: Label[]
}

interface Label {
  readonly kind: Relation['kind']
  /** From this line's side, to be followed by the other's number. */
  readonly wording: string
  readonly line: Line
}

export interface Group {
  /** Another kind of harm than the one asked for. */
  readonly related: boolean
  readonly score: number
  /** Those that are no part of another, the newest first. */
  readonly lines: readonly Line[]
}
