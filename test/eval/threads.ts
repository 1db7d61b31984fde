/** What people say in threads: how much of what is not meant for the bot it would answer, and how much it would miss. */
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { isMeant } from '../../src/manners.ts'

const Row = z.object({ language: z.enum(['en', 'fr']), meant: z.boolean(), text: z.string() })

interface Measured {
  readonly messages: number
  readonly wronglyAnswered: number
  readonly missed: number
}

export function evalThreads(
  path: string,
): Measured & { readonly kind: string; readonly which: object } {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Row.parse(JSON.parse(line)))
  const judged = rows.map((row) => ({ ...row, answered: isMeant(row.text) }))
  const not = judged.filter(({ meant }) => !meant)
  const meant = judged.filter((one) => one.meant)
  const wrongly = not.filter(({ answered }) => answered)
  const missed = meant.filter(({ answered }) => !answered)
  const share = (some: readonly unknown[], all: readonly unknown[]): number =>
    Number((some.length / Math.max(1, all.length)).toFixed(4))
  return {
    kind: 'threads',
    messages: rows.length,
    wronglyAnswered: share(wrongly, not),
    missed: share(missed, meant),
    which: {
      wronglyAnswered: wrongly.map(({ text }) => text),
      missed: missed.map(({ text }) => text),
    },
  }
}
