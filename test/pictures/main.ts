/** Pictures of replies as people see them on a phone: the real payloads, drawn and photographed. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { render as renderDiscord } from '../../adapters/discord/render/render.ts'
import { render as renderSlack } from '../../adapters/slack/render/render.ts'
import type { Message } from '../../src/adapter.ts'
import { Bot } from '../../src/bot.ts'
import { createLog } from '../../src/log.ts'
import type { Reply } from '../../src/reply.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { readPattern } from '../../src/schedule/pattern.ts'
import { corpusOfFolder } from '../eval/folder.ts'
import { openBrowser } from '../support/browser.ts'
import { libraryOf } from '../support/library.ts'
import { memory } from '../support/slack-shown.ts'
import { discordPage } from './discord-page.ts'
import { slackPage } from './slack-page.ts'

const OUT = '.pictures'
const WIDTH = 390
const [folder = 'seeds', topic = 'Moura'] = process.argv.slice(2)

const corpus = await corpusOfFolder(folder)
const changes = [...corpus.documents.keys()].map((id) => ({
  id,
  state: 'new' as const,
  at: Date.now(),
}))
const store = sqliteStore(':memory:')
const bot = new Bot({
  library: libraryOf(corpus, { changes: () => changes }),
  store,
  channels: {},
  aliases: {},
  caution: 'normal',
  rememberHours: 1,
  log: createLog('silent'),
  perMinute: 1000,
})

const messageOf = (text: string): Message => ({
  id: text,
  text,
  user: 'U1',
  role: 'admin',
  channel: 'C1',
  thread: '1.1',
  workspace: 'T1',
  aloud: true,
  platform: 'slack',
})
const schedule = (over: object) =>
  store.schedules.add({ destination: 'slack:C1', quiet: false, ...over })
const asked: readonly (readonly [string, string])[] = [
  ['answer', `How many people were killed in ${topic}?`],
  ['refusal', `What did the Chinese embassy say about ${topic}?`],
  ['figures', `figures killed in ${topic}`],
  ['briefing', `brief ${topic}`],
  ['help', 'help'],
]

const shown: [string, Reply, Message | undefined][] = []
for (const [name, text] of asked) {
  const message = messageOf(text)
  shown.push([name, await bot.answer(message), message])
}
const digest = await bot.digests.digest(
  await schedule({ pattern: readPattern('daily 08:00 UTC').pattern }),
)
if (digest.reply !== undefined) shown.push(['digest', digest.reply, undefined])
const watch = { ...(await schedule({ search: `killed > 100 ${topic}` })), from: new Date(0) }
const alert = await bot.digests.alert([watch])
if (alert.reply !== undefined) shown.push(['watch', alert.reply, undefined])

mkdirSync(OUT, { recursive: true })
const browser = await openBrowser()
const pages = await browser.newPage({
  viewport: { width: WIDTH, height: 700 },
  deviceScaleFactor: 2,
})
for (const [name, reply, message] of shown) {
  const rendering = { key: name, ...(message && { message }), ephemeral: false, memory: memory() }
  const html = {
    slack: slackPage(name, await renderSlack(reply, rendering)),
    discord: discordPage(name, await renderDiscord(reply, { ...rendering, chart: true })),
  }
  for (const [platform, content] of Object.entries(html)) {
    await pages.setContent(content)
    const path = join(OUT, `${name}-${platform}.png`)
    await pages.screenshot({ path, fullPage: true })
    process.stdout.write(`${path}\n`)
  }
}
await browser.close()
