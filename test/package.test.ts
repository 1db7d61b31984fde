/** What is packed can be installed and used: by its command, without a warning. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { isBuiltin } from 'node:module'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { NODE, type Packed, packed } from './support/packed.ts'

const version = execFileSync(NODE, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim()
const oldest = Number(packageJson.engines.node.slice(2))
const isTooOld = Number(version.split('.')[0]) < oldest

let installed: Packed
beforeAll(async () => {
  installed = await packed()
}, 180_000)
afterAll(() => installed.remove(), 60_000)

describe(`the installed package on Node ${version}`, () => {
  if (isTooOld) tooOld()
  else works()
})

function tooOld(): void {
  it('is told to be newer, in a line', async () => {
    const asked = await installed.run('npx', ['verbatim', 'ask', 'Who was it?'])
    expect(asked).toMatchObject({ exit: 2, stdout: '' })
    expect(asked.stderr).toMatch(
      /^Node \S+ is too old to run Verbatim, which needs \d+ or later; [^\n]+npx -p node@26 [^\n]+\n$/u,
    )
  })
}

function works(): void {
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
    const told = await installed.run('npx', ['verbatim', '--version'])
    expect(told).toEqual({ exit: 0, stdout: `${packageJson.version}\n`, stderr: '' })
  })

  it('names the command as it is typed there', async () => {
    const wrong = await installed.run('npx', ['verbatim', 'nonsense'])
    expect(wrong).toMatchObject({ exit: 2, stdout: '' })
    expect(wrong.stderr).toContain('npx verbatim ask "nonsense"')
  })

  it('is embedded by a program of others', async () => {
    const said = await installed.run('node', ['examples/embed.ts'], {
      stdin: 'How many people drowned at Sarn?\nWho won the regatta?\n',
    })
    expect(said).toMatchObject({ exit: 0, stderr: '' })
    expect(said.stdout).toContain('14 people drowned')
    expect(said.stdout).toContain('(Inquiry into the ferry at Sarn, Lower River Trust, 2031-06-18)')
    expect(said.stdout).toContain('The documents do not say')
  })

  it('answers from the folder of made-up reports by its settings', async () => {
    const options = ['verbatim', '--config', 'examples/reports/verbatim.yaml']
    const found = await installed.run('npx', [...options, 'figures', 'LRT wells mended'])
    expect(found).toMatchObject({ exit: 0, stderr: '' })
    expect(found.stdout).toContain('38')
  })

  it('runs the adapter of others that the settings name, and the contract on it', async () => {
    const tried = await installed.run('node', ['--test', 'examples/hook/adapter.test.ts'])
    expect(tried.stdout).toMatch(/^ℹ pass (?:[3-9]\d)$/mu)
    expect(tried).toMatchObject({ exit: 0, stderr: '' })
    const options = ['verbatim', '--config', 'examples/hook/verbatim.yaml']
    const looked = await installed.run('npx', [...options, 'doctor', 'hook'], {
      env: {
        HOOK_TARGET: 'http://127.0.0.1:9/',
        HOOK_SECRET: 'made up',
        HOOK_PORT: '4599',
      },
    })
    expect(looked).toEqual({
      exit: 0,
      stdout: '✓ hook: takes questions on port 4599\n',
      stderr: '',
    })
  })

  it('answers by the adapter of others, on its platform', async () => {
    const { promise, resolve: hear } = Promise.withResolvers<string>()
    const service = createServer((request, response) => {
      void text(request).then(hear)
      response.end()
    }).listen(0, '127.0.0.1')
    await once(service, 'listening')
    const port = await freePort()
    const program = join(installed.folder, 'node_modules/verbatim/dist/src/start.js')
    const config = ['--config', 'examples/hook/verbatim.yaml']
    const child = spawn(NODE, [program, ...config, 'serve', 'hook'], {
      cwd: installed.folder,
      env: {
        HOOK_TARGET: `http://127.0.0.1:${portOf(service)}/`,
        HOOK_SECRET: 'made up',
        HOOK_PORT: String(port),
      },
      stdio: 'ignore',
    })
    const asked = { id: '1', user: 'ann', channel: 'hall', text: 'How many drowned at Sarn?' }
    const ask = () =>
      fetch(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        headers: { Authorization: 'Bearer made up' },
        body: JSON.stringify(asked),
      })
    await vi.waitFor(async () => expect((await ask()).status).toBe(202), 60_000)
    expect(JSON.parse(await promise)).toMatchObject({
      channel: 'hall',
      text: expect.stringContaining('14 people drowned'),
    })
    child.kill('SIGTERM')
    await once(child, 'exit')
    service.close()
  })

  it('has types for those who embed it and those who write adapters', async () => {
    const compiler = resolve(import.meta.dirname, '../node_modules/typescript/bin/tsc')
    const options = [
      '--ignoreConfig',
      '--noEmit',
      '--module',
      'nodenext',
      '--target',
      'esnext',
      '--types',
      'node',
    ]
    const files = ['examples/embed.ts', 'examples/hook/adapter.ts', 'examples/hook/adapter.test.ts']
    const strict = ['--strict', '--allowImportingTsExtensions', ...options]
    const checked = await installed.run(process.execPath, [compiler, ...strict, ...files])
    expect(checked).toEqual({ exit: 0, stdout: '', stderr: '' })
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
}

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  server.close()
  return port
}

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
