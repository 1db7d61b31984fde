/** Nothing here talks to the console: a test during which something does, fails. */
import { afterEach } from 'vitest'

const said: string[] = []

for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const)
  console[name] = (...words: unknown[]) => {
    said.push(`console.${name}(${words.map(String).join(', ')})`)
  }

afterEach(() => {
  const all = said.splice(0)
  if (all.length > 0) throw new Error(`The console was used: ${all.join('\n')}`)
})
