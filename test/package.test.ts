/** What is packed can be installed and used: by its command, without a warning. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { type Packed, packed } from './support/packed.ts'

let installed: Packed
beforeAll(async () => {
  installed = await packed()
}, 180_000)
afterAll(() => installed.remove())

describe('the installed package', () => {
  it('answers on the bundled documents, and says nothing else', async () => {
    const asked = await installed.run('npx', ['verbatim', 'ask', 'How many were killed in Moura?'])
    expect(asked).toMatchObject({ exit: 0, stderr: '' })
    expect(asked.stdout).toContain('Moura')
    expect(asked.stdout).toContain('PassBlue')
  })

  it('reads a folder of the user', async () => {
    const reports = join(installed.folder, 'reports')
    mkdirSync(reports)
    writeFileSync(join(reports, 'wells.md'), '# Wells\n\nIn Oss 412 wells were dug in May 2031.\n')
    const question = ['How', 'many', 'wells', 'were', 'dug', 'in', 'Oss?']
    const asked = await installed.run('npx', [
      'verbatim',
      '--documents',
      'reports',
      'ask',
      ...question,
    ])
    expect(asked).toMatchObject({ exit: 0, stderr: '' })
    expect(asked.stdout).toContain('412 wells')
  })

  it('tells its commands and its version', async () => {
    const help = await installed.run('npx', ['verbatim', '--help'])
    expect(help).toMatchObject({ exit: 0, stderr: '' })
    expect(help.stdout).toContain('ask [options] <question...>')
    const version = await installed.run('npx', ['verbatim', '--version'])
    expect(version).toEqual({ exit: 0, stdout: `${packageJson.version}\n`, stderr: '' })
  })

  it('names the command as it is typed there', async () => {
    const wrong = await installed.run('npx', ['verbatim', 'nonsense'])
    expect(wrong).toMatchObject({ exit: 2, stdout: '' })
    expect(wrong.stderr).toContain('npx verbatim ask "nonsense"')
  })

  it('imports only what it brings along', () => {
    const code = join(installed.folder, 'node_modules/verbatim/dist')
    const names = readdirSync(code, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => importsOf(readFileSync(join(code, name), 'utf8')))
    const known = new Set<string>(Object.keys(packageJson.dependencies))
    expect(names).toContain('zod')
    expect([...new Set(names)].filter((name) => !known.has(name))).toEqual([])
  })
})

/** Names of packages that are imported or loaded. */
const importsOf = (code: string): string[] =>
  [
    ...code.matchAll(
      /(?:^(?:import|export|\}) .*from |^import |(?<![.\w])(?:import|load|require|require\.resolve|meta\.resolve)\()'(?<name>[a-z@][^']*)'/gmu,
    ),
  ]
    .map(({ groups }) => groups?.['name'] ?? '')
    .filter((name) => !isBuiltin(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
