import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../adapters/slack/parse.ts'
import type { ParseContext } from '../../../adapters/slack/seams.ts'
import { plainText } from '../../../adapters/slack/text.ts'

const reading: ParseContext = {
  self: { userId: 'UBOT', botId: 'BBOT', teamId: 'T1' },
  goesOn: (channel, thread, user, at) =>
    channel === 'C1' && thread === '100.1' && user === 'U1' && at === 200_100,
}

const event = (over: object, callback: object = {}) => ({
  type: 'event_callback',
  team_id: 'T1',
  event_id: 'Ev1',
  ...callback,
  event: {
    type: 'message',
    channel: 'C1',
    channel_type: 'channel',
    user: 'U1',
    text: 'How many wells?',
    ts: '200.1',
    event_ts: '200.1',
    ...over,
  },
})

const mention = (over: object = {}, callback: object = {}) =>
  event({ type: 'app_mention', text: '<@UBOT> How many wells?', ...over }, callback)

const read = (body: object) => parse({ ...body }, reading)

describe('a mention', () => {
  it('is a question, answered in its thread', () => {
    expect(read(mention())).toEqual({
      key: 'C1:200.1',
      eventId: 'Ev1',
      message: {
        id: 'C1:200.1',
        text: 'How many wells?',
        user: 'U1',
        channel: 'C1',
        thread: '200.1',
        aloud: true,
        workspace: 'T1',
        platform: 'slack',
      },
      reply: { kind: 'thread', channel: 'C1', thread_ts: '200.1' },
    })
  })

  it('is the same thing as the message event that tells of it', () => {
    const message = read(event({ text: '<@UBOT> How many wells?' }, { event_id: 'Ev2' }))
    expect(message).toEqual({ ...read(mention()), eventId: 'Ev2' })
  })

  it('in a thread is answered in that thread', () => {
    expect(read(mention({ thread_ts: '150.1' }))?.reply).toMatchObject({ thread_ts: '150.1' })
  })

  it('brings its files', () => {
    const files = [
      { id: 'F1', name: 'a.pdf', size: 12, url_private_download: 'https://files.slack.com/a' },
      { id: 'F2', name: 'gone.pdf', mode: 'tombstone' },
      { id: 'F3', name: 'b.pdf', is_external: true, url_private: 'https://drive.example/b' },
    ]
    expect(read(mention({ subtype: 'file_share', files }))?.files).toEqual([
      { id: 'F1', name: 'a.pdf', size: 12, url: 'https://files.slack.com/a' },
    ])
  })
})

describe('a message in a channel', () => {
  it('without a mention is not for the bot', () => {
    expect(read(event({}))).toBeUndefined()
    expect(read(event({ thread_ts: '150.1' }))).toBeUndefined()
  })

  it('is for it in a thread where it has answered', () => {
    expect(read(event({ thread_ts: '100.1' }))).toMatchObject({
      message: { text: 'How many wells?', thread: '100.1' },
      reply: { kind: 'thread', channel: 'C1', thread_ts: '100.1' },
    })
  })

  it('is not when it is small talk, or of somebody who has asked nothing there', () => {
    for (const text of ['ok', 'thanks!', 'ok let us meet at 3pm', 'Bob: moved to Monday', '+1'])
      expect(read(event({ thread_ts: '100.1', text }))).toBeUndefined()
    expect(read(event({ thread_ts: '100.1', user: 'U9' }))).toBeUndefined()
    expect(read(event({ thread_ts: '100.1' }))?.message.unnamed).toBe(true)
    expect(read(mention({ thread_ts: '100.1' }))?.message.unnamed).toBeUndefined()
  })

  it('is not when it is to somebody else in that thread', () => {
    expect(read(event({ thread_ts: '100.1', text: '<@U2> look at this' }))).toBeUndefined()
  })

  const ignored: [what: string, over: object][] = [
    ['a bot', { bot_id: 'B2' }],
    ['the bot itself', { user: 'UBOT' }],
    ['nobody', { user: undefined }],
    ['Slack, that somebody joined', { subtype: 'channel_join' }],
    ['Slack, that the topic changed', { subtype: 'channel_topic' }],
    ['a bot of the old kind', { subtype: 'bot_message' }],
    ['the agent view', { subtype: 'assistant_app_thread' }],
  ]
  it.each(ignored)('is not when it is of %s', (_, over) => {
    expect(read(event({ thread_ts: '100.1', ...over }))).toBeUndefined()
    expect(read(mention(over))).toBeUndefined()
    expect(read(event({ channel: 'D1', channel_type: 'im', ...over }))).toBeUndefined()
  })
})

