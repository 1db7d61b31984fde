import { describe, expect, it } from 'vitest'
import type { Span } from '../../index/document.ts'
import { read } from './read.ts'

const part = (text: string, span: Span | undefined): string =>
  span === undefined ? '' : text.slice(span.start, span.end)

describe('modifiers', () => {
  it.each([
    ['At least 12 boats sank.', '≥ At least'],
    ['More than 12 boats sank.', '> More than'],
    ['An estimated 12 boats sank.', '~ estimated'],
    ['As many as 12 boats sank.', '≤ As many as'],
    ['Fewer than 12 boats sank.', '< Fewer than'],
    ['A total of 12 boats sank.', '= A total of'],
    ['Over a hundred boats sank.', '> Over'],
  ])('%s', (text, modifier) => {
    expect(read(text)).toMatchObject([{ modifier }])
  })

  it('may stand after the number', () => {
    expect(read('Boats of $14M or more sank.')).toMatchObject([{ modifier: '≥ or more' }])
    expect(read('Plus de 12 bateaux', { language: 'fr' })).toMatchObject([
      { modifier: '> Plus de' },
    ])
  })
})

describe('events', () => {
  it.each([
    ['The storm killed 12 sailors.', 'killed'],
    ['12 sailors were arrested.', 'detained'],
    ['There were 12 deaths.', 'killed'],
    ['They trained 12 sailors.', 'trained'],
  ])('%s', (text, event) => {
    expect(read(text)).toMatchObject([{ event }])
  })

  it.each([
    [
      'There have been 14 confirmed cases, along with nine deaths and five recoveries.',
      ['infected', 'killed', 'recovered'],
    ],
    ['The port reported 125 new cases and five deaths.', ['', 'killed']],
    ['Sheds hold 1,400 displaced people and 2,000 residents.', ['displaced', '']],
    ['The storm killed 12 men and 5 women.', ['killed', 'killed']],
    ['They counted 203 dead, including 18 women and 6 boys.', ['killed', 'killed', 'killed']],
    ['About 300 children under five years of age were vaccinated.', ['vaccinated', 'vaccinated']],
    ['It helped 40 displaced families (210 persons).', ['displaced', 'displaced']],
    ['Le port compte 12 morts et 40 malades.', ['killed', '']],
    ['Some 28 of the 36 sailors displaced have returned.', ['returned', 'displaced']],
    ['A total of 26 (49 per cent) of the sailors died.', ['killed', 'killed']],
    ['Two sailors died, and three others may have escaped.', ['killed', '']],
    ['Two sailors died and three others were taken ashore.', ['killed', '']],
    ['Two sailors died off Oban and three off Skye.', ['killed', 'killed']],
    ['The storm killed two sailors and 12 divers trapped in a wreck.', ['killed', 'killed']],
    ['Ten were killed, 20 were arrested and 30 were sent home.', ['killed', 'detained', '']],
    ['The court sentenced 12 sailors to death.', ['']],
    ['The harbour master got 12 death threats.', ['']],
    ['They sent kits in May, covering 40 births and 12 deaths.', ['', '']],
    ['They sent kits; 12 deaths were reported.', ['killed']],
    ['Le port garde des kits pour couvrir 12 décès.', ['']],
    ['Le tribunal a prononcé 12 peines de mort.', ['']],
  ])('are those of their own figure: %s', (text, expected) => {
    const language = text.startsWith('Le ') ? 'fr' : 'en'
    expect(read(text, { language }).map(({ event }) => event)).toEqual(expected)
  })
})

describe('periods', () => {
  it.each([
    ['In May 2022, 12 boats sank.', '2022-05-01', '2022-05-31'],
    ['Between 2001 and 2019, 12 boats sank.', '2001-01-01', '2019-12-31'],
    ['On 16 February 2019, 12 boats sank.', '2019-02-16', '2019-02-16'],
    ['Last month 12 boats sank.', '2024-03-01', '2024-03-31'],
    ['Yesterday 12 boats sank.', '2024-04-04', '2024-04-04'],
    ['Since 2014, 12 boats sank.', '2014-01-01', '2024-04-05'],
  ])('%s', (text, from, to) => {
    expect(read(text, { published: '2024-04-05' })[0]?.quantity.period).toMatchObject({
      origin: 'sentence',
      from,
      to,
    })
  })

  it('are left as worded when the publication is not dated', () => {
    const [one] = read('Last month 12 boats sank.')
    expect(one?.quantity.period).toEqual({
      start: 0,
      end: 10,
      origin: 'sentence',
      wording: 'Last month',
    })
  })

  it('come from the heading, and say so; a title tells of all that the document covers', () => {
    const heading = 'Wrecks in June 2020'
    const [one] = read('12 boats sank.', { heading, title: 'Report of 2021' })
    expect(one?.quantity.period).toMatchObject({ origin: 'section', from: '2020-06-01' })
    const [two] = read('12 boats sank.', { title: 'Report of 2021' })
    expect(two?.quantity.period).toBeUndefined()
  })
})

