/**
 * Makes plain JavaScript of the sources, for the package that is installed: Node strips no types below
 * node_modules. `dist/` mirrors the folders, so that every relative path stays as it is.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const DIST = join(ROOT, 'dist')
/** The compiler made of it what is needed, or nobody reads it at run time. */
const MADE = /\.ts$|README\.md$|tsconfig\.json$/u

rmSync(DIST, { recursive: true, force: true })
const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
  cwd: ROOT,
  stdio: 'inherit',
})
if (status !== 0) process.exit(1)

// The rest stays as it is: models, the pages' styles and scripts, the manifest, the bundled documents.
for (const folder of ['src', 'index', 'adapters', 'seeds'])
  cpSync(join(ROOT, folder), join(DIST, folder), {
    recursive: true,
    force: false,
    filter: (path) => !MADE.test(path),
  })
chmodSync(join(DIST, 'src/start.js'), 0o755)
