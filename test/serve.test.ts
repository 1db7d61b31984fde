/** The program itself against stand-ins of the chat platforms: what a person in a channel sees. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ended, folderOf, start, verbatim } from './support/program.ts'
import { unescaped } from '../adapters/discord/markdown.ts'
import { DiscordDouble } from './support/discord-double.ts'
import { SlackDouble } from './support/slack-double.ts'
import { readPattern } from '../src/schedule/pattern.ts'
import { sqliteStore } from '../src/store/sqlite/store.ts'
import { seen } from './support/slack/workspace.ts'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../src/start.js', import.meta.url))
const DAY = 86_400_000
const SOON = { timeout: 40_000, interval: 50 }

let place: ReturnType<typeof folderOf>
let slack: SlackDouble
beforeEach(async () => {
  place = folderOf({
    'papers/wells.md':
      '---\ntitle: The wells of Kelani\npublisher: Rivers Desk\n---\n# Wells\n\nThe council dug 12 wells in Kelani in 2021. The governor claimed 15 wells in Kelani in 2021. The deepest well of Kelani is 40 metres deep.\n',
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

it('answers commands in Discord, beside Slack in the same process', async () => {
  const discord = await DiscordDouble.open()
  const child = start([MAIN, 'serve'], place.path, {
    VERBATIM_DOCUMENTS: 'papers',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  })
  const end = ended(child)
  try {
    const waiting = new Set(['slack', 'discord'])
    const heard = Promise.withResolvers<void>()
    child.stderr.on('data', (text: Buffer) => {
      for (const name of waiting)
        if (text.toString().includes(`${name}: connected`)) waiting.delete(name)
      if (waiting.size === 0) heard.resolve()
    })
    await heard.promise
    const channel = discord.guilds.channel()
    const { asked } = discord.command(channel, 'ask', {
      question: 'How deep is the deepest well of Kelani?',
    })
    await vi.waitFor(() => expect(asked.original?.loading).toBe(false), SOON)
    expect(unescaped(JSON.stringify(asked.original))).toContain(
      'The deepest well of Kelani is 40 metres deep.',
    )
    expect(JSON.stringify(asked.original)).toContain('The wells of Kelani')
    const figures = discord.command(channel, 'figure', { what: 'wells', chart: true })
    await vi.waitFor(() => expect(figures.asked.original?.loading).toBe(false), SOON)
    const shown = JSON.stringify(figures.asked.original)
    expect(shown).toContain('12')
    expect(shown).toContain('.png')
    await slack.mention('C1', 'U1', 'How many wells did the council dig?').deliver()
    await vi.waitFor(() => expect(slack.workspace.said('C1')).toHaveLength(1), SOON)
    expect(discord.violations).toEqual([])
  } finally {
    child.kill('SIGTERM')
    await end
    await discord.close()
  }
})

it('serves the pages where there is no terminal, and ends in good order', async () => {
  const child = start([MAIN], place.path, {
    VERBATIM_DOCUMENTS: 'papers',
    VERBATIM_WEB: '127.0.0.1:0',
  })
  const end = ended(child)
  const told = Promise.withResolvers<string>()
  child.stderr.on('data', (text: Buffer) => {
    const address = /http:\S+/u.exec(text.toString())?.[0]
    if (address !== undefined) told.resolve(address)
  })
  const address = await told.promise
  const asked = await fetch(`${address}/?q=How+deep+is+the+deepest+well+of+Kelani`)
  const page = await asked.text()
  expect(page).toContain('metres')
  expect(page).toContain('/documents/wells.md?quote=')
  child.kill('SIGTERM')
  expect((await end).exit).toBe(143)
  await expect(fetch(address)).rejects.toThrow('fetch failed')
})

it('posts nothing while its memory is lost, and nothing twice once that is reset', async () => {
  const env = {
    VERBATIM_DOCUMENTS: 'papers',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  }
  const data = join(place.path, '.verbatim')
  const { pattern: midnight } = readPattern('daily 00:00 UTC')
  writeFileSync(join(place.path, 'verbatim.yaml'), 'catch_up_hours: 24\n')
  /** As if it had been set up yesterday: whenever this runs, the post of the day is due already. */
  const schedule = async (): Promise<void> => {
    mkdirSync(data, { recursive: true })
    const store = sqliteStore(join(data, 'verbatim.sqlite'), () => new Date(Date.now() - DAY))
    await store.schedules.add({
      destination: 'slack:C1',
      pattern: midnight,
      quiet: false,
    })
    await store.close()
  }
  /** Runs until `use` is through. */
  const serving = async (use: () => Promise<void>): Promise<void> => {
    const child = start([MAIN, 'serve', 'slack'], place.path, env)
    const end = ended(child)
    try {
      const heard = Promise.withResolvers<void>()
      child.stderr.on('data', (text: Buffer) => {
        if (text.toString().includes('slack: connected')) heard.resolve()
      })
      await heard.promise
      await use()
    } finally {
      child.kill('SIGTERM')
      await end
    }
  }
  const said = () => slack.workspace.said('C1').length
  const ask = () => slack.mention('C1', 'U1', 'How deep is the deepest well of Kelani?').deliver()

  await schedule()
  await serving(() => vi.waitFor(() => expect(said()).toBe(1), SOON))
  for (const name of readdirSync(data))
    if (name.startsWith('verbatim.sqlite')) rmSync(join(data, name))
  writeFileSync(join(data, 'verbatim.sqlite'), 'garbage'.repeat(2000))
  await serving(async () => {
    await ask()
    await vi.waitFor(() => expect(said()).toBe(2), SOON)
  })
  expect(JSON.stringify(slack.workspace.said('C1').at(-1))).toContain('My settings cannot be read')
  expect((await verbatim(['reset'], place.path, env)).stdout).toContain('Reset')
  await schedule()
  await serving(async () => {
    await ask()
    await vi.waitFor(() => expect(said()).toBe(3), SOON)
  })
  expect(JSON.stringify(slack.workspace.said('C1').at(-1))).toContain('40 metres deep')
  expect(
    slack.workspace.said('C1').filter(({ thread_ts }) => thread_ts === undefined),
  ).toHaveLength(1)
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
