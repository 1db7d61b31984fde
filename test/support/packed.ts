/** The package as whoever installs it has it: packed, unpacked, its commands linked. Nothing is fetched. */
import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import type { Ended } from './program.ts'
import { ended } from './program.ts'

const ROOT = resolve(import.meta.dirname, '../..')
/** In this clone, whose packages Node finds above it; not below them, where it strips no types. */
const ABOVE = join(ROOT, '.packed')

interface Further {
  readonly env?: Readonly<Record<string, string>>
  /** What is typed; the end of it follows. */
  readonly stdin?: string
}

/** What the installed package runs on; the Node of the tests unless told. */
export const NODE = process.env['PACKAGE_NODE'] ?? process.execPath

export interface Packed {
  /** Somebody's folder, with the package below `node_modules`. */
  readonly folder: string
  run(command: string, args: readonly string[], further?: Further): Promise<Ended>
  remove(): void
}

export async function packed(): Promise<Packed> {
  mkdirSync(ABOVE, { recursive: true })
  const folder = mkdtempSync(join(ABOVE, 'packed-'))
  const into = join(folder, 'node_modules/verbatim')
  mkdirSync(into, { recursive: true })
  const run: Packed['run'] = (command, args, further) =>
    inFolder(folder, NODE, command, args, further)
  const { execPath } = process
  await done(inFolder(ROOT, execPath, 'npm', ['pack', '--silent', '--pack-destination', folder]))
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  await done(run('tar', ['-xzf', tarball, '-C', into, '--strip-components=1']))
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  cpSync(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true })
  await done(run('npm', ['rebuild', '--silent', '--offline']))
  nameNode(join(folder, 'node_modules/.bin'))
  return { folder, run, remove: () => rmSync(folder, { recursive: true }) }
}

/** npm looks for commands in every folder above, and would find the Node of this clone. */
function nameNode(folder: string): void {
  if (process.platform === 'win32') writeFileSync(join(folder, 'node.cmd'), `@"${NODE}" %*\r\n`)
  else symlinkSync(NODE, join(folder, 'node'))
}

async function done(running: Promise<Ended>): Promise<void> {
  const { exit, stderr } = await running
  if (exit !== 0) throw new Error(`exit ${exit}: ${stderr}`)
}

/** Of the surroundings only what programs need to start. */
function inFolder(
  cwd: string,
  node: string,
  command: string,
  args: readonly string[],
  { env = {}, stdin = '' }: Further = {},
): Promise<Ended> {
  const { PATH = '', HOME = cwd } = process.env
  const child = spawn(command, args, {
    cwd,
    env: { PATH: [dirname(node), PATH].join(delimiter), HOME, ...QUIET, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  child.stdin.end(stdin)
  return ended(child)
}

const QUIET = { npm_config_update_notifier: 'false', npm_config_fund: 'false' }
