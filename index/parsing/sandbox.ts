/** How Node is told to hold a child process that reads files: what it may take and touch. */
import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const INDEX = dirname(import.meta.dirname)
const ROOT = dirname(INDEX)

/**
 * Arguments of Node. It may read the code it runs, and nothing else: no file of the user, no network,
 * no writing, no other program, no code made of strings, and no native code unless it `draws`: what
 * draws is native, and comes with the packages.
 */
export function sandboxed(program: URL, memoryMegabytes: number, draws = false): string[] {
  const code = [INDEX, join(ROOT, 'package.json'), ...packages(ROOT)]
  const readable = [...code, dirname(fileURLToPath(program))].flatMap((path) =>
    existsSync(path) ? [path, realpathSync(path)] : [],
  )
  return [
    '--permission',
    ...[...new Set(readable)].map((path) => `--allow-fs-read=${path}`),
    // For the watchdog, which takes the permission back when it runs.
    '--allow-worker',
    '--disable-warning=SecurityWarning',
    '--disallow-code-generation-from-strings',
    draws ? '--allow-addons' : '--no-addons',
    // The rest is for buffers and code; garbage is collected before the watchdog barks.
    `--max-old-space-size=${Math.ceil(memoryMegabytes * 0.6)}`,
    // Most of what a file takes is gone with it: room for that is cheaper than looking through it.
    `--initial-heap-size=${Math.ceil(memoryMegabytes / 3)}`,
    '--min-semi-space-size=16',
    '--max-semi-space-size=16',
  ]
}

/** Where Node looks for packages: below this folder and, where this one is installed itself, above it. */
function packages(folder: string): string[] {
  const above = dirname(folder)
  const here = basename(folder) === 'node_modules' ? [folder] : [join(folder, 'node_modules')]
  return above === folder ? here : [...here, ...packages(above)]
}
