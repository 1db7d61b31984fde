/** Another file of this code, for what is started by its address: the sources end in .ts, what is installed in .js. */
import { extname } from 'node:path'

/**
 * @param path without its ending
 * @param from `import.meta.url` of who asks
 */
export const sibling = (path: string, from: string): URL => new URL(`${path}${extname(from)}`, from)
