import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import * as z from 'zod'
import { manifestScopes } from '../../../adapters/slack/manifest.ts'
import { CALLBACK } from '../../../adapters/slack/modal.ts'
import { parse } from '../../../adapters/slack/parse.ts'

const folder = new URL('../../../adapters/slack/', import.meta.url).pathname
const raw = readFileSync(`${folder}manifest.yaml`, 'utf8')
const readme = readFileSync(`${folder}README.md`, 'utf8')

const Text = (most: number) => z.string().min(1).max(most)

/** What Slack takes of a manifest, so far as this one has it. */
const manifest = z
  .strictObject({
    _metadata: z.object({ major_version: z.literal(1), minor_version: z.literal(1) }),
    display_information: z.strictObject({
      name: Text(35),
      description: Text(140),
      long_description: z.string().min(175).max(4000),
      background_color: z.string().regex(/^#[0-9a-f]{6}$/u),
    }),
    features: z.strictObject({
      bot_user: z.strictObject({ display_name: Text(80), always_online: z.boolean() }),
      app_home: z.strictObject({
        home_tab_enabled: z.literal(true),
        messages_tab_enabled: z.literal(true),
        messages_tab_read_only_enabled: z.literal(false),
      }),
      agent_view: z.strictObject({ agent_description: Text(300) }),
      shortcuts: z
        .array(
          z.strictObject({
            name: Text(24),
            type: z.enum(['message', 'global']),
            callback_id: Text(255),
            description: Text(150),
          }),
        )
        .max(10),
      slash_commands: z
        .array(
          z.strictObject({
            command: z.string().regex(/^\/[a-z]{1,31}$/u),
            description: Text(2000),
            usage_hint: Text(1000),
            should_escape: z.literal(false),
          }),
        )
        .max(50),
    }),
    oauth_config: z.strictObject({
      scopes: z.strictObject({ bot: z.array(z.string()) }),
    }),
    settings: z.strictObject({
      event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
      interactivity: z.strictObject({ is_enabled: z.literal(true) }),
      org_deploy_enabled: z.boolean(),
      socket_mode_enabled: z.literal(true),
      token_rotation_enabled: z.literal(false),
    }),
  })
  .parse(parseYaml(raw))

/** Scopes that a method of the Web API, or an event, needs; any but `any` all of them. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'apps.connections.open': [],
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
  // Events.
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  app_home_opened: [],
  member_joined_channel: ['channels:read', 'groups:read'],
  tokens_revoked: [],
  app_uninstalled: [],
  // What is no call: commands come by themselves, dropped files from an address of their own.
  'slash commands': ['commands'],
  url_private_download: ['files:read'],
}

const NAMESPACES =
  /'((?:admin|apps|assistant|auth|bookmarks|bots|canvases|chat|conversations|dialog|dnd|emoji|files|oauth|pins|reactions|reminders|search|stars|team|usergroups|users|views)\.[A-Za-z.]+)'/gu

const sources = globSync('**/*.ts', { cwd: folder }).map((file) =>
  readFileSync(`${folder}${file}`, 'utf8'),
)
const called = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(NAMESPACES)].flatMap(([, method]) => method ?? []),
  ),
)
const { bot_events: events } = manifest.settings.event_subscriptions
const used = [...called, ...events, 'slash commands', 'url_private_download']

describe('the manifest', () => {
  it('asks for the scopes of every method that is called and every event', () => {
    expect(called.size).toBeGreaterThan(10)
    for (const what of used) {
      expect(NEEDS, `the scopes of ${what} are not known to this test`).toHaveProperty([what])
      expect(manifestScopes()).toEqual(expect.arrayContaining([...(NEEDS[what] ?? [])]))
    }
  })

  it('asks for no scope that nothing needs', () => {
    const needed = new Set(used.flatMap((what) => NEEDS[what] ?? []))
    expect(manifestScopes().filter((scope) => !needed.has(scope))).toEqual([])
  })

  it('explains every scope and event', () => {
    const lines = raw.split('\n').map((line) => line.trim())
    const parts = new Set([...manifestScopes(), ...events].map((part) => `- ${part}`))
    const explained = lines.filter(
      (line, at) =>
        parts.has(line) &&
        lines
          .slice(0, at)
          .findLast((one) => !parts.has(one))
          ?.startsWith('# '),
    )
    expect(explained).toHaveLength(parts.size)
  })

  it('has the commands and shortcuts that are handled', () => {
    const { slash_commands: commands, shortcuts } = manifest.features
    for (const { command } of commands) {
      const body = {
        command,
        text: 'help',
        user_id: 'U1',
        channel_id: 'C1',
        trigger_id: 't',
        response_url: 'https://hooks.slack.com/x',
      }
      const self = { userId: 'U0', botId: 'B0', teamId: 'T1' }
      expect(parse(body, { self, goesOn: () => false })?.message.request).toBeDefined()
    }
    expect(shortcuts.map(({ callback_id: id }) => id).sort()).toEqual(
      Object.values(CALLBACK).sort(),
    )
  })

  it('and the README name the same commands and variables', () => {
    for (const { command } of manifest.features.slash_commands) expect(readme).toContain(command)
    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_API_URL',
    ])
      expect(readme).toContain(name)
  })
})
