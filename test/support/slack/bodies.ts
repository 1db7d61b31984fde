/** Bodies as Slack delivers them, of the shape that was recorded from it. */
import type { Stored, Workspace } from './workspace.ts'

export type Body = Readonly<Record<string, unknown>>

let count = 0
const next = (): string => String(++count).padStart(8, '0')

/** An event around what happened. */
function callback(workspace: Workspace, event: Body, over: Body = {}): Body {
  return {
    token: 'legacy-verification-token',
    team_id: workspace.team,
    context_team_id: workspace.team,
    context_enterprise_id: null,
    api_app_id: workspace.bot.app_id,
    event,
    type: 'event_callback',
    event_id: `Ev${next()}`,
    event_time: Math.floor(Number(event['event_ts'] ?? event['ts'] ?? 0)),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.team,
        user_id: workspace.bot.user_id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel:
      typeof event['channel'] === 'string' && workspace.shared.has(event['channel']),
    event_context: `4-${next()}`,
    ...over,
  }
}

/** What an event says of a message. */
const contentOf = (workspace: Workspace, { ts, user, text, thread_ts, bot_id }: Stored): Body => ({
  user,
  ts,
  client_msg_id: `00000000-0000-4000-8000-${ts.replace('.', '').slice(-12)}`,
  text,
  team: user === undefined ? workspace.team : workspace.person(user).team_id,
  blocks: [
    {
      type: 'rich_text',
      block_id: 'b1',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
    },
  ],
  ...(thread_ts !== undefined && { thread_ts, parent_user_id: user }),
  ...(bot_id !== undefined && { bot_id, app_id: workspace.bot.app_id }),
})

const kindOf = (channel: string): Body =>
  channel.startsWith('D') ? { channel_type: 'im' } : { channel_type: 'channel' }

export function mentionEvent(workspace: Workspace, message: Stored): Body {
  const { channel, ts } = message
  const content = contentOf(workspace, message)
  return callback(workspace, { type: 'app_mention', ...content, channel, event_ts: ts })
}

export function messageEvent(workspace: Workspace, message: Stored, over: Body = {}): Body {
  const { channel, ts } = message
  const content = contentOf(workspace, message)
  const event = { type: 'message', ...content, channel, event_ts: ts, ...kindOf(channel), ...over }
  return callback(workspace, event)
}

export function editEvent(workspace: Workspace, message: Stored, before: string): Body {
  const { channel, user } = message
  const now = workspace.timestamp()
  return callback(workspace, {
    type: 'message',
    subtype: 'message_changed',
    message: {
      type: 'message',
      ...contentOf(workspace, message),
      edited: { user, ts: now },
      source_team: workspace.team,
      user_team: workspace.team,
    },
    previous_message: { type: 'message', ...contentOf(workspace, message), text: before },
    channel,
    hidden: true,
    ts: now,
    event_ts: now,
    ...kindOf(channel),
  })
}

export function deleteEvent(workspace: Workspace, message: Stored): Body {
  const now = workspace.timestamp()
  return callback(workspace, {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: { type: 'message', ...contentOf(workspace, message) },
    channel: message.channel,
    hidden: true,
    deleted_ts: message.ts,
    event_ts: now,
    ts: now,
    ...kindOf(message.channel),
  })
}

export interface Typed {
  readonly command: string
  readonly text: string
  readonly user: string
  readonly channel: string
  readonly responseUrl: string
}

export function commandBody(workspace: Workspace, typed: Typed): Body {
  return {
    token: 'legacy-verification-token',
    team_id: workspace.team,
    team_domain: 'loopback',
    channel_id: typed.channel,
    channel_name: typed.channel.toLowerCase(),
    user_id: typed.user,
    user_name: typed.user.toLowerCase(),
    command: typed.command,
    text: typed.text,
    api_app_id: workspace.bot.app_id,
    is_enterprise_install: 'false',
    response_url: typed.responseUrl,
    trigger_id: `${next()}.trigger`,
  }
}

export interface Pressed {
  readonly user: string
  readonly message: Stored
  readonly action: Body
  readonly responseUrl: string
}

export function pressBody(
  workspace: Workspace,
  { user, message, action, responseUrl }: Pressed,
): Body {
  const { channel, ts, thread_ts: thread, only } = message
  const threaded = thread !== undefined && { thread_ts: thread }
  return {
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), name: user, team_id: workspace.team },
    api_app_id: workspace.bot.app_id,
    token: 'legacy-verification-token',
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: only !== undefined,
      ...threaded,
    },
    trigger_id: `${next()}.trigger`,
    team: { id: workspace.team, domain: 'loopback' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: channel.toLowerCase() },
    message: { type: 'message', ts, text: message.text, blocks: message.blocks, ...threaded },
    state: { values: {} },
    response_url: responseUrl,
    actions: [{ type: 'button', action_ts: workspace.timestamp(), ...action }],
  }
}

/** Slack's notice that it holds events back; of no `event`, unlike all others. */
export const rateLimitedBody = (workspace: Workspace): Body => ({
  token: 'legacy-verification-token',
  type: 'app_rate_limited',
  team_id: workspace.team,
  minute_rate_limited: 28_333_333,
  api_app_id: workspace.bot.app_id,
})
