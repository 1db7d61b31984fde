/** Properties tried many times: fast-check slows down within one long run, so in several short ones. */
import * as fc from 'fast-check'

const AT_ONCE = 250

export async function manyRuns<T>(property: fc.IAsyncProperty<T>, runs: number): Promise<void> {
  const { seed = 1 } = fc.readConfigureGlobal()
  for (let done = 0; done < runs; done += AT_ONCE)
    await fc.assert(property, {
      numRuns: Math.ceil(Math.min(AT_ONCE, runs - done)),
      seed: seed + done,
    })
}
