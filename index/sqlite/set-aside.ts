/** What is damaged is never overwritten: it is kept beside its place, under a name with the date. */
import { lstatSync, renameSync } from 'node:fs'

/** A database's files besides its own. */
const BESIDE = ['-wal', '-shm', '-journal']

/** Whether there is nothing, a file, or something that only looks like a place for one. */
export function kindOfPath(path: string): 'missing' | 'file' | 'other' {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 'missing'
  return found.isFile() ? 'file' : 'other'
}

/** Whether nothing was ever kept there, or all of it is gone: a file that was cut to nothing is no file. */
export function isBlank(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found === undefined || (found.isFile() && found.size === 0)
}

/** @returns the name under which it is kept now */
export function setAside(path: string, now: Date = new Date()): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-')
  let kept = `${path}.damaged-${stamp}`
  for (let again = 2; kindOfPath(kept) !== 'missing'; again++)
    kept = `${path}.damaged-${stamp}-${again}`
  renameSync(path, kept)
  for (const end of BESIDE)
    if (kindOfPath(path + end) !== 'missing') renameSync(path + end, kept + end)
  return kept
}
