#!/usr/bin/env node
import module from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Where the program begins: plain JavaScript, so that a Node that is too old to read the rest, or a
 * folder without its packages, is told in a line and not by a stack.
 */
const OLDEST = 24

/** The packages this one is installed among; none in a clone. */
const [installed] = /^.*[\\/]node_modules(?=[\\/])/u.exec(fileURLToPath(import.meta.url)) ?? []
const packages = installed ?? fileURLToPath(new URL('../node_modules', import.meta.url))

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < OLDEST)
  end(
    `Node ${process.versions.node} is too old to run Verbatim, which needs ${OLDEST} or later; ${
      installed === undefined
        ? 'run `npm ci` (without --ignore-scripts): it brings one'
        : 'install it, or run: npx -p node@26 -p verbatim verbatim'
    }.`,
  )
else {
  withoutExperiments()
  // Beside the packages, whose owner it is: in a shared folder another user could put code there.
  module.enableCompileCache(`${packages}/.cache/verbatim`)
  try {
    await import('./main.ts')
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error
    end(
      `A package is missing; run \`npm ${installed === undefined ? 'ci' : 'install'}\` (without --ignore-scripts): it brings all that is needed.`,
    )
  }
}

/** Node 24 calls experimental what 26 does not: nothing that a person at the terminal could do about. */
function withoutExperiments() {
  const emit = process.emitWarning.bind(process)
  process.emitWarning = (warning, ...rest) => {
    if (rest[0] !== 'ExperimentalWarning') emit(warning, ...rest)
  }
}

/** @param {string} line */
function end(line) {
  process.stderr.write(`${line}\n`)
  process.exitCode = 2
}
