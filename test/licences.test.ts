/** Whoever runs Verbatim may do so without asking: every dependency's licence is permissive. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import * as z from 'zod'
import packageJson from '../package.json' with { type: 'json' }

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
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      resolved: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
})
/** CycloneDX, as far as it is looked at. */
const Bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(
    z.object({ name: z.string(), version: z.string(), licenses: z.array(z.unknown()).default([]) }),
  ),
})

const ROOT = fileURLToPath(new URL('..', import.meta.url))
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

it('says of each dependency its licence and what it is for', () => {
  const page = readFileSync(new URL('../docs/dependencies.md', import.meta.url), 'utf8')
  const rows = [
    ...page.matchAll(/^\| `(?<name>[^`]+)` +\| (?<licence>[^|]+?) +\| (?<use>[^|]+?) +\|$/gmu),
  ]
  expect(rows.map(({ groups }) => groups?.['name'])).toEqual(Object.keys(packageJson.dependencies))
  const wrong = rows.filter(({ groups }) => {
    const { name = '', licence } = groups ?? {}
    const { license } = packages[`node_modules/${name}`] ?? {}
    return EXCEPTIONS[name] === undefined && licence !== license
  })
  expect(wrong.map(([row]) => row)).toEqual([])
})

it('lists every package that an installation holds, with its licence', () => {
  const { components } = Bom.parse(
    JSON.parse(
      execFileSync('npm', ['run', '--silent', 'sbom'], {
        encoding: 'utf8',
        cwd: ROOT,
        shell: process.platform === 'win32',
      }),
    ),
  )
  const named = new Set(components.map(({ name, version }) => `${name}@${version}`))
  const wanted = Object.entries(packages)
    .filter(
      ([path, { dev, devOptional, optional }]) =>
        path !== '' && !(dev ?? devOptional ?? optional ?? false),
    )
    .map(([path, { version }]) => `${path.replace(/^.*node_modules\//u, '')}@${version}`)
  expect(wanted.length).toBeGreaterThan(200)
  expect(wanted.filter((one) => !named.has(one))).toEqual([])
  const unlicensed = components.filter(
    ({ name, licenses }) => licenses.length === 0 && EXCEPTIONS[name] === undefined,
  )
  expect(unlicensed.map(({ name }) => name)).toEqual([])
})

it('draws with the one library that its reader of PDFs draws with, for whoever installs it, too', () => {
  // npm heeds overrides in a clone alone.
  expect(packageJson).not.toHaveProperty('overrides')
  expect(installed.filter(({ name }) => name === '@napi-rs/canvas')).toHaveLength(1)
})

it('keeps no download addresses in the lock file', () => {
  expect(installed.filter(({ resolved }) => resolved !== undefined)).toEqual([])
})
