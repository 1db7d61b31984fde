/** The package as whoever installs it has it: packed, unpacked, its commands linked. Nothing is fetched. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import type { Ended } from './program.ts'
import { ended } from './program.ts'

const ROOT = resolve(import.meta.dirname, '../..')
/** Below the packages of this clone, where Node finds what the package needs. */
const ABOVE = join(ROOT, 'node_modules/.cache')

export interface Packed {
  /** Somebody's folder, with the package below `node_modules`. */
  readonly folder: string
  run(
    command: string,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<Ended>
  remove(): void
}

export async function packed(): Promise<Packed> {
  mkdirSync(ABOVE, { recursive: true })
  const folder = mkdtempSync(join(ABOVE, 'packed-'))
  const into = join(folder, 'node_modules/verbatim')
  mkdirSync(into, { recursive: true })
  const run: Packed['run'] = (command, args, env = {}) => inFolder(folder, command, args, env)
  await done(inFolder(ROOT, 'npm', ['pack', '--silent', '--pack-destination', folder]))
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  await done(run('tar', ['-xzf', tarball, '-C', into, '--strip-components=1']))
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  await done(run('npm', ['rebuild', '--silent', '--offline']))
  return { folder, run, remove: () => rmSync(folder, { recursive: true }) }
}

async function done(running: Promise<Ended>): Promise<void> {
  const { exit, stderr } = await running
  if (exit !== 0) throw new Error(`exit ${exit}: ${stderr}`)
}

/** With the Node that runs the tests, and of the surroundings only what programs need to start. */
function inFolder(
  cwd: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { PATH = '', HOME = cwd } = process.env
  return ended(
    spawn(command, args, {
      cwd,
      env: { PATH: [dirname(process.execPath), PATH].join(delimiter), HOME, ...QUIET, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    }),
  )
}

const QUIET = { npm_config_update_notifier: 'false', npm_config_fund: 'false' }
