import { afterEach, describe, expect, it } from 'vitest'
import { ACTION, type Action, namedBy } from '../../../adapters/discord/components.ts'
import type { Message } from '../../../src/adapter.ts'
import type { Reply } from '../../../src/reply.ts'
import { person } from '../../support/discord/bodies.ts'
import type { Stored } from '../../support/discord/guilds.ts'
import { type Bench, openBench } from '../../support/discord/harness.ts'
import { listOf } from '../../support/discord/limits.ts'
import { until } from '../../support/discord/scenarios.ts'
import { seen } from '../../support/discord/seen.ts'
import { answer, quote, REPLIES } from '../../support/replies.ts'

const benches: Bench[] = []
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close()
})

function replying({ request }: Message): Reply {
  if (request?.kind === 'more') return answer(quote('The third well ran dry.'))
  if (request?.kind === 'context') return REPLIES.context
  if (request?.kind === 'figures') return REPLIES.figures
  if (request?.kind === 'brief') return { ...REPLIES.summary, topic: 'harvest' }
  if (request?.kind === 'suggest') return REPLIES.suggestions
  if (request?.kind === 'feedback') return { kind: 'notice', text: ['Thank you, noted.'] }
  return { ...answer(quote('Rain came late.'), quote('Goats were sold.')), figures: 'yield' }
}

async function opened() {
  const bench = await openBench()
  benches.push(bench)
  const asked: Message[] = []
  await bench.adapter().start((message) => {
    asked.push(message)
    return Promise.resolve(replying(message))
  })
  const { double } = bench
  const standing = () => double.guilds.said()
  const showing = (words: string): Stored | undefined =>
    standing().find((each) => seen(each).includes(words))
  const shows = async (words: string): Promise<Stored> => {
    await until(() => showing(words) !== undefined)
    const found = showing(words)
    if (found === undefined) throw new Error(`“${words}” is not shown`)
    return found
  }
  return { double, channel: double.guilds.channel(), asked, standing, showing, shows }
}

function buttonOf({ components }: Stored, action: Action): string {
  const ids = listOf(components)
    .flatMap((row) => listOf(row['components']))
    .map(({ custom_id: id }) => String(id))
  return ids.find((id) => namedBy(id)?.action === action) ?? ''
}

describe('over the wire', () => {
  it('a command is answered, and each of its buttons brings what it says', async () => {
    const { double, channel, shows, showing } = await opened()
    const who = person()
    double.command(channel, 'ask', { question: 'How was the harvest?' }, { who })
    const first = await shows('Rain came late.')
    expect(seen(first)).toContain('How was the harvest?')
    double.press(first, buttonOf(first, ACTION.more), { who })
    await shows('The third well ran dry.')
    double.press(first, buttonOf(first, ACTION.source), { who, values: ['1'] })
    expect((await shows('Nobody had counted the goats.')).only).toBe(who.id)
    double.press(first, buttonOf(first, ACTION.figures), { who })
    expect((await shows('more than 12')).attachments).toHaveLength(2)
    double.press(first, buttonOf(first, ACTION.up), { who })
    await shows('Thank you, noted.')
    double.press(first, buttonOf(first, ACTION.delete), { who: person() })
    await shows('Only who asked can delete this')
    double.press(first, buttonOf(first, ACTION.delete), { who })
    await until(() => showing('Rain came late.') === undefined)
  })

  it('a briefing is brought as a file, once', async () => {
    const { double, channel, asked, shows, standing } = await opened()
    double.command(channel, 'brief', { topic: 'harvest' })
    const first = await shows('opened a month early')
    for (const action of [ACTION.word, ACTION.markdown, ACTION.word])
      double.press(first, buttonOf(first, action))
    await shows('That is shown already')
    await until(
      () => standing().filter(({ attachments }) => listOf(attachments).length > 0).length === 2,
    )
    expect(asked.at(-1)).toMatchObject({ text: 'harvest', request: { kind: 'brief' } })
    const names = standing()
      .flatMap(({ attachments }) => listOf(attachments))
      .map(({ filename }) => filename)
    expect(new Set(names)).toEqual(new Set(['new-since-1-april.docx', 'new-since-1-april.md']))
  })

  it('a private answer is shared with the channel', async () => {
    const { double, channel, shows, standing } = await opened()
    double.command(channel, 'ask', { question: 'How was the harvest?', private: true })
    const first = await shows('Rain came late.')
    double.press(first, buttonOf(first, ACTION.share))
    await until(() => !standing().includes(first) && standing().length === 1)
    expect(seen(await shows('Rain came late.'))).toContain('How was the harvest?')
  })

  it('what is typed is completed', async () => {
    const { double, channel, asked } = await opened()
    double.typing(channel, 'ask', { question: 'x', document: 'har' }, 'document')
    await until(() => asked.length === 1)
    expect(asked[0]).toMatchObject({ text: 'har', request: { what: 'documents' } })
  })
})
