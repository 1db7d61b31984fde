import module from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Where `npm start` begins: plain JavaScript, so that a Node that is too old to read the rest, or a
 * folder without its packages, is told in a line and not by a stack.
 */
const FIX = 'run `npm ci` (without --ignore-scripts): it brings all that is needed, Node too'

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) end(`Node ${process.versions.node} is too old to run Verbatim; ${FIX}.`)
else {
  // Beside the packages, whose owner it is: in a shared folder another user could put code there.
  module.enableCompileCache(
    fileURLToPath(new URL('../node_modules/.cache/verbatim', import.meta.url)),
  )
  try {
    await import('./main.ts')
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error
    end(`A package is missing; ${FIX}.`)
  }
}

/** @param {string} line */
function end(line) {
  process.stderr.write(`${line}\n`)
  process.exitCode = 2
}
