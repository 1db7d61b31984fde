// The fetcher of documents loads it, and with it goes another default for every connection.
import 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Hook } from '../../../adapters/discord/seams.ts'
import type { ChannelOf } from '../../support/discord/guilds.ts'
import { type Bench, openBench, posterOf } from '../../support/discord/harness.ts'
import type { Asked } from '../../support/discord/interactions.ts'
import { seen } from '../../support/discord/seen.ts'

let bench: Bench
let channel: ChannelOf
beforeEach(async () => {
  bench = await openBench()
  channel = bench.double.guilds.channel()
})
afterEach(() => bench.close())

const words = () => bench.double.guilds.said(channel.id).map(seen)
const hookOf = ({ id, token }: Asked): Hook => ({
  id,
  application: bench.double.guilds.application,
  token,
  channel: channel.id,
})
const interacted = (type: 2 | 3 | 4 = 2): { readonly asked: Asked; readonly hook: Hook } => {
  const { asked } = bench.double.interact(channel, { type, data: { name: 'ask' } })
  return { asked, hook: hookOf(asked) }
}
const FOLLOW = 'POST /webhooks/:id/:token'

describe('an answer to an interaction', () => {
  it('takes the place of what was deferred, and goes on below it', async () => {
    const poster = posterOf(bench)
    const { hook } = interacted()
    await poster.acknowledge(hook, { kind: 'defer', ephemeral: false })
    const posts = ['one', 'two', 'three'].map((content) => ({ content }))
    const posted = await poster.answer(hook, posts, { ephemeral: false }, 'key')
    expect(words()).toEqual(['one', 'two', 'three'])
    expect(posted.map(({ id }) => id)).toEqual(bench.double.guilds.said().map(({ id }) => id))
    // Again, as after a restart.
    await poster.answer(hook, posts, { ephemeral: false }, 'key')
    expect(words()).toEqual(['one', 'two', 'three'])
  })

  it.each(['lost', 'garbled'] as const)(
    'comes once though word of a part of it is %s',
    async (kind) => {
      const poster = posterOf(bench)
      const { hook } = interacted()
      await poster.acknowledge(hook, { kind: 'defer', ephemeral: false })
      bench.double.faults.add({ route: FOLLOW, mishap: { kind } })
      const posts = ['one', 'two', 'three'].map((content) => ({ content }))
      await poster.answer(hook, posts, { ephemeral: false }, 'key')
      expect(words()).toEqual(['one', 'two', 'three'])
    },
  )

  it('is whole though a part of it is not taken at first', async () => {
    const poster = posterOf(bench)
    const { hook } = interacted()
    await poster.acknowledge(hook, { kind: 'defer', ephemeral: false })
    bench.double.faults.add({ route: FOLLOW, mishap: { kind: 'cut' } })
    await poster.answer(hook, [{ content: 'one' }, { content: 'two' }], { ephemeral: false }, 'key')
    expect(words()).toEqual(['one', 'two'])
  })

  it('for one person does not come twice, since nobody can look', async () => {
    const poster = posterOf(bench)
    const { hook } = interacted()
    await poster.acknowledge(hook, { kind: 'defer', ephemeral: true })
    bench.double.faults.add({ route: FOLLOW, mishap: { kind: 'lost' } })
    await poster.answer(hook, [{ content: 'one' }, { content: 'two' }], { ephemeral: true }, 'key')
    expect(words()).toEqual(['one', 'two'])
    expect(bench.double.guilds.said().every(({ only }) => only !== undefined)).toBe(true)
  })

  it('whose time runs out in the middle is ended by a message', async () => {
    const poster = posterOf(bench)
    const { asked, hook } = interacted()
    await poster.acknowledge(hook, { kind: 'defer', ephemeral: false })
    await poster.editOriginal(hook, { content: 'one' })
    asked.over = true
    await poster.answer(hook, [{ content: 'one' }, { content: 'two' }], { ephemeral: false }, 'key')
    expect(words()).toEqual(['one', 'one', 'two'])
  })

  it('that was taken away is not shown again', async () => {
    const poster = posterOf(bench)
    const { hook } = interacted()
    await poster.acknowledge(hook, { kind: 'defer', ephemeral: false })
    await poster.removeOriginal(hook)
    await poster.removeOriginal(hook)
    expect(await poster.answer(hook, [{ content: 'one' }], { ephemeral: false }, 'key')).toEqual([])
    expect(words()).toEqual([])
  })
})

