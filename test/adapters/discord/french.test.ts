/** A channel of Discord's in French: replies, buttons, windows and what is said beside them, and nothing of it in English. */
import { describe, expect, it } from 'vitest'
import { ACTION, type Action, customId } from '../../../adapters/discord/components.ts'
import { interact, offerFiles } from '../../../adapters/discord/interactions/interactions.ts'
import { render } from '../../../adapters/discord/render/render.ts'
import { idOf } from '../../../src/delivery/posted.ts'
import { delivered, notebook } from '../../support/discord-poster.ts'
import { memory, said } from '../../support/discord-shown.ts'
import { englishIn } from '../../support/english.ts'
import { ASKED, frenchBot, messageIn, textsIn } from '../../support/french-bot.ts'

const KEY = '900'
const bot = frenchBot('discord:500')

function french(servers: Parameters<typeof notebook>[0]['servers'] = []) {
  const book = notebook({
    reply: () => ({ kind: 'notice', text: ['–'] }),
    language: 'fr',
    servers,
  })
  return { ...book, context: { ...book.context, answer: bot.answer.bind(bot) } }
}

const shown = (sent: unknown): string => textsIn(sent).join('\n')

const press = (action: Action, id: string, ephemeral: boolean) =>
  delivered({
    type: 3,
    data: { custom_id: customId(action, id), component_type: 2 },
    channel: { id: '500', type: 0 },
    message: { id: '902', flags: ephemeral ? 64 : 0 },
    member: { user: { id: '11', username: 'ama' }, permissions: '0', roles: [] },
  })

describe('Discord in French', () => {
  it.each(ASKED)('shows %s', async (...asked) => {
    const message = messageIn('500', 'discord', asked)
    const reply = await bot.answer(message)
    for (const ephemeral of [false, true]) {
      const posts = await render(reply, { key: KEY, message, ephemeral, memory: memory() })
      expect(shown(posts)).not.toBe('')
      expect(englishIn(shown(posts))).toEqual([])
    }
  })

  it.each(Object.values(ACTION))('answers to the button %s', async (action) => {
    for (const id of [idOf(KEY), 'gone']) {
      const book = french()
      const [asked] = ASKED
      if (asked === undefined) throw new Error('nothing asked')
      const message = messageIn('500', 'discord', asked)
      const reply = await bot.answer(message)
      await render(reply, { key: KEY, message, ephemeral: false, memory: book.context.memory })
      for (const ephemeral of [false, false, true])
        await interact(press(action, id, ephemeral), book.context)
      expect(shown(book.sent)).not.toBe('')
      expect(englishIn(shown(book.sent))).toEqual([])
    }
  })

  it.each([
    ['in a channel', '1', []],
    ['one to one, for no server', undefined, []],
    ['one to one, for one', undefined, [{ id: '1', name: 'Oss' }]],
    [
      'one to one, for several',
      undefined,
      [
        { id: '1', name: 'Oss' },
        { id: '2', name: 'Tarwell' },
      ],
    ],
    ['one to one, where Discord does not tell', undefined, undefined],
  ])('offers files %s, and says why not', async (_, workspace, servers) => {
    const { context } = french(servers)
    const file = (name: string, size: number) => ({
      id: name,
      name,
      size,
      url: 'https://a.example',
    })
    const { workspace: __, ...message } = said()
    const posts = await offerFiles(
      {
        key: KEY,
        message: { ...message, ...(workspace !== undefined && { workspace }) },
        reply: { kind: 'channel', channel: '500' },
        files: [file('rapport.pdf', 1000), file('a.xyz', 10), file('b', 10), file('c.pdf', 9e9)],
      },
      context,
    )
    expect(shown(posts)).toContain('rapport.pdf')
    expect(englishIn(shown(posts))).toEqual([])
  })

  it('asks in a thread in the language of the channel that it is in', async () => {
    const book = french()
    const languageOf = (channel: string) => (channel === '500' ? ('fr' as const) : undefined)
    await interact(
      delivered({
        type: 3,
        data: { custom_id: customId('ask', 'gone'), component_type: 2 },
        channel: { id: '700', type: 11, parent_id: '500' },
        message: { id: '902', flags: 0 },
        member: { user: { id: '11', username: 'ama' }, permissions: '0', roles: [] },
      }),
      { ...book.context, languageOf },
    )
    expect(shown(book.sent)).not.toBe('')
    expect(englishIn(shown(book.sent))).toEqual([])
  })
})
