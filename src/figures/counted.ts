/** What a figure counts, as terms: which happening, whether persons, and what makes it narrower. */
import { analyze, fold, stem } from '../../index/analyzer.ts'
import { type Figure, sliceOf } from '../../index/quantities/figure-index.ts'
import type { FieldGroup, FieldWords } from '../ask/field-words.ts'
import { FIRST, type Language } from '../../index/languages/packs.ts'

export interface CountedWords {
  /** Every term of the noun phrase. */
  readonly terms: ReadonlySet<string>
  /** The name of its head noun; words of the field that stand for one another share theirs. */
  readonly head?: string
  /** The name of what happened; that of the widest kind: `killed` for executed. */
  readonly happening?: string
  /** The happening and what it is a case of. */
  readonly events: ReadonlySet<string>
  readonly casualties: boolean
  /** Which persons are counted, if any are. */
  readonly people?: 'all' | 'most' | 'some'
  /** What sets it apart from a wider count: `civilian`, `men`; empty for "people killed". */
  readonly narrowing: ReadonlySet<string>
}

export function readCounted(figure: Figure, field: FieldWords): CountedWords {
  const { document, quantity } = figure
  const { counted, event } = quantity
  const terms = counted === undefined ? [] : termsOf(sliceOf(figure, counted), document.language)
  const heads =
    counted === undefined ? [] : termsOf(sliceOf(figure, counted.head), document.language)
  const head = heads.at(-1)
  const group = eventGroup(figure, [...heads, ...terms], field)
  const happening = widest(group, field)?.event ?? event?.kind
  const casualties = group?.casualties === true
  const people = peopleOf(figure, head, casualties, field)
  return {
    terms: new Set(terms),
    ...(head !== undefined && { head: nameOf(head, field) }),
    ...(happening !== undefined && { happening }),
    events: new Set(
      [group?.event, event?.kind, happening].filter((name) => name !== undefined).map(fold),
    ),
    casualties,
    ...(people !== undefined && { people }),
    narrowing: new Set(
      terms
        .filter((term) => people === undefined || !saysNothing(term, field))
        .map((term) => nameOf(term, field)),
    ),
  }
}

export const termsOf = (text: string, language: Language): string[] =>
  analyze(text, language).flatMap((token) => (token.stop ? [] : token.terms))

/** Words that stand for one another have the name of their group. */
const nameOf = (term: string, field: FieldWords): string => field.groupsOf(term)[0]?.name ?? term

/** The group of an event that is in the table, else of what is counted: "deaths", "displaced people". */
function eventGroup(
  figure: Figure,
  counted: readonly string[],
  field: FieldWords,
): FieldGroup | undefined {
  const { event } = figure.quantity
  const { language } = figure.document
  const words =
    event === undefined
      ? []
      : [stem(fold(event.kind), FIRST), ...termsOf(sliceOf(figure, event), language)]
  const found = words.flatMap((word) => field.groupsOf(word)).find(isEvent)
  const byName = event === undefined ? undefined : field.event(event.kind)
  // "456 deaths were recorded": the deaths are what happened.
  return byName ?? found ?? counted.flatMap((term) => field.groupsOf(term)).find(isEvent)
}

const isEvent = ({ event }: FieldGroup): boolean => event !== undefined

function widest(group: FieldGroup | undefined, field: FieldWords): FieldGroup | undefined {
  if (group?.kindOf === undefined) return group
  return field.event(group.kindOf) ?? group
}

/** Deaths are people's; what is killed and has no other name in the table is taken for persons. */
function peopleOf(
  { quantity }: Figure,
  head: string | undefined,
  casualties: boolean,
  field: FieldWords,
): CountedWords['people'] {
  if (quantity.unit.kind !== 'count' && quantity.unit.kind !== 'percent') return undefined
  if (head === undefined) return casualties ? 'all' : undefined
  const groups = field.groupsOf(head)
  const people = groups.find((group) => group.people !== undefined)?.people
  if (people !== undefined) return people === 'none' ? undefined : people
  if (groups.some((group) => group.casualties === true)) return 'all'
  return casualties ? 'some' : undefined
}

/** "people", "deaths": they count whoever it happened to. */
const saysNothing = (term: string, field: FieldWords): boolean =>
  field.groupsOf(term).some((group) => group.people === 'all' || group.casualties === true)
