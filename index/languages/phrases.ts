/** Alternatives that rules ask for by name. What a language does not have is not found in it. */
import { anyOf, exactly, NEVER } from './combined.ts'
import type { LanguagePack } from './pack.ts'
import { type Language, packOf, perLanguage } from './packs.ts'
import type { Named } from './phrase-names.ts'

/** Of all languages. */
export const phrases = <Group extends keyof Named>(
  group: Group,
  ...names: readonly (keyof Named[Group])[]
): readonly string[] => names.flatMap((name) => anyOf((pack) => phraseOf(pack, group, name)))

/** Of all languages, to stand in brackets; what no text has where no language has any. */
export const alternatives = <Group extends keyof Named>(
  group: Group,
  ...names: readonly (keyof Named[Group])[]
): string => phrases(group, ...names).join('|') || NEVER

/** One of them and nothing else, by the language of the text. */
export const wholeIn = <Group extends keyof Named>(
  group: Group,
  name: keyof Named[Group],
): Readonly<Record<Language, RegExp>> =>
  perLanguage((_, language) =>
    exactly(anyOf((pack) => phraseOf(pack, group, name), [packOf(language)])),
  )

const phraseOf = <Group extends keyof Named>(
  { phrases: own }: LanguagePack,
  group: Group,
  name: keyof Named[Group],
): string | undefined => own?.[group]?.[name]
