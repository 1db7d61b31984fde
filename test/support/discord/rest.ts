/** Discord's REST API, as far as a bot needs it. Throws `Refused` for what Discord turns down. */
import { channelBody, messageBody } from './bodies.ts'
import type { Guilds, Stored } from './guilds.ts'
import type { Asked, Interactions } from './interactions.ts'
import {
  isJson,
  type Json,
  listOf,
  type SentFile,
  wrongChoices,
  wrongModal,
  wrongWith,
} from './limits.ts'
import { byAge } from './snowflake.ts'

export class Refused extends Error {
  readonly status: number
  readonly code: number

  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export interface Asking {
  readonly method: string
  /** Without its first slash, "channels/1/messages". */
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly body: Json
  readonly files: readonly SentFile[]
}

const EPHEMERAL = 64
export class Rest {
  /** By route, as they were put. */
  readonly commands = new Map<string, readonly Json[]>()
  /** Channels that the bot may not write to, or read. */
  readonly closed = new Set<string>()
  readonly hidden = new Set<string>()
  /** Whether messages that are read back carry their nonce; Discord does not promise that. */
  tellsNonce = false
  /** Milliseconds for which a nonce is known. */
  nonceFor = 120_000
  readonly #guilds: Guilds
  readonly #interactions: Interactions
  readonly #violations: string[]
  readonly #address: () => string
  readonly #nonces = new Map<string, { stored: Stored; at: number }>()

  constructor(given: {
    guilds: Guilds
    interactions: Interactions
    violations: string[]
    address: () => string
  }) {
    this.#guilds = given.guilds
    this.#interactions = given.interactions
    this.#violations = given.violations
    this.#address = given.address
  }

  /** @returns what is answered with; nothing: 204 */
  run(asking: Asking): unknown {
    const { path } = asking
    const [root = '', id = '', part = ''] = path
    if (root === 'gateway') return this.#gateway()
    if (root === 'users') return this.#users(asking, part)
    if (root === 'applications' && path.includes('commands')) return this.#commands(asking)
    if (root === 'applications') return { id: this.#guilds.application, flags: 0, name: 'Verbatim' }
    if (root === 'oauth2') return { id: this.#guilds.application, flags: 0, name: 'Verbatim' }
    if (root === 'channels') return this.#channel(asking, id, part)
    if (root === 'interactions') return this.#callback(asking, part)
    if (root === 'webhooks') return this.#webhook(asking, part)
    if (root === 'guilds') return this.#guild(path)
    throw new Refused(404, 0, '404: Not Found')
  }

  #gateway(): Json {
    return {
      url: this.#address(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 },
    }
  }

  #users({ query }: Asking, part: string): unknown {
    const { servers } = this.#guilds
    if (part === 'channels') return channelBody(this.#guilds.direct())
    if (part !== 'guilds') return this.#guilds.bot
    const most = Number(query.get('limit') ?? 200)
    return servers.slice(0, most).map(({ id, name }) => ({ id, name, owner: false }))
  }

  #guild([, id = '', part, user = '']: readonly string[]): unknown {
    const server = this.#guilds.servers.find((each) => each.id === id)
    if (server === undefined) throw new Refused(404, 10_004, 'Unknown Guild')
    const { members, ...body } = server
    if (part === undefined) return body
    const roles = members.get(user)
    if (part !== 'members' || roles === undefined) throw new Refused(404, 10_007, 'Unknown Member')
    return { user: { id: user, username: 'ama' }, roles }
  }

  #commands({ method, path, body }: Asking): unknown {
    const route = path.join('/')
    if (method !== 'PUT') return this.commands.get(route) ?? []
    const commands = Object.values(body).filter(isJson)
    if (commands.length > 100) throw this.#wrong(['more than 100 commands'])
    this.commands.set(route, commands)
    return commands
  }

