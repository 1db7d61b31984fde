import { beforeAll, expect, it } from 'vitest'
import { heavySets, measureRequests } from './support/heavy.ts'
import { canaryBot } from './support/canary.ts'

/** Processor time, and more than twice what is promised: the machine may be slow. */
const MOST_HELD = 250

// A program that has just started loads its model and compiles what it runs for the first time.
beforeAll(async () => {
  for (const { make } of heavySets({ passages: 200, figures: 200 })) await measureRequests(make())
}, 60_000)

it.each(heavySets({ passages: 200, figures: 2000 }))(
  'no kind of request holds the event loop: $name',
  async ({ make }) => {
    const measured = await measureRequests(make())
    expect(measured.filter(({ held }) => held > MOST_HELD)).toEqual([])
    expect(measured.filter(({ kind }) => kind === 'failed')).toEqual([])
  },
  60_000,
)

it.each(['ask', 'figures', 'brief', 'manage'] as const)(
  'a long text is turned back alike: %s',
  async (kind) => {
    const message = { id: kind, user: 'U1', channel: 'C1', platform: 'terminal', local: true }
    const bot = canaryBot()
    const reply = await bot.answer({ ...message, text: 'a '.repeat(1500), request: { kind } })
    expect(reply).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('at most 2000'),
    })
  },
)
