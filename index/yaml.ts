/** YAML, loaded with the first of it: settings and front matter are seldom there, and an answer need not wait. */
import { createRequire } from 'node:module'
import type * as library from 'yaml'

const load = createRequire(import.meta.url)

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is loaded is what is named
export const yamlLibrary = (): typeof library => load('yaml') as typeof library
