/** The unit of systemd: valid, and with little left to whoever would break in. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const UNITS = ['verbatim.service', 'verbatim@.service'].map((name) => ({
  name,
  text: readFileSync(resolve(import.meta.dirname, '../../deploy', name), 'utf8'),
}))
/** As systemd rates it: 0 is nothing left, 10 is everything. */
const MOST_EXPOSED = 2

const there = spawnSync('systemd-analyze', ['--version']).status === 0
if (!there) process.stderr.write('The unit is not looked at: there is no systemd-analyze.\n')

describe.skipIf(!there).each(UNITS)('the unit $name of systemd', ({ name, text }) => {
  let folder: string
  let unit: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'verbatim-unit-'))
    unit = join(folder, name.replace('@', '@chat-1'))
    // What it starts is installed nowhere here.
    writeFileSync(unit, text.replace('/usr/local/bin/verbatim', process.execPath))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const analyze = (...args: readonly string[]) =>
    spawnSync('systemd-analyze', [...args, unit], { encoding: 'utf8' })

  it('is one without a word of complaint', () => {
    expect(analyze('verify')).toMatchObject({ status: 0, stdout: '', stderr: '' })
    writeFileSync(unit, text.replace('Restart=on-failure', 'Restart=sometimes'))
    expect(analyze('verify').stderr).toContain('restart specifier')
    writeFileSync(unit, text.replace('/usr/local/bin/verbatim', process.execPath))
  })

  it('leaves little exposed', () => {
    const { stdout } = analyze('security', '--offline=true', '--no-pager')
    const [, level] = /Overall exposure level for \S+: (\d+\.\d)/u.exec(stdout) ?? []
    expect(Number(level)).toBeLessThanOrEqual(MOST_EXPOSED)
  })
})