describe('a direct message', () => {
  const direct = (over: object = {}) => event({ channel: 'D1', channel_type: 'im', ...over })

  it('is a question, answered below it', () => {
    const incoming = read(direct())
    expect(incoming?.reply).toEqual({ kind: 'dm', channel: 'D1', thread_ts: '200.1' })
    expect(incoming?.message).not.toHaveProperty('thread')
  })

  it('in a thread of the agent view is answered there', () => {
    expect(read(direct({ thread_ts: '150.1' }))?.reply).toMatchObject({ thread_ts: '150.1' })
  })
})

describe('who asks', () => {
  it('is an outsider from another workspace', () => {
    expect(read(mention({ user_team: 'T2' }))?.message.role).toBe('outsider')
    expect(read(mention({ source_team: 'T2' }))?.message.role).toBe('outsider')
  })

  it('is an outsider where other organisations listen', () => {
    expect(read(mention({}, { is_ext_shared_channel: true }))?.message.role).toBe('outsider')
  })

  it('is looked up otherwise', () => {
    expect(read(mention({ user_team: 'T1' }))?.message).not.toHaveProperty('role')
  })
})

describe('a change', () => {
  const changed = (before: object, now: object, over: object = {}) =>
    event({
      subtype: 'message_changed',
      text: undefined,
      user: undefined,
      ts: '300.1',
      event_ts: '300.1',
      previous_message: { user: 'U1', ts: '200.1', text: '<@UBOT> How many wells?', ...before },
      message: { user: 'U1', ts: '200.1', text: '<@UBOT> How many boats?', ...now },
      ...over,
    })

  it('of the words is answered anew', () => {
    expect(read(changed({}, {}))).toMatchObject({
      key: 'C1:200.1:300.1',
      edited: 'C1:200.1',
      message: { id: 'C1:200.1', text: 'How many boats?', thread: '200.1' },
      reply: { kind: 'thread', thread_ts: '200.1' },
    })
  })

  it('of a preview is none', () => {
    const text = '<@UBOT> How many wells?'
    expect(read(changed({}, { text, attachments: [{}] }))).toBeUndefined()
  })

  it('that mentions the bot only now is a question', () => {
    expect(read(changed({ text: 'How many wells?' }, {}))?.edited).toBe('C1:200.1')
  })

  it('that does not mention it any more takes the question back', () => {
    expect(read(changed({}, { text: 'never mind' }))).toMatchObject({
      deleted: 'C1:200.1',
      message: { text: '' },
    })
  })

  it('of what a bot said is nothing', () => {
    expect(read(changed({ bot_id: 'BBOT', user: 'UBOT' }, { bot_id: 'BBOT' }))).toBeUndefined()
  })

  it('into a placeholder is a deletion', () => {
    expect(
      read(changed({}, { subtype: 'tombstone', text: 'This message was deleted.' })),
    ).toMatchObject({ deleted: 'C1:200.1' })
  })

  it('that deletes it takes the question back', () => {
    expect(
      read(
        event({
          subtype: 'message_deleted',
          user: undefined,
          text: undefined,
          ts: '300.1',
          deleted_ts: '200.1',
          previous_message: { user: 'U1', ts: '200.1', text: '<@UBOT> How many wells?' },
        }),
      ),
    ).toMatchObject({ deleted: 'C1:200.1', message: { text: '' } })
  })
})

