/** Which of a series a document is, as it calls itself: "Situation Report No. 13", "Sitrep N° 002/MVE_16/2025". */
import { type Candidate, ranked } from './candidate.ts'

export interface SeriesHints {
  readonly title: string
  /** Its first lines. */
  readonly letterhead: readonly string[]
  /** Lines that stand on page after page. */
  readonly running: readonly string[]
  readonly fileName: string
}

/** What comes out again and again, each with a number of its own. */
const NAMES = String.raw`sit[- ]?reps?|(?:situation|flash|weekly|monthly|daily|quarterly|humanitarian|epidemiological|information|external|emergency|progress|field) (?:situation )?(?:reports?|updates?|bulletins?)|bulletin|newsletter|issue|edition|rapport de situation|note d[’']information|rapport|num[ée]ro|[ée]dition|informe de situaci[óo]n|bolet[íi]n|bollettino|edizione|boletim|relat[óo]rio de situa[çc][ãa]o|lagebericht|ausgabe|rundbrief|report|update|бюллетень|выпуск|сводка|نشرة|تقرير`
const MARK = String.raw`no\.?|n[°º0o]\.?|#|nr\.?|n[úu]m(?:ero)?\.?|number|№|رقم`
const NUMBER = String.raw`\d[\p{L}\d]*(?:[/_.-][\p{L}\d]+){0,5}`
/** A word or two may stand between: "SitRep MVE N° 22". */
const NUMBERED = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${NAMES})(?: \p{L}[\p{L}-]{1,14}){0,2}[ \u00A0,:]{0,2}(?:${MARK})[ \u00A0]?(${NUMBER})(?![\p{L}\d%])`,
  'iu',
)
/** Right behind these the number needs no mark: "SitRep 37", "Issue 4". */
const BARE =
  /(?<![\p{L}\d])(?:sit[- ]?rep|situation report|flash update|issue|bulletin|newsletter|ausgabe)[ \u00A0_-](\d{1,4})(?![\d/.%]|[ \u00A0]\p{L}{3})/iu
const IN_FILE_NAME =
  /(?:sit[ _-]?rep|bulletin|flash[ _-]?update|newsletter)[ _-]?(?:no?|num|n°)?[ _.-]{0,2}0*(\d{1,3})(?!\d)/iu

const SURE = { title: 90, head: 80, running: 70, file: 40 } as const

/** The surest first. */
export const seriesCandidates = (hints: SeriesHints): Candidate[] => ranked(found(hints))

function* found({ title, letterhead, running, fileName }: SeriesHints): Generator<Candidate> {
  const lines: readonly (readonly [readonly string[], number, string])[] = [
    [[title], SURE.title, 'its title says so'],
    [letterhead, SURE.head, 'stands at its head'],
    [running, SURE.running, 'stands on page after page'],
  ]
  for (const [places, score, reason] of lines)
    for (const line of places) {
      const label = seriesLabel(line)
      if (label !== undefined) yield { value: label, score, reason }
    }
  const named = IN_FILE_NAME.exec(fileName)?.[0]
  if (named !== undefined)
    yield { value: named.replaceAll('_', ' '), score: SURE.file, reason: 'the name of its file' }
}

/** "Situation Report No. 13", where a line has that. */
export const seriesLabel = (line: string): string | undefined =>
  NUMBERED.exec(line)?.[0] ?? BARE.exec(line)?.[0]

/** Where it comes in its series: the number behind the mark, as far as it is one. */
export function issueNumber(label: string): number | undefined {
  const number = [NUMBERED, BARE, IN_FILE_NAME]
    .map((pattern) => /^\d{1,6}/u.exec(pattern.exec(label)?.[1] ?? '')?.[0])
    .find((digits) => digits !== undefined)
  return number === undefined ? undefined : Number(number)
}
