/** Figures in sentences: the text that stands for the table and the chart. */
import { type FigureGroup, type FigureLine, LABELS } from '../reply.ts'
import { standingsOf } from './standing.ts'
import type { Wordings } from '../wordings/wordings.ts'
import { whoSays } from './who.ts'

export function describe(
  question: string,
  groups: readonly FigureGroup[],
  words: Wordings['figures'],
): string {
  return [words.figuresFor(question), ...groups.map((group) => groupText(group, words))].join(' ')
}

const groupText = (group: FigureGroup, words: Wordings['figures']): string =>
  [
    words.lines(group.label, group.lines.map((line) => lineText(line, words)).join('; ')),
    ...standingsOf(group, words).map(({ text }) => text),
  ]
    .map((sentence) => `${sentence}.`)
    .join(' ')

function lineText(line: FigureLine, words: Wordings['figures']): string {
  const { figures, partOf } = line
  const [first] = figures
  const who = [...new Set(figures.map((figure) => whoSays(figure, words)))].join(words.and)
  const told = [first?.wording, first?.counted].filter((part) => part !== undefined).join(' ')
  const part = partOf === undefined ? '' : words.partOf(partOf)
  return words.line(line.line, `${told} (${who})${part}`)
}

/** "contradicts lines 2, 3"; "updates line 4"; the worst first. */
export function labelWordings({ labels }: FigureLine): {
  kind: FigureLine['labels'][number]['kind']
  text: string
}[] {
  const order = labels.toSorted((a, b) => LABELS.indexOf(a.kind) - LABELS.indexOf(b.kind))
  const wordings = [...new Set(order.map(({ wording }) => wording))]
  return wordings.flatMap((wording) => {
    const own = labels.filter((label) => label.wording === wording)
    const lines = own.map(({ line }) => line).sort((a, b) => a - b)
    const text = `${wording} ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`
    return own.slice(0, 1).map(({ kind }) => ({ kind, text }))
  })
}
