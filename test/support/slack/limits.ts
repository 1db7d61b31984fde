/** What Slack turns down: limits it documents, and those that people have run into. */

type Json = Readonly<Record<string, unknown>>

const BLOCKS = new Set([
  'actions',
  'context',
  'context_actions',
  'divider',
  'file',
  'header',
  'image',
  'input',
  'markdown',
  'rich_text',
  'section',
  'table',
  'video',
])
/** Undocumented; all blocks of a message together, as JSON. */
const TOGETHER = 13_200

/** @returns Slack's code and what is wrong, or nothing */
export function refusalOf(args: Json, most = 50): { error: string; why: string } | undefined {
  const { text, blocks } = args
  if (typeof text === 'string' && text.length > 40_000)
    return { error: 'msg_too_long', why: `text of ${text.length} characters` }
  if (blocks === undefined) {
    return typeof text === 'string' && text.trim() !== ''
      ? undefined
      : { error: 'no_text', why: 'neither text nor blocks' }
  }
  const together = JSON.stringify(blocks).length
  const problem = Array.isArray(blocks) ? blocksProblem(blocks, most) : 'blocks are no array'
  if (problem !== undefined) return { error: 'invalid_blocks', why: problem }
  return together > TOGETHER && most === 50
    ? { error: 'msg_blocks_too_long', why: `blocks of ${together} characters together` }
    : undefined
}

/** @returns what is wrong with a modal or the App Home */
export function viewProblem(view: unknown): string | undefined {
  if (!isJson(view)) return 'no view'
  const { type, title, submit, close, private_metadata: metadata, blocks } = view
  if (type !== 'modal' && type !== 'home') return `a view of type ${String(type)}`
  for (const text of [title, submit, close])
    if (text !== undefined && lengthOf(text) > 24) return `${lengthOf(text)} characters in a title`
  if (type === 'modal' && lengthOf(title) === 0) return 'a modal without a title'
  if (typeof metadata === 'string' && metadata.length > 3000) return 'private_metadata too long'
  return Array.isArray(blocks) ? blocksProblem(blocks, 100) : 'a view without blocks'
}

function blocksProblem(blocks: readonly unknown[], most: number): string | undefined {
  if (blocks.length > most) return `${blocks.length} blocks`
  const ids = new Set<unknown>()
  let tables = 0
  for (const block of blocks) {
    if (!isJson(block)) return 'a block that is no object'
    const { type, block_id: id } = block
    if (typeof type !== 'string' || !BLOCKS.has(type)) return `a block of type ${String(type)}`
    if (typeof id === 'string' && (ids.has(id) || id.length > 255)) return `block_id ${id}`
    if (id !== undefined) ids.add(id)
    if (type === 'table' && ++tables > 1) return 'two tables'
    const problem = blockProblem(block)
    if (problem !== undefined) return `${type}: ${problem}`
  }
  return undefined
}

function blockProblem(block: Json): string | undefined {
  const { type, text, fields, elements, rows } = block
  const parts = Array.isArray(elements) ? elements : []
  if (type === 'section') {
    if (text === undefined && fields === undefined) return 'neither text nor fields'
    if (text !== undefined && outside(text, 1, 3000)) return `text of ${lengthOf(text)} characters`
    if (
      Array.isArray(fields) &&
      (fields.length > 10 || fields.some((each) => outside(each, 1, 2000)))
    )
      return 'its fields'
  }
  if (type === 'header' && outside(text, 1, 150)) return `text of ${lengthOf(text)} characters`
  if (type === 'actions' && (parts.length === 0 || parts.length > 25))
    return `${parts.length} elements`
  if (type === 'context_actions' && parts.length > 5) return `${parts.length} elements`
  if (type === 'context' && (parts.length === 0 || parts.length > 10))
    return `${parts.length} elements`
  if (type === 'image') {
    const { alt_text: alt } = block
    if (typeof alt !== 'string' || alt === '' || alt.length > 2000) return 'alt_text'
  }
  if (type === 'table') {
    if (!Array.isArray(rows) || rows.length === 0 || rows.length > 100) return 'its rows'
    if (rows.some((row) => !Array.isArray(row) || row.length > 20)) return 'its columns'
  }
  const actions = new Set<unknown>()
  return eachPart(block, (part) => {
    const { action_id: action } = part
    if (typeof action !== 'string') return partProblem(part)
    if (actions.has(action)) return `action_id ${action} twice`
    actions.add(action)
    return partProblem(part)
  })
}

function partProblem(part: Json): string | undefined {
  const { type, text, value, url, action_id: action, options, accessibility_label: label } = part
  if (typeof action === 'string' && action.length > 255) return 'action_id too long'
  if (typeof url === 'string' && url.length > 3000) return 'url too long'
  if (type === 'button') {
    if (outside(text, 1, 75)) return `a button of ${lengthOf(text)} characters`
    if (typeof value === 'string' && value.length > 2000) return 'a value too long'
    if (typeof label === 'string' && label.length > 75) return 'accessibility_label too long'
  }
  if (type === 'mrkdwn' || type === 'plain_text')
    return typeof text === 'string' && text !== '' ? undefined : 'an empty text'
  if (type === 'text')
    return typeof text === 'string' && text !== '' ? undefined : 'an empty element'
  if (Array.isArray(options) && options.length > 100) return `${options.length} options`
  if (
    Array.isArray(options) &&
    options.some((each) => isJson(each) && outside(each['text'], 1, 75))
  )
    return 'an option’s text'
  return undefined
}

/** The first problem of any object within. */
function eachPart(
  value: unknown,
  problemOf: (part: Json) => string | undefined,
): string | undefined {
  if (Array.isArray(value)) {
    for (const item of value) {
      const problem = eachPart(item, problemOf)
      if (problem !== undefined) return problem
    }
    return undefined
  }
  if (!isJson(value)) return undefined
  for (const item of Object.values(value)) {
    const problem = eachPart(item, problemOf)
    if (problem !== undefined) return problem
  }
  return 'type' in value || 'action_id' in value ? problemOf(value) : undefined
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const lengthOf = (text: unknown): number => {
  const inner = isJson(text) ? text['text'] : text
  return typeof inner === 'string' ? inner.length : 0
}
const outside = (text: unknown, least: number, most: number): boolean =>
  lengthOf(text) < least || lengthOf(text) > most
