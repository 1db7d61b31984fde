import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../../src/adapter.ts'
import { scopeOf } from '../../../src/scope.ts'
import { person } from '../../support/discord/bodies.ts'
import type { ChannelOf, ServerOf, Stored } from '../../support/discord/guilds.ts'
import { type Bench, openBench, QUICK } from '../../support/discord/harness.ts'
import { until } from '../../support/discord/scenarios.ts'
import { seen } from '../../support/discord/seen.ts'
import { componentsOf } from '../../support/discord-shown.ts'

const MANAGE = '32'
const ADMINISTRATOR = '8'
const TALK = '1024'
const ada = person({ username: 'ada' })

let bench: Bench
let direct: ChannelOf
let asked: Message[]
beforeEach(async () => {
  bench = await openBench()
  direct = bench.double.guilds.direct()
  asked = []
  await bench.adapter({ timing: { ...QUICK, timeout: 300 } }).start((message) => {
    asked.push(message)
    return Promise.resolve({ kind: 'notice', text: ['notes.md is in the set wells.'] })
  })
})
afterEach(() => bench.close())

const server = (name: string, over: Partial<ServerOf> = {}): ServerOf =>
  bench.double.guilds.server(name, over)

/** One where she has a role with these bits. */
const serverWith = (name: string, permissions: string): ServerOf => {
  const id = String(bench.double.guilds.servers.length + 1).padStart(18, '7')
  return server(name, {
    id,
    roles: [
      { id, permissions: TALK },
      { id: `${id}1`, permissions },
    ],
    members: new Map([[ada.id, [`${id}1`]]]),
  })
}

const labels = (message: Stored): string[] => buttons(message).map(({ label }) => label)
const buttons = ({ components }: Stored) =>
  componentsOf([JSON.parse(JSON.stringify({ components }))])
const lookups = (): string[] =>
  bench.double.calls.flatMap(({ path: [root, id, part] }) =>
    root === 'guilds' && part === 'members' ? [id ?? ''] : [],
  )

/** She drops a file, and sees the offer. */
async function drop(): Promise<Stored> {
  const { double } = bench
  const url = double.file('notes.md', Buffer.from('# Wells\n\nTwo were dug.\n'))
  const attachments = [{ id: '1', filename: 'notes.md', size: 24, url }]
  const before = double.guilds.said(direct.id).length
  double.say(direct, '', { author: ada, attachments })
  await until(() => double.guilds.said(direct.id).length > before)
  const [offer] = double.guilds.said(direct.id).slice(before)
  if (offer === undefined) throw new Error('no offer')
  return offer
}

async function press(offer: Stored, label: string, said: string): Promise<void> {
  const { double } = bench
  const one = buttons(offer).find((each) => each.label === label)
  double.press(offer, one?.custom_id ?? '', { who: ada })
  await until(() => double.guilds.shown().includes(said))
}

describe('a file in a direct message', () => {
  it('is offered for the one server that its sender manages, and added there', async () => {
    server('Elsewhere')
    serverWith('Talkers', TALK)
    const own = serverWith('Field desk', MANAGE)
    const offer = await drop()
    expect(seen(offer)).toContain('Add “notes.md” (MD, 24 bytes) to the documents of the server')
    expect(labels(offer)).toEqual(['Add to Field desk'])
    expect(asked).toEqual([])
    await press(offer, 'Add to Field desk', 'is in the set wells')
    expect(seen(offer)).toBe('In Field desk:\nnotes.md is in the set wells.')
    expect(labels(offer)).toEqual([])
    expect(asked).toEqual([
      expect.objectContaining({
        user: ada.id,
        role: 'admin',
        channel: own.id,
        workspace: own.id,
        request: { kind: 'add', name: 'notes.md', bytes: expect.any(Uint8Array) },
      }),
    ])
    const channels = { [`discord:${own.id}`]: { sets: ['wells'], outsiders: false } }
    const assigned = () => Promise.resolve(undefined)
    const scopes = asked.map((message) => scopeOf(message, { channels, assigned }))
    expect(await Promise.all(scopes)).toEqual([['wells']])
  })

  it('is offered for each of several', async () => {
    server('By owner', { owner_id: ada.id, members: new Map([[ada.id, []]]) })
    serverWith('By role', ADMINISTRATOR)
    server('Of a role that she has not', {
      roles: [{ id: '7', permissions: MANAGE }],
      members: new Map([[ada.id, []]]),
    })
    const id = '777777777777777000'
    const members = new Map([[ada.id, []]])
    const everyone = server('By everyone', { id, roles: [{ id, permissions: MANAGE }], members })
    const offer = await drop()
    expect(seen(offer)).toContain('to the documents of which server?')
    expect(labels(offer)).toEqual(['Add to By owner', 'Add to By role', 'Add to By everyone'])
    await press(offer, 'Add to By everyone', 'In By everyone:')
    expect(asked.map(({ workspace }) => workspace)).toEqual([everyone.id])
  })

  it.each([
    ['are in none', () => server('Elsewhere')],
    ['manage none', () => serverWith('Talkers', TALK)],
  ])('is not added by those who %s, who are told what to do', async (_, given) => {
    given()
    const offer = await drop()
    expect(labels(offer)).toEqual([])
    expect(seen(offer)).toBe(
      '“notes.md” (MD, 24 bytes) can be read. You seem to manage no server that I am in. Drop it in a channel of the server, with a mention of me: whoever has Manage Server there can add it.',
    )
  })

  it('is not added by those who may not manage the server any more', async () => {
    const { members } = serverWith('Field desk', MANAGE)
    const offer = await drop()
    members.set(ada.id, [])
    await press(offer, 'Add to Field desk', 'You may not manage that server any more.')
    members.delete(ada.id)
    await press(offer, 'Add to Field desk', 'You may not manage that server any more.')
    expect(asked).toEqual([])
    expect(labels(offer)).toEqual(['Add to Field desk'])
  })

  it('is offered once Discord tells who manages what', async () => {
    serverWith('Field desk', MANAGE)
    const mishap = { kind: 'status' as const, status: 503 }
    bench.double.faults.add({ route: 'GET /users/@me/guilds', mishap, times: 1000 })
    const offer = await drop()
    expect(seen(offer)).toContain('Discord does not tell now which servers you manage')
    expect(labels(offer)).toEqual(['Add'])
    bench.double.faults.clear()
    await press(offer, 'Add', 'Add to Field desk')
    await press(offer, 'Add to Field desk', 'In Field desk:')
    expect(asked).toHaveLength(1)
  })

  it('makes Discord be asked about twenty servers and no more', async () => {
    for (let count = 0; count < 25; count++) serverWith(`Desk ${count}`, MANAGE)
    const offer = await drop()
    expect(labels(offer)).toHaveLength(20)
    expect(new Set(lookups()).size).toBe(20)
    expect(lookups()).toHaveLength(20)
    await press(offer, 'Add to Desk 19', 'In Desk 19:')
    expect(lookups()).toHaveLength(21)
  })
})
