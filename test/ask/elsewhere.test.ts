import { expect, it } from 'vitest'
import { askerOf, corpusOf } from '../support/library.ts'

const asker = askerOf(
  corpusOf({
    'haiti.md': `---
title: Storm bulletin
date: 2025-10-29
---
# Storm bulletin

The storm has flooded three towns of Haiti. In the hospital of Oss 20 injured people were received.
`,
    'weir.md': `---
title: The weir
date: 2024-01-02
---
# The weir

The engineer of the weir at Oss was born in Jamaica. Chinese divers mended 14 of its gates in May.
`,
  }),
)
const kindOf = async (question: string): Promise<string> => (await asker.ask(question)).kind

it.each([
  'How many injured people were received in the hospital in Jamaica?',
  'How many injured people were received in the Jamaican hospital?',
])('no document of another country answers: %s', async (question) => {
  const reply = await asker.ask(question)
  expect(reply).toMatchObject({ kind: 'nothing' })
})

it.each([
  'How many injured people were received in the hospital in Haiti?',
  'How many injured people were received in the Haitian hospital of Oss?',
  'How many gates of the weir did divers of China mend?',
])('a document that names the country or its people does: %s', async (question) => {
  expect(await kindOf(question)).toBe('answer')
})

it('says which names no passage has together with the rest', async () => {
  expect(
    await asker.ask('How many injured people were received in Haiti and Jamaica?'),
  ).toMatchObject({
    reason: expect.stringContaining('“Jamaica”'),
  })
})
