/** The README names every command, option, setting and variable there is. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { PLATFORMS } from '../adapters/platforms.ts'
import { createProgram } from '../src/app/cli.ts'
import { EXIT } from '../src/app/exit.ts'
import { SETTINGS } from '../src/app/settings.ts'

const done = () => Promise.resolve(EXIT.answered)
const program = createProgram(
  {
    session: done,
    ask: done,
    figures: done,
    check: done,
    brief: done,
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
    restore: done,
    serve: done,
    mcp: done,
    doctor: done,
  },
  PLATFORMS.map(({ name }) => name),
  () => {},
)

const namesOf = (command: Command): string[] => [
  ...command.options.flatMap(({ long }) => long ?? []),
  ...command.commands.flatMap((each) => [each.name(), ...namesOf(each)]),
]

const names = new Set([
  ...namesOf(program),
  ...SETTINGS.flatMap(({ key, variable, option }) => [key, variable, option]),
  ...PLATFORMS.flatMap(({ variables }) => variables.map(({ variable }) => variable)),
  '--help',
])
names.delete(undefined)

describe('the README', () => {
  it.each([...names])('mentions %s', (name) => {
    const readme = readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8')
    // As a word of its own inside code: `--top 5`, or a line of a block.
    const code = readme.match(/```[^]*?```|`[^`\n]+`/g) ?? []
    expect(code.join('\n')).toMatch(new RegExp(`(?<![\\w-])${name}(?![\\w-])`))
  })
})
