/** The figures of a document by the paragraph they stand in, each with who gives it. */
import type { Corpus } from '../../index/corpus.ts'
import type { Document, Language, Span } from '../../index/document.ts'
import type { Figure } from '../../index/quantities/figure-index.ts'
import { citeFigure } from '../figures/cite.ts'
import { whoSays } from '../figures/who.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Wordings } from '../wordings/wordings.ts'

/** A figure as a reader is told of it; a stretch of the reading text. */
export interface ToldFigure extends Span {
  readonly what: string
  readonly who: string
}

/** @param within paragraphs between these offsets of the reading text */
export async function figuresIn(
  corpus: Corpus,
  document: Document,
  within: Span,
  language?: Language,
): Promise<readonly ToldFigure[]> {
  await corpus.readFigures([document.id])
  const words = wordingsIn(language).figures
  const told = corpus
    .figuresOf(document.id)
    .filter(({ paragraph }) => within.start <= paragraph.start && paragraph.end <= within.end)
    .map((figure) => toldFigure(figure, words))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  // One within another, as the parts of a range are, is told by the outer one.
  let end = 0
  return told.filter((figure) => {
    const free = figure.start >= end
    if (free) ({ end } = figure)
    return free
  })
}

function toldFigure(figure: Figure, words: Wordings['figures']): ToldFigure {
  const { quantity, paragraph } = figure
  const cited = citeFigure(figure, 1)
  const parts = [
    cited.wording,
    cited.counted,
    cited.event?.wording,
    cited.place?.wording,
    cited.period?.wording,
  ]
  return {
    start: paragraph.start + quantity.number.start,
    end: paragraph.start + quantity.number.end,
    what: parts.filter((part) => part !== undefined && part !== '').join(' · '),
    who: whoSays(cited, words),
  }
}
