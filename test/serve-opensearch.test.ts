/** The program on a search cluster that the settings name: a reading and an answering process, and `ask`. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Door, openDoor, WITHOUT_OPENSSL } from './support/opensearch/guarded.ts'
import { startCluster, type TestCluster, WITHOUT_OPENSEARCH } from './support/opensearch/cluster.ts'
import { type Ended, ended, folderOf, MAIN, start, verbatim } from './support/program.ts'
import { SlackDouble } from './support/slack-double.ts'
import { seen } from './support/slack/workspace.ts'

const STARTING = 240_000
const SOON = { timeout: 90_000, interval: 200 }
const REFUSED = /do not say|No document/iu
const USER = 'bot'
const PASSWORD = 'a made-up password'
const WITHOUT = WITHOUT_OPENSEARCH ?? WITHOUT_OPENSSL

const FILES = {
  'papers/wells.md': '# Wells\n\nThe deepest well of Kelani is 40 metres deep.\n',
  'papers/school.md': '# School\n\nThe school of Kelani has 312 pupils and nine teachers.\n',
  'valley/mill.md': '# Mill\n\nThe mill of Orsund was built in 1893 by two sisters.\n',
  'valley/ferry.md': '# Ferry\n\nThe ferry of Orsund carries sixty people and runs on Sundays.\n',
}
const LATER = '# Bridges\n\nThe longest bridge of Tarwell is 300 metres long.\n'
const QUESTIONS = [
  'How deep is the deepest well of Kelani?',
  'How many pupils has the school of Kelani?',
  'When was the mill of Orsund built?',
  'When does the ferry run?',
  'How many pupls are there in Kelani?',
  'Who is the mayor of Brindle?',
]

describe.skipIf(WITHOUT !== undefined)('the program on a search cluster', () => {
  let cluster: TestCluster
  let door: Door
  let place: ReturnType<typeof folderOf>
  let made = 0
  const env = { VERBATIM_OPENSEARCH_PASSWORD: PASSWORD }

  beforeAll(async () => {
    cluster = await startCluster(1)
    door = await openDoor(cluster.nodes[0] ?? '', USER, PASSWORD)
  }, STARTING)
  afterAll(async () => {
    await door?.close()
    await cluster?.stop()
  })
  beforeEach(() => {
    const settings = {
      documents: './papers',
      sets: { valley: ['./valley'] },
      channels: { 'slack:C1': ['valley'] },
      engine: {
        opensearch: {
          nodes: [door.address],
          index: `desk-${made++}`,
          ca: './ca.pem',
          auth: { user: USER },
        },
      },
    }
    const config = JSON.stringify(settings)
    place = folderOf({ ...FILES, 'verbatim.yaml': config, 'ca.pem': door.ca })
  })
  afterEach(() => place.remove())

  const asked = (question: string, more: Readonly<Record<string, string>> = {}): Promise<Ended> =>
    verbatim(['ask', question, '--json'], place.path, { ...env, ...more })

  it(
    'answers as an engine of the process does',
    async () => {
      for (const question of QUESTIONS) {
        const there = await asked(question)
        const here = await asked(question, { VERBATIM_ENGINE: 'auto', VERBATIM_DATA: 'apart' })
        expect(there.stderr).toBe('')
        expect(there.stdout).toBe(here.stdout)
        expect(there.exit).toBe(here.exit)
      }
    },
    STARTING,
  )

  it(
    'answers in one process from what another reads, each channel from what it sees',
    async () => {
      const slack = await SlackDouble.open()
      const tokens = {
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
      }
      const reader = start([MAIN, 'serve', '--role', 'index'], place.path, env)
      const chat = start([MAIN, 'serve', 'slack', '--role', 'chat'], place.path, {
        ...env,
        ...tokens,
      })
      const ends = [ended(reader), ended(chat)]
      let told = ''
      chat.stderr.on('data', (text: Buffer) => (told += text.toString()))
      try {
        await vi.waitFor(() => expect(told).toContain('slack: connected'), SOON)
        const ask = async (channel: string, question: string): Promise<string> => {
          const before = slack.workspace.said(channel).length
          await slack.mention(channel, 'U1', question).deliver()
          await vi.waitFor(
            () => expect(slack.workspace.said(channel)).toHaveLength(before + 1),
            SOON,
          )
          return slack.workspace.said(channel).slice(before).map(seen).join('\n')
        }
        const knows = (channel: string, question: string, words: RegExp | string) =>
          vi.waitFor(async () => expect(await ask(channel, question)).toMatch(words), SOON)
        await knows('C2', QUESTIONS[0] ?? '', '40 metres deep')
        await knows('C1', QUESTIONS[2] ?? '', '1893 by two sisters')
        // A word that is spelt badly is read by what this channel sees.
        expect(await ask('C1', 'When was the mill of Orsumd built?')).toContain('1893')
        expect(await ask('C1', QUESTIONS[0] ?? '')).not.toContain('40 metres')
        writeFileSync(join(place.path, 'papers', 'bridges.md'), LATER)
        await knows('C2', 'How long is the longest bridge of Tarwell?', '300 metres long')
        rmSync(join(place.path, 'papers', 'wells.md'))
        await vi.waitFor(
          async () => expect(await ask('C2', QUESTIONS[0] ?? '')).not.toContain('40 metres deep'),
          SOON,
        )
        await knows('C2', QUESTIONS[1] ?? '', '312 pupils')
      } finally {
        for (const child of [reader, chat]) child.kill('SIGTERM')
        await Promise.all(ends)
        await slack.close()
      }
    },
    STARTING,
  )

  it(
    'says what is wrong with the way to it, and never that the documents do not say',
    async () => {
      const question = QUESTIONS[0] ?? ''
      const wrongPassword = await asked(question, { VERBATIM_OPENSEARCH_PASSWORD: 'another' })
      expect(wrongPassword.exit).toBe(1)
      expect(wrongPassword.stderr).toContain('refuses the user. Check “engine.opensearch.auth”')
      expect(wrongPassword.stdout).not.toMatch(REFUSED)
      writeFileSync(join(place.path, 'ca.pem'), door.otherCa)
      const wrongCa = await asked(question)
      expect(wrongCa.exit).toBe(1)
      expect(wrongCa.stderr).toMatch(/is not trusted \(.+\)\. Check “engine\.opensearch\.ca”/u)
      expect(wrongCa.stdout).not.toMatch(REFUSED)
      const doctor = await verbatim(['doctor'], place.path, env)
      expect(doctor.stdout).toContain('✗ search: ')
      writeFileSync(join(place.path, 'ca.pem'), door.ca)
      expect((await asked(question)).stdout).toContain('40 metres deep')
      expect((await verbatim(['doctor'], place.path, env)).stdout).toMatch(
        /✓ search: 1 node answers; the index “desk-\d+” is there/u,
      )
    },
    STARTING,
  )
})
