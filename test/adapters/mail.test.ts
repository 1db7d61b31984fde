/** Digests by e-mail, before a real SMTP server on this machine. */
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Mail, reaches } from '../../adapters/mail/adapter.ts'
import { ADDRESS } from '../../adapters/mail/address.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import type { Store } from '../../src/store/store.ts'
import { documentFrom, libraryOf } from '../support/library.ts'
import { REPLIES } from '../support/replies.ts'
import { DAY, ScheduleWorld } from '../support/schedule-world.ts'

let server: SMTPServer
let url: string
let received: { to: string[]; raw: string }[]
let refusing: boolean

beforeEach(async () => {
  received = []
  refusing = false
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(refusing ? Object.assign(new Error('later'), { responseCode: 451 }) : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ to, raw: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  const listening = Promise.withResolvers<void>()
  const socket = server.listen(0, '127.0.0.1', listening.resolve)
  await listening.promise
  const address = socket.address()
  url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})

afterEach(() => new Promise<void>((resolve) => server.close(resolve)))

const mailOver = (store: Store) =>
  new Mail({ server: url, from: 'briefings@example.org', ledger: store.ledger })

describe('a digest by e-mail', () => {
  it('is scheduled in a channel by its admins, and shows what the channel sees', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const asked: unknown[] = []
    const library = libraryOf(world.corpus, {
      view: (sets) => {
        asked.push(sets)
        return Promise.resolve(world.corpus)
      },
      changes: (since) => world.changes.filter(({ at }) => at > since.getTime()),
    })
    const channels = { 'slack:C1': { sets: ['wells'], outsiders: false } }
    const { bot, store } = world.start({ library, channels }, mailOver(sqliteStore(':memory:')))
    let count = 0
    const say = async (text: string, role: 'admin' | 'member' = 'admin'): Promise<string> => {
      const place = { channel: 'C1', platform: 'slack', user: 'U1', direct: role === 'member' }
      const reply = await bot.answer({ id: String(count++), text, role, ...place })
      return reply.kind === 'notice' ? reply.text.join() : JSON.stringify(reply)
    }
    const line = 'schedule daily 08:00 UTC to:desk@example.org'
    expect(await say(line)).toContain('Nothing can be sent to “desk@example.org”')
    bot.reaches([{ name: 'mail', addressed: ADDRESS }])
    expect(await say(line, 'member')).toContain('Only admins')
    expect(await say('watch ferry to:desk@example.org')).toContain(
      'By e-mail a watch comes at a time',
    )
    expect(await say(line)).toContain('Posts to desk@example.org daily 08:00 UTC.')
    world.add([
      documentFrom(
        'a.md',
        '# Ferry\n\nThe ferry to Tarwell sank with 12 people on board on Monday.\n',
      ),
    ])
    await world.advance(DAY)
    expect(received.map(({ to }) => to)).toEqual([['desk@example.org']])
    expect(received[0]?.raw).toContain('The ferry to Tarwell')
    expect(new Set(asked.map(String))).toEqual(new Set(['wells']))
    expect(await say('schedule list')).toContain('mail:desk@example.org')
    expect(await say('schedule remove 1')).toContain('removed')
    expect(await store.schedules.list()).toEqual([])
  })

  it('is plain text and HTML, and says how to get no more', async () => {
    const mail = mailOver(sqliteStore(':memory:'))
    await mail.post('desk@example.org', REPLIES.summary, 'monday')
    await mail.stop()
    const [first] = received
    expect(first?.to).toEqual(['desk@example.org'])
    const read = await PostalMime.parse(first?.raw ?? '')
    expect(read.subject).toBe('New since 1 April')
    expect(read.text).toContain('The granary at Kelani was opened a month early. [1]')
    expect(read.html).toContain('<blockquote>The granary at Kelani')
    const header = read.headers.find(({ key }) => key === 'list-unsubscribe')
    expect(header?.value).toContain('mailto:briefings@example.org')
  })

  it('comes once for one post, whoever asks again, through a restart', async () => {
    const store = sqliteStore(':memory:')
    const mail = mailOver(store)
    const sends = [1, 2].map(() => mail.post('desk@example.org', REPLIES.summary, 'monday'))
    const [one, two] = await Promise.all(sends)
    expect(one).toEqual(two)
    expect(await mailOver(store).post('desk@example.org', REPLIES.summary, 'monday')).toEqual(one)
    await mail.post('desk@example.org', REPLIES.summary, 'tuesday')
    expect(received).toHaveLength(2)
  })

  it('that the server turned down is sent when it is tried again', async () => {
    const mail = mailOver(sqliteStore(':memory:'))
    refusing = true
    await expect(mail.post('desk@example.org', REPLIES.summary, 'monday')).rejects.toThrow(/later/u)
    refusing = false
    await mail.post('desk@example.org', REPLIES.summary, 'monday')
    expect(received).toHaveLength(1)
  })

  it('goes to addresses alone, whatever is written for one', async () => {
    const mail = mailOver(sqliteStore(':memory:'))
    for (const to of ['desk', 'a@b.org, c@d.org', 'a@b.org\r\nBcc: c@d.org', '<a@b.org>'])
      await expect(mail.post(to, REPLIES.summary, to)).rejects.toThrow(/no address/u)
    expect(received).toEqual([])
  })

  it('is looked at beforehand', async () => {
    expect(await reaches(url)).toBeUndefined()
    expect(await reaches('smtp://127.0.0.1:1')).toMatch(/./u)
  })
})
