import { expect, it } from 'vitest'
import { corpusOf } from './support/library.ts'
import { finderOf } from './support/figures.ts'

const finder = finderOf(
  corpusOf({
    'border.md': 'At the Mauritanian border the mission counted 150 displaced families.',
    'nord.md': 'La mission a compté 320 soldats tchadiens blessés.',
    'far.md': 'The mission counted 75 displaced families in Mali.',
  }),
)

const shown = async (request: string): Promise<(string | undefined)[]> => {
  const reply = await finder.find(request)
  if (reply.kind === 'nothing') return []
  return reply.groups.flatMap(({ lines }) => lines.map(({ figures }) => figures[0]?.wording))
}

it.each([
  ['displaced Mauritania', '150'],
  ['displaced families Mauritanie', '150'],
  ['soldats blessés Tchad', '320'],
  ['soldiers wounded Chad', '320'],
  ['displaced Malian families', '75'],
])(
  'a country is found by whoever is of it, and they by the country: %s',
  async (request, value) => {
    expect(await shown(request)).toEqual([value])
  },
)
