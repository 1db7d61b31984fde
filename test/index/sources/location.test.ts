/** How sources elsewhere are written, and what is said of one that is not written so. */
import { describe, expect, it } from 'vitest'
import { isList, isOfTheOperator, problemOf } from '../../../index/sources/location.ts'
import { elsewhere, messagesOf, textsOf } from '../../support/elsewhere.ts'
import { mailboxDouble } from '../../support/mailbox-double.ts'

describe('a location', () => {
  it.each([
    'https://example.org/feed.xml',
    'pages+http://example.org/sitemap.xml#/reports/',
    'reliefweb://reports?query=cholera%20wells&country=MLI,NER&since=2026-01-01&files=yes',
    'reliefweb://reports',
    's3://reports',
    's3://reports/2026/february',
    'imaps://desk@mail.example.org/Reports',
    'imap://desk@example.org@mail.example.org:1143/Reports/2026',
  ])('%s is one', (location) => {
    expect(problemOf(location)).toBeUndefined()
    expect(isList(location)).toBe(!location.startsWith('https:'))
    expect(isOfTheOperator(location)).toBe(/^(?:s3|imaps?):/u.test(location))
  })

  it.each([
    ['ftp://example.org/a', 'such addresses are not read'],
    ['pages+ftp://example.org/a', 'such addresses are not read'],
    ['pages+https://', 'has no host'],
    ['reliefweb://jobs?country=Mali', 'only reports are read'],
    ['reliefweb://reports?countries=Mali', '“countries” is not known; there are query, country'],
    ['reliefweb://reports?since=yesterday', 'since=yesterday is no day'],
    ['s3://Reports_2026', 'names no bucket'],
    ['s3://key:secret-77@reports', 'holds a password'],
    ['imaps://mail.example.org/Reports', 'names no user'],
    ['imaps://desk@mail.example.org', 'names no folder'],
    ['imaps://desk@mail.example.org/', 'names no folder'],
    ['imaps://desk:secret-77@mail.example.org/Reports', 'holds a password'],
  ])('%s is none', (location, told) => {
    expect(problemOf(location)).toContain(told)
    expect(problemOf(location)).not.toContain('secret-77')
  })

  it('of a mailbox may have a user with an @', async () => {
    const mail =
      'From: a@valley.example\r\nSubject: Wells\r\nDate: Mon, 02 Feb 2026 08:00:00 +0000\r\nMIME-Version: 1.0\r\n\r\nTwelve wells were dug in Oss in one summer.\r\n'
    // As servers have it on the wire: UTF-7 with changes of IMAP's own.
    const mailbox = { validity: 1, folders: { 'Reports/Mali &AOk-t&AOk-': new Map([[1, mail]]) } }
    const there = await mailboxDouble('desk@valley.example', 'pw', mailbox)
    const world = await elsewhere({ mailbox: { password: 'pw' } })
    const library = await world.open(`imap://desk@valley.example@${there.host}/Reports/Mali été`)
    await library.refresh()
    expect(messagesOf(library)).toEqual([])
    expect(textsOf(library).join()).toContain('Twelve wells')
  })
})
