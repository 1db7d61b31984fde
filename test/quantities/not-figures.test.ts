import { describe, expect, it } from 'vitest'
import { values } from './read.ts'

describe('what is no figure', () => {
  it.each([
    'They met on 16 February 2019 and on March 3.',
    'They met from 4 to 10 May, and on 12/13/14.',
    'Since 2014 and in the 1990s, the 80s and 2019/20.',
    'The ferry rests from March 27 to 31, and again April 3 through 9.',
    'It opens at 10:30 and closes at 7 p.m.',
    'See Section 7008, page 12, Figure 3 and phases 3 and 4.',
    'COVID-19, the G5 and F-16 jets; camp 8E.',
    'Call +223 20 22 33 44.',
    'https://example.org/2022/05/17/a-20b-300',
    'The harbour was closed,1 the pier was not.2',
    '1. Boats',
    'Version 2.1.3',
    'Total Views : 37',
    'It cost $ and € and US$.',
  ])('%s', (text) => {
    expect(values(text)).toEqual([])
  })

  it.each([
    'Le 4 mai et le 12 mars 2020.',
    'Depuis 2014, à 15h30.',
    'La phase 3 et la résolution 2391.',
  ])('%s', (text) => {
    expect(values(text, 'fr')).toEqual([])
  })

  it('counts what looks like a year when it is qualified or counts people', () => {
    expect(values('More than 2000 boats sank.')).toEqual([2000])
    expect(values('They found 2019 people.')).toEqual([2019])
  })

  it('counts millions of what has a capital: no section is a number of millions', () => {
    expect(values('By then, 16.3 million Rivanians had left.')).toEqual([16_300_000])
    expect(values('4.2 Since May')).toEqual([])
  })

  it('counts what stands after "to" with a noun, though a day stands before it', () => {
    expect(values('The count went from March 27 to 31 boats.')).toEqual([31])
    expect(values('They rose on March 27 to 310.')).toEqual([310])
  })
})
