import { describe, expect, it } from 'vitest'
import { NearDuplicates } from '../../../index/near-duplicates/near-duplicates.ts'
import { read } from '../reading.ts'

const STORY = [
  'A barge loaded with 40 tonnes of cement struck the pier of the old bridge at Selmont on Tuesday night and sank within a quarter of an hour, the harbour office said.',
  'All 9 people on board swam to the eastern bank, where anglers pulled them from the water. Two of them were treated for cold.',
  'The pilot, Jonas Wick, told the Selmont Gazette that the current had been stronger than any he had seen in his years on the river. The harbour office opened an inquiry and closed the channel to ships longer than 60 metres.',
  'Merchants in Port Alder fear that sand and timber will become scarce. About 300 ships pass under the bridge in a month, and most of them carry building material for the towns upstream.',
  'Divers are to look at the pier as soon as the water is clear enough. Until then lorries must take the road over the Karsten pass, which adds two hours to the journey.',
]
const text = (paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`

/** Whether the two texts are copies; the same is asked the other way round. */
function copies(one: string, other: string): boolean {
  const index = new NearDuplicates()
  for (const [name, content] of [
    ['one.txt', one],
    ['other.txt', other],
  ] as const)
    index.add(read(content, name))
  const found = index.areCopies('one.txt', 'other.txt')
  expect(index.areCopies('other.txt', 'one.txt')).toBe(found)
  expect(index.copiesOf('one.txt')).toEqual(found ? ['other.txt'] : [])
  expect(index.copiesOf('other.txt')).toEqual(found ? ['one.txt'] : [])
  return found
}

const edited = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((edition, [from, to]) => {
    expect(edition).toContain(from)
    return edition.replace(from, to)
  }, text(STORY))

describe('copies', () => {
  it.each<[string, string]>([
    ['the same text', text(STORY)],
    ['wrapped lines', text(STORY.map((one) => one.replace(/, /gu, ',\n')))],
    ['curly quotes, ligatures, accents', edited(['office', 'oﬃce'], ['Gazette', 'Gazétte'])],
    ['a dateline', `SELMONT, 4 May 2031 (Alder Wire) – ${text(STORY)}`],
    ['a new date', edited(['on Tuesday night', 'on the night of 3 May 2031'])],
    ['a paragraph more', text([...STORY, 'A tug from Port Alder is to raise the barge in June.'])],
    ['a paragraph on top', text(['The river is closed to large ships for a week.', ...STORY])],
    ['a paragraph less', text(STORY.slice(0, 4))],
    ['another order', text([...STORY.slice(2), ...STORY.slice(0, 2)])],
    ['a figure put right', edited(['All 9 people', 'All 11 people'])],
    [
      'touches of an editor',
      edited(
        ['struck the pier', 'hit the pier'],
        ['swam to', 'made it to'],
        ['become scarce', 'run short'],
        ['as soon as', 'once'],
        ['adds two hours to the journey', 'makes the journey two hours longer'],
      ),
    ],
  ])('are found: %s', (_, other) => {
    expect(copies(text(STORY), other)).toBe(true)
  })

  it('are found in French', () => {
    const one =
      'Le bac de Selmont a repris son service lundi après trois semaines d’arrêt. L’équipage avait réclamé des gilets neufs et une radio en état de marche. La mairie a payé les réparations du moteur, mais elle refuse d’augmenter le prix du passage avant l’été.'
    expect(copies(one, one.replace('lundi', 'le 4 mai 2031').replaceAll('’', "'"))).toBe(true)
    expect(copies(one, one.replace('trois semaines', 'six mois').replace('lundi', 'mardi'))).toBe(
      true,
    )
  })

  it('are found among short texts, not among captions', () => {
    const brief =
      'The ferry between Selmont and Port Alder will not run on Sunday because of the fair.'
    expect(copies(brief, brief)).toBe(true)
    expect(copies(brief, `${brief} Tickets stay valid.`)).toBe(true)
    expect(copies(brief, brief.replace('Sunday', 'Monday'))).toBe(true)
    expect(
      copies(brief, 'The ferry was painted blue for the fair, and children sang on its deck.'),
    ).toBe(false)
    expect(copies('The river at noon.', 'The river at noon.')).toBe(false)
  })
})

const bulletin = (
  number: number,
  day: string,
  [registered, tents, patients, litres, places]: readonly [number, number, number, number, string],
): string => `Valley bulletin no. ${number}, ${day}

As of ${day}, ${registered} households are registered at the transit site, and ${tents} tents stand on the upper terrace. The mobile clinic saw ${patients} patients in the reporting period, most of them with coughs. Lorries brought ${litres} litres of water a day to ${places}.

The Relief Board coordinates the response together with the district office and meets with its partners every Monday morning. For the list of partners and the calendar of distributions write to the coordination cell of the board.
`

describe('no copies', () => {
  it('are reports of a series with other figures', () => {
    const reports = [
      bulletin(4, '3 May 2031', [412, 96, 188, 15_000, 'the school in Oss']),
      bulletin(5, '10 May 2031', [530, 120, 231, 18_500, 'the mill in Tarwell']),
      bulletin(6, '17 May 2031', [611, 144, 190, 21_000, 'the mill in Tarwell']),
    ]
    for (const [at, one] of reports.entries())
      for (const other of reports.slice(at + 1)) expect(copies(one, other)).toBe(false)
    // With the same figures it is the same report, dated anew.
    const again = bulletin(4, '4 May 2031', [412, 96, 188, 15_000, 'the school in Oss'])
    expect(copies(reports[0] ?? '', again)).toBe(true)
  })

  it('are incidents told on one form', () => {
    const incident = (place: string, victim: string, days: string): string =>
      `The monitoring office records that armed men stopped a lorry near ${place} and took the driver, ${victim}, with them. The office reached his family, who have not heard from him for ${days} days. The office calls on all who hold him to let ${victim} go, and reminds them that drivers who carry food must be left to do their work in peace.`
    expect(copies(incident('Oss', 'Paul Renn', '12'), incident('Karsten', 'Ivo Halm', '30'))).toBe(
      false,
    )
  })

  it('are texts that share a long quotation', () => {
    const quotation =
      '“We have mended this pier four times since I came to the office, and four times I have asked for a second channel. Nobody who has seen the river in spring can believe that one channel is enough, and nobody who has read our letters can say that he was not told. I will not sign another paper that calls this bridge safe, because it is not.”'
    const one = `The harbour master of Selmont has lost patience with the ministry. ${quotation} He spoke at a meeting in the town hall to which some merchants had come with their families.`
    const other = `In Port Alder the sinking of the barge was the talk of the market for days, and the stalls emptied early. A letter from Selmont was read out from the steps: ${quotation} Then the crowd went home in the rain.`
    expect(copies(one, other)).toBe(false)
  })

  it('are notes above the same long ending', () => {
    const ending =
      'The Relief Board was founded by the towns of the valley after the great flood. It keeps stores in every district, trains volunteers, and publishes what it spends. Its members are the towns, the growers’ union and the parishes. Whoever wants to help can write to the office, which answers all letters, or come to the open day that is held in the first week of spring in every store of the valley. Nothing in this note may be taken for the view of a single member. Translations are made by volunteers, and the board is grateful for every mistake that is pointed out to it.'
    const one = `Selmont opened its store on Friday. Clara Voss, who runs it, counted 80 crates of blankets and as many of soap, and said that the roof of the shed leaks.\n\n${ending}`
    const other = `Growers near Karsten report that hail broke the vines. Tom Ebner of the union puts the loss at 2,000 baskets and asks for nets before the summer comes.\n\n${ending}`
    expect(copies(one, other)).toBe(false)
  })

  it('are a collection and what is collected in it', () => {
    const others = [
      'Bakers in Port Alder went back to work after the guild and the mill agreed on the price of flour. The strike had lasted for nine days, and people had baked at home or gone without. The mill will send its accounts to the guild in future.',
      'A school for pilots is to open in the old customs house. The first class has room for 24 pupils, who will learn to read the water, to mend an engine, and to keep a log. The town pays for their meals, and the harbour office lends them two boats.',
      'The library of Karsten found 60 maps of the pass behind a shelf. They show where shepherds crossed before the road was built, and which springs run dry in August. Copies will be sold at the fair, and the money is meant for a new roof.',
    ]
    expect(copies(text(STORY.slice(0, 3)), text([...others, ...STORY.slice(0, 3)]))).toBe(false)
  })
})
