/** The README names every command, option, setting and variable there is. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { createProgram } from '../src/cli.ts'
import { EXIT } from '../src/exit.ts'
import { SETTINGS } from '../src/settings.ts'

const done = () => Promise.resolve(EXIT.answered)
const program = createProgram(
  {
    session: done,
    ask: done,
    figures: done,
    brief: done,
    sources: done,
    gaps: done,
    schedules: done,
    add: done,
    remove: done,
    describe: done,
    refresh: done,
    reset: done,
    audit: done,
    forget: done,
    backup: done,
    restore: done,
    serve: done,
    doctor: done,
  },
  () => {},
)

const namesOf = (command: Command): string[] => [
  ...command.options.flatMap(({ long }) => long ?? []),
  ...command.commands.flatMap((each) => [each.name(), ...namesOf(each)]),
]

const names = new Set([
  ...namesOf(program),
  ...SETTINGS.flatMap(({ key, variable, option }) => [key, variable, option]),
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
