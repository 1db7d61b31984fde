/** What a channel asks of a bot, as an adapter hands it over. */
import type { Message, Request } from '../../src/adapter.ts'
import type { Bot } from '../../src/bot.ts'
import type { Reply } from '../../src/reply.ts'

let count = 0
export const send = (bot: Bot, text: string, over: Partial<Message> = {}): Promise<Reply> =>
  bot.answer({
    id: String(count++),
    text,
    user: 'U1',
    channel: 'C1',
    platform: 'slack',
    aloud: true,
    ...over,
  })
export const want = (bot: Bot, request: Request, text = '', over: Partial<Message> = {}) =>
  send(bot, text, { request, ...over })
