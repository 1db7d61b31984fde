/** The App Home: what the bot knows, how to ask, and for admins what it could not answer. */
import type { HomeView, KnownBlock } from '@slack/types'
import type { Reply, Sources } from '../../src/reply.ts'
import { type Language, wordingsIn } from '../../src/wordings/in-language.ts'
import { actions, button, bullets, DIVIDER, header, line, rich, text } from './blocks.ts'
import { LIMITS } from './limits.ts'
import { ACTION } from './render/buttons.ts'
import { citationElements } from './render/citation.ts'
import { gapsPieces, helpPieces } from './render/lists.ts'
import { toView } from './render/piece.ts'

export interface HomeOptions {
  /** The direct messages with whoever opens it; what may be seen there is shown. */
  readonly channel: string
  readonly sources: Reply
  readonly help: Reply
  readonly sets: Reply
  /** For admins. */
  readonly gaps: Reply | undefined
  readonly language?: Language | undefined
  readonly now: Date
}

/** The newest ones; all of them are one command away. */
const MOST_DOCUMENTS = 20
const MOST_GAPS = 10
const MOST_SETS = 20

export function homeView({
  channel,
  sources,
  help,
  sets,
  gaps,
  language,
  now,
}: HomeOptions): HomeView {
  const { buttons, home } = wordingsIn(language).windows
  const pieces = [
    { blocks: [header('Verbatim'), ...helpBlocks(help)], text: [] },
    { blocks: [actions(button(buttons.askQuestion, ACTION.ask, 'ask', 'primary'))], text: [] },
    { blocks: [DIVIDER, header(home.knows), ...setBlocks(sets, language)], text: [] },
    { blocks: sourceBlocks(sources, language), text: [] },
    ...(gaps?.kind === 'gaps'
      ? [
          { blocks: [DIVIDER, header(home.unanswered)], text: [] },
          ...gapsPieces(gaps.gaps.slice(0, MOST_GAPS), language),
        ]
      : []),
    { blocks: [rich(line(text(home.asOf(minute(now)), 'italic')))], text: [] },
  ]
  return {
    type: 'home',
    private_metadata: channel.slice(0, LIMITS.privateMetadata),
    blocks: toView(pieces, language),
  }
}

const helpBlocks = (help: Reply): KnownBlock[] => {
  if (help.kind === 'failed') return [rich(line(text(help.message)))]
  return help.kind === 'help' ? helpPieces(help).flatMap(({ blocks }) => [...blocks]) : []
}

function setBlocks(sets: Reply, language: Language | undefined): KnownBlock[] {
  const { home, lists } = wordingsIn(language).windows
  if (sets.kind !== 'suggestions' || sets.values.length === 0) return []
  const rest = sets.values.length - MOST_SETS
  const names = sets.values.slice(0, MOST_SETS).join(', ')
  const more = rest > 0 ? ` ${lists.more(rest)}` : ''
  return [rich(line(text(home.sets, 'bold'), text(`${names}${more}`)))]
}

function sourceBlocks(sources: Reply, language: Language | undefined): KnownBlock[] {
  const { home, lists } = wordingsIn(language).windows
  if (sources.kind === 'failed') return [rich(line(text(sources.message)))]
  if (sources.kind !== 'sources') return []
  const newest = newestFirst(sources)
  const [first] = newest
  const passages = sources.documents.reduce((sum, { passages: own }) => sum + own, 0)
  const dated = first?.date === undefined ? '' : home.newest(first.date.value)
  const rest = newest.length - MOST_DOCUMENTS
  return [
    rich(
      line(text(`${lists.documents(newest.length)}, ${lists.passages(passages)}.${dated}`, 'bold')),
    ),
    ...newest
      .slice(0, MOST_DOCUMENTS)
      .map((document) => bullets([line(...citationElements(document, language))])),
    ...(rest > 0 ? [rich(line(text(home.moreDocuments(rest))))] : []),
    ...(sources.problems.length > 0
      ? [rich(line(text(home.problems(sources.problems.length))))]
      : []),
  ]
}

const newestFirst = ({ documents }: Sources): Sources['documents'] =>
  documents.toSorted((a, b) => (b.date?.value ?? '').localeCompare(a.date?.value ?? ''))

const minute = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
