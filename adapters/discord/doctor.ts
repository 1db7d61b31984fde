/** Looks whether Discord is set up: token, application, server, gateway; and says what to do, and the link to install by. */
import { ApplicationFlags } from 'discord-api-types/v10'
import * as z from 'zod'
import type { Finding } from '../../src/platform.ts'
import { installLink, missingOf, NEEDED } from './permissions.ts'

export interface DoctorOptions {
  readonly token?: string | undefined
  /** Discord's own unless told. */
  readonly apiUrl?: string | undefined
  /** Of the server that alone knows the commands. */
  readonly guild?: string | undefined
}

const API = 'https://discord.com/api'
const TIMEOUT = 10_000
/** A day has only so many; every start of the bot takes one a shard. */
const FEW_STARTS = 10

/** Never rejects. In the order in which to fix. */
export async function doctor(options: DoctorOptions): Promise<Finding[]> {
  const { token } = options
  if (token === undefined || token === '')
    return [
      { ok: false, text: 'DISCORD_TOKEN is not set', fix: `Set it in the environment: ${WHERE}.` },
    ]
  if (/^Bot\s/iu.test(token) || /\s/u.test(token))
    return [
      {
        ok: false,
        text: 'DISCORD_TOKEN has a space in it',
        fix: `Set the token alone, without “Bot” before it: ${WHERE}.`,
      },
    ]
  const look = looker(token, options.apiUrl)
  const user = await look('/users/@me', User)
  if ('failed' in user) return [user.failed]
  const { username, bot } = user.result
  if (!bot)
    return [{ ok: false, text: 'DISCORD_TOKEN is not a bot’s', fix: `Take the bot’s: ${WHERE}.` }]
  return [
    fine(`DISCORD_TOKEN is taken: ${plain(username)}`),
    ...(await lookAtApplication(look, options)),
    ...(options.guild === undefined ? [] : await lookAtGuild(look, options.guild)),
    ...(await lookAtPermissions(look)),
    ...(await lookAtGateway(look)),
  ]
}

const WHERE = 'discord.com/developers/applications → the application → Bot → Reset Token'

const fine = (text: string): Finding => ({ ok: true, text })

/** Names are told as they are typed, on one line. */
const plain = (name: string): string => name.replace(/[\p{C}\s]+/gu, ' ').slice(0, 80)

const User = z.object({ id: z.string(), username: z.string(), bot: z.boolean().catch(false) })

const Application = z.object({
  id: z.string().regex(/^\d+$/u),
  flags: z.int().catch(0),
  bot_public: z.boolean().optional(),
  bot_require_code_grant: z.boolean().optional(),
  interactions_endpoint_url: z.string().nullish(),
})

async function lookAtApplication(look: Look, { guild }: DoctorOptions): Promise<Finding[]> {
  const application = await look('/applications/@me', Application)
  if ('failed' in application) return [application.failed]
  const {
    id,
    flags,
    interactions_endpoint_url: endpoint,
    bot_require_code_grant: grant,
  } = application.result
  return [
    fine(
      `install it by this link, with the least permissions (${NEEDED.map(([name]) => name).join(', ')}): ${installLink(id, guild)}`,
    ),
    lookAtIntents(flags),
    ...(endpoint === null || endpoint === undefined || endpoint === ''
      ? []
      : [
          {
            ok: false,
            text: 'commands are sent to an address on the web, not to the bot',
            fix: 'Empty Interactions Endpoint URL: discord.com/developers/applications → the application → General Information.',
          },
        ]),
    ...(grant === true
      ? [
          {
            ok: false,
            text: 'the install link would ask for a code grant',
            fix: 'Turn off Requires OAuth2 Code Grant: discord.com/developers/applications → the application → Bot.',
          },
        ]
      : []),
  ]
}

