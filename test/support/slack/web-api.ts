/** Slack's Web API: what each method does to the workspace. */
import { isJson, refusalOf, viewProblem } from './limits.ts'
import type { Stored, Workspace } from './workspace.ts'

export type Args = Readonly<Record<string, unknown>>

/** What Slack refuses, by its code. */
export class Refused extends Error {
  readonly why: string
  constructor(error: string, why = '') {
    super(error)
    this.why = why
  }
}

export interface Uploaded {
  readonly id: string
  readonly name: string
  readonly altText: string
  bytes: number
  title?: string
  channel?: string
}

export interface View {
  readonly id: string
  readonly view: unknown
  readonly trigger?: string
  readonly user?: string
}

export class WebApi {
  readonly #workspace: Workspace
  readonly #address: () => string
  readonly files = new Map<string, Uploaded>()
  readonly views: View[] = []
  /** What the agent view shows: status, title, prompts. */
  readonly assistant: { readonly method: string; readonly args: Args }[] = []

  constructor(workspace: Workspace, address: () => string) {
    this.#workspace = workspace
    this.#address = address
  }

  /** @throws Refused */
  run(method: string, args: Args): Args {
    const handler = this.#handlers[method]
    if (handler === undefined) throw new Refused('unknown_method', method)
    return handler(args)
  }

  readonly #handlers: Readonly<Record<string, (args: Args) => Args>> = {
    'auth.test': () => ({
      url: 'https://loopback.slack.com/',
      team: 'Loopback',
      user: 'verbatim',
      team_id: this.#workspace.team,
      ...this.#workspace.bot,
      is_enterprise_install: false,
    }),
    'apps.connections.open': () => ({
      url: `${this.#address().replace('http', 'ws')}/link?ticket=secret-ticket-${Math.random().toString(36).slice(2)}`,
    }),
    'chat.postMessage': (args) => this.#post(args),
    'chat.postEphemeral': (args) => {
      const { ts } = this.#post(args, String(args['user']))
      return { message_ts: ts }
    },
    'chat.update': (args) => {
      const message = this.#own(args)
      check(args)
      message.text = textOf(args['text'])
      if (args['blocks'] === undefined) delete message.blocks
      else message.blocks = args['blocks']
      message.edited = true
      return { channel: message.channel, ts: message.ts, text: message.text }
    },
    'chat.delete': (args) => {
      const message = this.#own(args)
      this.#workspace.remove(message)
      return { channel: message.channel, ts: message.ts }
    },
    'conversations.history': (args) => {
      const channel = String(args['channel'])
      const all = this.#workspace
        .messages(channel)
        .filter(({ thread_ts: thread, ts, only }) => (thread ?? ts) === ts && only === undefined)
      return page(all.reverse(), args)
    },
    'conversations.replies': (args) => {
      const [channel, ts] = [String(args['channel']), String(args['ts'])]
      const all = this.#workspace.messages(channel, ts).filter(({ only }) => only === undefined)
      if (all.length === 0) throw new Refused('thread_not_found')
      return page(all, args)
    },
    'conversations.info': (args) => {
      const id = String(args['channel'])
      const direct = id.startsWith('D')
      const channel = { id, name: id.toLowerCase(), is_channel: !direct, is_im: direct }
      return { channel: { ...channel, is_ext_shared: this.#workspace.shared.has(id) } }
    },
    'users.info': (args) => ({ user: this.#workspace.person(String(args['user'])) }),
    'views.open': (args) => this.#view(args),
    'views.update': (args) => this.#view(args),
    'views.publish': (args) => this.#view(args),
    'files.getUploadURLExternal': (args) => {
      const id = `F${String(this.files.size + 1).padStart(8, '0')}`
      const [name, altText] = [textOf(args['filename']), textOf(args['alt_txt'])]
      if (name === '' || !(Number(args['length']) > 0)) throw new Refused('invalid_arguments')
      this.files.set(id, { id, name, altText, bytes: 0 })
      return { upload_url: `${this.#address()}/upload/${id}`, file_id: id }
    },
    'files.completeUploadExternal': (args) => this.#complete(args),
    'files.delete': (args) => {
      if (!this.files.delete(String(args['file']))) throw new Refused('file_not_found')
      return {}
    },
    'reactions.add': () => ({}),
    'assistant.threads.setStatus': (args) => this.#decorate('setStatus', args),
    'assistant.threads.setTitle': (args) => this.#decorate('setTitle', args),
    'assistant.threads.setSuggestedPrompts': (args) => this.#decorate('setSuggestedPrompts', args),
  }

  #post(args: Args, only?: string): Args {
    check(args)
    const { channel, thread_ts: thread, metadata, blocks } = args
    if (typeof channel !== 'string' || channel === '') throw new Refused('channel_not_found')
    for (const unfurl of only === undefined ? ['unfurl_links', 'unfurl_media'] : [])
      if (String(args[unfurl]) !== 'false')
        throw new Refused('invalid_arguments', `${unfurl} is on`)
    const { bot_id, user_id, app_id } = this.#workspace.bot
    const stored = this.#workspace.add({
      channel,
      user: user_id,
      bot_id,
      app_id,
      text: textOf(args['text']),
      ...(typeof thread === 'string' && { thread_ts: thread }),
      ...(blocks !== undefined && { blocks }),
      ...(metadata !== undefined && { metadata }),
      ...(only !== undefined && { only }),
    })
    return { channel, ts: stored.ts, message: { ...stored, type: 'message' } }
  }

