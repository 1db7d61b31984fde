/**
 * The protocol's own suite of conformance. Its other scenarios ask for tools, prompts and resources of a made-up
 * server: these are all that any server has to pass.
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type OpenDesk, openDesk } from '../../support/desk.ts'
import { VALLEY } from '../../support/library.ts'

const SUITE = fileURLToPath(new URL('../../../node_modules/.bin/conformance', import.meta.url))
const run = promisify(execFile)

let desk: OpenDesk
beforeEach(async () => {
  desk = await openDesk(VALLEY)
})
afterEach(() => desk.adapter.stop())

it.each(['server-initialize', 'ping', 'tools-list', 'resources-list', 'dns-rebinding-protection'])(
  '%s',
  { timeout: 60_000 },
  async (scenario) => {
    const { stdout } = await run(SUITE, [
      'server',
      '--url',
      `${desk.address}/mcp`,
      '--scenario',
      scenario,
    ])
    expect(stdout).toMatch(/Passed: [1-9]\d*\/\d+, 0 failed/u)
  },
)
