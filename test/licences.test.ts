/** Whoever runs Verbatim may do so without asking: every dependency's licence is permissive. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'

const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
])

/** Licences that need a word. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf': 'the Bitstream Vera licence: free to use, copy, embed and sell with software',
  duck: 'BSD, in its README the two-clause one',
  jszip: 'MIT or GPL-3.0: taken as MIT',
  '@zone-eu/mailsplit': 'MIT or EUPL-1.1+: taken as MIT',
  pako: 'MIT and zlib, both permissive',
  'axe-core': 'MPL-2.0; runs in tests only and is not changed',
  lightningcss: 'MPL-2.0, comes with vitest; runs in tests only and is not changed',
}

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ license: z.string().optional(), resolved: z.string().optional() }),
  ),
})
const { packages } = Lock.parse(
  JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')),
)
const installed = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ name: path.replace(/^.*node_modules\//u, ''), ...entry }))

it('has permissive licences only', () => {
  const others = installed.filter(
    ({ name, license = 'none stated' }) =>
      !PERMISSIVE.has(license) &&
      EXCEPTIONS[name.replace(/^(lightningcss)-.*/u, '$1')] === undefined,
  )
  expect(installed.length).toBeGreaterThan(50)
  expect(others.map(({ name, license }) => `${name}: ${license ?? 'none stated'}`)).toEqual([])
})

it('keeps no download addresses in the lock file', () => {
  expect(installed.filter(({ resolved }) => resolved !== undefined)).toEqual([])
})
