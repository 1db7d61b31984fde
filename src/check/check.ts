/** A draft against the documents: its quotations word by word, its claims and their numbers. */
import { detect, UNKNOWN } from '../../index/languages/language.ts'
import type { Corpus } from '../../index/corpus.ts'
import { Slices } from '../../index/slices.ts'
import type { Asker } from '../ask/ask.ts'
import { type FieldWords, fieldWords } from '../ask/field-words.ts'
import { VerbatimError } from '../errors.ts'
import type { FigureFinder } from '../figures/finder.ts'
import type { Check, Finding } from '../reply.ts'
import { learnWeights } from './about.ts'
import { judgeClaim } from './claims/claim.ts'
import { type Draft, readDraft } from './draft.ts'
import { EvidenceFinder } from './evidence.ts'
import { Ledger } from './ledger.ts'
import { type JudgeModel, loadJudge } from './judge/judge.ts'
import { readStatement } from './judge/statement.ts'
import { judgeQuotation } from './quoted.ts'
import { QuotationFinder } from './quotations/look-up.ts'
import { isLanguage, type Language } from '../../index/languages/packs.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Wordings } from '../wordings/wordings.ts'

/** Characters of a draft that are read; some forty pages. What is longer is said to be left. */
const LONGEST_DRAFT = 100_000

export interface CheckOptions {
  /** Only documents that pass. */
  readonly allows?: ReadonlySet<string>
  /** That of whoever reads what is said of it; the first unless told. */
  readonly language?: Language
  /** Told after each sentence and quotation. */
  readonly progress?: (progress: { readonly done: number; readonly total: number }) => void
}

export interface CheckerOptions {
  readonly corpus: Corpus
  readonly asker: Asker
  readonly finder: FigureFinder
  readonly field?: FieldWords
}

export class Checker {
  readonly #options: CheckerOptions
  readonly #quotations: QuotationFinder
  readonly #evidence: EvidenceFinder
  readonly #ledger: Ledger
  #model: JudgeModel | undefined

  constructor(options: CheckerOptions) {
    this.#options = options
    this.#quotations = new QuotationFinder(options.corpus)
    this.#evidence = new EvidenceFinder(options.asker)
    this.#ledger = new Ledger(options.finder)
  }

  /** @throws VerbatimError 'question' when there is nothing in the draft to check */
  async check(text: string, { allows, progress, language }: CheckOptions = {}): Promise<Check> {
    const { corpus, field = fieldWords() } = this.#options
    const words = wordingsIn(language)
    const draft = readDraft(text.slice(0, endOf(text)))
    const claims = draft.sentences.filter(({ left }) => left === undefined)
    if (claims.length === 0 && draft.quotations.length === 0)
      throw nothingToCheck(draft, words.checks)
    const model = (this.#model ??= loadJudge())
    const slices = new Slices()
    const total = claims.length + draft.quotations.length
    const findings: Finding[] = []
    let done = 0
    const add = async (found: readonly Finding[]): Promise<void> => {
      findings.push(...found)
      progress?.({ done: ++done, total })
      if (slices.over) await slices.rest()
    }
    for (const quotation of draft.quotations) {
      const quoted = draft.text.slice(quotation.start, quotation.end)
      const found = await this.#quotations.find(quoted, allows)
      await add([judgeQuotation(draft, quotation, found, { corpus, words: words.checks })])
    }
    for (const sentence of claims) {
      const evidence = await this.#evidence.find(sentence.own, allows)
      await learnWeights(readStatement(sentence.own, draft.language), corpus)
      const judged = judgeClaim(sentence, evidence, {
        corpus,
        field,
        model,
        draft,
        words: words.checks,
      })
      await add(await this.#ledger.settle(judged, sentence, draft, { allows, words }))
    }
    return {
      kind: 'check',
      draft: draft.text,
      findings: findings.sort((a, b) => a.start - b.start || b.end - a.end),
      left: [...leftOut(draft), ...tooMuch(text, draft)],
      notes: await notesOn(text, draft, words.checks),
    }
  }
}

/** The end of the last whole paragraph, or word, that is read. */
function endOf(text: string): number {
  if (text.length <= LONGEST_DRAFT) return text.length
  const part = text.slice(0, LONGEST_DRAFT)
  const paragraph = part.lastIndexOf('\n\n')
  return paragraph > LONGEST_DRAFT / 2 ? paragraph : part.lastIndexOf(' ')
}

const leftOut = ({ sentences }: Draft): Check['left'] =>
  sentences.flatMap(({ start, end, left }) =>
    left === undefined ? [] : [{ start, end, why: left }],
  )

const tooMuch = (text: string, draft: Draft): Check['left'] =>
  text.length > draft.text.length
    ? [{ start: draft.text.length, end: text.length, why: 'too much' }]
    : []

async function notesOn(text: string, draft: Draft, words: Wordings['checks']): Promise<string[]> {
  const notes: string[] = []
  if (text.length > draft.text.length) notes.push(words.notes.cut(draft.text.length))
  for (const quotation of draft.quotations.filter(({ open }) => open))
    notes.push(words.notes.openQuotation(draft.text.slice(quotation.start, quotation.start + 30)))
  const { written } = await detect(draft.text)
  if (written !== UNKNOWN && !isLanguage(written)) notes.push(words.notes.unreadable(written))
  return notes
}

function nothingToCheck({ sentences, text }: Draft, words: Wordings['checks']): VerbatimError {
  if (text.trim() === '') return new VerbatimError('question', words.empty)
  return new VerbatimError(
    'question',
    words.noClaim(sentences.every(({ left }) => left === 'question')),
  )
}
