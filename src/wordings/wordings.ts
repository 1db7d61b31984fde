/** What readers are told in their own language. A file a language; the first's is for those that have none. */
import type { ANSWERS } from './en/answers.ts'
import type { CHAT } from './en/chat.ts'
import type { CHECKS } from './en/checks.ts'
import type { FIGURES } from './en/figures.ts'
import type { MANAGING } from './en/manage.ts'
import type { SCHEDULES } from './en/schedules.ts'
import type { WINDOWS } from './en/windows.ts'
import type { Matter } from './importance.ts'

export interface Wordings {
  readonly summaries: SummaryWordings
  readonly labels: SummaryLabels
  readonly references: ReferenceWordings
  readonly questions: QuestionWordings
  /** What stands beside answers, and why there is none. */
  readonly answers: typeof ANSWERS
  readonly figures: typeof FIGURES
  readonly checks: typeof CHECKS
  readonly chat: typeof CHAT
  readonly managing: typeof MANAGING
  readonly schedules: typeof SCHEDULES
  readonly windows: typeof WINDOWS
}

/** What a summary says in its own words. */
interface SummaryWordings {
  /** What a post that nobody has asked for at that hour is called. */
  readonly watch: (searches: readonly string[]) => string
  /** Why: the words of the new documents that a search has hit. */
  readonly fired: (search: string, words: readonly string[]) => string
  readonly title: (since: string | undefined, topic: string | undefined) => string
  readonly nothing: (since: string | undefined, topic: string | undefined) => string
  readonly unknownPublisher: string
  /** Above the quotes behind the first ones, by what they tell of. */
  readonly matters: Readonly<Record<Matter, string>>
  readonly more: (count: number) => string
  readonly newest: (count: number) => string
}

/** What stands before the parts of a summary. */
interface SummaryLabels {
  readonly documents: string
  readonly updated: string
  readonly figures: string
  readonly also: string
  readonly left: (count: number) => string
  readonly gaps: string
}

/** What stands beside a source. */
interface ReferenceWordings {
  readonly undated: string
  readonly digestOf: (title: string) => string
  readonly digest: (title: string) => string
  readonly revised: (date: string) => string
  readonly page: (label: string, several: boolean) => string
  readonly also: string
  readonly more: (count: number) => string
  /** Behind the sign of what is inferred. */
  readonly inferred: string
  /** Behind what is inferred, where it is told by itself. */
  readonly inBrackets: string
  readonly andOthers: string
}

/** Questions that are suggested. */
interface QuestionWordings {
  readonly howMany: (what: string, verb: string, place: string) => string
  readonly who: (name: string) => string
  readonly said: (speaker: string, about: string) => string
  readonly about: (topic: string) => string
}