describe('a command', () => {
  const command = (name: string, text: string, channel = 'C1') =>
    read({
      command: name,
      text,
      user_id: 'U1',
      channel_id: channel,
      team_id: 'T1',
      trigger_id: 'tr1',
      response_url: 'https://hooks.slack.com/commands/1',
    })

  it('is answered to the asker alone', () => {
    expect(command('/ask', 'How many wells?')).toEqual({
      key: 'command:tr1',
      message: {
        id: 'command:tr1',
        text: 'How many wells?',
        request: { kind: 'ask' },
        user: 'U1',
        channel: 'C1',
        workspace: 'T1',
        platform: 'slack',
      },
      reply: {
        kind: 'response_url',
        url: 'https://hooks.slack.com/commands/1',
        ephemeral: true,
      },
    })
  })

  const requests: [name: string, text: string, request: object, rest: string][] = [
    ['/figure', 'wells in Kelani', { kind: 'figures' }, 'wells in Kelani'],
    ['/brief', '', { kind: 'brief' }, ''],
    [
      '/brief',
      'rain since:2024-05-01 set:farms',
      { kind: 'brief', since: '2024-05-01', set: 'farms' },
      'rain',
    ],
    ['/verbatim', '', { kind: 'help' }, ''],
    ['/verbatim', 'help', { kind: 'help' }, 'help'],
    ['/verbatim', 'Sources', { kind: 'sources' }, 'Sources'],
    ['/verbatim', 'gaps', { kind: 'gaps' }, 'gaps'],
    [
      '/verbatim',
      'add <https://example.org/a?b=1&amp;c=2|example.org>',
      { kind: 'manage' },
      'add https://example.org/a?b=1&c=2',
    ],
    [
      '/verbatim',
      'schedule daily 08:00 Europe/Paris',
      { kind: 'manage' },
      'schedule daily 08:00 Europe/Paris',
    ],
  ]
  it.each(requests)('%s %s', (name, text, request, rest) => {
    expect(command(name, text)?.message).toMatchObject({ request, text: rest })
  })

  it('for unanswered questions means all the workspace in a direct message only', () => {
    const request = (channel: string) => command('/verbatim', 'gaps', channel)?.message.request
    expect(request('D1')).toEqual({ kind: 'gaps', of: 'workspace' })
    for (const channel of ['C1', 'G1']) expect(request(channel)).toEqual({ kind: 'gaps' })
  })

  it('of another app is nothing', () => {
    expect(command('/giphy', 'cats')).toBeUndefined()
  })
})

describe('the words', () => {
  const typed: [raw: string, plain: string][] = [
    ['<@UBOT> who dug them?', 'who dug them?'],
    ['who <@UBOT|verbatim> dug?', 'who @verbatim dug?'],
    ['who, <@UBOT>, dug?', 'who, , dug?'],
    ['in <#C1|rain> and <#C2>', 'in #rain and'],
    ['<!subteam^S1|@team> says', '@team says'],
    ['see <https://a.example|the report>', 'see the report'],
    ['see <https://a.example>', 'see https://a.example'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['more than &lt; 5 &amp; less', 'more than < 5 & less'],
    ['&amp;lt;', '&lt;'],
    ['<!date^1392734382^{date}|18 February> it rained', '18 February it rained'],
  ]
  it.each(typed)('%s', (raw, plain) => expect(plainText(raw)).toBe(plain))

  it('lose nothing that is not markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const escaped = words
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
        const evened = words.replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/gu, '\n')
        expect(plainText(escaped)).toBe(evened.trim())
      }),
    )
  })
})

it('whatever comes is read or let go, and nothing throws', () => {
  const shapes = fc.oneof(
    fc.json().map((text): unknown => JSON.parse(text)),
    fc.object(),
  )
  fc.assert(
    fc.property(shapes, fc.anything(), (shape, deep) => {
      for (const body of [
        { shape },
        { type: 'event_callback', event: deep },
        mention({ text: deep }),
      ])
        expect(() => read(body)).not.toThrow()
    }),
  )
})
