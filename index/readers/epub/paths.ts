/** Addresses within a book. */
import { posix } from 'node:path'

/** The name in the archive of what a file in `folder` refers to, without the place inside. */
export function pathOf(href: string, folder: string): string {
  const path = href.replace(/[#?].*$/su, '')
  try {
    return posix.normalize(posix.join(folder, decodeURIComponent(path)))
  } catch {
    return posix.normalize(posix.join(folder, path))
  }
}
