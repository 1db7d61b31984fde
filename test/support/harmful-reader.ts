/** A child process whose reader does what a file's name says: for tests of what holds it. */
import { connect } from 'node:net'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { serveReader } from '../../index/parsing/serve-reader.ts'
import { readFile } from '../../index/readers/read.ts'
import type { Input } from '../../index/readers/reading.ts'

const kept: unknown[] = []

const busyFor = (seconds: number): void => {
  const until = performance.now() + seconds * 1000
  while (performance.now() < until);
}

const HARMS: Readonly<Record<string, (input: Input) => unknown>> = {
  // Two seconds of work with its pages told: in turns, for what is told is sent between them.
  pages: async ({ onPages }) => {
    onPages?.(1000)
    for (let at = 0; at < 10; at++) await setTimeout(1).then(() => busyFor(0.2))
  },
  large: async () => {
    const own = Buffer.alloc(80_000_000, 1)
    await setTimeout(500)
    return own.length
  },
  spin: () => {
    for (;;);
  },
  hang: () => new Promise(() => {}),
  heap: () => {
    for (;;) kept.push(Array.from({ length: 1000 }, (_, at) => ({ at })))
  },
  buffers: () => {
    for (;;) kept.push(Buffer.alloc(10_000_000, 1))
  },
  leak: () => kept.push(Buffer.alloc(90_000_000, 1)),
  exit: () => process.exit(3),
  abort: () => process.abort(),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  later: () =>
    new Promise(() => {
      setImmediate(() => {
        throw new Error('thrown\u0007 in a\ncallback')
      })
    }),
  rejected: () => void Promise.reject(new Error('nobody looks')),
  deep: () => deep(0),
  throw: () => {
    throw new TypeError('no such table')
  },
  huge: () => 'x'.repeat(2 ** 29).padEnd(2 ** 31),
  noisy: () => {
    for (let line = 0; line < 20_000; line++) process.stderr.write(`${'noise '.repeat(20)}\n`)
    process.stdout.write('noise')
  },
  eval: () => Reflect.construct(Function, ['return 1']),
  write: () => writeFileSync(join(tmpdir(), 'verbatim-harm'), ''),
  read: () => readdirSync(tmpdir()),
  config: () => readFileSync(new URL('../../README.md', import.meta.url)),
  run: () => execFileSync(process.execPath, ['--version']),
  worker: () => new Worker('0', { eval: true }),
  connect: () =>
    new Promise((resolve, reject) => {
      connect({ port: 9, host: '127.0.0.1' }, () => resolve(0)).on('error', reject)
    }),
  environment: () => {
    throw new Error(JSON.stringify(process.env))
  },
  folder: () => {
    throw new Error(process.cwd())
  },
}

serveReader(async (input) => {
  const [harm = ''] = input.name.split('.')
  await HARMS[harm]?.(input)
  return readFile(input)
})

const deep = (depth: number): number => deep(depth + 1) + 1
