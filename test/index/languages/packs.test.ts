import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { PHRASES } from '../../../index/languages/en/phrases/phrases.ts'
import { anyOf, ending, exactly, within } from '../../../index/languages/combined.ts'
import {
  isLanguage,
  isMonthFirst,
  LANGUAGES,
  mainLanguage,
  PACKS,
  perLanguage,
} from '../../../index/languages/packs.ts'
import { stopWords } from '../../../index/languages/stop-words.ts'
import { MADE_UP } from '../../support/made-up-language.ts'
import { ended, start } from '../../support/program.ts'
import { testLanguage } from '../../support/language-contract.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

testLanguage('en', PACKS.en, {
  forms: ['report', 'reports'],
  text: 'The soldiers of the camp were seen by those who had fled, and it was said that they left before the rains.',
})
testLanguage('fr', PACKS.fr, {
  forms: ['rapport', 'rapports'],
  text: 'Les soldats du camp ont été vus par ceux qui avaient fui, et il est dit dans le rapport que tous sont partis avant les pluies.',
})
testLanguage('qx', MADE_UP, {
  forms: ['tarule', 'tarulo'],
  text: 'Kox tarule saq maz varo, lum tiv nara kox pilo maz sora.',
})

describe('what is asked of all languages at once', () => {
  const packs = [...Object.values(PACKS), MADE_UP]

  it('is what each of them has', () => {
    const ofs = exactly(anyOf(({ words }) => words.prepositions.split(/\s+/u).at(-1), packs))
    expect(['except', 'afin', 'maz'].map((word) => ofs.test(word))).toEqual([true, true, true])
    expect(ofs.test('exceptional')).toBe(false)
  })

  it('is nothing where none has it', () => {
    const none = anyOf(({ changes }) => changes?.up, [MADE_UP])
    expect(none).toEqual([])
    expect(exactly(none).test('')).toBe(false)
    expect(ending(none).test('up')).toBe(false)
    expect(within(none, (words) => `a(?:${words})?`).test('a')).toBe(true)
  })

  it('can be asked of each', () => {
    expect(perLanguage(({ names }) => names[0])).toEqual({ en: 'en', fr: 'fr' })
    expect(isLanguage('qx')).toBe(false)
    expect(isLanguage('toString')).toBe(false)
  })

  it('has a month first only where a pack says so', () => {
    expect(['en', 'fr', 'de', 'und'].map((code) => isMonthFirst(code))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('speaks to readers in the first of the table that documents are in', () => {
    expect(mainLanguage(new Set())).toBe('en')
    expect(mainLanguage(new Set(['fr']))).toBe('fr')
    expect(mainLanguage(new Set(['fr', 'en']))).toBe('en')
  })
})

const OUTSIDE = ['index', 'src', 'adapters']
  .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: ROOT }))
  .filter((file) => !/^(?:index\/languages|src\/wordings)\//u.test(file))

const FUNCTION_WORDS = new Set(LANGUAGES.flatMap((language) => [...stopWords(language)]))

const Place = { start: z.int(), end: z.int() }
const Expression = z.union([
  z.object({ ...Place, regex: z.object({ pattern: z.string() }) }),
  z.object({ ...Place, type: z.literal('TaggedTemplateExpression'), regex: z.undefined() }),
  z.object({ ...Place, type: z.literal('Literal'), value: z.string(), regex: z.undefined() }),
])

const TEXT = `Kox tarulo saq maz Gao, lum tiv nara kox pilo maz sora. Kox varo saq lum tiv bera kox miro.

Kox tarulo saq maz Oss, lum tera senta varole tiv nara kox pilo. Kox nito saq maz sora lum tiv lava.`

/** What there has to be of a language, beside its line in the table. */
const LEAST = globSync('made-up-language.ts', { cwd: join(ROOT, 'test/support') })

describe(`a third language, of ${LEAST.length} file and a line`, () => {
  it(
    'is read, counted in, found by any form of a word, and quoted',
    { timeout: 60_000 },
    async () => {
      const script = fileURLToPath(new URL('../../support/with-third-language.ts', import.meta.url))
      const { stdout, stderr } = await ended(start([script, TEXT, 'tarule maz Oss?'], ROOT))
      expect(stderr).toBe('')
      expect(JSON.parse(stdout)).toEqual({
        languages: ['qx'],
        counted: [[300, 'varole']],
        quotes: expect.arrayContaining([expect.stringMatching(/^Kox tarulo saq maz Oss/u)]),
      })
    },
  )
})

/** Where a code is no question: `Intl` has to be given one, month names of languages without a pack. */
const CODES: Readonly<Record<string, string>> = {
  'src/schedule/pattern.ts': 'what Intl makes of a zone is the same in every language',
  'adapters/web/': 'what its pages say is a table of its own',
  'adapters/testing/': 'a made-up reply is in some language',
  'index/metadata/date.ts': 'dates are read in languages that have no pack',
}

/** Folders and files whose expressions have words of a language all the same. */
const WORDED: Readonly<Record<string, string>> = {
  'index/metadata/': 'titles and dates are read in languages that have no pack',
  'index/readers/': 'files are read in languages that have no pack',
  'index/parsing/reader-process.ts': 'what Node says of itself',
  'src/store/postgres/failure.ts': 'what the library for PostgreSQL says of itself',
  'src/ask/filters.ts': 'in:, by: and before: are commands, the same everywhere',
}

const isAmong = (file: string, reasons: Readonly<Record<string, string>>): boolean =>
  Object.keys(reasons).some((one) => file.startsWith(one))

describe('what rules ask for by name', () => {
  const code = OUTSIDE.map(withoutComments)

  it.each(Object.entries(PHRASES))('is asked for by some rule: %s', (group, names) => {
    const asking = code.filter((text) => text.includes(group)).join('\n')
    const unasked = Object.keys(names).filter(
      (name) => !new RegExp(`\\b${name}\\b`, 'u').test(asking),
    )
    expect(unasked).toEqual([])
  })
})

describe('which language it is', () => {
  it.each(LANGUAGES)('is asked nowhere outside of its folder: %s', (language) => {
    const asks = new RegExp(
      `['"]${language}['"]|[.{,(]\\s*${language}\\b(?!')|\\b${language}\\s*:`,
      'u',
    )
    const asking = OUTSIDE.filter((file) => asks.test(withoutComments(file)))
    expect(asking.filter((file) => !isAmong(file, CODES))).toEqual([])
  })

  const worded = OUTSIDE.filter((file) => functionWordsOf(file).size >= 2)

  it(`is in the words of ${worded.length} files outside, each with its reason`, () => {
    const reasons = Object.keys(WORDED)
    expect(worded.filter((file) => !isAmong(file, WORDED))).toEqual([])
    expect(reasons.filter((one) => !worded.some((file) => file.startsWith(one)))).toEqual([])
  })
})

const withoutComments = (file: string): string =>
  readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/[^\n]*/gu, '')

/** Words that every text of some language has, in the expressions of a file and what they are made of. */
function functionWordsOf(file: string): Set<string> {
  const code = readFileSync(join(ROOT, file), 'utf8')
  const texts: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { data } = Expression.safeParse(node)
    if (data === undefined) Object.values(node).forEach(visit)
    else texts.push(data.regex?.pattern ?? code.slice(data.start, data.end))
  }
  visit(parseSync(file, code).program)
  const words = texts
    .filter((text) => text.includes('|'))
    .flatMap((text) => text.match(/(?<![\p{L}\\$.])\p{Ll}{2,}(?!\p{L})/gu) ?? [])
  return new Set(words.filter((word) => FUNCTION_WORDS.has(word)))
}
