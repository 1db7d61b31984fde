/** The documentation names all there is, and nothing that is not: commands, options, settings, links, paths. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { PLATFORMS } from '../../adapters/platforms.ts'
import { createProgram } from '../../src/app/cli.ts'
import { EXIT } from '../../src/app/exit.ts'
import { READABLE } from '../../index/readers/formats.ts'
import { SETTINGS } from '../../src/app/settings.ts'
import { PAGES, type Page, ROOT, read, textOf } from '../support/docs.ts'

const done = () => Promise.resolve(EXIT.answered)
const program = createProgram(
  {
    session: done,
    ask: done,
    figures: done,
    check: done,
    brief: done,
    watch: done,
    unwatch: done,
    sources: done,
    gaps: done,
    schedules: done,
    add: done,
    remove: done,
    describe: done,
    refresh: done,
    reset: done,
    token: done,
    audit: done,
    forget: done,
    backup: done,
    migrate: done,
    restore: done,
    serve: done,
    mcp: done,
    doctor: done,
  },
  PLATFORMS.map(({ name }) => name),
  () => {},
)

const pages: ReadonlyMap<string, Page> = new Map(PAGES.map((page) => [page, read(page)]))
const page = (name: string): Page => pages.get(name) ?? { anchors: [], links: [], code: [] }

/** `name` as a word of its own inside code: `--top 5`, or a line of a block. */
const named = (where: Page, name: string): boolean =>
  new RegExp(`(?<![\\w-])${RegExp.escape(name)}(?![\\w-])`).test(where.code.join('\n'))

const optionsOf = (command: Command): string[] =>
  command.options.flatMap(({ long, short }) => [long ?? [], short ?? []].flat())
const commands = new Map(program.commands.map((command) => [command.name(), command]))

describe('the documentation', () => {
  it.each([
    ...commands.keys(),
    ...new Set(
      [program, ...program.commands].flatMap(({ options }) => options).map(({ long }) => long),
    ),
    '--help',
  ])('has %s among the commands', (name) => {
    expect(named(page('docs/commands.md'), name ?? '')).toBe(true)
  })

  it.each([
    ...SETTINGS.flatMap(({ key, variable }) =>
      [key, variable].filter((name) => name !== undefined),
    ),
    ...PLATFORMS.flatMap(({ variables }) => variables.map(({ variable }) => variable)),
  ])('has %s among the settings', (name) => {
    expect(named(page('docs/settings.md'), name)).toBe(true)
  })

  it.each([...READABLE])('has %s among the formats', (ending) => {
    expect(named(page('docs/documents.md'), ending)).toBe(true)
  })

  it.each(PAGES)('leads from %s only to what is there', (from) => {
    const gone = page(from)
      .links.filter((link) => !/^[a-z]+:/u.test(link))
      .filter((link) => {
        const [path = '', anchor] = link.split('#')
        const target = path === '' ? resolve(ROOT, from) : resolve(ROOT, dirname(from), path)
        if (!existsSync(target)) return true
        if (anchor === undefined) return false
        const { anchors } = page(target.slice(ROOT.length + 1))
        return !anchors.includes(anchor)
      })
    expect(gone).toEqual([])
  })

  it('can be reached from the README, every page of it', () => {
    const reached = new Set(['README.md'])
    for (const from of reached)
      for (const link of page(from).links) {
        const target = resolve(ROOT, dirname(from), link.split('#')[0] ?? '').slice(ROOT.length + 1)
        if (pages.has(target)) reached.add(target)
      }
    expect(PAGES.filter((name) => !reached.has(name))).toEqual([])
  })

  it('is a README of a screen and a half', () => {
    expect(textOf('README.md').split('\n').length).toBeLessThan(85)
  })
})

/** What may follow `npm run NAME --`. */
const kinds = new Map(
  ['eval', 'bench', 'soak'].map((script) => {
    const help = execFileSync(process.execPath, [`test/${script}/main.ts`, '--help'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    return [script, [...help.matchAll(/^  (?<kind>[a-z][a-z-]*) /gmu)].map(([, kind]) => kind)]
  }),
)

describe('commands in the documentation', () => {
  const written = [...pages].flatMap(([name, { code }]) =>
    code.flatMap((block) => block.split('\n').map((line) => ({ name, line }))),
  )

  it('are commands of the program, with their options', () => {
    const found = written.flatMap(({ name, line }) =>
      [...line.matchAll(/npm start (?:--silent )?-- (?<rest>[^|#]*)/gu)].map(([, rest = '']) => ({
        name,
        rest,
      })),
    )
    expect(found.length).toBeGreaterThan(30)
    const wrong = found.filter(({ rest }) => {
      const [first = '', ...more] = rest.trim().split(/\s+/u)
      const command = first.startsWith('-') ? program : commands.get(first)
      if (command === undefined) return true
      const known = new Set([...optionsOf(program), ...optionsOf(command), '--help'])
      return [first, ...more].some((word) => /^--[a-z]/u.test(word) && !known.has(word))
    })
    expect(wrong).toEqual([])
  })

  it('are scripts of the package, with the kinds they have', () => {
    const found = written.flatMap(({ name, line }) =>
      [...line.matchAll(/npm run (?:--silent |-s )?(?<script>[\w:-]+)(?: -- (?<rest>.*))?/gu)].map(
        ([, script = '', rest = '']) => ({ name, script, rest }),
      ),
    )
    expect(found.length).toBeGreaterThan(20)
    const wrong = found.filter(({ script, rest }) => {
      if (!Object.hasOwn(packageJson.scripts, script)) return true
      const known = kinds.get(script)
      // `eval -- figures | numbers PATH`: one of them.
      const words = rest.split(/[\s|]+/u).filter((word) => /^[a-z][a-z-]+$/u.test(word))
      return known !== undefined && words.some((word) => !known.includes(word))
    })
    expect(wrong).toEqual([])
  })

  it('name files that are there', () => {
    const paths = [...pages].flatMap(([name, { code }]) =>
      code
        .filter((span) => /^(?:src|index|adapters|test|docs|seeds)\/[\w./-]*$/u.test(span))
        .map((path) => ({ name, path })),
    )
    expect(paths.length).toBeGreaterThan(20)
    expect(
      paths.filter(({ path }) => !path.includes('/xx') && !existsSync(resolve(ROOT, path))),
    ).toEqual([])
  })
})
