/** Discord's messages as a page: content and embeds with the Markdown that Discord reads, and the buttons. */
import type { Post } from '../../adapters/discord/seams.ts'
import { escaped, page, partsOf, wordsIn } from './html.ts'

const STYLE =
  'body{background:#313338;color:#dbdee1}.m{padding:8px 0;border-bottom:1px solid #3f4147}.e{background:#2b2d31;border-left:4px solid #5865f2;border-radius:4px;padding:8px 12px;margin:6px 0}blockquote{margin:2px 0;padding-left:10px;border-left:4px solid #4e5058}.s{font-size:12px;color:#949ba4}button,select{margin:3px 4px 3px 0;padding:4px 10px;border:0;border-radius:3px;background:#4e5058;color:#fff}a{color:#00a8fc}pre{background:#1e1f22;padding:6px;overflow-x:auto;font-size:12px}.f{background:#2b2d31;border-radius:6px;padding:6px;font-size:13px;margin-top:4px}h3{margin:4px 0;font-size:17px}'

export const discordPage = (title: string, posts: readonly Post[]): string =>
  page(
    title,
    STYLE,
    posts
      .map(({ content = '', embeds = [], components = [], files = [] }) => {
        const cards = embeds.map(
          ({ description = '' }) => `<div class="e">${markdownHtml(description)}</div>`,
        )
        const rows = partsOf(JSON.parse(JSON.stringify(components))).map(
          (row) => `<div>${partsOf(row['components']).map(controlHtml).join('')}</div>`,
        )
        const own = files.map(({ name }) => `<div class="f">📎 ${escaped(name)}</div>`)
        return `<div class="m">${[markdownHtml(content), ...cards, ...own, ...rows].join('')}</div>`
      })
      .join(''),
  )

const controlHtml = (control: Readonly<Record<string, unknown>>): string =>
  control['type'] === 3
    ? `<select><option>${escaped(wordsIn(control['placeholder']))}</option></select>`
    : `<button>${escaped(wordsIn(control['label']))}</button>`

/** What the adapter writes: quotes, small lines, bold, italics, links, blocks of code, escapes. */
function markdownHtml(text: string): string {
  return text
    .split(/(```[^]*?```)/u)
    .map((part) =>
      part.startsWith('```')
        ? `<pre>${escaped(part.slice(3, -3).replace(/^\w*\n/u, ''))}</pre>`
        : part.split('\n').map(lineHtml).join(''),
    )
    .join('')
}

function lineHtml(line: string): string {
  if (line.startsWith('> ')) return `<blockquote>${inlineHtml(line.slice(2))}</blockquote>`
  if (line.startsWith('-# ')) return `<div class="s">${inlineHtml(line.slice(3))}</div>`
  if (/^#{1,3} /u.test(line)) return `<h3>${inlineHtml(line.replace(/^#+ /u, ''))}</h3>`
  return `<div>${inlineHtml(line) || '&nbsp;'}</div>`
}

/** An escaped sign is put by, so that it means nothing. */
function inlineHtml(line: string): string {
  const kept: string[] = []
  const marked = escaped(
    line.replace(
      /\\([^\p{L}\p{N}\s])/gu,
      (_, sign: string) => `\uE000${kept.push(sign) - 1}\uE001`,
    ),
  )
  return marked
    .replace(/\*\*([^*]+)\*\*/gu, '<b>$1</b>')
    .replace(/(?<!\p{L})[*_]([^*_]+)[*_](?!\p{L})/gu, '<i>$1</i>')
    .replace(/\[([^\]]+)\]\(&lt;[^)]*&gt;\)|\[([^\]]+)\]\(https?:[^)]*\)/gu, '<a href="#">$1$2</a>')
    .replace(/`([^`]+)`/gu, '<code>$1</code>')
    .replace(/\uE000(\d+)\uE001/gu, (_, at: string) => escaped(kept[Number(at)] ?? ''))
}
