/** The documentation, read as GitHub does: headings, links and code. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { GFM, parser as commonMark } from '@lezer/markdown'

export const ROOT = resolve(import.meta.dirname, '../..')

/** Files of the documentation, from the root. */
export const PAGES: readonly string[] = globSync(['*.md', 'docs/*.md', 'adapters/*/README.md'], {
  cwd: ROOT,
}).toSorted()

export interface Page {
  /** Anchors of its headings, without `#`. */
  readonly anchors: readonly string[]
  /** Where its links lead, as written. */
  readonly links: readonly string[]
  /** What is inside code, spans and blocks, one each. */
  readonly code: readonly string[]
}

export const textOf = (page: string): string => readFileSync(resolve(ROOT, page), 'utf8')

const parser = commonMark.configure(GFM)

export function read(page: string): Page {
  const text = textOf(page)
  const anchors: string[] = []
  const links: string[] = []
  const code: string[] = []
  parser.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      const written = text.slice(from, to)
      if (/^(?:ATX|Setext)Heading/u.test(name)) anchors.push(anchorOf(written, anchors))
      else if (name === 'URL' && node.parent?.name === 'Link') links.push(written)
      else if (name === 'InlineCode')
        code.push(written.replaceAll('`', '').replaceAll(/\s+/gu, ' '))
      else if (name === 'FencedCode') code.push(written.split('\n').slice(1, -1).join('\n'))
    },
  })
  return { anchors, links, code }
}

/** As GitHub makes them: `## Who sees what` → `who-sees-what`, a second one `who-sees-what-1`. */
function anchorOf(heading: string, before: readonly string[]): string {
  const anchor = heading
    .replace(/^#+\s*/u, '')
    .replace(/\n[=-]+$/u, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/gu, '-')
  const same = before.filter((one) => one.replace(/-\d+$/u, '') === anchor).length
  return same === 0 ? anchor : `${anchor}-${same}`
}
