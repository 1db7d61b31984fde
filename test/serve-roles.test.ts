/** The program in several processes on one data folder: one reads the documents, others answer. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Postgres, startPostgres, withoutPostgres } from './support/postgres.ts'
import { ended, folderOf, start, verbatim } from './support/program.ts'
import { SlackDouble } from './support/slack-double.ts'
import { seen } from './support/slack/workspace.ts'

const MAIN = fileURLToPath(new URL('../src/start.js', import.meta.url))
const SOON = { timeout: 90_000, interval: 100 }
const WELLS = '# Wells\n\nThe deepest well of Kelani is 40 metres deep.\n'
const LATER = '# Bridges\n\nThe longest bridge of Tarwell is 300 metres long.\n'

let place: ReturnType<typeof folderOf>
let slack: SlackDouble
beforeEach(async () => {
  place = folderOf({ 'papers/wells.md': WELLS })
  slack = await SlackDouble.open()
})
afterEach(async () => {
  await slack.close()
  place.remove()
})

/** Until it is stopped in order. */
function serving(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = start([MAIN, 'serve', ...args], place.path, env)
  const end = ended(child)
  let told = ''
  child.stderr.on('data', (text: Buffer) => {
    told += text.toString()
  })
  return {
    told: () => told,
    kill: () => child.kill('SIGKILL'),
    async stop() {
      child.kill('SIGTERM')
      return (await end).exit
    },
  }
}

it.skipIf(withoutPostgres() !== undefined)(
  'answers once in two processes from what a third has read, and goes on when one is killed',
  async () => {
    const server: Postgres = await startPostgres()
    const env = {
      VERBATIM_DOCUMENTS: 'papers',
      VERBATIM_STORE: await server.database(),
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    }
    const reader = serving(['--role', 'index'], env)
    const [one, other] = [1, 2].map(() => serving(['slack', '--role', 'chat'], env))
    try {
      for (const chat of [one, other])
        await vi.waitFor(() => expect(chat?.told()).toContain('slack: connected'), SOON)
      // Answered nothing while nothing was read: asked again until it is.
      let asked = 0
      const ask = async (question: string): Promise<string> => {
        const said = slack.mention(`C${asked++}`, 'U1', question)
        await said.deliver()
        const { channel } = said.message
        await vi.waitFor(() => expect(slack.workspace.said(channel)).toHaveLength(1), SOON)
        return slack.workspace.said(channel).map(seen).join('\n')
      }
      const knows = (question: string, words: string) =>
        vi.waitFor(async () => expect(await ask(question)).toContain(words), SOON)
      await knows('How deep is the deepest well of Kelani?', '40 metres deep')
      writeFileSync(join(place.path, 'papers', 'bridges.md'), LATER)
      await knows('How long is the longest bridge of Tarwell?', '300 metres long')
      one?.kill()
      for (let times = 0; times < 4; times++)
        expect(await ask('How long is the longest bridge of Tarwell?')).toContain('300 metres')
      // Once each, by whichever process.
      for (let at = 0; at < asked; at++) expect(slack.workspace.said(`C${at}`)).toHaveLength(1)
      expect(await other?.stop()).toBe(143)
      expect(await reader.stop()).toBe(143)
    } finally {
      for (const process of [reader, one, other]) process?.kill()
      await server.close()
    }
  },
  240_000,
)

it('serves no platform where it reads the documents', async () => {
  const { exit, stderr } = await verbatim(['serve', 'slack', '--role', 'index'], place.path)
  expect(exit).toBe(2)
  expect(stderr).toContain('name none')
})
