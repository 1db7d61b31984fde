import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/wordings/in-language.ts'
import { corpusOf } from '../support/library.ts'
import { finderOf } from '../support/figures.ts'

const finder = finderOf(
  corpusOf({
    'camps.md':
      'The agencies reached 430K refugees in the eastern camps.\n\nMore tents were brought.',
    'herds.md': 'The health of the herds was good, and 12 wells were dug at Tarwell.',
    'dead.md': 'Nine herders were killed by lightning at Oss.',
  }),
)
const ask = async (request: string, language?: Language) => {
  const reply = await finder.find(request, language === undefined ? {} : { language })
  if (reply.kind !== 'nothing') throw new Error(`there are figures for ${request}`)
  return { reason: reply.reason, nearest: reply.nearest.map(({ text }) => text) }
}

describe('what is counted, and not of what was asked', () => {
  it('is told as counted and shown, not denied', async () => {
    expect(await ask('refugees health')).toEqual({
      reason: expect.stringContaining('No figure of “refugees” stands with “health”.'),
      nearest: ['The agencies reached 430K refugees in the eastern camps.'],
    })
    expect(await ask('refugees health', 'fr')).toMatchObject({
      reason: expect.stringContaining('Aucun chiffre de « refugees » ne va avec « health ».'),
    })
  })

  it.each(['refugees Tarwell', 'refugees killed', 'killed health', 'tents health'])(
    'is not told so where a place, an event or all is lacking: %s',
    async (request) => {
      expect((await ask(request)).reason).toContain('There is no such figure')
    },
  )
})
