/** Schedules at full counts: kills at the wire, every zone, downtimes, a big day, many digests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { Pipelines } from '../../src/pipeline.ts'
import { lastRun, nextRun } from '../../src/schedule/time.ts'
import { readPattern } from '../../src/schedule/pattern.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { overlap, wordsOf } from '../../src/summary/choose.ts'
import { brief } from '../../src/summary/summary.ts'
import { documentFrom } from '../support/library.ts'
import { newsOf } from '../support/news.ts'
import { killedPosts } from '../support/schedule-kills.ts'
import { DAY, HOUR, ScheduleWorld } from '../support/schedule-world.ts'
import type { Check } from './check.ts'

type Tell = (result: Check) => void

const KILLS = 1000
const CORPORA = 200

export async function soakSchedule(check: Tell): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-soak-'))
  try {
    for (const name of ['slack', 'discord'] as const) {
      const path = join(folder, `${name}.sqlite`)
      const { due, missed, unknown, lost, doubled, unflagged } = await killedPosts(
        name,
        path,
        KILLS,
        7,
      )
      const what = `${KILLS} processes killed around posting to ${name}, ${due} posts due, ${missed} said to be missed, ${unknown} to be unknown`
      check({ what: `${what}: lost`, measured: lost, most: 0 })
      check({ what: `${what}: doubled`, measured: doubled, most: 0 })
      check({ what: `${what}: of an end that nobody says`, measured: unflagged, most: 0 })
    }
    await downtimes(check, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
  await manyDigests(check)
  await bigDay(check)
  everyZone(check)
}

/** From a minute to seven days: one post inside the window, else one that is said to be missed. */
async function downtimes(check: Tell, folder: string): Promise<void> {
  let wrong = 0
  const lengths = [1, 2, 5, 15, 30, 60, 120, 240, 359, 361, 480, 720]
  for (let hours = 18; hours <= 168; hours += 6) lengths.push(hours * 60 + 7)
  for (const minutes of lengths) {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z', {
      path: join(folder, `${minutes}.sqlite`),
    })
    const first = world.start()
    const pattern = readPattern('daily 08:00 UTC').pattern
    const { id } = await first.store.schedules.add({
      destination: 'slack:C1',
      pattern,
      quiet: false,
    })
    await world.advance(DAY / 2)
    first.kill()
    world.now = Date.parse('2025-11-21T07:59:30Z') + minutes * 60_000
    const ago = (world.now - Date.parse('2025-11-21T08:00:00Z')) % DAY
    const { store, kill } = world.start()
    await world.settle()
    const posts = await store.posts.of('slack:C1', id)
    const missed = posts.filter(({ state }) => state === 'missed').length
    const inside = ago <= 6 * HOUR
    if (world.posted.length !== (inside ? 1 : 0) || missed !== (inside ? 0 : 1)) wrong++
    kill()
  }
  check({
    what: `${lengths.length} downtimes of a minute to seven days: other than one post or one missed`,
    measured: wrong,
    most: 0,
  })
}

function everyZone(check: Tell): void {
  const patterns = ['daily 00:00', 'daily 02:30', 'daily 08:00', 'weekdays 23:59', 'mon,thu 01:15']
  const zones = Intl.supportedValuesOf('timeZone')
  let wrong = 0
  let runs = 0
  for (const zone of zones)
    for (const typed of patterns) {
      const { pattern } = readPattern(`${typed} ${zone}`)
      const end = Date.UTC(2035, 0, 1)
      let at = new Date(Date.UTC(2025, 0, 1))
      let before = ''
      while (at.getTime() < end) {
        const run = nextRun(pattern, at)
        runs++
        const between = before === '' ? 1 : datesBetween(before, run.date, pattern.days)
        const own = lastRun(pattern, run.at)
        if (run.date <= before || between !== 1 || own?.date !== run.date) wrong++
        before = run.date
        at = run.at
      }
    }
  check({
    what: `${zones.length} zones, 10 years, ${patterns.length} patterns, ${runs} runs: local dates with another number than one`,
    measured: wrong,
    most: 0,
  })
}

/** How many days of the week that are wanted lie behind one date and up to another. */
function datesBetween(from: string, to: string, days: readonly number[]): number {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  let count = 0
  for (let at = start + DAY; at <= end; at += DAY)
    if (days.includes(new Date(at).getUTCDay() || 7)) count++
  return count
}

async function manyDigests(check: Tell): Promise<void> {
  let alike = 0
  let quotes = 0
  for (let seed = 0; seed < CORPORA; seed++) {
    const { summary } = await digestOf(newsOf(seed, 5 + (seed % 30)))
    const texts = [
      ...[...summary.lead, ...summary.sections.flatMap(({ quotes: own }) => own)].map(({ text }) =>
        wordsOf(text),
      ),
      ...summary.figures.map(({ now }) => wordsOf(now.quote.text)),
    ]
    quotes += texts.length
    for (const [at, one] of texts.entries())
      for (const other of texts.slice(at + 1)) if (overlap(one, other) > 0.6) alike++
  }
  check({
    what: `${CORPORA} corpora, ${quotes} quotes: pairs that share more than 0.6 of their words`,
    measured: alike,
    most: 0,
  })
}

async function bigDay(check: Tell): Promise<void> {
  const { milliseconds, summary } = await digestOf(newsOf(1, 500))
  const listed = summary.documents.flatMap(({ documents }) => documents).length
  check({ what: '500 new documents: digest computed in, ms', measured: milliseconds, most: 5000 })
  check({ what: '500 new documents: listed', measured: listed, least: 1, most: 40 })
}

async function digestOf(news: readonly { name: string; text: string }[]) {
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add(news.map(({ name, text }) => documentFrom(name, text)))
  const store = sqliteStore(':memory:')
  const known = { aliases: {}, caution: 'normal' as const, rememberHours: 1, store }
  const pipeline = new Pipelines({ ...known, clock: () => new Date() }).of(corpus)
  const changes = [...corpus.documents.keys()].map((id) => ({ id, state: 'new' as const }))
  const start = performance.now()
  const { summary } = await brief({ pipeline, changes, since: new Date(), language: 'en' })
  await store.close()
  return { summary, milliseconds: performance.now() - start }
}
