/** A channel of Slack's in French: replies, buttons, windows and what is said beside them, and nothing of it in English. */
import { describe, expect, it } from 'vitest'
import { offerFiles } from '../../../adapters/slack/interactions/interactions.ts'
import { ACTION } from '../../../adapters/slack/render/buttons.ts'
import { render } from '../../../adapters/slack/render/render.ts'
import { englishIn } from '../../support/english.ts'
import { ASKED, frenchBot, messageIn, textsIn } from '../../support/french-bot.ts'
import { notebook } from '../../support/slack-poster.ts'
import { memory, said } from '../../support/slack-shown.ts'
import { handle, ID, KEY, press } from './interacting.ts'

const bot = frenchBot('slack:C1', 'slack:D1', 'slack:U1')

function french(fails: Parameters<typeof notebook>[0]['fails'] = []) {
  const book = notebook({
    reply: () => ({ kind: 'notice', text: ['–'] }),
    language: 'fr',
    role: 'admin',
    fails,
  })
  return { ...book, context: { ...book.context, answer: bot.answer.bind(bot) } }
}

const shown = (sent: unknown): string => textsIn(sent).join('\n')

describe('Slack in French', () => {
  it.each(ASKED)('shows %s', async (...asked) => {
    const message = messageIn('C1', 'slack', asked)
    const reply = await bot.answer(message)
    for (const ephemeral of [false, true]) {
      const posts = await render(reply, { key: KEY, message, ephemeral, memory: memory() })
      expect(shown(posts)).not.toBe('')
      expect(englishIn(shown(posts))).toEqual([])
    }
  })

  it.each(Object.values(ACTION))('answers to the button %s', async (action) => {
    for (const value of [ID, `${ID}.0`, 'gone']) {
      const book = french()
      const [asked] = ASKED
      if (asked === undefined) throw new Error('nothing asked')
      const message = messageIn('C1', 'slack', asked)
      const reply = await bot.answer(message)
      await render(reply, { key: KEY, message, ephemeral: false, memory: book.context.memory })
      for (const ephemeral of [false, true])
        await handle(press(action, value, { ephemeral, user: 'U7' }), book)
      expect(englishIn(shown(book.sent))).toEqual([])
    }
  })

  it('says that a button has failed, that what it brings stands there, and whose it is', async () => {
    const [asked] = ASKED
    if (asked === undefined) throw new Error('nothing asked')
    const message = messageIn('C1', 'slack', asked)
    const failing = french(['post'])
    await render(await bot.answer(message), {
      key: KEY,
      message,
      ephemeral: false,
      memory: failing.context.memory,
    })
    await handle(press(ACTION.more, ID), failing)
    expect(shown(failing.sent)).toContain('Cela n’a pas fonctionné')

    const gone = french()
    await handle(press(ACTION.more, 'gone'), gone)
    await handle(press(ACTION.add, 'gone'), gone)
    expect(shown(gone.sent)).toContain('Ce bouton a expiré')
    expect(shown(gone.sent)).toContain('Cette offre a expiré')
    expect(englishIn(shown([...gone.sent, ...failing.sent]))).toEqual([])
  })

  it('offers files, and says why not', async () => {
    const { context } = french()
    const file = (name: string, size: number) => ({
      id: name,
      name,
      size,
      url: 'https://a.example',
    })
    const posts = await offerFiles(
      {
        key: KEY,
        message: said(),
        reply: { kind: 'thread', channel: 'C1', thread_ts: '1.1' },
        files: [file('rapport.pdf', 1000), file('a.xyz', 10), file('b', 10), file('c.pdf', 9e9)],
      },
      context,
    )
    expect(shown(posts)).toContain('Ajouter « rapport.pdf » aux documents')
    expect(englishIn(shown(posts))).toEqual([])
  })

  it('opens windows, the home and the agent view', async () => {
    const book = french()
    const at = { trigger_id: 'tr1', user: { id: 'U1' }, team: { id: 'T1' } }
    const channel = { id: 'C1' }
    const checked = { type: 'message_action', callback_id: 'verbatim_check', ...at, channel }
    const response_url = 'https://hooks.slack.com/app/1'
    await handle({ type: 'shortcut', callback_id: 'verbatim_ask', ...at, channel }, book)
    for (const text of ['', 'Le marché de Tarwell est resté fermé six semaines.'])
      await handle({ ...checked, response_url, message: { ts: '9.9', text } }, book)
    const values = { question: { question: { type: 'plain_text_input', value: 'Oss ?' } } }
    const view = {
      id: 'V1',
      callback_id: 'verbatim_ask',
      private_metadata: 'C1',
      state: { values },
    }
    const { acks } = await handle({ type: 'view_submission', ...at, view }, book)
    for (const tab of ['home', 'messages'])
      await handle(
        {
          type: 'event_callback',
          event: { type: 'app_home_opened', user: 'U1', channel: 'D1', tab },
        },
        book,
      )
    expect(book.by('openView')).toHaveLength(3)
    expect(book.by('updateView')).toHaveLength(1)
    expect(book.by('publishHome')).toHaveLength(1)
    expect(shown(book.sent)).toContain('Ce qu’il connaît')
    expect(englishIn(shown([acks, book.sent]))).toEqual([])
    expect(JSON.stringify(book.by('setSuggestedPrompts'))).not.toContain('Ask')
  })
})
