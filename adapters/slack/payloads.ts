/** What Slack delivers, so far as the adapter reads it. More fields than these are let pass. */
import * as z from 'zod'

const File = z.object({
  id: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  size: z.number().nullish(),
  mode: z.string().nullish(),
  is_external: z.boolean().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
})
export type SlackFile = z.infer<typeof File>

/** A message as events carry it, and as they carry it inside. */
const MessageBody = z.object({
  ts: z.string(),
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  subtype: z.string().optional(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  user_team: z.string().nullish(),
  source_team: z.string().nullish(),
  files: z.array(File).nullish(),
})
export type MessageBody = z.infer<typeof MessageBody>

const MessageEvent = MessageBody.extend({
  type: z.enum(['message', 'app_mention']),
  channel: z.string(),
  channel_type: z.string().optional(),
  event_ts: z.string().optional(),
  /** With `message_changed` and `message_deleted`. */
  message: MessageBody.optional(),
  previous_message: MessageBody.optional(),
  deleted_ts: z.string().optional(),
})
export type MessageEvent = z.infer<typeof MessageEvent>

export const MessageCallback = z.object({
  type: z.literal('event_callback'),
  team_id: z.string().optional(),
  event_id: z.string().optional(),
  is_ext_shared_channel: z.boolean().optional(),
  event: MessageEvent,
})
export type MessageCallback = z.infer<typeof MessageCallback>

export const Command = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  team_id: z.string().optional(),
  trigger_id: z.string(),
  response_url: z.string(),
})
export type Command = z.infer<typeof Command>

const Person = z.object({ id: z.string(), team_id: z.string().nullish() })
const Place = z.object({ id: z.string() })

const Container = z.object({
  type: z.string().optional(),
  message_ts: z.string().optional(),
  thread_ts: z.string().optional(),
  channel_id: z.string().optional(),
  is_ephemeral: z.boolean().optional(),
})

export const Press = z.object({
  type: z.literal('block_actions'),
  user: Person,
  team: Place.nullish(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  container: Container.optional(),
  channel: Place.nullish(),
  message: z.object({ ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
  view: z.object({ private_metadata: z.string().nullish() }).optional(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        action_ts: z.string().optional(),
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
})
export type Press = z.infer<typeof Press>

export const Shortcut = z.object({
  type: z.enum(['message_action', 'shortcut']),
  callback_id: z.string(),
  trigger_id: z.string(),
  user: Person,
  team: Place.nullish(),
  response_url: z.string().optional(),
  channel: Place.nullish(),
  message: z
    .object({ ts: z.string(), text: z.string().nullish(), thread_ts: z.string().optional() })
    .optional(),
})
export type Shortcut = z.infer<typeof Shortcut>

export const Suggestion = z.object({
  type: z.literal('block_suggestion'),
  user: Person,
  team: Place.nullish(),
  action_id: z.string(),
  value: z.string().default(''),
  channel: Place.nullish(),
  container: Container.optional(),
  view: z.object({ private_metadata: z.string().nullish() }).optional(),
})
export type Suggestion = z.infer<typeof Suggestion>

export const Submission = z.object({
  type: z.literal('view_submission'),
  user: Person,
  team: Place.nullish(),
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string().nullish(),
    state: z.object({
      values: z.record(
        z.string(),
        z.record(
          z.string(),
          z.object({
            value: z.string().nullish(),
            selected_date: z.string().nullish(),
            selected_option: z.object({ value: z.string() }).nullish(),
          }),
        ),
      ),
    }),
  }),
})
export type Submission = z.infer<typeof Submission>

export const HomeOpened = z.object({
  type: z.literal('event_callback'),
  team_id: z.string().optional(),
  event: z.object({
    type: z.literal('app_home_opened'),
    user: z.string(),
    channel: z.string(),
    tab: z.string().default('home'),
  }),
})

export const AssistantStarted = z.object({
  type: z.literal('event_callback'),
  team_id: z.string().optional(),
  event: z.object({
    type: z.literal('assistant_thread_started'),
    assistant_thread: z.object({
      user_id: z.string(),
      channel_id: z.string(),
      thread_ts: z.string(),
    }),
  }),
})

export const Joined = z.object({
  type: z.literal('event_callback'),
  team_id: z.string().optional(),
  event_id: z.string().optional(),
  event: z.object({
    type: z.literal('member_joined_channel'),
    user: z.string(),
    channel: z.string(),
    inviter: z.string().optional(),
  }),
})
