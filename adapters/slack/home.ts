/** The App Home: what the bot knows, how to ask, and for admins what it could not answer. */
import type { HomeView, KnownBlock } from '@slack/types'
import type { Reply, Sources } from '../../src/reply.ts'
import { actions, button, bullets, DIVIDER, header, line, rich, text } from './blocks.ts'
import { LIMITS } from './limits.ts'
import { ACTION } from './render/buttons.ts'
import { citationElements } from './render/citation.ts'
import { count, gapsPieces, helpPieces } from './render/lists.ts'
import { toView } from './render/piece.ts'

export interface HomeOptions {
  /** The direct messages with whoever opens it; what may be seen there is shown. */
  readonly channel: string
  readonly sources: Reply
  readonly help: Reply
  readonly sets: Reply
  /** For admins. */
  readonly gaps: Reply | undefined
  readonly now: Date
}

/** The newest ones; all of them are one command away. */
const MOST_DOCUMENTS = 20
const MOST_GAPS = 10
const MOST_SETS = 20

export function homeView({ channel, sources, help, sets, gaps, now }: HomeOptions): HomeView {
  const pieces = [
    { blocks: [header('Verbatim'), ...helpBlocks(help)], text: [] },
    { blocks: [actions(button('Ask a question', ACTION.ask, 'ask', 'primary'))], text: [] },
    { blocks: [DIVIDER, header('What it knows'), ...setBlocks(sets)], text: [] },
    { blocks: sourceBlocks(sources), text: [] },
    ...(gaps?.kind === 'gaps'
      ? [
          { blocks: [DIVIDER, header('Unanswered lately')], text: [] },
          ...gapsPieces(gaps.gaps.slice(0, MOST_GAPS)),
        ]
      : []),
    { blocks: [rich(line(text(`As of ${minute(now)}.`, 'italic')))], text: [] },
  ]
  return {
    type: 'home',
    private_metadata: channel.slice(0, LIMITS.privateMetadata),
    blocks: toView(pieces),
  }
}

const helpBlocks = (help: Reply): KnownBlock[] => {
  if (help.kind === 'failed') return [rich(line(text(help.message)))]
  return help.kind === 'help' ? helpPieces(help).flatMap(({ blocks }) => [...blocks]) : []
}

function setBlocks(sets: Reply): KnownBlock[] {
  if (sets.kind !== 'suggestions' || sets.values.length === 0) return []
  const rest = sets.values.length - MOST_SETS
  const names = sets.values.slice(0, MOST_SETS).join(', ')
  const more = rest > 0 ? ` and ${rest} more` : ''
  return [rich(line(text('Document sets: ', 'bold'), text(`${names}${more}`)))]
}

function sourceBlocks(sources: Reply): KnownBlock[] {
  if (sources.kind === 'failed') return [rich(line(text(sources.message)))]
  if (sources.kind !== 'sources') return []
  const newest = newestFirst(sources)
  const [first] = newest
  const passages = sources.documents.reduce((sum, { passages: own }) => sum + own, 0)
  const dated = first?.date === undefined ? '' : ` The newest is of ${first.date.value}.`
  const rest = newest.length - MOST_DOCUMENTS
  return [
    rich(
      line(
        text(`${count(newest.length, 'document')}, ${count(passages, 'passage')}.${dated}`, 'bold'),
      ),
    ),
    ...newest
      .slice(0, MOST_DOCUMENTS)
      .map((document) => bullets([line(...citationElements(document))])),
    ...(rest > 0 ? [rich(line(text(`and ${rest} more: /verbatim sources lists them.`)))] : []),
    ...(sources.problems.length > 0
      ? [rich(line(text(`${count(sources.problems.length, 'problem')}: /verbatim sources.`)))]
      : []),
  ]
}

const newestFirst = ({ documents }: Sources): Sources['documents'] =>
  documents.toSorted((a, b) => (b.date?.value ?? '').localeCompare(a.date?.value ?? ''))

const minute = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
