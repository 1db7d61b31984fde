import { describe, expect, it } from 'vitest'
import { Turns } from '../../../index/fetch/turns.ts'

const never = new AbortController().signal

describe('turns', () => {
  it('come one at a time to a host, in the order of asking, with a pause', async () => {
    const turns = new Turns(0.05)
    const order: string[] = []
    let now = 0
    const ends: number[] = []
    const starts: number[] = []
    await Promise.all(
      ['a', 'b', 'c'].map(async (name) => {
        const end = await turns.take('host.example', never)
        starts.push(performance.now())
        order.push(name)
        expect(++now).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 5))
        now--
        ends.push(performance.now())
        end()
      }),
    )
    expect(order).toEqual(['a', 'b', 'c'])
    // Timers may ring a millisecond early.
    for (const at of [1, 2]) expect((starts[at] ?? 0) - (ends[at - 1] ?? 0)).toBeGreaterThan(48)
  })

  it('do not wait for other hosts', async () => {
    const turns = new Turns(60)
    const ends = await Promise.all(['a', 'b', 'c'].map((host) => turns.take(host, never)))
    expect(ends).toHaveLength(3)
    for (const end of ends) end()
  })

  it('pass by whoever gives up, who is told at once', async () => {
    const turns = new Turns(0)
    const end = await turns.take('host.example', never)
    const impatient = new AbortController()
    const second = turns.take('host.example', impatient.signal)
    const third = turns.take('host.example', never)
    impatient.abort(new Error('enough'))
    await expect(second).rejects.toThrow('enough')
    let came = false
    void third.then(() => (came = true))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(came).toBe(false)
    end()
    await third
  })

  it('keep the pause when someone gives up in it', async () => {
    const turns = new Turns(0.1)
    const end = await turns.take('host.example', never)
    end()
    const ended = performance.now()
    const impatient = new AbortController()
    const second = turns.take('host.example', impatient.signal)
    setTimeout(() => {
      impatient.abort(new Error('enough'))
    }, 10)
    await expect(second).rejects.toThrow('enough')
    await turns.take('host.example', never)
    expect(performance.now() - ended).toBeGreaterThan(98)
  })

  it('are not taken by who gave up before', async () => {
    const turns = new Turns(0)
    await expect(turns.take('a.example', AbortSignal.abort(new Error('late')))).rejects.toThrow(
      'late',
    )
    await turns.take('a.example', never)
  })
})
