import { describe, expect, it } from 'vitest'
import { readFile } from '../../../index/readers/read.ts'
import { testReader } from '../../support/reader-contract.ts'
import { paragraphs } from '../reading.ts'
import { readNoted, readOne, reasonOf } from './files.ts'

const HEAD = [
  'From: =?utf-8?Q?Ana_M=C3=BCller?= <ana@example.org>',
  'To: desk@example.org',
  'Subject: =?utf-8?B?UHVpdHMgw6Agc2Vj?=',
  'Date: Tue, 5 Mar 2024 23:30:00 -0500',
  'MIME-Version: 1.0',
]

const mail = (body: string, ...more: string[]): Buffer =>
  Buffer.from([...HEAD, ...more, '', body].join('\n').replace(/\r?\n/gu, '\r\n'))

const parts = (...bodies: readonly string[]): Buffer =>
  mail(
    `${bodies.map((body) => `--part\n${body}\n`).join('')}--part--\n`,
    'Content-Type: multipart/mixed; boundary=part',
  )

testReader('mail', {
  name: 'wells.eml',
  make: (address) =>
    mail(
      `--part\n\nThe wells are dry.\n--part\nContent-Type: text/html\n\n<p>The wells are dry. The river is low, and the road to the north is shut until the rain comes.</p><img src="${address}"><script>fetch("${address}")</script>\n--part--\n`,
      'Content-Type: multipart/alternative; boundary=part',
      `X-Image-Url: ${address}`,
    ),
  says: [
    'The wells are dry.',
    'The river is low, and the road to the north is shut until the rain comes.',
  ],
  runs: 150,
})

const read = (body: string): ReturnType<typeof readNoted> => readNoted('wells.eml', mail(body))

