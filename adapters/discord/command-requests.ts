/** A command, or a message's menu → what is wanted of the bot. */
import {
  type APIApplicationCommandInteraction,
  ApplicationCommandType,
} from 'discord-api-types/v10'
import type { Request } from '../../src/adapter.ts'
import { CHECK, COMMAND } from './commands.ts'
import { type Options, readOptions } from './options.ts'
import { plainText } from './text.ts'

export interface Asked {
  readonly text: string
  readonly request: Request
  readonly chart?: boolean
}

/** Nothing where the bot knows no such command. */
export function requestOfCommand({ data }: APIApplicationCommandInteraction): Asked | undefined {
  if (data.type === ApplicationCommandType.Message)
    return data.name === CHECK ? checkOf(data) : undefined
  if (data.type !== ApplicationCommandType.ChatInput) return undefined
  const options = readOptions(data)
  if (data.name === COMMAND.ask) return askOf(options)
  if (data.name === COMMAND.figure) return figureOf(options)
  if (data.name === COMMAND.brief) return briefOf(options)
  if (data.name === COMMAND.check)
    return { text: plainText(options.text('draft')), request: { kind: 'check' } }
  if (data.name === COMMAND.watch) return watchOf(options)
  if (data.name === COMMAND.sources) return { text: 'sources', request: { kind: 'sources' } }
  return data.name === COMMAND.verbatim ? verbatimOf(options) : undefined
}

type MessageData = Extract<
  APIApplicationCommandInteraction['data'],
  { type: ApplicationCommandType.Message }
>

/** The words of a message; of one that has none, those of its embeds. */
function checkOf({ target_id: target, resolved }: MessageData): Asked {
  const message = resolved.messages[target]
  const embeds = (message?.embeds ?? []).map(({ description = '' }) => description)
  const said = message?.content ?? ''
  return {
    text: plainText(said === '' ? embeds.join('\n') : said),
    request: { kind: 'check' },
  }
}

/** What narrows it is written as one would type it. */
function askOf({ text }: Options): Asked {
  const [set, document] = [text('set'), text('document')]
  const narrowed = document === '' ? '' : ` in:${quoted(document)}`
  return {
    text: `${plainText(text('question'))}${narrowed}`,
    request: { kind: 'ask', ...(set !== '' && { set }) },
  }
}

function figureOf({ text, flag }: Options): Asked {
  const [place, since] = [text('place'), text('since')]
  const chart = flag('chart')
  return {
    text: [
      plainText(text('what')),
      ...(place === '' ? [] : [`in ${plainText(place)}`]),
      ...(since === '' ? [] : [`since:${quoted(since)}`]),
    ].join(' '),
    request: { kind: 'figures' },
    ...(chart !== undefined && { chart }),
  }
}

const quoted = (value: string): string => {
  const words = plainText(value)
    .replace(/["“”«»\s]+/gu, ' ')
    .trim()
  return words.includes(' ') ? `"${words}"` : words
}

function briefOf({ text }: Options): Asked {
  const [since, set] = [text('since'), text('set')]
  return {
    text: plainText(text('topic')),
    request: { kind: 'brief', ...(since !== '' && { since }), ...(set !== '' && { set }) },
  }
}

/** Of whoever says it in a direct message, for themselves. */
function watchOf({ text }: Options): Asked {
  const [search, when, end] = [text('search'), text('when'), text('end')].map(plainText)
  return {
    text: (end ? ['unwatch', end] : ['watch', search, when]).filter(Boolean).join(' '),
    request: { kind: 'manage' },
  }
}

/** Whatever is not for everybody is a line of administration. */
function verbatimOf({ subcommand = 'help', text }: Options): Asked {
  if (subcommand === 'gaps') return { text: 'gaps', request: { kind: 'gaps' } }
  const given = ['address', 'sets', 'search', 'when', 'set'].map((name) => plainText(text(name)))
  return {
    text: [subcommand, ...given].filter((word) => word !== '').join(' '),
    request: { kind: 'manage' },
  }
}
