/**
 * `npm run soak -- KIND`: what takes too long for the tests. Prints a line for everything measured and
 * what it may be; its exit code is 1 when something is more, or less.
 */
import { Command } from 'commander'
import { soakApi } from './api.ts'
import { soakBombs } from './bombs.ts'
import { soakCanaries } from './canaries.ts'
import { soakCluster } from './cluster/cluster.ts'
import { type Check, passes } from './check.ts'
import { soakData } from './data.ts'
import { soakDiscord } from './discord.ts'
import { soakRequests } from './requests.ts'
import { soakSchedule } from './schedule.ts'
import { soakSlack } from './slack.ts'
import { soakStore } from './store.ts'
import { soakWeb } from './web.ts'

interface Kind {
  readonly does: string
  readonly run: (check: (result: Check) => void, given: readonly string[]) => Promise<void>
  /** What else it takes. */
  readonly takes?: string
}

const KINDS: Readonly<Record<string, Kind>> = {
  api: { does: 'the interface against its own description, by schemathesis', run: soakApi },
  bombs: { does: 'every harmful file, with the limits that the bot has', run: soakBombs },
  canaries: { does: 'what a channel may not see, asked for in every way', run: soakCanaries },
  cluster: {
    does: 'a cluster of OpenSearch: the same replies, a node killed, how fast it is filled; question files of FOLDER, or made up',
    run: soakCluster,
    takes: '[folder]',
  },
  data: { does: 'data folders: several processes at once, some killed', run: soakData },
  discord: { does: 'Discord at full counts, and at its own pace', run: soakDiscord },
  requests: {
    does: 'every kind of request to large and hostile documents',
    run: soakRequests,
  },
  schedule: {
    does: 'scheduled posts: kills, downtimes, every zone, many digests',
    run: soakSchedule,
  },
  slack: { does: 'Slack at full counts, and at its own pace', run: soakSlack },
  store: { does: 'two bots on one store in PostgreSQL, killed again and again', run: soakStore },
  web: { does: 'the desk: 50 requests a second, many documents', run: soakWeb },
}

const program = new Command('soak').description('Long runs; prints what they measured.')
for (const [name, { does, run, takes }] of Object.entries(KINDS))
  program
    .command(takes === undefined ? name : `${name} ${takes}`)
    .description(does)
    .action((folder?: unknown) => run(report, typeof folder === 'string' ? [folder] : []))
await program.parseAsync()

function report(check: Check): void {
  const { what, measured, least, most } = check
  const kept = passes(check)
  if (!kept) process.exitCode = 1
  const bounds = [
    ...(least === undefined ? [] : [`at least ${least}`]),
    ...(most === undefined ? [] : [`at most ${most}`]),
  ]
  const shown = Number.isInteger(measured) ? String(measured) : measured.toFixed(1)
  process.stdout.write(
    `${kept ? 'ok  ' : 'FAIL'} ${what}: ${shown}${bounds.length === 0 ? '' : ` (${bounds.join(', ')})`}\n`,
  )
}
