/** Questions that are suggested, by the language of the documents. */
import type { Language } from '../../index/languages/packs.ts'

interface Wordings {
  readonly howMany: (what: string, verb: string, place: string) => string
  readonly who: (name: string) => string
  readonly standsFor: (acronym: string) => string
}

export const QUESTIONS: Readonly<Record<Language, Wordings>> = {
  en: {
    howMany: (what, verb, place) => `How many ${what} were ${verb} in ${place}?`,
    who: (name) => `Who is ${name}?`,
    standsFor: (acronym) => `What does ${acronym} stand for?`,
  },
  fr: {
    howMany: (what, verb, place) => `Combien de ${what} ont été ${verb} à ${place} ?`,
    who: (name) => `Qui est ${name} ?`,
    standsFor: (acronym) => `Que signifie ${acronym} ?`,
  },
}
