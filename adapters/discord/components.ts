/** Buttons and select menus. Their ids carry what they do and for which reply, no more. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import { clip } from '../shared/clip.ts'
import { LIMITS } from './limits.ts'
import { EMPTY } from './markdown.ts'

/** What a button does. */
export const ACTION = {
  more: 'more',
  context: 'context',
  source: 'source',
  figures: 'figures',
  word: 'word',
  markdown: 'markdown',
  share: 'share',
  delete: 'delete',
  up: 'up',
  down: 'down',
  add: 'add',
  ask: 'ask',
} as const
export type Action = (typeof ACTION)[keyof typeof ACTION]

const WHISPERED = new Set<Action>([ACTION.context, ACTION.source, ACTION.up, ACTION.down])

/** Whether it is answered by a message of its own, for who pressed it alone. */
export const isWhispered = (action: Action): boolean => WHISPERED.has(action)

const PREFIX = 'verbatim'

/** "verbatim.more.ID" */
export const customId = (action: Action, id: string): string =>
  `${PREFIX}.${action}.${id}`.slice(0, LIMITS.customId)

export interface Named {
  readonly action: Action
  readonly id: string
}

/** Nothing where it is none of the adapter's. */
export function namedBy(custom: string): Named | undefined {
  const [prefix, name, id = ''] = custom.split('.')
  const action = Object.values(ACTION).find((one) => one === name)
  return prefix === PREFIX && action !== undefined ? { action, id } : undefined
}

type Look = 'plain' | 'primary' | 'danger'

const STYLES = {
  plain: ButtonStyle.Secondary,
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const

export const button = (
  label: string,
  action: Action,
  id: string,
  { look = 'plain', emoji }: { readonly look?: Look; readonly emoji?: string } = {},
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: STYLES[look],
  label: clip(label, LIMITS.buttonLabel) || EMPTY,
  custom_id: customId(action, id),
  ...(emoji !== undefined && { emoji: { name: emoji } }),
})

/** Options beyond what a menu takes are left out. */
export const select = (
  placeholder: string,
  action: Action,
  id: string,
  options: readonly APISelectMenuOption[],
): APIStringSelectComponent => ({
  type: ComponentType.StringSelect,
  custom_id: customId(action, id),
  placeholder: clip(placeholder, LIMITS.placeholder),
  options: options.slice(0, LIMITS.options),
})

export const option = (label: string, value: string): APISelectMenuOption => ({
  label: clip(label, LIMITS.optionText) || EMPTY,
  value,
})

type Component = APIButtonComponentWithCustomId | APIStringSelectComponent
export type Row = APIActionRowComponent<Component>

/** Nothing where there is nothing in it. */
export const row = (...components: readonly Component[]): Row[] =>
  components.length === 0
    ? []
    : [{ type: ComponentType.ActionRow, components: components.slice(0, LIMITS.buttons) }]