  #channel(asking: Asking, id: string, part: string): unknown {
    const { method, path } = asking
    const channel = this.#guilds.channels.get(id)
    if (channel === undefined) throw new Refused(404, 10_003, 'Unknown Channel')
    if (this.hidden.has(id)) throw new Refused(403, 50_001, 'Missing Access')
    if (part === '') return channelBody(channel)
    if (part === 'typing') return undefined
    if (part !== 'messages') throw new Refused(404, 0, '404: Not Found')
    const [, , , message = ''] = path
    if (message === '')
      return method === 'POST' ? this.#create(asking, id) : this.#history(asking, id)
    const stored = this.#guilds.find(id, message)
    if (stored === undefined || stored.only !== undefined)
      throw new Refused(404, 10_008, 'Unknown Message')
    if (method === 'DELETE') return this.#guilds.remove(stored)
    if (method === 'PATCH') return this.#change(asking, stored)
    return messageBody(stored)
  }

  #create({ body, files }: Asking, channel: string): unknown {
    if (this.closed.has(channel)) throw new Refused(403, 50_013, 'Missing Permissions')
    this.#check(body, files)
    const { nonce } = body
    const known = typeof nonce === 'string' ? this.#nonces.get(nonce) : undefined
    const again = known !== undefined && performance.now() - known.at < this.nonceFor
    if (body['enforce_nonce'] === true && again) return messageBody(known.stored)
    const reference = isJson(body['message_reference']) ? body['message_reference'] : undefined
    const there =
      reference !== undefined && this.#guilds.find(channel, String(reference['message_id']))
    if (there === undefined && reference?.['fail_if_not_exists'] !== false)
      throw new Refused(400, 50_035, 'Invalid Form Body: Unknown message')
    const stored = this.#write(channel, body, files, {
      ...(typeof nonce === 'string' && { nonce }),
      ...(reference !== undefined && there !== undefined && { message_reference: reference }),
    })
    if (typeof nonce === 'string') this.#nonces.set(nonce, { stored, at: performance.now() })
    return { ...messageBody(stored), nonce }
  }

  #history({ query }: Asking, channel: string): unknown {
    const limit = Number(query.get('limit') ?? 50)
    const after = query.get('after')
    const before = query.get('before')
    const all = this.#guilds
      .messages(channel)
      .filter(
        ({ id, only }) =>
          only === undefined &&
          (after === null || byAge(id, after) > 0) &&
          (before === null || byAge(id, before) < 0),
      )
      .sort((a, b) => byAge(a.id, b.id))
    const page = after === null ? all.slice(-limit) : all.slice(0, limit)
    return page
      .reverse()
      .map((each) => ({ ...messageBody(each), ...(this.tellsNonce && { nonce: each.nonce }) }))
  }

  #change({ body, files }: Asking, stored: Stored): unknown {
    if (stored.author.id !== this.#guilds.bot.id)
      throw new Refused(403, 50_005, 'Cannot edit a message authored by another user')
    this.#check(body, files, true)
    Object.assign(stored, contentOf(body, stored), {
      edited_timestamp: new Date().toISOString(),
      loading: false,
    })
    return messageBody(stored)
  }

  #callback({ body }: Asking, token: string): unknown {
    const asked = this.#interactions.find(token)
    const after = performance.now() - (asked?.at ?? 0)
    if (
      asked === undefined ||
      (asked.acknowledged === undefined && after > this.#interactions.patience)
    )
      throw new Refused(404, 10_062, 'Unknown interaction')
    if (asked.acknowledged !== undefined)
      throw new Refused(400, 40_060, 'Interaction has already been acknowledged.')
    const type = Number(body['type'])
    const data = isJson(body['data']) ? body['data'] : {}
    if (type === 8) asked.choices = this.#checked(listOf(data['choices']), wrongChoices)
    if (type === 9) asked.modal = this.#checked(data, wrongModal)
    if (type === 4 || type === 7) this.#check(data, [])
    if (type === 4) asked.original = this.#write(asked.channel, data, [], this.#hooked(data, asked))
    if (type === 5)
      asked.original = this.#write(asked.channel, {}, [], {
        ...this.#hooked(data, asked),
        loading: true,
      })
    if (type === 7 && asked.under !== undefined)
      Object.assign(asked.under, contentOf(data, asked.under))
    if (type === 6 || type === 7) Object.assign(asked, { original: asked.under })
    asked.acknowledged = { type, after }
    return undefined
  }

  #webhook(asking: Asking, token: string): unknown {
    const { method, path, body, files } = asking
    const asked = this.#interactions.find(token)
    if (asked?.over === true) throw new Refused(401, 50_027, 'Invalid Webhook Token')
    if (asked?.acknowledged === undefined) throw new Refused(404, 10_015, 'Unknown Webhook')
    if (path[3] !== 'messages') {
      this.#check(body, files)
      const standing = asked.original
      const hooked = this.#hooked(body, asked)
      // The first one takes the place of “is thinking…”, and is seen by whom that is seen by.
      if (standing?.loading === true) return this.#change(asking, standing)
      return messageBody(this.#write(asked.channel, body, files, hooked))
    }
    const id = decodeURIComponent(path[4] ?? '')
    const stored = id === '@original' ? asked.original : this.#guilds.find(asked.channel, id)
    const there = stored !== undefined && this.#guilds.find(stored.channel_id, stored.id) === stored
    if (!there) throw new Refused(404, 10_008, 'Unknown Message')
    if (method === 'DELETE') return this.#guilds.remove(stored)
    if (method === 'PATCH') return this.#change(asking, stored)
    return messageBody(stored)
  }

  #hooked(body: Json, asked: Asked): Partial<Stored> {
    const { application } = this.#guilds
    const ephemeral = (Number(body['flags'] ?? 0) & EPHEMERAL) !== 0
    return { webhook_id: application, ...(ephemeral && { only: asked.user }) }
  }

  #write(channel: string, body: Json, files: readonly SentFile[], more: Partial<Stored>): Stored {
    const { bot } = this.#guilds
    const empty = { content: '', embeds: [], components: [], attachments: [] }
    const attachments = listOf(body['attachments'])
    return this.#guilds.write({
      ...contentOf(body, empty),
      channel_id: channel,
      author: bot,
      attachments: files.map(({ name }, index) => ({ ...attachments[index], filename: name })),
      ...more,
    })
  }

  #check(body: Json, files: readonly SentFile[], changed = false): void {
    const wrong = wrongWith(body, files, changed)
    if (wrong.length > 0) throw this.#wrong(wrong)
  }

  #checked<T>(value: T, check: (value: T) => string[]): T {
    const wrong = check(value)
    if (wrong.length > 0) throw this.#wrong(wrong)
    return value
  }

  #wrong(wrong: readonly string[]): Refused {
    this.#violations.push(...wrong)
    return new Refused(400, 50_035, `Invalid Form Body: ${wrong.join('; ')}`)
  }
}

type Content = Pick<Stored, 'content' | 'embeds' | 'components' | 'attachments'>

/** What is not named stays as it is. */
function contentOf(body: Json, before: Content): Content {
  const { content } = body
  return {
    content: typeof content === 'string' ? content : before.content,
    embeds: body['embeds'] === undefined ? before.embeds : listOf(body['embeds']),
    components: body['components'] === undefined ? before.components : listOf(body['components']),
    attachments:
      body['attachments'] === undefined ? before.attachments : listOf(body['attachments']),
  }
}
