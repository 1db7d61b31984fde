/** What of a message or a view Slack would refuse, by walking it: independent of how it was made. */
import { LIMITS } from '../../adapters/slack/limits.ts'

type Node = Readonly<Record<string, unknown>>

/** One line for each thing over a limit; none when Slack takes it. */
export function overLimits(
  { text, blocks }: { readonly text?: string; readonly blocks: readonly unknown[] },
  surface: 'message' | 'view' = 'message',
): string[] {
  const found: string[] = []
  const most = surface === 'message' ? LIMITS.blocks : LIMITS.viewBlocks
  const check = (what: string, value: number, limit: number, least = 0): void => {
    if (value > limit || value < least) found.push(`${what}: ${value} of ${least} to ${limit}`)
  }
  check('blocks', blocks.length, most, 1)
  if (text !== undefined) check('text', text.length, 40_000, 1)
  if (surface === 'message') check('blocks together', JSON.stringify(blocks).length, 13_000)
  check('tables', blocks.filter((block) => isNode(block) && block['type'] === 'table').length, 1)
  for (const node of nodesOf(blocks)) checkNode(node, surface, check)
  const ids = nodesOf(blocks).flatMap((node) =>
    node['type'] === 'actions' ? [actionIds(node)] : [],
  )
  for (const own of ids) check('action_ids twice', own.length - new Set(own).size, 0)
  return found
}

type Check = (what: string, value: number, limit: number, least?: number) => void

function checkNode(node: Node, surface: 'message' | 'view', check: Check): void {
  const type = typeof node['type'] === 'string' ? node['type'] : ''
  const words = lengthOf(node['text'])
  const elements = Array.isArray(node['elements']) ? node['elements'].length : 0
  if (type === 'header') check('header', lengthOf(textIn(node)), 150, 1)
  if (type === 'section') check('section', lengthOf(textIn(node)), 3000, 1)
  if (type === 'text') check('rich text', words, 3000, 1)
  if (type === 'link') {
    check('link text', words, 3000, 1)
    check('link', lengthOf(node['url']), 3000, 1)
    if (!/^https?:\/\//u.test(String(node['url']))) check('link that is none', 1, 0)
  }
  if (type === 'plain_text') {
    check('plain text', words, 3000, 1)
    check('emoji in plain text', node['emoji'] === false ? 0 : 1, 0)
  }
  if (type === 'mrkdwn' || type === 'markdown') check('markup', 1, 0)
  if (/^(?:user|broadcast|usergroup|channel|emoji|team)$/u.test(type)) check('live element', 1, 0)
  if (type.startsWith('rich_text')) check(`elements of ${type}`, elements, Infinity, 1)
  if (type === 'actions') check('actions', elements, 25, 1)
  if (type === 'context_actions') {
    check('context actions', elements, 5, 1)
    check('context actions in a view', surface === 'view' ? 1 : 0, 0)
  }
  if (type === 'button') {
    check('button text', lengthOf(textIn(node)), 75, 1)
    check('button value', lengthOf(node['value']), 2000)
  }
  if ('action_id' in node) check('action_id', lengthOf(node['action_id']), 255, 1)
  if ('accessibility_label' in node) check('label', lengthOf(node['accessibility_label']), 75, 1)
  if (type === 'static_select') {
    const options = Array.isArray(node['options']) ? node['options'] : []
    check('options', options.length, 100, 1)
    for (const option of options) checkOption(option, check)
  }
  if (type === 'table') checkTable(node, surface, check)
}

function checkOption(option: unknown, check: Check): void {
  if (!isNode(option)) return
  check('option text', lengthOf(textIn(option)), 75, 1)
  check('option value', lengthOf(option['value']), 150, 1)
}

function checkTable(node: Node, surface: 'message' | 'view', check: Check): void {
  const rows: unknown[] = Array.isArray(node['rows']) ? node['rows'] : []
  check('table in a view', surface === 'view' ? 1 : 0, 0)
  check('rows', rows.length, 100, 1)
  for (const row of rows) check('columns', Array.isArray(row) ? row.length : 0, 20, 1)
  const cells = nodesOf(rows)
  check(
    'table text',
    cells.reduce((sum, cell) => sum + lengthOf(cell['text']), 0),
    10_000,
  )
  for (const cell of cells)
    if (cell['type'] === 'raw_text') check('cell', lengthOf(cell['text']), 3000, 1)
}

const actionIds = (node: Node): unknown[] =>
  (Array.isArray(node['elements']) ? node['elements'] : []).flatMap((element) =>
    isNode(element) ? [element['action_id']] : [],
  )

/** Every object in there, at any depth. */
export function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : []
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textIn = (node: Node): unknown => (isNode(node['text']) ? node['text']['text'] : undefined)

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0)
