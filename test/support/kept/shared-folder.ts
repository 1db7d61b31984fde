/**
 * A history of several real processes on one data folder: they add, remove and refresh at once, some
 * are killed. In the end the documents are those of the sources, and every report told the truth.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { pick, randomOf } from '../random.ts'
import { Home, type Ran } from './home.ts'

const TOWNS = ['Alport', 'Besko', 'Cardew'] as const
const MOST_FILES = 5
const ROUNDS = 2
/** So long a process has at most until it is killed, in milliseconds: mostly while it writes. */
const LATEST_KILL = 3500

export interface History {
  /** What was wrong, a line each. */
  readonly faults: readonly string[]
  readonly killed: number
  readonly ran: number
}

const Listed = z.object({
  origins: z.array(z.object({ location: z.string() })),
  documents: z.array(z.object({ document: z.string() })),
})

export async function history(seed: number): Promise<History> {
  const random = randomOf(seed)
  const home = new Home()
  const folders = TOWNS.map((town) => join(home.path, town))
  const faults: string[] = []
  let [killed, ran] = [0, 0]
  try {
    for (const folder of folders) mkdirSync(folder)
    for (let round = 0; round < ROUNDS; round++) {
      for (const folder of folders) change(folder, random)
      const count = 2 + Math.floor(random() * 3)
      const all = await Promise.all(
        Array.from({ length: count }, () => {
          const words = wordsOf(random, folders)
          const kill = random() < 0.3 ? Math.floor(random() * LATEST_KILL) : undefined
          return home.run(words, { kill })
        }),
      )
      ran += all.length
      killed += all.filter(({ code }) => code === undefined).length
      for (const one of all) faults.push(...untruthsOf(one))
    }
    faults.push(...(await finalFaults(home)))
  } finally {
    home.remove()
  }
  return { faults: faults.map((fault) => `history ${seed}: ${fault}`), killed, ran }
}

function wordsOf(random: () => number, folders: readonly string[]): string[] {
  const chance = random()
  if (chance < 0.6) return ['add', pick(folders, random)]
  return chance < 0.8 ? ['remove', pick(folders, random)] : ['refresh']
}

/** Files of the same names in every folder, each with a sentence of its own. */
function change(folder: string, random: () => number): void {
  for (let at = 0; at < MOST_FILES; at++) {
    const path = join(folder, `note-${at}.txt`)
    if (random() < 0.3) rmSync(path, { force: true })
    else
      writeFileSync(
        path,
        `The mayor of ${folder} opened bridge ${at} for the ${Math.floor(random() * 1e6)}th time.\n`,
      )
  }
}

/** Files are changed between rounds only, so that a report can be held against the folder. */
function untruthsOf({ words, code, out, error }: Ran): string[] {
  const said = `${words.join(' ')} ended with ${code}: ${out} ${error}`
  if (error.includes('Unexpected')) return [said]
  const [command, folder = ''] = words
  if (code !== 0 || command !== 'add') return []
  const [, read = '', unchanged = ''] = /(\d+) read, (\d+) unchanged/u.exec(out) ?? []
  return Number(read) + Number(unchanged) === readdirSync(folder).length ? [] : [said]
}

/** The documents are those of the sources as they are on the disk, each once. */
async function finalFaults(home: Home): Promise<string[]> {
  const refreshed = await home.run(['refresh'])
  if (refreshed.code !== 0) return [`the last refresh failed: ${refreshed.error}`]
  const again = await home.run(['refresh'])
  const faults = / 0 read|^0 read/u.test(again.out) ? [] : [`a refresh reads anew: ${again.out}`]
  const { out } = await home.run(['sources', '--json'])
  const { origins, documents } = Listed.parse(JSON.parse(out))
  const own = origins.filter(({ location }) => location.startsWith(home.path))
  const files = own.flatMap(({ location }) => readdirSync(location))
  const there = documents.map(({ document }) => document)
  if (own.length === 0) return faults
  if (there.length !== files.length || new Set(there).size !== there.length)
    faults.push(`${files.length} files, ${there.length} documents: ${there.join(', ')}`)
  return faults
}
