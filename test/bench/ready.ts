/** A process of its own: loads a snapshot, asks it once, and prints how long that took. */
import { engineFor, ENGINES } from '../../index/engines/engines.ts'
import { loadSnapshot } from '../../index/snapshot/snapshot.ts'
import { memory } from './measure.ts'

const [, , path = '', name = ''] = process.argv
const engine = ENGINES.find((one) => one === name) ?? 'auto'
const before = memory()
const from = performance.now()
const { corpus } = await loadSnapshot(path, (passages) => engineFor(engine, passages))
await corpus?.search([{ term: 'anything', weight: 1 }], { limit: 1 })
const ready = performance.now() - from
process.stdout.write(JSON.stringify({ ready, bytes: memory() - before }))
// Memory is that of a corpus in use.
if (corpus === undefined) process.exitCode = 1
