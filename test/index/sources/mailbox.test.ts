/** Mails of one folder, against a mail server on this machine. */
import { describe, expect, it } from 'vitest'
import { elsewhere, messagesOf, textsOf } from '../../support/elsewhere.ts'
import { type MadeMailbox, mailboxDouble } from '../../support/mailbox-double.ts'
import { wire } from '../fetch/servers.ts'

const USER = 'desk'
const PASSWORD = 'nine-mills-of-Hale'
const access = { mailbox: { password: PASSWORD } }

const mail = (subject: string, text: string): string =>
  [
    'From: Ada Lindqvist <ada@valley.example>',
    'To: desk@valley.example',
    `Subject: ${subject}`,
    'Date: Mon, 02 Feb 2026 08:00:00 +0000',
    `Message-ID: <${subject.length}@valley.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\r\n')

const withAttachment = [
  'From: Ada Lindqvist <ada@valley.example>',
  'To: desk@valley.example',
  'Subject: The count of boats',
  'Date: Tue, 03 Feb 2026 08:00:00 +0000',
  'Message-ID: <boats@valley.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=cut',
  '',
  '--cut',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'The count of boats is attached, as the council asked.',
  '--cut',
  'Content-Type: text/markdown; name=boats.md',
  'Content-Disposition: attachment; filename=boats.md',
  '',
  '# Boats',
  '',
  'Sixty boats were sent to Tarwell after the flood, the council counted.',
  '--cut--',
  '',
].join('\r\n')

const made = (mails: readonly (readonly [number, string])[]): MadeMailbox => ({
  validity: 7,
  folders: {
    INBOX: new Map([[1, mail('Private', 'This is nobody’s business.')]]),
    Reports: new Map(mails),
  },
})

const WELLS = mail('Wells', 'Twelve wells were dug in Oss in one summer, the council wrote.')

describe('a folder of a mailbox', () => {
  it('is read with what is attached, and no other folder is', async () => {
    const there = await mailboxDouble(
      USER,
      PASSWORD,
      made([
        [3, WELLS],
        [4, withAttachment],
      ]),
    )
    const world = await elsewhere(access)
    const library = await world.open(`imap://${USER}@${there.host}/Reports`)
    const report = await library.refresh()
    expect(messagesOf(library)).toEqual([])
    expect(report).toMatchObject({ read: 2, added: 3 })
    const text = textsOf(library).join('\n')
    expect(text).toContain('Twelve wells')
    expect(text).toContain('Sixty boats were sent')
    expect(text).not.toContain('nobody’s business')
    const wells = library.corpus.documents.values().find(({ title }) => title.value === 'Wells')
    expect(wells?.date?.value).toBe('2026-02-02')
    // Read, and nothing else.
    const verbs = there.commands.map((command) => command.replace(/^UID /iu, '').split(' ')[0])
    expect(verbs).toContain('EXAMINE')
    expect(verbs).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^(?:SELECT|STORE|COPY|MOVE|EXPUNGE|APPEND)$/iu),
      ]),
    )
    for (const fetch of there.commands.filter((command) => /^UID FETCH/iu.test(command)))
      expect(fetch).toContain('BODY.PEEK[]')
  })

  it('is asked for what is new, and what is deleted goes', async () => {
    const mailbox = made([
      [3, WELLS],
      [4, withAttachment],
    ])
    const there = await mailboxDouble(USER, PASSWORD, mailbox)
    const world = await elsewhere(access)
    const library = await world.open(`imap://${USER}@${there.host}/Reports`)
    await library.refresh()
    const fetched = (): number => there.commands.filter((one) => /^UID FETCH/iu.test(one)).length
    expect(fetched()).toBe(2)
    mailbox.folders['Reports']?.delete(4)
    mailbox.folders['Reports']?.set(
      9,
      mail('Mills', 'Nine mills stand in Hale, the council wrote.'),
    )
    world.later(1)
    expect(await library.refresh()).toMatchObject({ read: 1, added: 1, unchanged: 1, removed: 1 })
    expect(fetched()).toBe(3)
    expect(textsOf(library).join()).not.toContain('Sixty boats')
    // Under another numbering, number 3 may be another mail.
    mailbox.validity = 8
    mailbox.folders['Reports']?.set(
      3,
      mail('Wells', 'Fifteen wells were dug in Oss, the council wrote.'),
    )
    world.later(1)
    await library.refresh()
    expect(textsOf(library).join()).toContain('Fifteen wells')
  }, 120_000)

  it('says what to set or check, and repeats nothing that was sent', async () => {
    const there = await mailboxDouble(USER, PASSWORD, made([[3, WELLS]]))
    const silent = await wire((socket) => socket.end())
    const location = `imap://${USER}@${there.host}/Reports`
    const told: string[] = []
    for (const [set, where] of [
      [{}, location],
      [{ mailbox: { password: 'wrong-one-5521' } }, location],
      [access, `imap://${USER}@${there.host}/Nowhere`],
      [access, `imap://${USER}@${silent.host}/Reports`],
      [access, `imap://${USER}@10.0.0.7/Reports`],
    ] as const) {
      const library = await (await elsewhere(set)).open(where)
      await library.refresh()
      told.push(messagesOf(library).join())
    }
    expect(told).toEqual([
      expect.stringContaining('set IMAP_PASSWORD'),
      expect.stringContaining('does not let this user in'),
      expect.stringContaining('there is no folder “Nowhere”'),
      expect.stringContaining('could not be fetched'),
      expect.stringContaining('10.0.0.7 is a private address'),
    ])
    expect(told.join()).not.toMatch(/wrong-one|nine-mills/u)
  }, 120_000)

  it('gets no password in the clear but on this machine', async () => {
    const there = await mailboxDouble(USER, PASSWORD, made([[3, WELLS]]))
    const world = await elsewhere({
      ...access,
      allow: ['mail.valley.example', there.host],
      lookup: () => Promise.resolve(['127.0.0.1']),
    })
    const port = there.host.split(':')[1]
    const near = await world.open(`imap://${USER}@mail.valley.example:${port}/Reports`)
    await near.refresh()
    expect(messagesOf(near).join()).toContain('offers no encryption')
    expect(there.commands.join()).not.toContain(PASSWORD)
  })
})
