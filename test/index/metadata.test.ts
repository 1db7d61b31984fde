import { describe, expect, it } from 'vitest'
import { read } from './reading.ts'

const BODY =
  'The mayor of the town said on Monday that the wells would be open again before the rains of 3 June 2019, as they were in May 2018.'

describe('title', () => {
  it.each([
    ['the first heading', `The Long Way to the Well\n\n${BODY}`, 'The Long Way to the Well'],
    ['not a part of any document', `Summary\n\n${BODY}`, 'the wells'],
    ['not a date', `12 June 2021\n\n${BODY}`, 'the wells'],
    ['not a byline', `By Ada Mbeki\n\n${BODY}`, 'the wells'],
    ['the file, when there is nothing better', BODY, 'the wells'],
  ])('is %s', (_name, text, value) => {
    expect(read(text, 'folder/the_wells.txt').title).toEqual({ value, inferred: true })
  })

  it('is what the front matter says', () => {
    const { title } = read(`---\ntitle: Wells\n---\n# Rivers\n\n${BODY}`, 'note.md')
    expect(title).toEqual({ value: 'Wells', inferred: false })
  })
})

describe('date', () => {
  it.each([
    ['12 June 2021', '2021-06-12'],
    ['June 12, 2021', '2021-06-12'],
    ['June 2021', '2021-06'],
    ['2021-06-12', '2021-06-12'],
    ['Published: 12 June 2021', '2021-06-12'],
    ['Published on June 12, 2021', '2021-06-12'],
    ['Date: 2021-06-12', '2021-06-12'],
    ['Publié le 12 juin 2021', '2021-06-12'],
    ['25/12/2021', '2021-12-25'],
  ])('%s stands on a line of its own', (line, value) => {
    expect(read(`The Long Way to the Well\n\n${line}\n\n${BODY}`).date).toEqual({
      value,
      inferred: true,
    })
  })

  it.each([
    ['in running text', BODY],
    ['that may be read two ways', `The Well\n\n03/04/2021\n\n${BODY}`],
    ['of a year alone', `The Well\n\n2021\n\n${BODY}`],
    ['of a span', `The Well\n\n3 June 2021 – 5 June 2021\n\n${BODY}`],
    [
      'wrapped into a line of its own',
      `The wells of the town had been dry for years when in\nJune 2021\nthe rains came and filled all of the wells at once.\n`,
    ],
    ['far down', `The Well\n\n${`${BODY}\n\n`.repeat(15)}12 June 2021\n`],
  ])('is none when %s', (_name, text) => expect(read(text).date).toBeUndefined())
})

describe('publisher', () => {
  it.each([
    ['© 2021 Sahel Daily', 'Sahel Daily'],
    ['Published by Centre for Water and Peace', 'Centre for Water and Peace'],
    ['Subscribe to Sahel Daily', 'Sahel Daily'],
    ['Ada Mbeki is a staff reporter for Sahel Daily, based in Gao.', 'Sahel Daily'],
    [
      'This report is a collaboration between the Water Desk and Sahel Daily.',
      'Water Desk and Sahel Daily',
    ],
  ])('names itself: %s', (line, value) => {
    expect(read(`${BODY}\n\n${line}\n`).publisher).toEqual({ value, inferred: true })
  })

  it.each([
    ['is no newsletter', `${BODY}\n\nSubscribe to Our Newsletter\n`],
    [
      'is not the employer of a person it speaks of',
      `Ada Mbeki is a reporter for Sahel Daily, and she was in the town.\n\n${BODY}\n\n${BODY}`,
    ],
    ['is not whose data it shows', `${BODY}\n\nRainfall: © 2021 Sky Data, Inc.\n`],
    ['is absent when nothing names it', BODY],
  ])('%s', (_name, text) => expect(read(text).publisher).toBeUndefined())
})
