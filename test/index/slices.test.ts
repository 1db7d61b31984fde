/** Work in slices: however much of it there is at once, the loop turns after each. */
import { expect, it } from 'vitest'
import { Slices } from '../../index/slices.ts'

/** Keeps the processor busy. */
function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

it('gives whatever else waits its turn between any two slices, of one piece of work or of many', async () => {
  const order: string[] = []
  let turns = 0
  const others = setInterval(() => turns++, 0)
  const work = Array.from({ length: 5 }, async (_, at) => {
    const slices = new Slices()
    await slices.map([1, 2, 3, 4], (step) => {
      order.push(`${at}.${step}.${turns}`)
      busy(9)
    })
  })
  await Promise.all(work)
  clearInterval(others)
  // Each begins at once; from then on no two slices are of the same turn.
  const later = order.filter((one) => !one.includes('.1.')).map((one) => one.split('.')[2])
  expect(later).toHaveLength(15)
  expect(new Set(later).size).toBe(15)
})

it('goes on in the order in which it rested, and gives what every step gives', async () => {
  const order: string[] = []
  const slices = ['a', 'b', 'c'].map((name) => ({ name, own: new Slices() }))
  await Promise.all(
    slices.map(async ({ name, own }) => {
      for (let round = 0; round < 3; round++) {
        await own.rest()
        order.push(name)
      }
    }),
  )
  expect(order.join('')).toBe('abcabcabc')
  expect(await new Slices().map([3, 4], (value) => value * 2)).toEqual([6, 8])
})
