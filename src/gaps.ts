/** Questions that the documents did not answer: what is kept of them, and who sees which. */
import { wordingsIn } from './wordings/in-language.ts'
import type { Corpus } from '../index/corpus.ts'
import type { Document } from '../index/document.ts'
import type { Message, Request } from './adapter.ts'
import { whole } from './clip.ts'
import { VerbatimError } from './errors.ts'
import { cleanSpan, quoteAt } from './context.ts'
import type { Pipeline } from './pipeline.ts'
import type { Gap, Nothing, Reply, Unhelpful } from './reply.ts'
import type { MarkedAnswer } from './store/feedback.ts'
import type { KeptGap, OpenGap } from './store/gaps.ts'
import type { Store } from './store/store.ts'

/** `gaps` lists at most so many. */
export const MOST_GAPS = 200
const MOST_UNHELPFUL = 50

/** So much of the nearest passage is kept. */
const NEAREST_LENGTH = 200

/** Whether a question may be listed: what was asked for oneself alone is kept nowhere. */
export const isListed = (message: Message): boolean =>
  message.aloud === true || message.local === true

/** A word or two that no document has, and that ask nothing, are a slip of the fingers. */
export function isGap({ question, unknown, open = true }: Nothing): boolean {
  const words = question.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const slip = unknown.length > 0 && words <= 2 && !question.includes('?')
  return open && words > 0 && !slip
}

export function gapOf(
  { platform, channel, workspace, user }: Message,
  { question, reason, nearest: [first] }: Nothing,
  now: Date,
): KeptGap {
  return {
    question,
    reason,
    platform,
    channel,
    user,
    ...(workspace !== undefined && { workspace }),
    at: now.toISOString(),
    ...(first !== undefined && {
      nearest: {
        document: first.citation.document,
        text: whole(first.text.replace(/\s+/gu, ' ').slice(0, NEAREST_LENGTH)),
      },
    }),
  }
}

/**
 * @param request what is asked for: those of the channel, or of all its workspace
 * @param corpus what the message may see
 * @throws VerbatimError 'usage' for whoever is no admin
 */
export async function gapsFor(
  { platform, channel, workspace, role, local, language }: Message,
  request: Extract<Request, { kind: 'gaps' }>,
  corpus: Corpus,
  { gaps: kept, feedback }: Pick<Store, 'gaps' | 'feedback'>,
): Promise<Reply> {
  const shown = (marked: readonly MarkedAnswer[]): Unhelpful[] =>
    marked.map((answer) => stillThere(answer, corpus))
  if (local === true)
    return {
      kind: 'gaps',
      gaps: await kept.list(MOST_GAPS),
      unhelpful: shown(await feedback.unhelpful(MOST_UNHELPFUL)),
    }
  if (role !== 'admin')
    throw new VerbatimError('usage', wordingsIn(language).chat.onlyAdminsSeeGaps)
  // What is asked in other channels may be nobody else's business where others read along.
  const gaps =
    request.of === 'workspace' && workspace !== undefined
      ? await kept.in({ platform, workspace, channel }, MOST_GAPS)
      : await kept.of({ platform, channel }, new Date(0), MOST_GAPS)
  return {
    kind: 'gaps',
    gaps: gaps.map((gap) => withinSight(gap, corpus.documents)),
    unhelpful: shown(await feedback.unhelpful(MOST_UNHELPFUL, { platform, channel })),
  }
}

/** Quotes whose document is gone, changed or out of sight are left out. */
function stillThere({ quotes, ...answer }: MarkedAnswer, corpus: Corpus): Unhelpful {
  return {
    ...answer,
    quotes: quotes.flatMap((ref) => {
      const document = corpus.documents.get(ref.document)
      const span = document && cleanSpan(document, ref)
      return document === undefined || span === undefined ? [] : [quoteAt(corpus, document, span)]
    }),
  }
}

interface Review {
  /** The corpus that a gap's channel sees, and its answers. */
  readonly pipelineOf: (gap: OpenGap) => Promise<Pick<Pipeline, 'asker'>>
  readonly gaps: Pick<Store['gaps'], 'open' | 'answer'>
}

/**
 * Asks open questions again when documents have come in; one of those must be quoted.
 * @returns how many are answered now
 */
export async function reviewGaps(
  fresh: ReadonlySet<string>,
  { pipelineOf, gaps }: Review,
): Promise<number> {
  let answered = 0
  for (const gap of await gaps.open(MOST_REVIEWED)) {
    const { asker } = await pipelineOf(gap)
    const reply = await asker.ask(gap.question, {})
    if (reply.kind !== 'answer') continue
    if (!reply.quotes.some(({ citation }) => fresh.has(citation.document))) continue
    if (await gaps.answer(gap.id)) answered++
  }
  return answered
}

/** Each takes as long as an answer. */
const MOST_REVIEWED = 100

/** The nearest passage may be of a document that another channel sees; so it stays away. */
function withinSight({ nearest, ...gap }: Gap, documents: ReadonlyMap<string, Document>): Gap {
  const document = nearest === undefined ? undefined : documents.get(nearest.document)
  return nearest !== undefined && document !== undefined && isOf(document, nearest.text)
    ? { ...gap, nearest }
    : gap
}

/** A document that is gone may have left its name to another. */
function isOf({ clean }: Document, words: string): boolean {
  const pattern = words
    .trim()
    .split(' ')
    .map((word) => RegExp.escape(word))
    .join('\\s+')
  return new RegExp(pattern, 'u').test(clean)
}
