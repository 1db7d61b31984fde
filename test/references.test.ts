import { expect, it } from 'vitest'
import { numbered, referencesOf } from '../src/references.ts'
import { citation, quote } from './support/replies.ts'

const restOf = (...sections: (string | undefined)[]): readonly string[] => {
  const quotes = sections.map((section, at) =>
    quote(`Wells were dug ${at}.`, {
      citation: citation(section === undefined ? {} : { section }),
    }),
  )
  return referencesOf(numbered(quotes)).sources[0]?.rest.slice(2) ?? []
}

it.each([
  ['of each of its quotes', ['Rain › North', 'Rain › South'], ['North, South']],
  ['of all of them', ['Rain › North', 'Rain › North'], ['North']],
  ['but of none where one quote stands under no heading', [undefined, 'Rain › North'], []],
])('a source is told with the section %s', (_, sections, told) => {
  expect(restOf(...sections)).toEqual(told)
})
