/** Digests by e-mail, before a real SMTP server on this machine. */
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Mail, reaches } from '../../adapters/mail/adapter.ts'
import { Store } from '../../src/store.ts'
import { REPLIES } from '../support/replies.ts'

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
  it('is plain text and HTML, and says how to get no more', async () => {
    const mail = mailOver(new Store(':memory:'))
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
    const store = new Store(':memory:')
    const mail = mailOver(store)
    const sends = [1, 2].map(() => mail.post('desk@example.org', REPLIES.summary, 'monday'))
    const [one, two] = await Promise.all(sends)
    expect(one).toEqual(two)
    expect(await mailOver(store).post('desk@example.org', REPLIES.summary, 'monday')).toEqual(one)
    await mail.post('desk@example.org', REPLIES.summary, 'tuesday')
    expect(received).toHaveLength(2)
  })

  it('that the server turned down is sent when it is tried again', async () => {
    const mail = mailOver(new Store(':memory:'))
    refusing = true
    await expect(mail.post('desk@example.org', REPLIES.summary, 'monday')).rejects.toThrow(/later/u)
    refusing = false
    await mail.post('desk@example.org', REPLIES.summary, 'monday')
    expect(received).toHaveLength(1)
  })

  it('goes to addresses alone, whatever is written for one', async () => {
    const mail = mailOver(new Store(':memory:'))
    for (const to of ['desk', 'a@b.org, c@d.org', 'a@b.org\r\nBcc: c@d.org', '<a@b.org>'])
      await expect(mail.post(to, REPLIES.summary, to)).rejects.toThrow(/no address/u)
    expect(received).toEqual([])
  })

  it('is looked at beforehand', async () => {
    expect(await reaches(url)).toBeUndefined()
    expect(await reaches('smtp://127.0.0.1:1')).toMatch(/./u)
  })
})
