/** What a digest holds: quotes that are new, few and unlike, figures beside those they move. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { Pipelines } from '../../src/pipeline.ts'
import { type Quote, Reply, type Summary } from '../../src/reply.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { overlap, wordsOf } from '../../src/summary/choose.ts'
import { brief, type SummaryInput } from '../../src/summary/summary.ts'
import { verify } from '../../src/verify.ts'
import { corpusOf, documentFrom, VALLEY } from '../support/library.ts'
import { datedDocuments, mornings, summaryOf } from '../support/mornings.ts'
import { newsOf } from '../support/news.ts'

const SINCE = new Date('2025-11-20T08:00:00Z')

function pipelineOf(corpus: WholeCorpus) {
  const store = sqliteStore(':memory:')
  const known = { aliases: {}, caution: 'normal' as const, rememberHours: 1, store }
  return new Pipelines({ ...known, clock: () => SINCE }).of(corpus)
}

const briefOf = (corpus: WholeCorpus, fresh: readonly string[], over: Partial<SummaryInput> = {}) =>
  brief({
    pipeline: pipelineOf(corpus),
    changes: fresh.map((id) => ({ id, state: 'new' as const })),
    since: SINCE,
    language: 'en',
    ...over,
  })

const passagesOf = ({ lead, sections }: Pick<Summary, 'lead' | 'sections'>): Quote[] => [
  ...lead,
  ...sections.flatMap(({ quotes }) => quotes),
]

/** Every quote of what is new; the sentences of figures are not shown. */
const quotedIn = (summary: Summary): string[] => passagesOf(summary).map(({ text }) => text)

describe('a summary', () => {
  it('sets a figure that has moved beside what older reports say', async () => {
    const corpus = corpusOf({
      'sitrep-1.md': `---\ntitle: Tarwell Flood Response, Situation Report 1\ndate: 2025-11-10\n---\n\nAs of 9 November, 150 people had been displaced by the flood, the office said.\n`,
      'sitrep-2.md': `---\ntitle: Tarwell Flood Response, Situation Report 2\ndate: 2025-11-20\n---\n\nAs of 19 November, 160 people had been displaced by the flood, the office said.\n`,
    })
    const { summary } = await briefOf(corpus, ['sitrep-2.md'])
    expect(summary.figures).toMatchObject([
      { kind: 'changed', now: { wording: '160' }, before: { wording: '150' } },
    ])
  })

  it('folds copies, and quotes of a copy only what it adds', async () => {
    const text =
      'The ferry at Tarwell sank on Monday night with all its lamps still burning. The council of Oss opened the school to those who had come out of the water.'
    const corpus = corpusOf({
      'old.md': `# Ferry\n\n${text}\n`,
      'new.md': `# Ferry\n\n${text} Divers from the coast are expected at the landing stage by noon.\n`,
      'again.md': `# Ferry\n\n${text} Divers from the coast are expected at the landing stage by noon.\n`,
    })
    const { summary, documents } = await briefOf(corpus, ['new.md', 'again.md'])
    expect(summary.documents.flatMap((group) => group.documents)).toHaveLength(1)
    expect(documents.toSorted()).toEqual(['again.md', 'new.md'])
    expect(passagesOf(summary).map((quote) => quote.text)).toEqual([
      'Divers from the coast are expected at the landing stage by noon.',
    ])
  })

  it('of a topic is about it, and of all there is when no day is named', async () => {
    const corpus = corpusOf(VALLEY)
    const { summary } = await brief({
      pipeline: pipelineOf(corpus),
      changes: [],
      topic: 'destroyed houses Tarwell',
      language: 'en',
    })
    expect(summary.title).toBe('Briefing: destroyed houses Tarwell')
    expect(summary.figures[0]).toMatchObject({ kind: 'contradicted' })
    expect(quotedIn(summary).join(' ')).toMatch(/412 houses|530 houses/)
    expect(JSON.stringify(summary)).not.toContain('"kind":"new"')
  })

  it('leads with what happened to people, in few words, and says nothing twice', async () => {
    const corpus = corpusOf({
      'flood.md': `---\ntitle: Flood in Tarwell\ndate: 2025-11-19\n---\n\nWorkshops on coordination were held with partners in the three eastern districts of the valley. The river Oss left its bed on Monday and flooded the lower town of Tarwell. At least 31 people were killed and 2,400 were displaced by the flood, the civil protection office said. The council declared a state of emergency on Tuesday night for the whole valley. Some 900 kits with soap and blankets had been pre-positioned in the warehouse of the cooperative.\n`,
    })
    const { summary } = await briefOf(corpus, ['flood.md'])
    expect(summary.lead[0]?.text).toMatch(/^At least 31 people were killed/u)
    const quoted = passagesOf(summary).map(({ text }) => text)
    expect(new Set(quoted).size).toBe(quoted.length)
    const words = quoted.join(' ').split(' ').length
    expect(words).toBeLessThanOrEqual(160)
    expect(summary.lead.map(({ text }) => text).join(' ')).not.toMatch(/Workshops|kits/u)
  })

  it('of a topic covers the reports about it, and nothing that only mentions it', async () => {
    const corpus = corpusOf({
      'wells.md': `---\ntitle: Wells of Kelani\n---\n\nThe drought has lasted for three years in the hills above the town. Some 4,000 people were displaced by it in the spring of this year.\n`,
      'valley.md': `---\ntitle: Valley report\n---\n\n# Oss\n\nThe ferry sank with twelve people on board on a Monday night. A lamp was brought from Kelani.\n\n# Kelani\n\nNine villagers died of thirst while they walked to the market of the neighbours.\n\n# Harbour works and the Kelani inquiry\n\nSeven dockers were crushed to death under a crane in the harbour last spring. The inquiry into Kelani heard that two guards were killed there.\n`,
    })
    const { summary } = await brief({
      pipeline: pipelineOf(corpus),
      changes: [],
      topic: 'Kelani',
      language: 'en',
    })
    const all = passagesOf(summary)
      .map(({ text }) => text)
      .join(' ')
    expect(all).toContain('Some 4,000 people were displaced')
    expect(all).toContain('Nine villagers died of thirst')
    expect(all).toContain('two guards were killed')
    expect(all).not.toMatch(/ferry|lamp|dockers/u)
  })

  it('says so when nothing is new, in the language of the channel', async () => {
    const { summary, keys } = await briefOf(corpusOf(VALLEY), [], { language: 'fr' })
    expect(summary.notes).toEqual(['Rien de nouveau depuis le jeudi 20 novembre 2025, 08:00.'])
    expect(keys).toEqual([])
  })

  it('quotes verbatim, nothing alike, nothing shown before, at most two of a document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1_000_000 }), async (seed) => {
        const corpus = new WholeCorpus(makeMiniSearch)
        corpus.add(newsOf(seed, 12).map(({ name, text }) => documentFrom(name, text)))
        const ids = [...corpus.documents.keys()]
        const first = await briefOf(corpus, ids)
        const { summary } = first
        expect(Reply.safeParse(summary).success).toBe(true)
        expect(verify(summary, corpus.documents).dropped).toEqual([])
        expect(alikeIn(summary)).toEqual([])
        for (const id of ids)
          expect(
            passagesOf(summary).filter(({ citation }) => citation.document === id).length,
          ).toBeLessThanOrEqual(2)
        const shown = new Set(first.keys)
        const second = await briefOf(corpus, ids, { isQuoted: (key) => shown.has(key) })
        const before = new Set(quotedIn(summary))
        expect(quotedIn(second.summary).filter((text) => before.has(text))).toEqual([])
      }),
      { numRuns: 6 },
    )
  })
})

