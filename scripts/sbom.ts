/**
 * The bill of materials of an installation, CycloneDX on standard output. npm makes it from the lock file;
 * asked to leave out what is for development it leaves out what both need, too: it is given a lock
 * file that never had it.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as z from 'zod'

const ROOT = resolve(import.meta.dirname, '..')
const Manifest = z.looseObject({ name: z.string(), devDependencies: z.unknown() })
const Lock = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional() })),
})

const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'))

const { devDependencies: _, ...manifest } = Manifest.parse(read('package.json'))
const lock = Lock.parse(read('package-lock.json'))
const packages = Object.fromEntries(
  Object.entries(lock.packages)
    .filter(([, { dev }]) => dev !== true)
    .map(([path, { devDependencies: __, ...entry }]) => [path, entry]),
)

const temporary = mkdtempSync(join(tmpdir(), 'verbatim-sbom-'))
// npm names what it describes after the folder.
const folder = join(temporary, manifest.name)
mkdirSync(folder)
try {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages }))
  const options = ['--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only']
  const { status } = spawnSync('npm', ['sbom', ...options], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  process.exitCode = status ?? 1
} finally {
  rmSync(temporary, { recursive: true })
}
