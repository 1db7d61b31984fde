/** What time a report covers: behind a label that says so, or in its title. Other spans are what it speaks of. */
import { type Candidate, ranked } from './candidate.ts'
import { writtenPeriods } from './written-periods.ts'

export interface PeriodHints {
  /** The whole text. */
  readonly text: string
  readonly title: string
  readonly letterhead: readonly string[]
  readonly running: readonly string[]
  readonly isDayFirst: boolean
}

/** So far a label is looked for, and so long it may be. */
const HEAD = 6000
const LONGEST_LABEL = 60

const LABEL =
  /(?:^|[\s(|•–—-])(?:(?:(?:reporting|report|data|assessment|review|coverage) )?period(?: covered| of (?:the )?report(?:ing)?)?|period (?:under review|of coverage)|covering|covers|dates covered|p[ée]riode(?: (?:couverte|de rapportage|du rapport|concern[ée]e|sous revue))?|couvrant|semaine(?: [ée]pid[ée]miologique)?(?: n?°?\s?\d{1,2})?|(?:epi(?:demiological)? )?week(?: \d{1,2})?|se ?\d{1,2}|per[íi]odo(?: (?:cubierto|de referencia|abarcado|coberto|que abarca))?|que cubre|semana(?: epidemiol[óo]gica)?(?: \d{1,2})?|(?:berichts)?zeitraum|periodo(?: di riferimento)?|отч[её]тный период|период|الفترة)[\s:.,(–-]{0,4}(?:(?:the |la |le |der |el )?p[ée]riode? )?(?:from |of |for |du |de |vom |von |del |dal |с |من )?(?:the )?(?:\p{L}{5,10},? )?$/iu

/** Told sooner than whether a line has a period. */
const MAY_LABEL = /p[ée]r[ií]od|cover|couvr|cubre|week|seman|semaine|se ?\d|zeitraum|перио|فترة/iu

const SURE = { labelled: 85, title: 75, head: 55, running: 50 } as const

/** Each as `2021-06-01/2021-06-07`, the surest first. */
export const periodCandidates = (hints: PeriodHints): Candidate[] => ranked(found(hints))

function* found({
  text,
  title,
  letterhead,
  running,
  isDayFirst,
}: PeriodHints): Generator<Candidate> {
  for (const line of text.slice(0, HEAD).split(/[\n\r\f]+/u)) {
    if (!MAY_LABEL.test(line)) continue
    for (const { from, to, start } of writtenPeriods(line, isDayFirst))
      if (LABEL.test(line.slice(Math.max(0, start - LONGEST_LABEL), start)))
        yield {
          value: `${from}/${to}`,
          score: SURE.labelled,
          reason: 'a field says what it covers',
        }
  }
  const lines: readonly (readonly [readonly string[], number, string])[] = [
    [[title], SURE.title, 'its title says so'],
    [letterhead, SURE.head, 'stands at its head'],
    [running, SURE.running, 'stands on page after page'],
  ]
  for (const [places, score, reason] of lines)
    for (const line of places) {
      const [only, ...others] = writtenPeriods(line, isDayFirst)
      if (only === undefined || others.length > 0) continue
      // Alone on its line, or in the name of what it is: in a sentence it is what is spoken of.
      const rest = line.length - (only.end - only.start)
      if (line === title || rest <= ALONE) yield { value: `${only.from}/${only.to}`, score, reason }
    }
}

/** Characters beside it on its line: brackets, a word. */
const ALONE = 12
