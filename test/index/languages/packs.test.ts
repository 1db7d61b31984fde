import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anyOf, ending, exactly, within } from '../../../index/languages/combined.ts'
import {
  isLanguage,
  isMonthFirst,
  LANGUAGES,
  mainLanguage,
  PACKS,
  perLanguage,
} from '../../../index/languages/packs.ts'
import { MADE_UP } from '../../support/made-up-language.ts'
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
  text: 'Ko tarule sa ma varo, lu ti nara ko pilo ma sora.',
})

describe('what is asked of all languages at once', () => {
  const packs = [...Object.values(PACKS), MADE_UP]

  it('is what each of them has', () => {
    const ofs = exactly(anyOf(({ words }) => words.prepositions.split(/\s+/u).at(-1), packs))
    expect(['except', 'afin', 'ma'].map((word) => ofs.test(word))).toEqual([true, true, true])
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

/** Where a code is no question: `Intl` has to be given one, month names of languages without a pack. */
const EXCEPT: Readonly<Record<string, string>> = {
  'src/schedule/pattern.ts': 'what Intl makes of a zone is the same in every language',
  'index/metadata/date.ts': 'dates are read in languages that have no pack',
}

describe('which language it is', () => {
  const files = ['index', 'src', 'adapters']
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: ROOT }))
    .filter((file) => !/^(?:index\/languages|src\/wordings)\//u.test(file))

  it.each(LANGUAGES)('is asked nowhere outside of its folder: %s', (language) => {
    const asking = files.filter((file) =>
      new RegExp(`['"]${language}['"]`, 'u').test(withoutComments(file)),
    )
    expect(asking.filter((file) => EXCEPT[file] === undefined)).toEqual([])
  })
})

const withoutComments = (file: string): string =>
  readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/[^\n]*/gu, '')
