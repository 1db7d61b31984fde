/** How long work keeps everything else in this process from its turn. */

/** Milliseconds of processor time between two turns of the event loop: what other processes take is not counted. */
export function watchTurns(): { stop(): number } {
  const spent = (): number => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let last = spent()
  let held = 0
  const turn = (): void => {
    const now = spent()
    held = Math.max(held, now - last)
    last = now
  }
  const turns = setInterval(turn, 1)
  return {
    stop: () => {
      turn()
      clearInterval(turns)
      return held
    },
  }
}
