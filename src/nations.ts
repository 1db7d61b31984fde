/** Countries and who or what is of them: whoever asks for Mauritania is shown the Mauritanian border. */
import { fold } from '../index/analyzer.ts'
import { phrases } from '../index/languages/phrases.ts'
import { LANGUAGES } from '../index/languages/packs.ts'
import type { FieldWords, LaterWords } from './ask/field-words.ts'
import { remembered } from './remembered.ts'

/** Names of several words are none of the terms that stand for one another. */
const isWord = (name: string): boolean => /^\p{L}{3,}$/u.test(name)

const ALPHABET = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(65 + at))
/** Every code of two letters; most are no country's. */
const CODES = ALPHABET.flatMap((one) => ALPHABET.map((other) => `${one}${other}`))
/** "Malian", "malienne"; what is no word is in no document. */
const ENDINGS = 'n an ian en ien ienne enne nne'.split(' ')
/** Whoever is of a country is called by a word that begins as its name does. */
const LETTERS = 3

/** One country: its names in every language, and who or what is of it. */
class Nation {
  readonly #names: readonly string[]
  readonly #isNation: (word: string) => boolean
  readonly #beginnings: RegExp

  constructor(names: readonly string[], isNation: (word: string) => boolean) {
    const peoples = names.flatMap((name) => irregularOf(fold(name)))
    this.#names = [...names, ...peoples]
    this.#isNation = isNation
    const beginnings = new Set(this.#names.map((name) => name.slice(0, BEGINNING)))
    this.#beginnings = new RegExp(
      String.raw`(?<!\p{L})(?:${[...beginnings].join('|')})\p{L}*`,
      'giu',
    )
  }

  /** Whether a text names it, or may: a word that begins as its name does and is no other country's. */
  mayBeIn(text: string): boolean {
    for (const [word] of text.matchAll(this.#beginnings)) {
      const folded = fold(word)
      if (isAmong(folded, this.#names) || !this.#isNation(folded)) return true
    }
    return false
  }
}

/** So many letters of a name are those of its people's, too: "Jamaica", "Jamaicans". */
const BEGINNING = 4

const isAmong = (word: string, names: readonly string[]): boolean =>
  names.some((name) => fold(name) === word || peopleOf(fold(name)).includes(word))

/** A country and its people by words that do not begin alike: "France", "French". */
const IRREGULAR = phrases('questions', 'peoples').flatMap((groups) =>
  groups.split('|').map((group) => group.split(' ')),
)

const irregularOf = (word: string): string[] =>
  IRREGULAR.filter((group) => group.includes(word)).flat()

class Nations implements LaterWords {
  readonly letters = LETTERS
  /** A country's name in each language, under the beginning of each. */
  readonly #names = new Map<string, (readonly string[])[]>()
  readonly #known = new Map<string, Nation>()

  constructor() {
    const namers = LANGUAGES.map(
      (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
    )
    for (const code of CODES) {
      const names = namers.map((namer) => namer.of(code) ?? '').filter(isWord)
      for (const start of new Set(names.map(startOf))) {
        const others = this.#names.get(start) ?? []
        others.push(names)
        this.#names.set(start, others)
      }
    }
  }

  startingWith(start: string): string[][] {
    return (this.#names.get(start) ?? []).map((names) => [
      ...names,
      ...names.flatMap(peopleOf).filter((person) => this.#isOfOne(person)),
    ])
  }

  /** Whether a word, folded, is a country or who or what is of one. */
  has(word: string): boolean {
    return (this.#names.get(word.slice(0, LETTERS)) ?? []).some((names) => isAmong(word, names))
  }

  /** The country that a word, folded, is, or is who or what is of. */
  of(word: string): Nation | undefined {
    const known = this.#known.get(word)
    if (known !== undefined) return known
    const [first] = [word, ...irregularOf(word)].flatMap((one) =>
      (this.#names.get(one.slice(0, LETTERS)) ?? []).filter((names) => isAmong(one, names)),
    )
    if (first === undefined) return undefined
    const nation = new Nation(first, (other) => this.has(other))
    this.#known.set(word, nation)
    return nation
  }

  /** "Nigerian" could be made of Niger, too: of which country cannot be told. */
  #isOfOne(person: string): boolean {
    const around = this.#names.get(startOf(person)) ?? []
    return (
      around.filter((names) => names.some((name) => peopleOf(name).includes(person))).length === 1
    )
  }
}

const startOf = (word: string): string => fold(word).slice(0, LETTERS)

const peopleOf = (name: string): string[] =>
  [name, name.replace(/[aey]$/u, '')].flatMap((stem) => ENDINGS.map((ending) => stem + ending))

let nations: Nations | undefined
/** Made when first asked for: it takes as long as reading a short document. */
const theNations = (): Nations => (nations ??= new Nations())

/** The words of the field, those of countries among them. */
export const withNations = remembered((field: FieldWords): FieldWords => field.with(theNations()))

/** Whether a word, folded, is a country's name or that of its people: no other country's, spelt alike. */
export const isOfNation = (word: string): boolean => theNations().has(word)

/** The country that a word, folded, names, or whose people; `undefined` where it is none. */
export const nationOf = (word: string): Nation | undefined => theNations().of(word)
