/** What the front matter at the head of a document says about it: YAML between two lines of `---`. */
import { yamlLibrary } from './yaml.ts'
import * as z from 'zod'
import type { Language } from './document.ts'
import { parseLanguage } from './languages/language.ts'

export interface FrontMatter {
  readonly id?: string
  readonly title?: string
  readonly publisher?: string
  readonly byline?: string
  readonly date?: string
  readonly language?: Language
  readonly kind?: 'document' | 'digest'
  readonly source?: { readonly title: string; readonly publisher?: string }
  readonly url?: string
}

/** One value on one line; a list or a mapping is a mistake, not the title “a,b”. */
const line = z
  .union([z.string(), z.number(), z.boolean()], 'write one value')
  .transform((value) => String(value).replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1, 'is empty').max(300, 'is longer than 300 characters'))

const date = line
  // The time of day that blogs add says nothing to a reader of a citation.
  .transform((value) => value.replace(/(?<=^\d{4}-\d{2}-\d{2})[T ]\d{1,2}:.*$/u, ''))
  .refine(isDate, 'write it as 2022-06-01, 2022-06 or 2022')

const Fields = z
  .object({
    id: line,
    title: line,
    publisher: line,
    byline: line,
    date,
    language: line.refine((value) => parseLanguage(value) !== undefined, 'en and fr are known'),
    kind: z.enum(['document', 'digest'], 'document and digest are known'),
    source_title: line,
    source_publisher: line,
    url: z.url({ protocol: /^https?$/u, error: 'write a whole http or https address' }),
  })
  .partial()

/** Front matter that has not ended by then is none. */
const LONGEST = 64_000
const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/u
const CLOSING = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/mu

export interface FrontMatterReading {
  readonly matter: FrontMatter
  /** Where the body begins. */
  readonly bodyStart: number
  readonly problems: readonly string[]
}

/** Reads the front matter of a text. What is wrong with a field is a problem; the others count. */
export function readFrontMatter(whole: string): FrontMatterReading {
  const none = { matter: {}, bodyStart: whole.startsWith('\uFEFF') ? 1 : 0, problems: [] }
  const opening = OPENING.exec(whole)?.[0].length
  if (opening === undefined) return none
  const rest = whole.slice(opening, opening + LONGEST)
  const closing = CLOSING.exec(rest)
  if (closing === null) return none
  const yaml = rest.slice(0, closing.index)
  const bodyStart = opening + closing.index + closing[0].length
  let raw: unknown
  try {
    raw = yamlLibrary().parse(yaml)
  } catch (error) {
    // Prose between two rules is no front matter gone wrong: it stays part of the text.
    if (!/^\s*[\w-]+\s*:/u.test(yaml)) return none
    const [reason = 'not YAML'] = String(error instanceof Error ? error.message : error).split('\n')
    return { matter: {}, bodyStart, problems: [`front matter: ${reason}; it was left out`] }
  }
  if (raw === null) return { matter: {}, bodyStart, problems: [] }
  const mapping = z.record(z.string(), z.unknown()).safeParse(raw)
  return mapping.success ? { bodyStart, ...readFields(mapping.data) } : none
}

function readFields(raw: Record<string, unknown>): { matter: FrontMatter; problems: string[] } {
  const given = Object.entries(raw).filter(([, value]) => value !== null)
  const wrong = new Map<string, string>()
  for (const { path, message } of Fields.safeParse(Object.fromEntries(given)).error?.issues ?? [])
    wrong.set(String(path[0]), message)
  const fields = Fields.parse(Object.fromEntries(given.filter(([key]) => !wrong.has(key))))
  return {
    matter: toFrontMatter(fields),
    problems: [...wrong].map(
      ([key, message]) => `front matter: \`${key}\`: ${message}; it was left out`,
    ),
  }
}

function toFrontMatter({
  source_title,
  source_publisher,
  language: stated,
  ...fields
}: z.infer<typeof Fields>): FrontMatter {
  const language = stated === undefined ? undefined : parseLanguage(stated)
  return {
    ...withoutUndefined(fields),
    ...(language !== undefined && { language }),
    ...(source_title !== undefined && {
      source: {
        title: source_title,
        ...(source_publisher !== undefined && { publisher: source_publisher }),
      },
    }),
  }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function withoutUndefined<T extends object>(fields: T): Defined<T> {
  const kept: Defined<T> = { ...fields }
  for (const key in kept) if (kept[key] === undefined) delete kept[key]
  return kept
}

/** `2022-06-01`, `2022-06` or `2022`, and a day that there is. */
export function isDate(value: string): boolean {
  const [, year, month = '01', day = '01'] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(value) ?? []
  if (year === undefined) return false
  const iso = `${year}-${month}-${day}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)
}
