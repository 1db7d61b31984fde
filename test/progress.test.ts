import { describe, expect, it } from 'vitest'
import { progressBar } from '../src/app/progress.ts'
import { screen } from './support/streams.ts'

function run({ tty, steps }: { tty: boolean; steps: readonly number[] }): string {
  const stream = screen({ tty })
  let time = 0
  const progress = progressBar(Object.assign(stream, tapless), 'Reading', () => time)
  for (const [done, at] of steps.entries()) {
    time = at
    progress.update({ done, total: steps.length })
  }
  progress.stop()
  return stream.shown()
}

/** What a progress bar moves the cursor with. */
const tapless = {
  cursorTo: () => true,
  moveCursor: () => true,
  clearLine: () => true,
  clearScreenDown: () => true,
}

describe('progressBar', () => {
  it('shows nothing of what is done at once', () => {
    expect(run({ tty: true, steps: [0, 100, 299] })).toBe('')
  })

  it('shows how far it is once it takes long', () => {
    expect(run({ tty: true, steps: [0, 100, 301, 600] })).toMatch(/Reading .* 2\/4/)
  })

  it('shows nothing where there is no terminal', () => {
    expect(run({ tty: false, steps: [0, 400, 900] })).toBe('')
  })
})
