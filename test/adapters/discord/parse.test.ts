import { describe, expect, it } from 'vitest'
import { isMessage } from '../../../adapters/discord/deliveries.ts'
import { parseInteraction, parseMessage } from '../../../adapters/discord/parse.ts'
import type { DiscordMessage, Place, ParseContext } from '../../../adapters/discord/seams.ts'
import { acknowledgementOf } from '../../../adapters/discord/interactions/interactions.ts'
import { plainText } from '../../../adapters/discord/text.ts'
import { delivered } from '../../support/discord-poster.ts'

const BOT = '77'
const CHANNEL: Place = { channel: '500', guild: '1' }
const THREAD: Place = { channel: '500', thread: '600', guild: '1' }
const DIRECT: Place = { channel: '700' }

const reading = (place: Place, known = false): ParseContext => ({
  self: { userId: BOT, applicationId: '78' },
  place,
  goesOn: () => known,
})

function message(over: object): DiscordMessage {
  const body: unknown = {
    id: '900',
    channel_id: '500',
    type: 0,
    content: `<@${BOT}> Who dug the well?`,
    timestamp: '2025-11-20T08:00:00.000Z',
    author: { id: '10', username: 'ama' },
    mentions: [],
    attachments: [],
    ...over,
  }
  if (!isMessage(body)) throw new TypeError('no message')
  return body
}

const parsed = (over: object, place = CHANNEL, known = false) =>
  parseMessage(message(over), reading(place, known))

describe('a message', () => {
  it('that mentions the bot is a question, answered there', () => {
    expect(parsed({})).toEqual({
      key: '900',
      message: {
        id: '900',
        text: 'Who dug the well?',
        user: '10',
        channel: '500',
        workspace: '1',
        aloud: true,
        platform: 'discord',
      },
      reply: { kind: 'channel', channel: '500', message: '900' },
    })
  })

  it('that replies to the bot is a question, though no mention stands in it', () => {
    const mentions = [{ id: BOT, username: 'verbatim' }]
    expect(parsed({ type: 19, content: 'And in 2021?', mentions })?.message.text).toBe(
      'And in 2021?',
    )
  })

  it('in a thread belongs to the thread’s channel, and is answered in the thread', () => {
    expect(parsed({}, THREAD)).toMatchObject({
      message: { channel: '500', thread: '600' },
      reply: { channel: '600' },
    })
  })

  it('follows up without a mention in a thread that the bot answers in', () => {
    const content = 'And in 2021?'
    expect(parsed({ content }, THREAD, true)?.message.text).toBe(content)
    expect(parsed({ content }, THREAD, false)).toBeUndefined()
    expect(parsed({ content: '<@55> what do you think?' }, THREAD, true)).toBeUndefined()
    for (const small of ['ok', 'thanks!', 'are you coming to lunch?', 'https://example.org/a'])
      expect(parsed({ content: small }, THREAD, true)).toBeUndefined()
    expect(parsed({ content }, THREAD, true)?.message.unnamed).toBe(true)
    expect(parsed({}, THREAD, true)?.message.unnamed).toBeUndefined()
    // What the bot may not read is for others.
    expect(parsed({ content: '' }, THREAD, true)).toBeUndefined()
  })

  it('one to one needs no mention, and nobody is an admin there', () => {
    const incoming = parsed({ content: 'Who dug?' }, DIRECT)
    expect(incoming?.message).toMatchObject({ text: 'Who dug?', channel: '700' })
    expect(incoming?.message.workspace).toBeUndefined()
    expect(incoming?.message.role).toBeUndefined()
  })

  it('that is forwarded without a word is checked', () => {
    const message_snapshots = [{ message: { content: 'The *bridge* has fallen.' } }]
    expect(parsed({ content: '', message_snapshots }, DIRECT)?.message).toMatchObject({
      text: 'The *bridge* has fallen.',
      request: { kind: 'check' },
    })
    const asked = parsed({ content: 'When?', message_snapshots }, DIRECT)?.message
    expect(asked).toMatchObject({ text: 'When?' })
    expect(asked?.request).toBeUndefined()
  })

  it('brings its files', () => {
    const attachments = [
      { id: '1', filename: 'wells.pdf', size: 9, url: 'https://cdn.discordapp.com/a/wells.pdf' },
    ]
    expect(parsed({ attachments })?.files).toEqual([
      { id: '1', name: 'wells.pdf', size: 9, url: 'https://cdn.discordapp.com/a/wells.pdf' },
    ])
  })

  const others: [what: string, over: object][] = [
    ['to nobody', { content: 'Who dug the well?' }],
    ['to somebody else', { content: '<@55> who dug?' }],
    ['of a bot', { author: { id: '12', username: 'b', bot: true } }],
    ['of a webhook', { webhook_id: '13' }],
    ['of the system', { author: { id: '14', username: 's', system: true } }],
    ['of itself', { author: { id: BOT, username: 'verbatim' } }],
    ['that says who joined', { type: 7 }],
    ['that begins a thread', { type: 18 }],
    ['that says what was pinned', { type: 6 }],
  ]
  it.each(others)('%s is for nobody', (_, over) => {
    expect(parsed(over)).toBeUndefined()
  })
})

