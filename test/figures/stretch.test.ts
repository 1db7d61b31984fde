/** Of several numbers in a sentence, the one whose own words were asked for comes first. */
import { describe, expect, it } from 'vitest'
import { finderOf } from '../support/figures.ts'
import { corpusOf } from '../support/library.ts'

async function firstFor(text: string, request: string): Promise<string | undefined> {
  const reply = await finderOf(corpusOf({ 'report.md': text })).find(request)
  return reply.kind === 'figures' ? reply.groups[0]?.lines[0]?.figures[0]?.wording : undefined
}

describe('the first figure', () => {
  it.each([
    [
      'learning kits girls',
      'The mission gave learning kits to 495 children (220 girls and 275 boys).',
      '220',
    ],
    [
      'families tents south',
      'Tents reached 60 families in the north and 40 families in the south.',
      '40',
    ],
    [
      'families asked for blankets',
      'What families asked for most was shelter (57%), followed by blankets (32%) and soap (11%).',
      '32%',
    ],
    [
      'organisations supplied with fuel',
      'With the fuel, 8,000 families and 20 organisations were supplied.',
      '20',
    ],
  ])('of “%s” in “%s” is %s', async (request, text, wording) => {
    expect(await firstFor(`# Report\n\n${text}\n`, request)).toBe(wording)
  })

  it('is none that the request itself names', async () => {
    expect(
      await firstFor(
        '# Report\n\nOnly 15 per cent of children aged 6-23 months eat well.\n',
        'children 6-23 months eat well',
      ),
    ).toContain('15 per cent')
  })

  it('is a change where one is asked for', async () => {
    expect(
      await firstFor(
        '# Report\n\nThe price of rope rose by 31 percent in March.\n',
        'rise of the price of rope',
      ),
    ).toContain('31 percent')
  })
})
