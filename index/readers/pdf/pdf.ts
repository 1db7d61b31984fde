/** The reader of PDF. pdf.js is loaded when the first one is read. */
import type * as Loaded from './read-pdf.ts'
import type { Reader } from '../reading.ts'

export const readPdfFile: Reader = async (input) => (await load()).readPdf(input)

let loading: Promise<typeof Loaded> | undefined

function load(): Promise<typeof Loaded> {
  loading ??= quietly(() => import('./read-pdf.ts'))
  return loading
}

/** Stands in for classes of a canvas, which only painting uses. */
function CanvasClass(): void {}

/**
 * pdf.js names classes of a canvas as it loads, and warns where a process may not load them: nothing
 * that a person could mend.
 */
async function quietly<T>(task: () => Promise<T>): Promise<T> {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: CanvasClass })
  const warn = Object.getOwnPropertyDescriptor(console, 'warn')
  Object.defineProperty(console, 'warn', { value: () => undefined, configurable: true })
  try {
    return await task()
  } finally {
    if (warn !== undefined) Object.defineProperty(console, 'warn', warn)
  }
}