const PRIVILEGED: readonly (readonly [name: string, flag: number])[] = [
  ['Presence', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  [
    'Server Members',
    ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  ],
  [
    'Message Content',
    ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
  ],
]

/** None is needed, and what is granted for nothing can be lost. */
function lookAtIntents(flags: number): Finding {
  const granted = PRIVILEGED.filter(([, flag]) => (flags & flag) !== 0).map(([name]) => name)
  return granted.length === 0
    ? fine('no privileged intent is turned on, and none is needed')
    : fine(`privileged intents are turned on that are not needed: ${granted.join(', ')}`)
}

async function lookAtGuild(look: Look, guild: string): Promise<Finding[]> {
  const found = await look(`/guilds/${encodeURIComponent(guild)}`, z.object({ name: z.string() }))
  if (!('failed' in found))
    return [fine(`DISCORD_GUILD is a server it is in: ${plain(found.result.name)}`)]
  if (found.status !== 403 && found.status !== 404) return [found.failed]
  return [
    {
      ok: false,
      text: `DISCORD_GUILD: the bot is not in the server ${plain(guild)}`,
      fix: 'Install it there by the link above, or correct DISCORD_GUILD: in Discord, right-click the server → Copy Server ID.',
    },
  ]
}

const Servers = z.array(
  z.object({ name: z.string(), permissions: z.string().regex(/^\d+$/u).optional() }),
)
/** So many are looked at, and so many of those that lack something named. */
const SERVERS = 200
const NAMED = 5

/** What the bot's roles allow in each server; a channel may allow less. */
async function lookAtPermissions(look: Look): Promise<Finding[]> {
  const servers = await look(`/users/@me/guilds?limit=${SERVERS}`, Servers)
  if ('failed' in servers) return [servers.failed]
  const { result } = servers
  if (result.length === 0)
    return [
      {
        ok: false,
        text: 'it is in no server yet',
        fix: 'Open the link above, choose a server, and authorize it.',
      },
    ]
  const lacking = result.flatMap(({ name, permissions }) => {
    const missing = permissions === undefined ? [] : missingOf(BigInt(permissions))
    return missing.length === 0 ? [] : [`${plain(name)} (${missing.join(', ')})`]
  })
  const count = `${result.length}${result.length === SERVERS ? ' or more' : ''}`
  const all = `${count} ${result.length === 1 ? 'server' : 'servers'}`
  if (lacking.length === 0) return [fine(`it has its permissions in ${all}`)]
  const rest = lacking.length > NAMED ? ` and ${lacking.length - NAMED} more` : ''
  return [
    {
      ok: false,
      text: `permissions are missing in ${lacking.slice(0, NAMED).join('; ')}${rest}`,
      fix: 'Open the link above for that server again, or give them to the bot’s role: Server Settings → Roles.',
    },
  ]
}

const Gateway = z.object({
  url: z.string(),
  shards: z.int().catch(1),
  session_start_limit: z
    .object({ remaining: z.int(), reset_after: z.number().catch(0) })
    .optional(),
})

/** Only asks for its address: a connection would begin a session beside one that is running. */
async function lookAtGateway(look: Look): Promise<Finding[]> {
  const gateway = await look('/gateway/bot', Gateway)
  if ('failed' in gateway) return [gateway.failed]
  const { shards, session_start_limit: limit } = gateway.result
  const reached = fine(
    `the gateway gives an address, for ${shards} ${shards === 1 ? 'shard' : 'shards'}`,
  )
  if (limit === undefined || limit.remaining >= FEW_STARTS + shards) return [reached]
  const hours = Math.max(1, Math.ceil(limit.reset_after / 3_600_000))
  return [
    reached,
    {
      ok: false,
      text: `the bot may be started only ${limit.remaining} more times within ${hours} ${hours === 1 ? 'hour' : 'hours'}`,
      fix: 'Leave it running; look in its log why it was started so often.',
    },
  ]
}

type Looked<T> = { readonly result: T } | { readonly failed: Finding; readonly status: number }
type Look = <T>(route: string, shape: z.ZodType<T>) => Promise<Looked<T>>

function looker(token: string, apiUrl = API): Look {
  const base = `${apiUrl.replace(/(?<!\/)\/+$/u, '').replace(/\/v\d+$/u, '')}/v10`
  return async (route, shape) => {
    try {
      const response = await fetch(`${base}${route}`, {
        headers: { authorization: `Bot ${token}` },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT),
      })
      if (response.ok) return { result: shape.parse(await response.json()) }
      await response.body?.cancel()
      return { failed: refused(route, response), status: response.status }
    } catch (error) {
      const why =
        error instanceof Error && error.name === 'TimeoutError' ? 'no answer' : 'no Discord'
      return {
        status: 0,
        failed: {
          ok: false,
          text: `${route}: ${why} at ${hostOf(base)}`,
          fix: 'Look whether this machine reaches the network, and whether DISCORD_API_URL is right or unset.',
        },
      }
    }
  }
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'that address')

function refused(route: string, { status, headers }: Response): Finding {
  const wait = Math.ceil(Number(headers.get('retry-after') ?? 60))
  if (status === 401)
    return {
      ok: false,
      text: 'DISCORD_TOKEN: Discord refuses it',
      fix: `Copy it again: ${WHERE}.`,
    }
  if (status === 429)
    return {
      ok: false,
      text: `${route}: Discord says that it was asked too often`,
      fix: `Wait ${Number.isFinite(wait) ? wait : 60} seconds, then try again.`,
    }
  return {
    ok: false,
    text: `${route}: Discord says ${status}`,
    fix:
      status >= 500
        ? 'Wait a while, then try again.'
        : 'Look whether DISCORD_API_URL is right or unset.',
  }
}