function alikeIn(summary: Summary): string[][] {
  const texts = quotedIn(summary)
  return texts.flatMap((one, at) =>
    texts
      .slice(at + 1)
      .filter((other) => overlap(wordsOf(one), wordsOf(other)) > 0.6)
      .map((other) => [one, other]),
  )
}

const FOLDER = resolve(import.meta.dirname, '../../../shared/eval/pdf')
const missing = existsSync(FOLDER) ? '' : ' (skipped: the reports are not beside the repository)'

describe.skipIf(missing !== '')(`reports that come in a day each${missing}`, () => {
  it('are each named and quoted the morning after, a figure that moved beside what it was', async () => {
    const documents = await datedDocuments(FOLDER, /^reliefweb-.*\.pdf$/u)
    const days = await mornings(documents.map((one) => [one]))
    const quoted = new Set<string>()
    for (const day of days.slice(0, -1)) {
      const summary = summaryOf(day)
      const cited = summary.documents.flatMap((group) =>
        group.documents.map(({ citation }) => citation.document),
      )
      expect(cited).toEqual(day.documents.map(({ id }) => id))
      expect(passagesOf(summary).length + summary.figures.length).toBeGreaterThan(1)
      expect(alikeIn(summary)).toEqual([])
      for (const text of quotedIn(summary)) {
        expect(quoted).not.toContain(text)
        quoted.add(text)
      }
    }
    const moved = days.flatMap((day) =>
      summaryOf(day).figures.filter(({ kind }) => kind === 'changed'),
    )
    expect(moved).toContainEqual(
      expect.objectContaining({
        now: expect.objectContaining({ wording: '14' }),
        before: expect.objectContaining({ wording: '13' }),
      }),
    )
    expect(days.at(-1)?.post).toMatchObject({ documents: [], lead: [], sections: [], figures: [] })
  }, 30_000)
})
