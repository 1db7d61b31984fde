/** What every store promises, to one process and to several. The test of each driver calls `testStore`. */
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPattern } from '../../src/schedule/pattern.ts'
import { LEASE } from '../../src/schedule/posts.ts'
import type { Store } from '../../src/store/store.ts'
import { Holding, steps } from './held.ts'

export interface StoreHarness {
  /** Whether it is for several processes at once; for others whoever is not this run is over. */
  readonly isShared: boolean
  /** As another process opens it. */
  open(clock: () => Date): Promise<Store>
  /** Lets go of what is there, too. */
  close(): Promise<void>
}

const START = Date.parse('2025-11-20T12:00:00Z')
const TURN = { question: 'Who mended the weir?', context: [], shown: 2, quotes: [] }
const GAP = {
  at: '2025-11-20T08:00:00.000Z',
  platform: 'slack',
  channel: 'C1',
  question: 'Who mended the weir?',
  reason: 'The documents do not say.',
}
const SLOT = { destination: 'slack:C1', schedule: 1, date: '2025-11-20' }
const PREPARED = {
  reply: { kind: 'notice' as const, text: ['Nothing new.'] },
  keys: ['weir'],
  since: new Date(START),
  until: new Date(START),
}

export function testStore(name: string, makeHarness: () => Promise<StoreHarness>): void {
  describe(`${name} keeps the contract of stores`, () => {
    let harness: StoreHarness
    let now: number
    let one: Store
    let other: Store
    const clock = (): Date => new Date(now)
    const both = <T>(work: (store: Store) => Promise<T>): Promise<T[]> =>
      Promise.all([one, other, one, other].map(work))

    beforeEach(async () => {
      now = START
      harness = await makeHarness()
      one = await harness.open(clock)
      other = await harness.open(clock)
    })
    afterEach(async () => {
      await one.close()
      await other.close()
      await harness.close()
    })

    it('keeps the last turn of a conversation, and one of those who go on from it', async () => {
      await one.conversations.save('c', TURN, clock())
      const kept = await other.conversations.last('c', new Date(0))
      expect(kept?.turn).toEqual(TURN)
      if (kept === undefined) return
      const went = await both((store) =>
        store.conversations.goOn('c', kept, { ...TURN, shown: 4 }, clock()),
      )
      expect(went.filter(Boolean)).toHaveLength(1)
      expect((await one.conversations.last('c', new Date(0)))?.turn.shown).toBe(4)
      await one.conversations.save('c', { ...TURN, question: 'And when?' }, clock())
      expect((await other.conversations.last('c', new Date(0)))?.turn.question).toBe('And when?')
      expect(await other.conversations.last('c', new Date(now + 1))).toBeUndefined()
      await one.conversations.forget(new Date(now + 1))
      expect(await other.conversations.last('c', new Date(0))).toBeUndefined()
    })

    it('lists gaps where they were asked, the newest first, and answers each once', async () => {
      await one.gaps.add({ ...GAP, workspace: 'T1', user: 'U1' })
      await other.gaps.add({ ...GAP, channel: 'C2', question: 'Why?' })
      expect(await other.gaps.list(10)).toEqual([{ ...GAP, channel: 'C2', question: 'Why?' }, GAP])
      expect(await other.gaps.list(1)).toHaveLength(1)
      expect(await one.gaps.of(GAP, new Date(0), 10)).toEqual([GAP])
      expect(await one.gaps.of(GAP, clock(), 10)).toEqual([])
      const workspace = { platform: 'slack', workspace: 'T1', channel: 'C9' }
      expect(await one.gaps.in(workspace, 10)).toEqual([GAP])
      expect(await one.gaps.in({ ...workspace, channel: 'C2' }, 10)).toHaveLength(2)
      const [, open] = await one.gaps.open(10)
      const answered = await both((store) => store.gaps.answer(open?.id ?? 0))
      expect(answered.filter(Boolean)).toHaveLength(1)
      expect((await one.gaps.of(GAP, new Date(0), 10))[0]?.answered).toBe(clock().toISOString())
      expect(await one.gaps.open(10)).toHaveLength(1)
    })

    it('takes the last word of a person on an answer', async () => {
      const { reason: _, ...asked } = GAP
      const quotes = [{ document: 'weir.md', start: 0, end: 4 }]
      const given = { ...asked, user: 'U1', quotes, helpful: false, aloud: true }
      await both((store) => store.feedback.add(given))
      expect(await one.feedback.unhelpful(10)).toEqual([{ ...asked, quotes }])
      expect(await one.feedback.unhelpful(10, { platform: 'slack', channel: 'C2' })).toEqual([])
      await other.feedback.add({ ...given, helpful: true })
      expect(await one.feedback.unhelpful(10)).toEqual([])
    })

    it('knows the sets of a place until they are left to the settings again', async () => {
      await one.scopes.assign('slack:C1', ['sahel'])
      await other.scopes.assign('slack:C1', ['sahel', 'wells'])
      expect(await one.scopes.of('slack:C1')).toEqual(['sahel', 'wells'])
      await one.scopes.assign('slack:C1', undefined)
      expect(await other.scopes.of('slack:C1')).toBeUndefined()
    })

    it('lets one of several begin what must happen once', async () => {
      const standings = await both((store) => store.ledger.begin('k'))
      expect(standings.filter(({ state }) => state === 'new')).toHaveLength(1)
      await one.ledger.done('k', 'sent')
      const done = { state: 'done', receipt: 'sent' }
      expect(await both((store) => store.ledger.begin('k'))).toEqual([done, done, done, done])
      await other.ledger.undo('k')
      expect(await other.ledger.look('k')).toEqual(done)
      await one.ledger.begin('l')
      expect(await one.ledger.look('l')).toEqual({ state: 'running' })
      await one.ledger.undo('l')
      expect(await other.ledger.look('l')).toEqual({ state: 'new' })
    })

    it('tells what a run has begun that ended in the middle, and one takes it over', async () => {
      await one.ledger.begin('k')
      await one.close()
      const third = await harness.open(clock)
      const standings = await Promise.all([other, third].map((store) => store.ledger.begin('k')))
      const unknown = standings.filter(({ state }) => state === 'unknown').length
      expect(unknown).toBeGreaterThan(0)
      expect(unknown).toBeLessThanOrEqual(harness.isShared ? 1 : 2)
      expect(standings).not.toContainEqual({ state: 'new' })
      await third.close()
    })

    it('changes what is remembered in one step', async () => {
      await one.memory.keep('m', { count: 0 })
      expect(await other.memory.recall('m')).toEqual({ count: 0 })
      const more = (kept: unknown): unknown => (typeof kept === 'number' ? kept + 1 : 1)
      const rounds = Array.from({ length: 10 }, () =>
        both((store) => store.memory.change('n', more)),
      )
      await Promise.all(rounds)
      expect(await one.memory.recall('n')).toBe(40)
      expect(await one.memory.change('n', () => undefined)).toBe(40)
      await other.memory.forget('n')
      expect(await one.memory.recall('n')).toBeUndefined()
    })

    it('keeps any text, and tells keys apart', async () => {
      const text = fc.string({ unit: 'grapheme', maxLength: 60 })
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(text, { maxLength: 5 }), async (texts) => {
          for (const [at, key] of texts.entries()) await one.memory.keep(`t/${key}`, [key, at])
          for (const [at, key] of texts.entries())
            expect(await other.memory.recall(`t/${key}`)).toEqual([key, at])
        }),
        { numRuns: 20 },
      )
      // PostgreSQL has no NUL in its texts; nothing fails by one.
      await one.gaps.add({ ...GAP, question: 'a\0b\uD800' })
      expect((await other.gaps.list(1))[0]?.question).toMatch(/^a/u)
      // Nor half a character in its JSON.
      for (const passage of ['a\0b', 'a\uD83D', 'whole'])
        await one.gaps.add({
          ...GAP,
          channel: 'C9',
          nearest: { document: 'weirs.md', text: passage },
        })
      expect(await other.forgetAbout('weirs.md')).toEqual(new Map([['unanswered questions', 3]]))
    })

    it('keeps what was taken until it is dealt with, and hands it on when its run is over', async () => {
      const [first, second] = [{ data: { id: 1 } }, { data: { id: 2 } }]
      const id = await one.inbox.add('slack', first)
      now += 1
      await one.inbox.add('slack', second)
      await one.inbox.add('discord', first)
      expect(await one.inbox.left('slack')).toEqual([])
      await one.inbox.remove(id)
      await one.close()
      const third = await harness.open(clock)
      const left = await Promise.all([other, third].map((store) => store.inbox.left('slack')))
      expect(left.flat().length).toBeLessThanOrEqual(harness.isShared ? 1 : 2)
      expect(left.flat()[0]?.body).toEqual(second)
      now += 25 * 3_600_000
      const fourth = await harness.open(clock)
      expect(await fourth.inbox.left('discord')).toEqual([])
      await Promise.all([third, fourth].map((store) => store.close()))
    })

    it('hands on what a run left to one of several that come at the same moment', async () => {
      for (let round = 0; round < 15; round++) {
        const slot = { ...SLOT, schedule: round + 1 }
        const ended = await harness.open(clock)
        await ended.inbox.add('slack', { data: { id: round } })
        await ended.posts.open(slot, clock())
        await ended.posts.claim(slot)
        await ended.close()
        const heirs = await Promise.all(Array.from({ length: 4 }, () => harness.open(clock)))
        const left = await Promise.all(heirs.map((store) => store.inbox.left('slack')))
        expect(left.filter(({ length }) => length > 0)).toHaveLength(1)
        if (!harness.isShared) now += LEASE
        const claims = await Promise.all(heirs.map((store) => store.posts.claim(slot)))
        expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1)
        for (const [at, each] of left.entries())
          for (const { id } of each) await heirs[at]?.inbox.remove(id)
        await Promise.all(heirs.map((store) => store.close()))
      }
    })

    it('takes the schedules of the settings once, and no more of a place than there may be', async () => {
      const { pattern } = readPattern('daily 08:00 UTC')
      const wanted = ['slack:C1', 'slack:C2'].map((destination) => ({
        destination,
        pattern,
        quiet: false,
      }))
      await both((store) => store.schedules.configure(wanted))
      expect(await one.schedules.list()).toHaveLength(2)
      let heard = 0
      one.schedules.onChange(() => heard++)
      const watch = { destination: 'slack:C3', search: 'weir', quiet: true, owner: 'U1' }
      const added = await both((store) => store.schedules.addUpTo(3, watch))
      expect(added.filter((each) => each !== undefined)).toHaveLength(3)
      expect(heard).toBe(2)
      const [first] = await other.schedules.of('slack:C3')
      expect(first).toMatchObject({ ...watch, paused: false, configured: false, from: clock() })
      now += 1000
      await other.schedules.pause(first?.id ?? 0, true)
      expect(await one.schedules.get(first?.id ?? 0)).toMatchObject({ paused: true, from: clock() })
      await one.schedules.remove(first?.id ?? 0)
      expect(await other.schedules.list('slack:C3')).toHaveLength(2)
    })

    it('gives a post to one at a time, until its lease is over', async () => {
      await both((store) => store.posts.open(SLOT, clock()))
      const claims = await Promise.all([one, other].map((store) => store.posts.claim(SLOT)))
      const [holder, waiting] = claims[0] === undefined ? [other, one] : [one, other]
      expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1)
      expect(await holder.posts.sending(SLOT, PREPARED)).toBe(true)
      now += LEASE - 1
      expect(await holder.posts.renew(SLOT)).toBe(true)
      now += LEASE - 1
      expect(await waiting.posts.claim(SLOT)).toBeUndefined()
      now += 1
      expect(await waiting.posts.claim(SLOT)).toMatchObject({ state: 'sending', attempts: 1 })
      expect(await holder.posts.sending(SLOT)).toBe(false)
      expect(await waiting.posts.sending(SLOT)).toBe(true)
      await waiting.posts.sent(SLOT, 'C1/1.1')
      expect(await holder.posts.claim(SLOT)).toBeUndefined()
      expect(await one.posts.get(SLOT)).toMatchObject({ state: 'sent', attempts: 2 })
      expect(await holder.posts.shown('slack:C1')).toEqual(new Set(['weir']))
      expect(await holder.posts.lastSent()).toEqual(clock())
      expect(await one.posts.unfinished()).toEqual([])
    })

    it('never has two hold a post, and none that is sent is claimed, whatever they do when', async () => {
      let round = 0
      await fc.assert(
        fc.asyncProperty(steps, async (some) => {
          const holding = new Holding([one, other], `round ${round++}`)
          for (const step of some) {
            if (step.what === 'wait') now += LEASE / 2
            await holding.step(step, now)
          }
          expect(holding.faults).toEqual([])
        }),
        { numRuns: 25 },
      )
    })

    it('settles what was begun when it was lost, and goes on when it is reset on purpose', async () => {
      await one.posts.open(SLOT, clock())
      await one.lose('verbatim.sqlite.damaged-1')
      expect(await other.lost()).toBe('verbatim.sqlite.damaged-1')
      expect(await other.reset()).toBe(true)
      expect(await one.reset()).toBe(false)
      expect(await one.lost()).toBeUndefined()
      expect(await one.posts.settled()).toEqual(clock())
      expect(await other.posts.get(SLOT)).toMatchObject({ state: 'unknown', closed: true })
    })

    it('adds to the log of admin actions', async () => {
      const action = { at: GAP.at, place: 'cli', user: 'me', action: 'add' }
      await one.audit.add(action)
      await other.audit.add({ ...action, before: 'a', after: 'b' })
      expect(await one.audit.list(10)).toEqual([{ ...action, before: 'a', after: 'b' }, action])
      expect(await one.audit.list(1)).toHaveLength(1)
    })

    it('knows whose a token is until it is another’s or nobody’s', async () => {
      expect(await one.tokens.isEmpty()).toBe(true)
      const token = await one.tokens.issue('desk')
      expect(await other.tokens.holderOf(token)).toBe('desk')
      expect(await other.tokens.holderOf(`${token}x`)).toBeUndefined()
      expect(await one.tokens.list()).toEqual([
        { name: 'desk', made: clock().toISOString(), used: clock().toISOString() },
      ])
      await other.tokens.issue('desk')
      expect(await one.tokens.holderOf(token)).toBeUndefined()
      expect(await other.tokens.has('desk')).toBe(true)
      expect(await one.tokens.revoke('desk')).toBe(true)
      expect(await other.tokens.revoke('desk')).toBe(false)
    })

    it('signs links so that each process takes those of the others', async () => {
      const [mine, theirs] = await Promise.all(
        [one, other].map((store) => store.links.keys(['sahel'], 7)),
      )
      for (const key of [mine?.('weir.md'), theirs?.('weir.md')])
        for (const store of [one, other])
          expect(await store.links.setsOf('weir.md', key ?? '')).toEqual(['sahel'])
      expect(await one.links.setsOf('dam.md', mine?.('weir.md') ?? '')).toBeUndefined()
    })

    it('forgets a person, a document and what is old, and nothing else', async () => {
      await one.gaps.add({ ...GAP, user: 'U1' })
      await one.gaps.add({
        ...GAP,
        user: 'U12',
        nearest: { document: 'weir.md', text: 'It broke.' },
      })
      await one.gaps.add({ ...GAP, user: 'U3', at: '2024-01-01T08:00:00.000Z' })
      await one.conversations.save('slack:C9:U1', TURN, clock())
      await one.memory.keep('slack/reply/a', { user: 'U12' })
      const watch = { destination: 'slack:D1', search: 'weir', quiet: false }
      await one.schedules.add({ ...watch, owner: 'U1' })
      await one.schedules.add({ ...watch, destination: 'discord:1', owner: 'U1' })
      expect(await other.forgetAbout('slack:U1')).toEqual(
        new Map([
          ['unanswered questions', 1],
          ['watches', 1],
          ['conversations', 1],
        ]),
      )
      expect(await other.forgetAbout('weir.md')).toEqual(new Map([['unanswered questions', 1]]))
      await other.expire(90)
      expect(await one.gaps.list(10)).toEqual([])
      expect(await one.memory.recall('slack/reply/a')).toEqual({ user: 'U12' })
      await one.scrub()
      expect(await one.schedules.list()).toHaveLength(1)
    })
  })
}
