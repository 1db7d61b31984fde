/** A count of one kind is not shown for another that the documents count, too. */
import { expect, it } from 'vitest'
import { finderOf } from '../support/figures.ts'
import { corpusOf } from '../support/library.ts'

const finder = finderOf(
  corpusOf({
    'clinic.md':
      '# Clinic\n\nSix new scurvy cases were seen in Oss.\n\nTwelve rickets cases were looked into (10 children, 2 adults), and none had scurvy.\n\nForty suspected cases came to the scurvy ward.\n',
  }),
)

it('leaves out other kinds of the same thing, and what they are made up of', async () => {
  const reply = await finder.find('scurvy cases')
  const shown =
    reply.kind === 'figures'
      ? reply.groups.flatMap(({ lines }) => lines.flatMap(({ figures }) => figures))
      : []
  const wordings = shown.map(({ wording }) => wording)
  expect(wordings).toContain('Six')
  expect(wordings).toContain('Forty')
  for (const other of ['Twelve', '10', '2']) expect(wordings).not.toContain(other)
})