  #own(args: Args): Stored {
    const found = this.#workspace.find(String(args['channel']), String(args['ts']))
    if (found === undefined) throw new Refused('message_not_found')
    if (found.bot_id !== this.#workspace.bot.bot_id) throw new Refused('cant_update_message')
    return found
  }

  #view(args: Args): Args {
    const problem = viewProblem(args['view'])
    if (problem !== undefined) throw new Refused('invalid_arguments', problem)
    const { view_id: id, trigger_id: trigger, user_id: user } = args
    const opened = {
      id: typeof id === 'string' ? id : `V${this.views.length + 1}`,
      view: args['view'],
      ...(typeof trigger === 'string' && { trigger }),
      ...(typeof user === 'string' && { user }),
    }
    this.views.push(opened)
    return { view: { ...(isJson(opened.view) ? opened.view : {}), id: opened.id } }
  }

  #complete(args: Args): Args {
    const wanted = Array.isArray(args['files']) ? args['files'].filter(isJson) : []
    const found = wanted.map(({ id, title }) => {
      const file = this.files.get(String(id))
      if (file === undefined || file.bytes === 0) throw new Refused('file_not_found')
      file.title = textOf(title)
      return { id: file.id, title: file.title }
    })
    const { channel_id: channel, thread_ts: thread } = args
    if (typeof channel === 'string') {
      const { bot_id, user_id, app_id } = this.#workspace.bot
      const own = { channel, user: user_id, bot_id, app_id, text: '', files: found }
      this.#workspace.add({ ...own, ...(typeof thread === 'string' && { thread_ts: thread }) })
      for (const { id } of found) {
        const file = this.files.get(id)
        if (file !== undefined) file.channel = channel
      }
    }
    return { files: found }
  }

  #decorate(method: string, args: Args): Args {
    this.assistant.push({ method, args })
    return {}
  }
}

function check(args: Args): void {
  const refusal = refusalOf(args)
  if (refusal !== undefined) throw new Refused(refusal.error, refusal.why)
}

function page(all: readonly Stored[], args: Args): Args {
  const from = Number(args['cursor'] ?? 0)
  const limit = Number(args['limit'] ?? 100)
  const metadata = String(args['include_all_metadata']) === 'true'
  const messages = all.slice(from, from + limit).map((each) => {
    const { metadata: kept, ...message } = each
    return {
      type: 'message',
      ...message,
      ...(metadata && kept !== undefined && { metadata: kept }),
    }
  })
  const more = from + limit < all.length
  return {
    messages,
    has_more: more,
    response_metadata: { next_cursor: more ? String(from + limit) : '' },
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
