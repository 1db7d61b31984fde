import { describe, expect, it } from 'vitest'
import { read } from './read.ts'

describe('what is counted', () => {
  it.each([
    ['The storm hit 300 displaced fishing families.', 'displaced fishing families', 'families'],
    ['It reached 28 women and girls.', 'women and girls', 'girls'],
    ['It reached 40% of the surveyed fishers.', 'surveyed fishers', 'fishers'],
    ['They gave $4 million in harbour repairs.', 'harbour repairs', 'repairs'],
    ['They saw 12 acts of piracy.', 'acts of piracy', 'acts'],
    [
      'They gave $6 million in peace and security assistance.',
      'peace and security assistance',
      'assistance',
    ],
  ])('%s', (text, counted, head) => {
    expect(read(text)).toMatchObject([{ counted, head }])
  })

  it.each([
    ['Of 90 sailors, 8 were injured.', ['sailors', 'sailors']],
    ['Last year 470 sailors were rescued and more than 200 arrested.', ['sailors', 'sailors']],
    ['They lost 203 sailors, including 18 women and 6 boys.', ['sailors', 'women', 'boys']],
    ['Sailors (55%) agreed.', ['Sailors']],
    ['The price of rope rose by 31 percent.', ['price of rope']],
    ['The literacy rate is 90 percent.', ['literacy rate']],
    ['Wrecks rose from 31 to 320.', ['Wrecks', 'Wrecks']],
    ['The total number of sailors rescued is 927 to date.', ['sailors']],
    ['That puts the number of wrecks at over 4,300.', ['wrecks']],
    ['Of the lost sailors, 31 are still at sea.', ['lost sailors']],
    ['Seven (7) sailors and four (4) divers came.', ['sailors', 'divers']],
    ['Wrecks were seen off Oban (12), Skye (3) and Mull (5).', ['Wrecks', 'Wrecks', 'Wrecks']],
    ['One sailor was rescued.', ['sailor']],
    ['One lighthouse guard was rescued and one wreck was burned.', ['lighthouse guard', 'wreck']],
    ['Three (03) sailors and two (02) divers came.', ['sailors', 'divers']],
    ['In all 26 (49 per cent) of the sailors came.', ['sailors', 'sailors']],
    [
      'In all 26 (49%) of 53 sailors came, and 7 (30 percent) boats.',
      Array.from({ length: 5 }, (_, at) => (at < 3 ? 'sailors' : 'boats')),
    ],
    ['Of these, 26 (49%) were divers.', ['divers', '']],
    ['The number of dead is 40, with 51 more boats lost.', ['dead', 'boats']],
    ['It took 40 boats and sank nine of the 30 million bottles.', ['boats', 'bottles', 'bottles']],
    ['It passed (43 against 12 and 5 abstentions).', ['', '', 'abstentions']],
    ['It passed by 43 to 12 and 5 abstentions.', ['', '', 'abstentions']],
    ['They sank 43 and 12 and 5 boats.', ['boats', 'boats', 'boats']],
    ['The number of sailors who can read a map of 30 pages is small.', ['pages']],
  ])('%s', (text, counted) => {
    expect(read(text).map((one) => one.counted)).toEqual(counted)
  })

  it('marks what is taken from elsewhere', () => {
    const [own, elided] = read('They arrested 12 sailors and released 9.')
    expect(own?.quantity.counted?.elided).toBe(false)
    expect(elided?.quantity.counted?.elided).toBe(true)
  })

  it.each([
    ['150 000 personnes déplacées vivent ici.', 'personnes déplacées', 'personnes'],
    ['12 % des ménages pêchent.', 'ménages', 'ménages'],
  ])('%s', (text, counted, head) => {
    expect(read(text, { language: 'fr' })).toMatchObject([{ counted, head }])
  })
})

describe('parts of a whole', () => {
  it('hang under it', () => {
    const parts = read('They lost 203 sailors, including 18 women and 6 boys.').map(
      ({ quantity }) => quantity.partOf,
    )
    expect(parts).toEqual([undefined, 0, 0])
  })

  it('are those of whom it is told that they are of them', () => {
    const [whole, part] = read('The sea took 250 people, 40 to 70 of them sailors.')
    expect([whole?.counted, part?.counted]).toEqual(['people', 'sailors'])
    expect(part?.quantity.partOf).toBe(0)
  })

  it('go on with the whole in a bracket, not with a part of it', () => {
    const french =
      'On a vu 31 navires, dont 5 épaves, à Sarno (26 dont 3 épaves) et à Velm (5 dont 2 épaves).'
    expect(read(french, { language: 'fr' }).map(({ counted }) => counted)).toEqual([
      'navires',
      'épaves',
      'navires',
      'épaves',
      'navires',
      'épaves',
    ])
  })

  it('are none where a bracket says of how many', () => {
    const parts = read('Contre : 10 marins élus (sur 288), 35 pêcheurs (sur 198).', {
      language: 'fr',
    }).map(({ quantity }) => quantity.partOf)
    expect(parts).toEqual([undefined, undefined, undefined, undefined])
  })

  it('stand in brackets', () => {
    const parts = read('It trained 60 sailors (40 men, 20 women).').map(
      ({ quantity }) => quantity.partOf,
    )
    expect(parts).toEqual([undefined, 0, 0])
  })
})
