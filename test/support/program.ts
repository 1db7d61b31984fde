/** Runs the program as a person does: another process, in a folder of its own. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** Kept from run to run: half of a start is reading the code. */
const COMPILED = join(tmpdir(), 'verbatim-compiled')

/** What `npm start` runs. */
export const MAIN = resolve(import.meta.dirname, '../../src/start.js')

export interface Ended {
  readonly exit: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A temporary folder with files in it, `name` → text. */
export function folderOf(files: Readonly<Record<string, string>>) {
  const path = mkdtempSync(join(tmpdir(), 'verbatim-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  return { path, remove: () => rmSync(path, { recursive: true }) }
}

/** `verbatim …args`, with standard input at its end. */
export const verbatim = (
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> => ended(start([MAIN, ...args], cwd, env))

/** Node with these arguments, and nothing of the surroundings' settings. */
export const start = (
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
) =>
  spawn(process.execPath, args, {
    cwd,
    env: { NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

export function ended(
  child: ChildProcessByStdio<Writable | null, Readable, Readable>,
): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (exit) => done({ exit, stdout, stderr }))
  })
}
