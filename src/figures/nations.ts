/** Countries and who or what is of them: whoever asks for Mauritania is shown the Mauritanian border. */
import { LANGUAGES } from '../../index/languages/packs.ts'
import type { FieldWords } from '../ask/field-words.ts'
import { remembered } from './remembered.ts'

/** Names of several words are none of the terms that stand for one another. */
const isWord = (name: string): boolean => /^\p{L}{3,}$/u.test(name)

const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(65 + at))
/** Every code of two letters; most are no country's. */
const CODES = LETTERS.flatMap((one) => LETTERS.map((other) => `${one}${other}`))
/** "Malian", "malienne"; what is no word is in no document. */
const ENDINGS = 'n an ian en ien ienne enne nne'.split(' ')

function nations(): string[][] {
  const namers = LANGUAGES.map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  )
  const all = CODES.map((code) => namers.map((namer) => namer.of(code) ?? '').filter(isWord))
    .filter((names) => names.length > 0)
    .map((names) => ({ names, people: new Set(names.flatMap(peopleOf)) }))
  // "Nigerian" could be made of Niger, too: of which country cannot be told.
  const of = (person: string): number => all.filter(({ people }) => people.has(person)).length
  return all.map(({ names, people }) => [
    ...names,
    ...[...people].filter((person) => of(person) === 1),
  ])
}

const peopleOf = (name: string): string[] =>
  [name, name.replace(/[aey]$/u, '')].flatMap((stem) => ENDINGS.map((ending) => stem + ending))

/** The words of the field, those of countries among them. */
export const withNations = remembered((field: FieldWords): FieldWords => field.with(nations()))
