/** A progress bar for what takes long; what is done at once shows none. */
import { createRequire } from 'node:module'
import type * as cliProgress from 'cli-progress'

export interface Progress {
  readonly update: (progress: { readonly done: number; readonly total: number }) => void
  readonly stop: () => void
}

const PATIENCE_MS = 300

/** Loaded with the first bar: most runs show none. */
const load = createRequire(import.meta.url)
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is loaded is what is named
const bars = (): typeof cliProgress => load('cli-progress') as typeof cliProgress

/** Shows nothing when the stream is not a terminal. */
export function progressBar(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
  label: string,
  now: () => number = () => performance.now(),
): Progress {
  const begun = now()
  const format = `${label} {bar} {value}/{total}, {eta_formatted} left`
  let bar: cliProgress.SingleBar | undefined
  return {
    update({ done, total }) {
      if (!stream.isTTY || now() - begun < PATIENCE_MS) return
      if (bar === undefined) {
        const { SingleBar } = bars()
        bar = new SingleBar({
          format,
          stream,
          barsize: 30,
          clearOnComplete: true,
          // Leaves the terminal as it is: a run that is cut short could not restore it.
          hideCursor: false,
          linewrap: true,
          gracefulExit: false,
        })
        bar.start(total, done)
      }
      bar.update(done)
    },
    stop: () => bar?.stop(),
  }
}
