/** What sources are read with stands in no file, no log and no message, whatever goes wrong. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { bucketDouble } from './support/bucket-double.ts'
import { mailboxDouble } from './support/mailbox-double.ts'
import { folderOf, verbatim } from './support/program.ts'
import { reliefwebDouble } from './support/reliefweb-double.ts'

const SECRETS = {
  IMAP_PASSWORD: 'nine-mills-of-Hale-4471',
  AWS_ACCESS_KEY_ID: 'AKIAVALLEYDESK000001',
  AWS_SECRET_ACCESS_KEY: 'wells-and-boats-of-Oss-9917',
  RELIEFWEB_APPNAME: 'valley-desk-briefings-x7Kq2',
}

const MAIL =
  'From: a@valley.example\r\nSubject: Wells\r\nDate: Mon, 02 Feb 2026 08:00:00 +0000\r\nMIME-Version: 1.0\r\n\r\nTwelve wells were dug in Oss in one summer.\r\n'

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

it.each([
  ['right', SECRETS, 0],
  [
    'wrong',
    {
      ...SECRETS,
      IMAP_PASSWORD: 'another-mill-5522',
      AWS_SECRET_ACCESS_KEY: 'another-well-5522',
      RELIEFWEB_APPNAME: 'another-desk-5522',
    },
    2,
  ],
])('holds with secrets that are %s', async (_, secrets, exit) => {
  const key = { id: SECRETS.AWS_ACCESS_KEY_ID, secret: SECRETS.AWS_SECRET_ACCESS_KEY }
  const bucket = await bucketDouble(
    'valley',
    key,
    new Map([['a.md', 'Sixty boats were sent to Tarwell.\n']]),
  )
  const folders = { Reports: new Map([[1, MAIL]]) }
  const mailbox = await mailboxDouble('desk', SECRETS.IMAP_PASSWORD, { validity: 1, folders })
  const reliefweb = await reliefwebDouble(SECRETS.RELIEFWEB_APPNAME, [
    {
      id: 3,
      title: 'Mills',
      body: '<p>Nine mills stand in Hale, the council wrote in a report.</p>',
      changed: new Date().toISOString(),
      country: { iso3: 'hal', name: 'Hale' },
    },
  ])
  const hosts = [bucket, mailbox, reliefweb].map(({ host }) => JSON.stringify(host))
  const { path, remove } = folderOf({
    'verbatim.yaml': `allow: [${hosts.join(', ')}]\nlog_level: trace\n`,
  })
  onTestFinished(remove)
  const env = {
    ...secrets,
    AWS_ENDPOINT_URL_S3: bucket.url,
    RELIEFWEB_API_URL: reliefweb.url,
  }
  let said = ''
  for (const location of [
    's3://valley',
    `imap://desk@${mailbox.host}/Reports`,
    'reliefweb://reports?country=HAL',
  ]) {
    const added = await verbatim(['add', location], path, env)
    expect(added).toMatchObject({ exit })
    said += added.stdout + added.stderr
  }
  const sources = await verbatim(['sources'], path, env)
  said += sources.stdout + sources.stderr
  const kept = filesBelow(join(path, '.verbatim')).map((file) => readFileSync(file, 'latin1'))
  expect(kept.length).toBeGreaterThan(0)
  for (const secret of Object.values(secrets))
    expect([said, ...kept].some((text) => text.includes(secret))).toBe(false)
})
