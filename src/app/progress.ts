/** A progress bar for what takes long; what is done at once shows none. */
import { SingleBar } from 'cli-progress'

export interface Progress {
  readonly update: (progress: { readonly done: number; readonly total: number }) => void
  readonly stop: () => void
}

const PATIENCE_MS = 300

/** Shows nothing when the stream is not a terminal. */
export function progressBar(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
  label: string,
  now: () => number = () => performance.now(),
): Progress {
  const begun = now()
  const format = `${label} {bar} {value}/{total}, {eta_formatted} left`
  let bar: SingleBar | undefined
  return {
    update({ done, total }) {
      if (!stream.isTTY || now() - begun < PATIENCE_MS) return
      if (bar === undefined) {
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