describe('the words of a message', () => {
  const read: [raw: string, text: string][] = [
    ['<@77> who <@!5>dug<@&6>?', 'who dug ?'],
    ['in <#500>\n  and\t there', 'in\nand there'],
    ['since <t:1700000000:d>', 'since 2023-11-14'],
    ['<:rain:123> falls <a:rain:123>', 'rain falls rain'],
    ['</ask:123> this', '/ask this'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['a < b > c & d', 'a < b > c & d'],
    ['\\*stars\\*', '*stars*'],
    ['<t:999999999999>', '<t:999999999999>'],
  ]
  it.each(read)('%j are %j', (raw, text) => {
    expect(plainText(raw)).toBe(text)
  })
})

const option = (name: string, value: unknown, type = typeof value === 'boolean' ? 5 : 3) => ({
  name,
  type,
  value,
})

const command = (name: string, options: readonly object[], over: object = {}) =>
  delivered({ type: 2, data: { id: '1', type: 1, name, options }, ...over })

const sub = (name: string, ...options: object[]) => [{ name, type: 1, options }]

describe('a command', () => {
  const read: [string, readonly object[], text: string, request: object][] = [
    ['ask', [option('question', ' Who dug? ')], 'Who dug?', { kind: 'ask' }],
    [
      'ask',
      [option('question', 'Who dug?'), option('set', 'wells'), option('document', 'A "long" one')],
      'Who dug? in:"A long one"',
      { kind: 'ask', set: 'wells' },
    ],
    ['figure', [option('what', 'displaced')], 'displaced', { kind: 'figures' }],
    [
      'figure',
      [option('what', 'displaced'), option('place', 'Haiti'), option('since', 'May 2023')],
      'displaced in Haiti since:"May 2023"',
      { kind: 'figures' },
    ],
    ['brief', [], '', { kind: 'brief' }],
    [
      'brief',
      [option('topic', 'rain'), option('since', '2024-05-01'), option('set', 'wells')],
      'rain',
      { kind: 'brief', since: '2024-05-01', set: 'wells' },
    ],
    ['sources', [], 'sources', { kind: 'sources' }],
    ['verbatim', sub('help'), 'help', { kind: 'manage' }],
    ['verbatim', sub('sources'), 'sources', { kind: 'manage' }],
    ['verbatim', sub('gaps'), 'gaps', { kind: 'gaps' }],
    ['verbatim', sub('refresh'), 'refresh', { kind: 'manage' }],
    [
      'verbatim',
      sub('add', option('address', 'https://example.org/a_b'), option('set', 'wells')),
      'add https://example.org/a_b wells',
      { kind: 'manage' },
    ],
    [
      'verbatim',
      sub('remove', option('address', 'https://example.org')),
      'remove https://example.org',
      { kind: 'manage' },
    ],
    ['verbatim', sub('set', option('sets', 'wells rain')), 'set wells rain', { kind: 'manage' }],
    [
      'verbatim',
      sub('schedule', option('when', 'daily 08:00 Europe/Paris')),
      'schedule daily 08:00 Europe/Paris',
      { kind: 'manage' },
    ],
  ]
  it.each(read)('/%s %j asks %j', (name, options, text, request) => {
    const incoming = parseInteraction(command(name, options), reading(CHANNEL))
    expect(incoming?.message).toMatchObject({ text, request, user: '10', role: 'member' })
  })

  it('says who asks where, and where it is answered', () => {
    const interaction = command('ask', [option('question', 'Who dug?')], { id: 'i7' })
    expect(parseInteraction(interaction, reading(THREAD))).toEqual({
      key: 'i7',
      message: {
        id: 'command:i7',
        text: 'Who dug?',
        request: { kind: 'ask' },
        user: '10',
        role: 'member',
        channel: '500',
        thread: '600',
        workspace: '1',
        aloud: true,
        platform: 'discord',
      },
      reply: {
        kind: 'interaction',
        hook: { id: 'i7', application: '78', token: 'hook-token', channel: '600' },
        ephemeral: false,
      },
    })
  })

  const roles: [permissions: string | undefined, role: string][] = [
    ['0', 'member'],
    [String(1 << 5), 'admin'],
    [String(1 << 3), 'admin'],
    [String((1n << 40n) | 32n), 'admin'],
    [String(1 << 13), 'member'],
    ['nonsense', 'member'],
    [undefined, 'member'],
  ]
  it.each(roles)('by somebody with permissions %s is a %s’s', (permissions, role) => {
    const member = { user: { id: '10', username: 'ama' }, permissions, roles: [] }
    const interaction = command('verbatim', sub('refresh'), { member })
    expect(parseInteraction(interaction, reading(CHANNEL))?.message.role).toBe(role)
  })

  it('one to one is a member’s, and hidden from nobody', () => {
    const direct = {
      guild_id: undefined,
      member: undefined,
      user: { id: '10', username: 'ama' },
      channel: { id: '700', type: 1 },
    }
    const options = [option('question', 'Who dug?'), option('private', true)]
    const incoming = parseInteraction(command('ask', options, direct), reading(DIRECT))
    expect(incoming).toMatchObject({
      message: { user: '10', role: 'member', channel: '700' },
      reply: { ephemeral: false },
    })
    expect(incoming?.message.workspace).toBeUndefined()
  })

  const hidden: [string, readonly object[], boolean][] = [
    ['ask', [option('question', 'x')], false],
    ['ask', [option('question', 'x'), option('private', true)], true],
    ['ask', [option('question', 'x'), option('private', false)], false],
    ['figure', [option('what', 'x'), option('private', true)], true],
    ['brief', [option('private', true)], true],
    ['sources', [], true],
    ['verbatim', sub('gaps'), true],
  ]
  it.each(hidden)('/%s %j is seen by the asker alone: %s', (name, options, ephemeral) => {
    const interaction = command(name, options)
    expect(acknowledgementOf(interaction)).toEqual({ kind: 'defer', ephemeral })
    expect(parseInteraction(interaction, reading(CHANNEL))?.reply).toMatchObject({ ephemeral })
  })

  it('says whether figures come with their chart', () => {
    const asked = (...more: object[]) =>
      parseInteraction(command('figure', [option('what', 'x'), ...more]), reading(CHANNEL))?.chart
    expect([asked(), asked(option('chart', false)), asked(option('chart', true))]).toEqual([
      undefined,
      false,
      true,
    ])
  })

  it('of another bot’s is none', () => {
    expect(parseInteraction(command('burn', []), reading(CHANNEL))).toBeUndefined()
  })
})

describe('a message’s menu', () => {
  const check = (target: object, name = 'Check against the documents') =>
    delivered({
      type: 2,
      data: { id: '1', type: 3, name, target_id: '9', resolved: { messages: { 9: target } } },
    })

  it('checks the message’s words, for the asker alone', () => {
    const interaction = check({ content: 'The bridge <@5> has *fallen*.' })
    expect(parseInteraction(interaction, reading(CHANNEL))).toMatchObject({
      message: { text: 'The bridge has *fallen*.', request: { kind: 'check' } },
      reply: { ephemeral: true },
    })
    expect(acknowledgementOf(interaction)).toEqual({ kind: 'defer', ephemeral: true })
  })

  it('checks embeds where there are no other words', () => {
    const embeds = [{ description: '> The bridge \\*has\\* fallen.' }]
    const incoming = parseInteraction(check({ content: '', embeds }), reading(CHANNEL))
    expect(incoming?.message.text).toBe('> The bridge *has* fallen.')
  })

  it('of another name is another’s', () => {
    expect(parseInteraction(check({ content: 'x' }, 'Burn'), reading(CHANNEL))).toBeUndefined()
  })
})

describe('the window to ask in', () => {
  const submit = (id: string, over: object = {}, components?: readonly object[]) =>
    delivered({
      type: 5,
      data: {
        custom_id: id,
        components: components ?? [
          { type: 18, component: { type: 4, custom_id: 'question', value: ' Who dug? ' } },
        ],
      },
      ...over,
    })

  it('brings a question', () => {
    expect(parseInteraction(submit('verbatim.ask.x'), reading(CHANNEL))?.message).toMatchObject({
      text: 'Who dug?',
      request: { kind: 'ask' },
    })
  })

  it('is answered to those who saw what it was opened from', () => {
    const interaction = submit('verbatim.ask.x', { message: { id: '9', flags: 64 } })
    expect(parseInteraction(interaction, reading(CHANNEL))?.reply).toMatchObject({
      ephemeral: true,
    })
    expect(acknowledgementOf(interaction)).toEqual({ kind: 'defer', ephemeral: true })
  })

  it('is read in the older shape, too', () => {
    const rows = [
      { type: 1, components: [{ type: 4, custom_id: 'question', value: 'Who dug?' }] },
      { type: 10, content: 'words' },
    ]
    expect(
      parseInteraction(submit('verbatim.ask.x', {}, rows), reading(CHANNEL))?.message.text,
    ).toBe('Who dug?')
  })

  it('of another name is another’s', () => {
    expect(parseInteraction(submit('other'), reading(CHANNEL))).toBeUndefined()
    expect(parseInteraction(submit('verbatim.ask.x', {}, []), reading(CHANNEL))).toBeUndefined()
  })
})
