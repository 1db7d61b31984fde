/**
 * Every route of the interface against its own description, by schemathesis (from PyPI): what it gives is
 * of a status, a type and a shape that the description has, and never a fault of the server.
 * `SCHEMATHESIS` is where the command is; `SOAK_SHARE=0.1` is a tenth of the requests.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesk } from '../support/desk.ts'
import { corpusOf, libraryOf, ONE_READ, VALLEY } from '../support/library.ts'
import type { Check } from './check.ts'

/** Requests drawn for each route. */
const DRAWN = 100
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  // That what is drawn is taken is not asked: words by chance are no claim, no date, no name of a set.
  'negative_data_rejection',
  'unsupported_method',
]

/** A body, an address or headers that are too large are turned back before they are read. */
const SETTINGS = `[checks]
negative_data_rejection.expected-statuses = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 431]
`

export async function soakApi(check: (result: Check) => void): Promise<void> {
  const command = process.env['SCHEMATHESIS'] ?? 'schemathesis'
  if ((await run(command, ['--version'], 'ignore')) !== 0) {
    process.stdout.write(
      `skip ${command} is not there: pip install schemathesis, or say in SCHEMATHESIS where it is\n`,
    )
    return
  }
  // What is added is looked at by nobody: addresses are drawn by chance.
  const library = libraryOf(corpusOf(VALLEY), { add: () => Promise.resolve(ONE_READ) })
  const desk = await openDesk({}, { library })
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-api-'))
  await writeFile(join(folder, 'schemathesis.toml'), SETTINGS)
  try {
    const drawn = Math.ceil(DRAWN * Number(process.env['SOAK_SHARE'] ?? 1))
    const options = [
      '--checks',
      CHECKS.join(','),
      '--max-examples',
      String(drawn),
      '--seed',
      '1',
      '--suppress-health-check',
      'all',
      '--continue-on-failure',
    ]
    const code = await run(
      command,
      ['run', `${desk.address}/api/openapi.json`, ...options],
      'inherit',
      folder,
    )
    check({
      what: 'requests that schemathesis finds wrongly answered: its exit code',
      measured: code,
      most: 0,
    })
  } finally {
    await desk.adapter.stop()
    await rm(folder, { recursive: true })
  }
}

/** Its exit code; 127 where there is no such command. It keeps what it has drawn in `cwd`. */
async function run(
  command: string,
  options: readonly string[],
  stdio: 'ignore' | 'inherit',
  cwd?: string,
): Promise<number> {
  const child = spawn(command, options, { stdio, ...(cwd !== undefined && { cwd }) })
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : 1))
  const failed = once(child, 'error').then(() => 127)
  return Promise.race([ended, failed])
}
