import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../index/language.ts'

describe('language', () => {
  it.each([
    ['en', 'How many wells are there in the north?'],
    ['fr', 'Combien de puits y a-t-il dans le nord ?'],
    ['fr', `Communiqué. ${'Les puits de la ville sont fermés depuis le printemps. '.repeat(5)}`],
    ['en', `Communiqué. ${'The wells of the town have been closed since spring. '.repeat(5)}`],
    [
      'fr',
      'Puits fermés, rivières basses, camps pleins, marchés vides, écoles closes, routes coupées, villages désertés, récoltes perdues, troupeaux décimés, familles déplacées, secours attendus, promesses oubliées, bilans contestés.',
    ],
  ] as const)('is %s', (language, text) => expect(detectLanguage(text)).toBe(language))

  it('is the fallback when nothing tells', () => {
    expect(detectLanguage('12 345', 'fr')).toBe('fr')
    expect(detectLanguage('')).toBe('en')
  })
})
