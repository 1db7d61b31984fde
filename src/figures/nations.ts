/** Countries and who or what is of them: whoever asks for Mauritania is shown the Mauritanian border. */
import countries from 'world-countries/countries.json' with { type: 'json' }
import * as z from 'zod'
import { LANGUAGES } from '../../index/languages/packs.ts'
import type { FieldWords } from '../ask/field-words.ts'
import { remembered } from './remembered.ts'

const Forms = z.object({ f: z.string(), m: z.string() })
const Country = z.object({
  cca2: z.string().length(2),
  demonyms: z.record(z.string(), Forms).optional(),
})

/** Names of several words are none of the terms that stand for one another. */
const isWord = (name: string): boolean => /^\p{L}{3,}$/u.test(name)

function nations(): string[][] {
  const namers = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: 'region' }))
  const all = z
    .array(Country)
    .parse(countries)
    .map(({ cca2, demonyms = {} }) => ({
      names: namers.map((namer) => namer.of(cca2) ?? ''),
      people: Object.values(demonyms).flatMap(({ f, m }) => [f, m]),
    }))
  // "Congolese", "Dominican": of which country cannot be told.
  const of = (person: string): number => all.filter(({ people }) => people.includes(person)).length
  return all.map(({ names, people }) => [
    ...new Set([...names, ...people.filter((person) => of(person) === 1)].filter(isWord)),
  ])
}

/** The words of the field, those of countries among them. */
export const withNations = remembered((field: FieldWords): FieldWords => field.with(nations()))
