/** Writes figures to the files that were asked for. What writes them is loaded only then. */
import { writeFile } from 'node:fs/promises'
import { VerbatimError } from '../../src/errors.ts'
import type { Reply } from '../../src/reply.ts'

export interface FigureFiles {
  readonly csv?: string
  /** Ends in `.png` or `.svg`. */
  readonly chart?: string
}

/** The names of the files written; none when there are no figures. */
export async function writeFigures(reply: Reply, { csv, chart }: FigureFiles): Promise<string[]> {
  if (reply.kind !== 'figures') return []
  const written: string[] = []
  if (csv !== undefined) {
    const { toCsv } = await import('../../src/figures/csv.ts')
    await write(csv, toCsv(reply))
    written.push(csv)
  }
  if (chart !== undefined) {
    const { drawSvg, drawPng } = await import('./draw.ts')
    const svg = /\.svg$/iu.test(chart)
    await write(chart, svg ? await drawSvg(reply) : await drawPng(reply))
    written.push(chart)
  }
  return written
}

async function write(name: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(name, content)
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^E\w+: /u, '') : String(error)
    throw new VerbatimError('usage', `${name} cannot be written: ${reason}; give another file`, {
      cause: error,
    })
  }
}