describe('a component', () => {
  it('changes what it stands under, and whispers', async () => {
    const poster = posterOf(bench)
    const [at] = await poster.post({ channel: channel.id }, [{ content: 'under' }], 'key')
    const under = bench.double.guilds.find(channel.id, at?.id ?? '')
    if (under === undefined) throw new Error('not posted')
    const { asked } = bench.double.press(under, 'more')
    const hook = hookOf(asked)
    await poster.acknowledge(hook, { kind: 'update' })
    await poster.editOriginal(hook, { content: 'changed' })
    await poster.followUp(hook, { content: 'whispered' }, { ephemeral: true }, 'whisper')
    expect(words()).toEqual(['changed', 'whispered'])
    expect(bench.double.guilds.said().map(({ only }) => only)).toEqual([undefined, asked.user])
  })
})

describe('what is typed', () => {
  it('is completed, 25 times at most', async () => {
    const { asked, hook } = interacted(4)
    const choices = Array.from({ length: 40 }, (_, at) => ({ name: `n${at}`, value: `v${at}` }))
    await posterOf(bench).complete(hook, choices)
    expect(asked.choices).toHaveLength(25)
  })

  it('is not completed too late, and nothing comes of it', async () => {
    const { asked, hook } = interacted(4)
    bench.double.interactions.patience = -1
    await posterOf(bench).complete(hook, [{ name: 'n', value: 'v' }])
    expect(asked.choices).toBeUndefined()
  })
})

describe('a file', () => {
  it('goes up with its description', async () => {
    const file = {
      name: 'figures.png',
      bytes: new Uint8Array([1, 2, 3]),
      description: 'Three bars.',
    }
    await posterOf(bench).post({ channel: channel.id }, [{ content: 'look', files: [file] }], 'key')
    expect(bench.double.guilds.said()[0]?.attachments).toEqual([
      { id: 0, filename: 'figures.png', description: 'Three bars.' },
    ])
  })

  it('comes down from Discord’s hosts only, and no more of it than may be', async () => {
    const poster = posterOf(bench)
    const url = bench.double.file('report.pdf', Buffer.from('seven wells'))
    expect(Buffer.from(await poster.download(url, 100)).toString()).toBe('seven wells')
    await expect(poster.download(url, 5)).rejects.toThrow('drop a smaller one')
    await expect(poster.download(`${url}.gone`, 100)).rejects.toThrow('upload it again')
    for (const other of [
      'https://example.org/report.pdf',
      'http://cdn.discordapp.com/report.pdf',
      'https://cdn.discordapp.com.example.org/report.pdf',
      'file:///etc/hosts',
      'nonsense',
    ])
      await expect(poster.download(other, 100)).rejects.toThrow('upload it to Discord first')
  })
})

describe('a message', () => {
  it('that is taken away already is as good as taken away', async () => {
    const poster = posterOf(bench)
    const [at] = await poster.post({ channel: channel.id }, [{ content: 'here' }], 'key')
    if (at === undefined) throw new Error('not posted')
    await poster.edit(at, { content: 'changed' })
    expect(words()).toEqual(['changed'])
    await poster.remove(at)
    await poster.remove(at)
    await expect(poster.edit(at, { content: 'again' })).rejects.toThrow('the message is gone')
    expect(words()).toEqual([])
  })

  it('of several parts is not broken by another', async () => {
    const poster = posterOf(bench)
    const parts = (name: string) => [1, 2, 3].map((part) => ({ content: `${name}${part}` }))
    await Promise.all(
      ['a', 'b'].map((name) => poster.post({ channel: channel.id }, parts(name), name)),
    )
    expect(words()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3'])
  })
})