describe('a mail', () => {
  it('has its subject, sender and day as its sender had it', async () => {
    expect(await readOne('wells.eml', mail('The wells are dry.'))).toMatchObject({
      title: { value: 'Puits à sec', inferred: false },
      publisher: { value: 'Ana Müller', inferred: false },
      byline: 'Ana Müller',
      date: { value: '2024-03-05', inferred: false },
      text: 'The wells are dry.\n',
    })
  })

  it.each([
    ['by marks', '> The wells are full.\n> So they say.'],
    [
      'by a line above, broken in two',
      'On Mon, 4 Mar 2024 at 10:00, Bo Li\n<bo@example.org> wrote:\n\n> The wells are full.',
    ],
    [
      'by a rule',
      '-----Original Message-----\nFrom: Bo Li\nSent: Monday\nTo: Ana\nSubject: Wells\n\nThe wells are full.',
    ],
    [
      'by a head',
      'From: Bo Li <bo@example.org>\nSent: Monday, March 4, 2024\nTo: Ana\nSubject: Wells\n\nThe wells are full.',
    ],
    ['in French', 'Le 4 mars 2024 à 10:00, Bo Li a écrit :\n> Les puits sont pleins.'],
  ])('does not take words that it quotes %s for its own', async (_name, quoted) => {
    const { document, notes } = await read(`The wells are dry.\n\n${quoted}\n`)
    expect(paragraphs(document)).toEqual(['The wells are dry.'])
    expect(document.text).toContain(quoted.split('\n')[0])
    expect(notes).toEqual(['the earlier mail that it quotes was left out; add that mail itself'])
  })

  it('keeps answers between quoted lines, and leaves the signature out', async () => {
    const { document } = await read(
      '> Are the wells full?\n\nThe wells are dry.\n\n> And the road?\n\nThe road is shut.\n\n-- \nAna Müller\nOffice of wells\n',
    )
    expect(paragraphs(document)).toEqual(['The wells are dry.', 'The road is shut.'])
  })

  it('keeps what it passes on', async () => {
    const { document, notes } = await read(
      'See below.\n\n---------- Forwarded message ---------\nFrom: Bo Li <bo@example.org>\nDate: Mon, 4 Mar 2024\nSubject: Wells\n\nThe wells are full again.\n',
    )
    expect(paragraphs(document)).toContain('The wells are full again.')
    expect(notes).toEqual([])
  })

  it('is read from its page where its plain text is a stub', async () => {
    const bytes = mail(
      '--part\n\nSee the page.\n--part\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n<h1>Wells</h1><p>The wells at S=E9gou are dry, and nobody expects rain before the end of May.</p><p>On Mon, 4 Mar 2024, Bo wrote:</p><blockquote>The wells are full.</blockquote>\n--part--\n',
      'Content-Type: multipart/alternative; boundary=part',
    )
    const { document, notes } = await readNoted('wells.eml', bytes)
    expect(paragraphs(document)).toEqual([
      'The wells at Ségou are dry, and nobody expects rain before the end of May.',
    ])
    expect(notes).toHaveLength(1)
  })

  it('carries files, which are read by what they are, under the name of the mail', async () => {
    const bytes = parts(
      '\nThe table is below.',
      'Content-Type: application/octet-stream; name="../up/wells.csv"\nContent-Disposition: attachment; filename="../up/wells.csv"\n\nDistrict,Wells\nGao,12\n',
      'Content-Type: message/rfc822\n\nFrom: bo@example.org\nSubject: Full\nMIME-Version: 1.0\n\nThe wells are full.',
      'Content-Type: image/gif; name="logo.gif"\nContent-Disposition: inline; filename="logo.gif"\n\nGIF89a',
      'Content-Type: application/zip; name="all.zip"\nContent-Disposition: attachment; filename="all.zip"\n\nGIF89a',
    )
    const result = await readFile({ name: 'in/wells.eml', bytes })
    expect(result.documents?.map(({ id, title }) => [id, title.value])).toEqual([
      ['in/wells.eml', 'Puits à sec'],
      ['in/wells.eml/wells.csv', 'wells'],
      ['in/wells.eml/attachment 2.eml', 'Full'],
    ])
    expect('notes' in result ? result.notes : []).toEqual([
      'all.zip: a picture; add its text, or a PDF with a text layer',
    ])
  })

  it('gives files of one name names of their own, and reads no more than anyone sends', async () => {
    const file = 'Content-Disposition: attachment; filename="a.txt"\n\nThe wells are dry.'
    const two = await readFile({ name: 'm.eml', bytes: parts('\nSee below.', file, file, file) })
    expect(two.documents?.map(({ id }) => id)).toEqual([
      'm.eml',
      'm.eml/a.txt',
      'm.eml/a (2).txt',
      'm.eml/a (3).txt',
    ])
    const many = await readFile({
      name: 'm.eml',
      bytes: parts('\nSee below.', ...Array.from({ length: 2000 }, () => file)),
    })
    expect(many.documents).toHaveLength(501)
    expect('notes' in many ? many.notes : []).toEqual([expect.stringContaining('more than 500')])
  })

  it('within a mailbox is one document of several', async () => {
    const box = [
      'From ana@example.org Tue Mar  5 10:00:00 2024',
      'From: Ana <ana@example.org>\nSubject: One\n\nThe wells are dry.\n>From here to the river.\n',
      'From bo@example.org Wed Mar  6 10:00:00 2024',
      'From: Bo <bo@example.org>\nSubject: Two\n\nThe road is shut.\n',
    ].join('\n')
    const result = await readFile({ name: 'all.mbox', bytes: Buffer.from(box) })
    expect(result.documents?.map(({ id, title }) => [id, title.value])).toEqual([
      ['all.mbox#1', 'One'],
      ['all.mbox#2', 'Two'],
    ])
    expect(result.documents?.[0]?.text).toContain('\nFrom here to the river.')
  })

  it('that is encrypted, or nested without end, is a reason', async () => {
    const locked = mail(
      '--part\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--part\nContent-Type: application/octet-stream\n\nabc\n--part--\n',
      'Content-Type: multipart/encrypted; boundary=part',
    )
    expect(await reasonOf('a.eml', locked)).toBe(
      'is encrypted; decrypt it in your mail program and save it again',
    )
    const nested = Array.from(
      { length: 300 },
      (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n\n`,
    )
    const deep = mail(nested.join(''), 'Content-Type: multipart/mixed; boundary=b0')
    expect(await reasonOf('a.eml', deep)).toContain('save it again as .eml')
  })
})
