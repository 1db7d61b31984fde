/** Reports of an invented valley whose figures disagree. */
import type { Given } from './figures.ts'

const BREACH =
  'The dam above Tarwell burst in March 2021. The governor claimed that 40 had died and 12 were arrested for looting. A survey by River Watch found that an estimated 90 villagers drowned. Nurses counted a total of 150 men dead.'
const COURIER =
  'In Tarwell, more than 90 people were killed, including 20 to 30 dam workers. At least 17 women were injured in Tarwell.'
const JUNE = 'By June the flood in Tarwell had killed 120 people, said River Watch.'
const AID =
  'In 2021 the Valley Fund provided $9 million in food and shelter aid, against $2 million in road aid.'
const PARTS =
  'In 2021 the Valley Fund provided $5 million in food aid and $4 million in shelter aid.'
const CAMPS = 'Some 3,000 displaced people live in the camps of Oss.'

const matter = (title: string, publisher: string, date: string): string =>
  `---\ntitle: ${title}\npublisher: ${publisher}\ndate: ${date}\n---\n\n`

export const DAM: Readonly<Record<string, string>> = {
  'breach.md': `${matter('After the breach', 'Hill Courier', '2021-04-02')}${BREACH}\n`,
  'courier.md': `${matter('The count', 'Lowland Post', '2021-05-01')}${COURIER}\n`,
  'june.md': `${matter('Later count', 'River Watch', '2021-06-20')}${JUNE}\n`,
  'aid.md': `${matter('Aid to the valley', 'Valley Fund', '2022-01-10')}${AID}\n\n${PARTS}\n\n${CAMPS}\n`,
}

const dollars = (number: string, counted: string): Given => ({
  number,
  counted,
  unit: { kind: 'currency', code: 'USD' },
  event: ['provided', 'provided'],
  period: ['2021', '2021-01-01', '2021-12-31'],
})

/** What a reader finds in them. */
export const DAM_FIGURES: Readonly<Record<string, readonly Given[]>> = {
  [BREACH]: [
    {
      number: '40',
      event: ['killed', 'died'],
      says: [['The governor', 'claimed', 'claimed']],
    },
    {
      number: '12',
      event: ['detained', 'arrested'],
      says: [['The governor', 'claimed', 'claimed']],
    },
    {
      number: '90',
      modifier: ['~', 'an estimated'],
      counted: 'villagers',
      event: ['killed', 'drowned'],
      says: [['A survey by River Watch', 'found', 'said']],
    },
    {
      number: '150',
      modifier: ['=', 'a total of'],
      counted: 'men',
      event: ['killed', 'dead'],
      says: [['Nurses', 'counted', 'said']],
    },
  ],
  [COURIER]: [
    {
      number: '90',
      modifier: ['>', 'more than'],
      counted: 'people',
      event: ['killed', 'killed'],
      place: 'Tarwell',
    },
    {
      number: '20 to 30',
      amount: { kind: 'range', low: 20, high: 30 },
      counted: 'dam workers',
      partOf: 0,
    },
    {
      number: '17',
      modifier: ['≥', 'At least'],
      counted: 'women',
      event: ['injured', 'injured'],
      place: 'Tarwell',
    },
  ],
  [JUNE]: [
    {
      number: '120',
      counted: 'people',
      event: ['killed', 'killed'],
      place: 'Tarwell',
      says: [['River Watch', 'said', 'said']],
    },
  ],
  [AID]: [dollars('9 million', 'food and shelter aid'), dollars('2 million', 'road aid')],
  [PARTS]: [dollars('5 million', 'food aid'), dollars('4 million', 'shelter aid')],
  [CAMPS]: [
    {
      number: '3,000',
      modifier: ['~', 'Some'],
      counted: 'displaced people',
      place: 'Oss',
    },
  ],
}
