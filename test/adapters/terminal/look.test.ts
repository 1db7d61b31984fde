import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lookOf } from '../../../adapters/terminal/look.ts'
import { screen } from '../../support/streams.ts'

const coloured = (tty: boolean) => lookOf(screen({ tty })).style(['bold'], 'rain') !== 'rain'

describe('lookOf', () => {
  beforeEach(() => {
    for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'CI'])
      vi.stubEnv(name, undefined)
    vi.stubEnv('TERM', 'xterm-256color')
  })
  afterEach(() => vi.unstubAllEnvs())

  it('colours on a terminal only', () => {
    expect(coloured(true)).toBe(true)
    expect(coloured(false)).toBe(false)
  })

  it('honours NO_COLOR and FORCE_COLOR', () => {
    vi.stubEnv('NO_COLOR', '1')
    expect(coloured(true)).toBe(false)
    vi.stubEnv('NO_COLOR', undefined)
    vi.stubEnv('FORCE_COLOR', '1')
    expect(coloured(false)).toBe(true)
    vi.stubEnv('FORCE_COLOR', '0')
    expect(coloured(true)).toBe(false)
  })

  it.each([
    { columns: 40, width: 40 },
    { columns: 240, width: 100 },
    { columns: 3, width: 20 },
  ])('is $width wide in a window of $columns', ({ columns, width }) => {
    expect(lookOf(screen({ tty: true, columns })).width).toBe(width)
  })

  it('is 80 wide where there is no window', () => {
    expect(lookOf(screen()).width).toBe(80)
  })
})
