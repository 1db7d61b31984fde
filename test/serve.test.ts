/** The program itself against stand-ins of the chat platforms: what a person in a channel sees. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ended, folderOf, start, verbatim } from './support/program.ts'
import { SlackDouble } from './support/slack-double.ts'
import { seen } from './support/slack/workspace.ts'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const SOON = { timeout: 40_000, interval: 50 }

let place: ReturnType<typeof folderOf>
let slack: SlackDouble
beforeEach(async () => {
  place = folderOf({
    'papers/wells.md':
      '---\ntitle: The wells of Kelani\npublisher: Rivers Desk\n---\n# Wells\n\nThe council dug 12 wells in Kelani in 2021. The deepest well of Kelani is 40 metres deep.\n',
  })
  slack = await SlackDouble.open()
})
afterEach(async () => {
  await slack.close()
  place.remove()
})

it('answers a mention in its thread with the quote, the citation and buttons', async () => {
  const child = start([MAIN, 'serve', 'slack'], place.path, {
    VERBATIM_DOCUMENTS: 'papers',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  })
  const end = ended(child)
  try {
    const heard = Promise.withResolvers<void>()
    child.stderr.on('data', (text: Buffer) => {
      if (text.toString().includes('slack: connected')) heard.resolve()
    })
    await heard.promise
    const said = slack.mention('C1', 'U1', 'How deep is the deepest well of Kelani?')
    await said.deliver()
    await vi.waitFor(() => expect(slack.workspace.said('C1')).toHaveLength(1), SOON)
    const [reply] = slack.workspace.said('C1')
    expect(reply?.thread_ts).toBe(said.message.ts)
    const shown = reply === undefined ? '' : seen(reply)
    expect(shown).toContain('The deepest well of Kelani is 40 metres deep.')
    expect(shown).toContain('The wells of Kelani')
    expect(shown).toContain('Rivers Desk')
    expect(JSON.stringify(reply)).toContain('In context')
  } finally {
    child.kill('SIGTERM')
  }
  expect((await end).exit).toBe(143)
})

it('says which variables are missing when a platform is asked for, and only then', async () => {
  const named = await verbatim(['serve', 'slack'], place.path)
  expect(named).toMatchObject({ exit: 2, stderr: expect.stringContaining('SLACK_BOT_TOKEN') })
  const asked = await verbatim(
    ['ask', 'How deep is the well?', '--documents', 'papers'],
    place.path,
  )
  expect(asked).toMatchObject({ exit: 0, stderr: '' })
})

it('says why a platform refuses it', async () => {
  const refused = await verbatim(['serve', 'slack'], place.path, {
    VERBATIM_DOCUMENTS: 'papers',
    SLACK_BOT_TOKEN: 'xoxb-wrong',
    SLACK_APP_TOKEN: 'xapp-wrong',
    SLACK_API_URL: slack.apiUrl,
  })
  expect(refused.exit).toBe(2)
  expect(refused.stderr).toContain('slack: ')
  expect(refused.stderr).not.toContain('xoxb-wrong')
})
