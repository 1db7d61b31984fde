/** What every page works with: who asks, in which language, and how the bot is asked. */
import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Answerer, Request } from '../../src/adapter.ts'
import { Limit } from '../../src/delivery/limit.ts'
import type { Reply } from '../../src/reply.ts'
import type { View } from './html/view.ts'
import type { Posts } from './posts.ts'
import { isLanguage, type Language, WORDS } from './words.ts'

/** Whoever asks, as the bot knows people. */
export interface Visitor {
  readonly user: string
  readonly channel: string
  /** What their channel is part of. */
  readonly workspace?: string
  /** Sits at the machine that holds the documents. */
  readonly local: boolean
  /** Came by a link, which opens one document. */
  readonly link?: Linked
}

interface Linked {
  readonly document: string
  readonly sets: readonly string[]
  /** That further addresses of the document need. */
  readonly key: string
}

export interface Env {
  readonly Bindings: HttpBindings
  readonly Variables: { visitor: Visitor }
}

export type App = Hono<Env>
export type Asked = Context<Env>

export interface Said {
  readonly text?: string
  readonly request?: Request
  /** Of the conversation it belongs to; one of its own otherwise. */
  readonly thread?: string | undefined
}

export interface Site {
  readonly posts: Posts
  /** Where whoever asks reaches the desk. */
  readonly addressOf: (c: Asked) => string
  /** Asks the bot for whoever sent the request. */
  readonly ask: (c: Asked, said: Said) => Promise<Reply>
}

export const PLATFORM = 'web'

/**
 * Each answer takes turns with the others, in slices; so many at once that nobody waits long for one, and
 * long work apart from short.
 */
const AT_ONCE = 4
const LONG_AT_ONCE = 2
const LONG: ReadonlySet<string> = new Set(['check', 'brief', 'manage', 'add', 'page'])

/** @param publicUrl where people reach the desk, where that is set */
export function makeSite(answer: Answerer, posts: Posts, publicUrl: string | undefined): Site {
  const [short, long] = [new Limit(AT_ONCE), new Limit(LONG_AT_ONCE)]
  return {
    posts,
    addressOf: (c) => publicUrl ?? new URL(c.req.url).origin,
    ask: (c, { text = '', request, thread }) => {
      const { user, channel, workspace, local, link } = c.get('visitor')
      const id = randomUUID()
      const limit = LONG.has(request?.kind ?? 'ask') ? long : short
      return limit.run(() =>
        answer({
          id,
          text,
          user,
          channel,
          thread: thread ?? id,
          platform: PLATFORM,
          language: languageOf(c),
          ...(workspace !== undefined && { workspace }),
          ...(local && { local }),
          ...(link !== undefined && { link: { document: link.document, sets: link.sets } }),
          ...(request !== undefined && { request }),
        }),
      )
    },
  }
}

const COOKIE = 'lang'

/** As it was chosen, else as the browser asks. */
export function viewOf(c: Asked): View {
  // Before anybody is let in there is no visitor.
  const visitor: Visitor | undefined = c.get('visitor')
  return { words: WORDS[languageOf(c)], key: visitor?.link?.key }
}

export function languageOf(c: Asked): Language {
  const chosen = c.req.query('lang')
  if (isLanguage(chosen)) {
    setCookie(c, COOKIE, chosen, { path: '/', sameSite: 'Strict', httpOnly: true })
    return chosen
  }
  const kept = getCookie(c, COOKIE)
  return isLanguage(kept) ? kept : acceptedLanguage(c.req.header('accept-language'))
}

function acceptedLanguage(header = ''): Language {
  const wanted = header
    .slice(0, 200)
    .split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase())
    .find(isLanguage)
  return wanted ?? 'en'
}

/** The path with its query, as links in the page need it. */
export const pathOf = (c: Asked): string => {
  const { pathname, search } = new URL(c.req.url)
  return `${pathname}${search}`
}
