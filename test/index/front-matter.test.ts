import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../index/front-matter.ts'

const ALL = `---
id: wells
title: "Wells: a survey"
publisher: Water Desk
date: 2022-06-01
language: fr
kind: digest
source_title: The survey
source_publisher: Ministry
url: https://example.org/wells
tags: [a, b]
---
`

describe('front matter', () => {
  it('states all of its fields; unknown ones do no harm', () => {
    expect(readFrontMatter(`${ALL}Text.`)).toEqual({
      matter: {
        id: 'wells',
        title: 'Wells: a survey',
        publisher: 'Water Desk',
        date: '2022-06-01',
        language: 'fr',
        kind: 'digest',
        source: { title: 'The survey', publisher: 'Ministry' },
        url: 'https://example.org/wells',
      },
      bodyStart: ALL.length,
      problems: [],
    })
  })

  it('is the same with CRLF and behind a byte-order mark', () => {
    const text = `\uFEFF${ALL.replaceAll('\n', '\r\n')}`
    const { matter, bodyStart } = readFrontMatter(`${text}Text.`)
    expect(matter.title).toBe('Wells: a survey')
    expect(bodyStart).toBe(text.length)
  })

  it.each([
    ['2022', '2022'],
    ['2022-06', '2022-06'],
    ['2022-06-01T10:30:00Z', '2022-06-01'],
    ['2022-06-01 10:30', '2022-06-01'],
  ])('takes the date %s', (written, date) => {
    expect(readFrontMatter(`---\ndate: ${written}\n---\n`).matter).toEqual({ date })
  })

  it.each([
    ['title: [a, b]', 'title', 'write one value'],
    ['title: ""', 'title', 'is empty'],
    [`title: ${'x'.repeat(400)}`, 'title', 'is longer than 300 characters'],
    ['date: 1 June', 'date', 'write it as 2022-06-01, 2022-06 or 2022'],
    ['date: 2022-02-31', 'date', 'write it as 2022-06-01, 2022-06 or 2022'],
    ['date: 2022-13', 'date', 'write it as 2022-06-01, 2022-06 or 2022'],
    ['language: tlh', 'language', 'en and fr are known'],
    ['kind: poem', 'kind', 'document and digest are known'],
    ['url: javascript:alert(1)', 'url', 'write a whole http or https address'],
  ])('leaves a wrong field out and says so: %s', (field, key, reason) => {
    const { matter, problems } = readFrontMatter(`---\n${field}\npublisher: Water Desk\n---\n`)
    expect(matter).toEqual({ publisher: 'Water Desk' })
    expect(problems).toEqual([`front matter: \`${key}\`: ${reason}; it was left out`])
  })

  it.each(['en-GB', 'English', 'fra', 'Français'])('knows the language %s', (language) => {
    expect(readFrontMatter(`---\nlanguage: ${language}\n---\n`).problems).toEqual([])
  })

  it('that is broken is left out, with the reason', () => {
    const { matter, bodyStart, problems } = readFrontMatter('---\ntitle: "Wells\n---\nText.')
    expect(matter).toEqual({})
    expect(bodyStart).toBe('---\ntitle: "Wells\n---\n'.length)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^front matter: .*; it was left out$/u)
  })

  it.each([
    ['no rule at the start', 'Text.\n---\ntitle: Wells\n---\n'],
    ['a rule later', 'title: Wells\n---\nText.'],
    ['no closing rule', '---\ntitle: Wells\n\nText.'],
    ['prose between rules', '---\nThe wells are dry.\n---\nText.'],
    ['prose with a colon that is no YAML', '---\nHe said: it: is: dry\n---\nText.'],
    ['a closing rule out of reach', `---\n${'a: b\n'.repeat(20_000)}---\nText.`],
  ])('is none with %s: nothing is lost', (_name, text) => {
    expect(readFrontMatter(text)).toEqual({ matter: {}, bodyStart: 0, problems: [] })
  })

  it('may be empty', () => {
    expect(readFrontMatter('---\n---\nText.')).toEqual({ matter: {}, bodyStart: 8, problems: [] })
    expect(readFrontMatter('---\n\n---\nText.').bodyStart).toBe(9)
  })

  it('that refers to itself a thousandfold is refused', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef'].map((pair) => pair.split('')))
      bomb.push(`${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(',')}]`)
    const { matter, problems } = readFrontMatter(`---\n${bomb.join('\n')}\n---\nText.`)
    expect(matter).toEqual({})
    expect(problems).toHaveLength(1)
  })
})
