/** Small pages of what a platform would show. */
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => SIGNS[sign] ?? sign)

export const page = (title: string, style: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title><style>*{box-sizing:border-box}body{margin:0;padding:12px;width:390px;font:15px/1.46 Lato,system-ui,sans-serif;overflow-wrap:anywhere}button,select{font:inherit;font-size:13px}${style}</style>${body}`

export type Part = Readonly<Record<string, unknown>>

export const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const partsOf = (value: unknown): Part[] =>
  Array.isArray(value) ? value.filter(isPart) : []

export const wordsIn = (value: unknown): string =>
  isPart(value) ? wordsIn(value['text']) : typeof value === 'string' ? value : ''
