/** Slack's messages as a page: the blocks that the adapter builds, near enough to how Slack draws them. */
import type { Post } from '../../adapters/slack/seams.ts'
import { escaped, isPart, page, type Part, partsOf, wordsIn } from './html.ts'

const STYLE =
  'body{background:#fff;color:#1d1c1d}.m{border-bottom:1px solid #eee;padding:8px 0}h1{font-size:18px;margin:4px 0}blockquote{margin:3px 0;padding-left:10px;border-left:4px solid #ddd}p{margin:3px 0;white-space:pre-wrap}.c{font-size:12px;color:#616061}button,select{margin:3px 4px 3px 0;padding:4px 9px;border:1px solid #bbb;border-radius:4px;background:#fff}table{border-collapse:collapse;font-size:13px;display:block;overflow-x:auto}td{border:1px solid #ddd;padding:3px 6px;vertical-align:top}a{color:#1264a3}ul{margin:3px 0;padding-left:20px}.f{border:1px solid #ddd;border-radius:6px;padding:6px;font-size:13px}'

export const slackPage = (title: string, posts: readonly Post[]): string =>
  page(
    title,
    STYLE,
    posts
      .map(({ blocks, files = [] }) => {
        const shown = partsOf(blocks).map(blockHtml)
        const own = files.map(({ name }) => `<div class="f">📎 ${escaped(name)}</div>`)
        return `<div class="m">${[...shown, ...own].join('')}</div>`
      })
      .join(''),
  )

function blockHtml(block: Part): string {
  switch (block['type']) {
    case 'header':
      return `<h1>${escaped(wordsIn(block['text']))}</h1>`
    case 'rich_text':
      return partsOf(block['elements']).map(richHtml).join('')
    case 'table':
      return `<table>${rowsOf(block['rows'])
        .map((row) => `<tr>${row.map((cell) => `<td>${cellHtml(cell)}</td>`).join('')}</tr>`)
        .join('')}</table>`
    case 'context':
      return `<p class="c">${partsOf(block['elements'])
        .map((one) => escaped(wordsIn(one)))
        .join(' ')}</p>`
    case 'actions':
    case 'context_actions':
      return `<div>${partsOf(block['elements']).map(controlHtml).join('')}</div>`
    case 'divider':
      return '<hr>'
    default:
      return `<p>${escaped(wordsIn(block['text']))}</p>`
  }
}

const rowsOf = (value: unknown): Part[][] =>
  Array.isArray(value) ? value.map((row) => partsOf(row)) : []

const cellHtml = (cell: Part): string =>
  cell['type'] === 'rich_text'
    ? partsOf(cell['elements']).map(richHtml).join('')
    : escaped(wordsIn(cell))

function richHtml(element: Part): string {
  const inner = partsOf(element['elements']).map(richHtml).join('')
  switch (element['type']) {
    case 'rich_text_section':
      return `<p>${inner}</p>`
    case 'rich_text_quote':
      return `<blockquote>${inner}</blockquote>`
    case 'rich_text_list':
      return `<ul>${partsOf(element['elements'])
        .map((one) => `<li>${richHtml(one)}</li>`)
        .join('')}</ul>`
    case 'link':
      return `<a href="#">${styled(element)}</a>`
    default:
      return styled(element)
  }
}

function styled(element: Part): string {
  const style = isPart(element['style']) ? element['style'] : {}
  const words = escaped(wordsIn(element['text']))
  const bold = style['bold'] === true ? `<b>${words}</b>` : words
  return style['italic'] === true ? `<i>${bold}</i>` : bold
}

function controlHtml(control: Part): string {
  if (control['type'] === 'static_select')
    return `<select><option>${escaped(wordsIn(control['placeholder']))}</option></select>`
  if (control['type'] === 'feedback_buttons') return '<button>👍</button><button>👎</button>'
  return `<button>${escaped(wordsIn(control['text']))}</button>`
}
