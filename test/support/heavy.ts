/** Large and hostile sets of documents, and every kind of request to them. */
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { packQuantities, quantitiesOf } from '../../index/quantities/figure-index.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { extractQuantities } from '../../index/quantities/extract.ts'
import type { Request } from '../../src/adapter.ts'
import { Bot } from '../../src/bot.ts'
import { createLog } from '../../src/log.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { documentFrom, libraryOf } from './library.ts'
import { pick, randomOf } from './random.ts'
import { watchTurns } from './turns.ts'

export interface Heavy {
  readonly name: string
  readonly make: () => Bot
}

interface Size {
  readonly passages: number
  readonly figures: number
}

export const heavySets = ({ passages, figures }: Size): Heavy[] => [
  { name: 'reports', make: () => botOf(reports(passages, figures)) },
  { name: 'one long report', make: () => botOf({ 'long.txt': longReport(figures) }) },
  { name: 'one sentence', make: () => botOf({ 'list.txt': oneSentence(figures) }) },
  { name: 'the same again', make: () => botOf(copies(figures)) },
]

const PASSAGES_A_DOCUMENT = 10
const PLACES = ['Oss', 'Tarwell', 'Lund', 'Varde', 'Mora', 'Skive', 'Ystad', 'Hobro']
const COUNTED = ['people', 'women', 'children', 'farmers', 'soldiers', 'houses', 'goats', 'boats']
const HAPPENED = ['were killed', 'were injured', 'were displaced', 'were destroyed', 'were lost']

/** Reports of ten passages, with so many figures among all of them. */
function reports(passages: number, figures: number): Record<string, string> {
  const random = randomOf(3)
  const words = Array.from({ length: 20_000 }, (_, at) => `w${at.toString(36)}x`)
  const word = (): string => words[Math.floor(words.length * random() ** 3)] ?? ''
  const plain = (): string => {
    const all = Array.from({ length: 14 }, word).join(' ')
    return `${all.slice(0, 1).toUpperCase()}${all.slice(1)}.`
  }
  const files: Record<string, string> = {}
  for (let at = 0; at * PASSAGES_A_DOCUMENT < passages; at++) {
    const paragraphs = Array.from({ length: PASSAGES_A_DOCUMENT }, () => {
      const counted = random() < figures / passages ? [count(random)] : []
      return [...Array.from({ length: 6 }, plain), ...counted].join(' ')
    })
    files[`${at}.txt`] = `Report ${word()} ${at}\n\n${paragraphs.join('\n\n')}\n`
  }
  return files
}

const count = (random: () => number): string =>
  `In ${pick(PLACES, random)} ${2 + Math.floor(random() * 900)} ${pick(COUNTED, random)} ${pick(HAPPENED, random)} in ${2010 + Math.floor(random() * 15)}.`

function longReport(figures: number): string {
  const random = randomOf(4)
  const paragraphs = Array.from({ length: Math.ceil(figures / 20) }, () =>
    Array.from({ length: 10 }, () => count(random)).join(' '),
  )
  return `A long report\n\n${paragraphs.join('\n\n')}\n`
}

const oneSentence = (figures: number): string =>
  `A list of counts\n\n${Array.from({ length: figures }, (_, at) => `${at + 3} people killed in Oss`).join(', ')}.\n`

/** One story over and over, each time of another day. */
function copies(figures: number): Record<string, string> {
  const story = longReport(200)
  return Object.fromEntries(
    Array.from({ length: Math.ceil(figures / 200) }, (_, at) => {
      const day = new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10)
      return [`copy-${at}.md`, `---\ndate: ${day}\n---\n${story}`]
    }),
  )
}

function botOf(files: Readonly<Record<string, string>>): Bot {
  const corpus = new WholeCorpus(makeMiniSearch)
  for (const [name, text] of Object.entries(files)) {
    const document = documentFrom(name, text)
    const quantities = packQuantities(quantitiesOf(document, extractQuantities), () => true)
    corpus.put(document, quantities === undefined ? {} : { quantities })
  }
  const ids = [...corpus.documents.keys()]
  return new Bot({
    library: libraryOf(corpus, { changes: () => ids.map((id) => changeOf(id)) }),
    channels: {},
    aliases: {},
    caution: 'normal',
    log: createLog('silent'),
    store: sqliteStore(':memory:'),
    rememberHours: 1,
  })
}

const changeOf = (id: string) => ({
  id,
  state: 'new' as const,
  at: Date.UTC(2024, 0, 1),
})

export interface Measured {
  readonly request: string
  readonly kind: string
  /** Of processor time of this thread. */
  readonly seconds: number
  /** Milliseconds of it without a turn for anything else, at the longest. */
  readonly held: number
}

const REQUESTS: readonly (readonly [name: string, request: Request, text: string])[] = [
  ['ask', { kind: 'ask' }, 'How many people were killed in Oss in 2022?'],
  ['ask, 2,000 characters', { kind: 'ask' }, 'people killed in Oss '.repeat(95)],
  ['more', { kind: 'more', shown: 3 }, 'Who was killed in Oss?'],
  ['figures', { kind: 'figures' }, 'people killed in Oss'],
  ['figures of a place', { kind: 'figures' }, 'Oss'],
  ['figures of nothing there', { kind: 'figures' }, 'ships sunk in Oss'],
  ['figures, 2,000 characters', { kind: 'figures' }, 'people killed in Oss '.repeat(95)],
  ['brief', { kind: 'brief', since: '2024-01-01' }, ''],
  ['brief on a topic', { kind: 'brief' }, 'people killed in Oss'],
  ['check', { kind: 'check' }, 'In Oss 37 people were killed. In Lund nobody was. '.repeat(8)],
  ['sources', { kind: 'sources' }, ''],
  ['gaps', { kind: 'gaps' }, ''],
  ['help', { kind: 'help' }, ''],
  ['documents typed', { kind: 'suggest', what: 'documents' }, 're'],
  ['places typed', { kind: 'suggest', what: 'places' }, 'o'],
  ['counted typed', { kind: 'suggest', what: 'counted' }, 'p'],
]

/** Each request once, in this order. */
export async function measureRequests(bot: Bot): Promise<Measured[]> {
  const all: Measured[] = []
  for (const [name, request, text] of REQUESTS) {
    const before = process.threadCpuUsage()
    const turns = watchTurns()
    const { kind } = await bot.answer({
      id: name,
      text,
      request,
      user: 'U1',
      channel: 'C1',
      platform: 'terminal',
      local: true,
    })
    const held = turns.stop()
    const { user, system } = process.threadCpuUsage()
    const seconds = (user + system - before.user - before.system) / 1e6
    all.push({ request: name, kind, seconds, held })
  }
  return all
}
