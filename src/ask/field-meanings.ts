/** What groups of words of the field mean, by the names they have in the language packs. */

export interface FieldMeaning {
  /** They say what happened to what is counted; the name that figures of it are put together by. */
  readonly event?: string
  /** What happened is a case of this event too: who was executed was killed. */
  readonly kindOf?: string
  /** Harm to persons. Who asks for one kind in a place is also shown the others. */
  readonly casualties?: boolean
  /** They name persons: all ("people"), most of them ("civilians"), some ("women"); or surely none. */
  readonly people?: 'all' | 'most' | 'some' | 'none'
}

export const MEANINGS: Readonly<Record<string, FieldMeaning>> = {
  killed: { event: 'killed', casualties: true },
  executed: { event: 'executed', kindOf: 'killed', casualties: true },
  murdered: { event: 'murdered', kindOf: 'killed', casualties: true },
  injured: { event: 'injured', casualties: true },
  civilians: { people: 'most' },
  displaced: { event: 'displaced', people: 'some' },
  refugee: { people: 'some' },
  arrested: { event: 'detained' },
  raped: { event: 'raped', casualties: true },
  abducted: { event: 'abducted', casualties: true },
  attacked: { people: 'none' },
  strike: { people: 'none' },
  children: { people: 'some' },
  women: { people: 'some' },
  men: { people: 'some' },
  girls: { people: 'some' },
  boys: { people: 'some' },
  people: { people: 'all' },
  army: { people: 'some' },
  country: { people: 'none' },
  town: { people: 'none' },
  arrived: { event: 'deployed' },
  hospital: { people: 'none' },
  school: { people: 'none' },
  houses: { people: 'none' },
  report: { people: 'none' },
  coup: { people: 'none' },
  training: { event: 'trained' },
  year: { people: 'none' },
  month: { people: 'none' },
}
