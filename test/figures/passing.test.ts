import { expect, it } from 'vitest'
import { finderOf } from '../support/figures.ts'
import { corpusOf } from '../support/library.ts'

const finder = finderOf(
  corpusOf({
    'report.md': `---
title: Report of the coast
date: 2023-06-20
---
# Report of the coast

About 70 sailors were executed in January after being sent back from Rivania.

Some 40 divers fled to Belmark.

In Tarvo 12 fishermen were executed.
`,
  }),
)

it.each([
  ['executed Rivania', '70', 'Rivania', false],
  ['fled Belmark', '40', 'Belmark', true],
  ['executed Tarvo', '12', 'Tarvo', true],
])('of %s it is shown that it was there: %s, %s: %s', async (request, value, place, isNamed) => {
  const reply = await finder.find(request)
  const groups = reply.kind === 'figures' ? reply.groups : []
  const group = groups.find(({ lines }) =>
    lines.some(({ figures }) => figures.some(({ wording }) => wording.includes(value))),
  )
  expect(group).toBeDefined()
  expect(group?.label.includes(place)).toBe(isNamed)
})
