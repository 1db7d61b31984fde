/** What supplies are there for has not happened. */
import { expect, it } from 'vitest'
import { finderOf } from '../support/figures.ts'
import { corpusOf } from '../support/library.ts'

const finder = finderOf(
  corpusOf({
    'storm.md':
      'Three deaths and 16 injuries were reported in Velania after the storm.\n\nThe ward in Velania stored kits covering 420 births, 180 cases of rape and 525 fevers.\n',
  }),
)

async function wordingsOf(request: string): Promise<string[]> {
  const reply = await finder.find(request)
  return reply.kind === 'figures'
    ? reply.groups.flatMap(({ lines }) =>
        lines.flatMap(({ figures }) => figures.map(({ wording }) => wording)),
      )
    : []
}

it('so it is not told beside what was asked for', async () => {
  const wordings = await wordingsOf('deaths Velania')
  expect(wordings).toContain('Three')
  expect(wordings).toContain('16')
  expect(wordings).not.toContain('180')
})

it('and is shown to whoever asks for it', async () => {
  expect(await wordingsOf('births')).toEqual(['420'])
})
