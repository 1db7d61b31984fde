/** How much of a reply is quotes and how much is about them, and how much room it takes where it is shown. */
import { render as renderDiscord } from '../../adapters/discord/render/render.ts'
import { render as renderSlack } from '../../adapters/slack/render/render.ts'
import { renderReply } from '../../adapters/terminal/render.ts'
import { Asker } from '../../src/ask/ask.ts'
import { loadModel } from '../../src/ask/model.ts'
import { onScreen } from '../../src/ask/screen.ts'
import { numbered, numbersText, referencesOf, referenceText } from '../../src/references.ts'
import type { Quote, Reply } from '../../src/reply.ts'
import type { Message } from '../../src/adapter.ts'
import { memory } from '../support/slack-shown.ts'
import { markdownOf } from '../support/discord-shown.ts'
import { corpusOver } from './engines.ts'
import { percentile, round } from './measures.ts'
import type { SetOptions } from './question-sets.ts'
import { documentsOf, readQuestionSet } from './questions.ts'

const LOOK = { width: 60, style: (_: unknown, text: string) => text }

interface Size {
  readonly kind: Reply['kind']
  readonly share: number
  readonly lines: number
  readonly slackBlocks: number
  readonly slackCharacters: number
  readonly discordParts: number
  readonly discordCharacters: number
}

export async function evalReplies(path: string, { engine, caution }: SetOptions): Promise<object> {
  const set = readQuestionSet(path)
  const corpus = await corpusOver(engine)
  corpus.add(documentsOf(set))
  const asker = new Asker({ corpus, model: loadModel(), aliases: {}, caution })
  const sizes: Size[] = []
  for (const { id, question } of set.questions) {
    const reply = onScreen(await asker.ask(question), {})
    sizes.push(await sizeOf(reply, id, question))
  }
  const of = (kind: Reply['kind']) => {
    const own = sizes.filter((one) => one.kind === kind)
    return { replies: own.length, ...measured(own, kind) }
  }
  return { kind: 'replies', set: set.name, answer: of('answer'), nothing: of('nothing') }
}

function measured(sizes: readonly Size[], kind: Reply['kind']): object {
  const spread = (value: (size: Size) => number) => {
    const values = sizes.map(value)
    return { median: round(percentile(values, 0.5)), p95: round(percentile(values, 0.95)) }
  }
  return {
    ...(kind === 'answer' && { citationShare: spread(({ share }) => share) }),
    linesAt60: spread(({ lines }) => lines),
    slack: {
      blocks: spread(({ slackBlocks }) => slackBlocks),
      characters: spread(({ slackCharacters }) => slackCharacters),
    },
    discord: {
      parts: spread(({ discordParts }) => discordParts),
      characters: spread(({ discordCharacters }) => discordCharacters),
    },
  }
}

async function sizeOf(reply: Reply, id: string, text: string): Promise<Size> {
  const message: Message = { id, text, user: 'u', channel: 'C1', thread: '1', platform: 'eval' }
  const rendering = { key: id, message, ephemeral: false, memory: memory() }
  const slack = (await renderSlack(reply, rendering)).flatMap(({ blocks }) => blocks)
  const discord = await renderDiscord(reply, rendering)
  const words = discord.flatMap(markdownOf)
  return {
    kind: reply.kind,
    share: reply.kind === 'answer' ? citationShare(reply.quotes) : 0,
    lines: renderReply(reply, LOOK).trimEnd().split('\n').length,
    slackBlocks: slack.length,
    slackCharacters: textLength(slack),
    discordParts: words.length,
    discordCharacters: words.join('').length,
  }
}

/** Characters of numbers, sources and the sign's meaning, to those of quotes. */
function citationShare(quotes: readonly Quote[]): number {
  const { sources, legend = '' } = referencesOf(numbered(quotes))
  const below = sources.map(
    (source) => `${numbersText(source.numbers)} ${referenceText(source)}${source.also.join(', ')}`,
  )
  const marks = quotes.map((_, at) => ` [${at + 1}]`)
  const length = (texts: readonly string[]): number => texts.join('').length
  return length([...below, ...marks, legend]) / length(quotes.map(({ text }) => text))
}

/** Of all that is read in blocks, labels of buttons too. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + textLength(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, one]) =>
      sum + (key === 'text' && typeof one === 'string' ? one.length : textLength(one)),
    0,
  )
}