describe('places', () => {
  it.each([
    ['In northern Lorraine, 12 boats sank.', 'northern Lorraine'],
    ['12 boats sank near Port Vell.', 'Port Vell'],
    ['On Long Mile beach 12 boats sank, 3 skiffs in Port Vell.', 'Long Mile beach'],
  ])('%s', (text, place) => {
    expect(read(text)[0]?.quantity.place).toMatchObject({ origin: 'sentence', wording: place })
  })

  it('are of their own sentence, whatever short word it ends with', () => {
    const [boats, skiffs] = read('Les 12 bateaux ont coulé le 5 mai. Il y a 3 barques à Lorient.', {
      language: 'fr',
    })
    expect(boats?.quantity.place).toBeUndefined()
    expect(skiffs?.quantity.period).toBeUndefined()
    const [jan] = read('On Jan. 19 the navy sank 12 boats.')
    expect(jan?.quantity.period).toBeDefined()
  })

  it('are inherited from the heading', () => {
    const [one] = read('12 boats sank.', { heading: 'Wrecks in Lorraine' })
    expect(one?.quantity.place).toMatchObject({ origin: 'section', wording: 'Lorraine' })
  })
})

describe('who says so', () => {
  it.each([
    ['The Harbour Board reported that 12 boats sank.', ['The Harbour Board'], 'said'],
    ['According to two pilots, 12 boats sank.', ['two pilots'], 'said'],
    ['“We lost 12 boats,” said Ana Ruiz, a pilot.', ['Ana Ruiz, a pilot'], 'said'],
    ['The navy claimed 12 boats sank.', ['The navy'], 'claimed'],
    ['The navy denied that 12 boats sank.', ['The navy'], 'denied'],
    ['The Post, citing two pilots, said 12 boats sank.', ['The Post', 'two pilots'], 'said'],
    ['At least 12 boats sank, pilots said.', ['pilots'], 'said'],
    ['“We lost 12 boats,” the pilot said, “and a crane.”', ['the pilot'], 'said'],
    ['The fleet, pilots said, lost 12 boats.', ['pilots'], 'said'],
    ['12 boats sank, and the pilot said 4 were raised.', [], undefined],
    ['Boats having repaired at most one sail confirmed that 12 sank.', [], undefined],
    ['12 boats sank.', [], undefined],
  ])('%s', (text, speakers, stance) => {
    const found = read(text).find(({ value }) => value === 12)?.quantity.attribution ?? []
    expect(found.map(({ speaker }) => part(text, speaker))).toEqual(speakers)
    expect(found[0]?.stance).toBe(stance)
  })

  it('reads French sources', () => {
    const text = 'Selon la capitainerie, 12 bateaux ont coulé.'
    const [one] = read(text, { language: 'fr' })
    expect(part(text, one?.quantity.attribution[0]?.speaker)).toBe('la capitainerie')
  })
})

describe('changes', () => {
  it('go up or down, from a figure when it is said', () => {
    const [from, to] = read('Wrecks rose from 31 to 320.')
    expect(from?.quantity.change?.direction).toBe('up')
    expect(to?.quantity.change).toMatchObject({ direction: 'up', from: 0 })
    expect(read('Wrecks fell by 30 percent.')[0]?.quantity.change?.direction).toBe('down')
    expect(read('There was a 30 percent increase.')[0]?.quantity.change?.direction).toBe('up')
  })
})

describe('footnotes', () => {
  it('are kept apart from the number', () => {
    const text = 'They trained 13,000 sailors.9 Then they left.'
    const [one] = read(text)
    expect(one?.value).toBe(13_000)
    expect(part(text, one?.quantity.footnote)).toBe('9')
  })
})
