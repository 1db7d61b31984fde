/** The documents that the project began with, where they are at hand: values and labels only. */
import { documentsOf } from '../support/library.ts'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import type { FigureGroup, FigureLine } from '../../src/reply.ts'
import { finderOf } from '../support/figures.ts'

const FOLDER = resolve(import.meta.dirname, '../../../shared/seeds')
const missing = !existsSync(FOLDER)
if (missing) process.stdout.write(`skipped: ${FOLDER} is not there\n`)

describe.skipIf(missing)('figures of the seed documents', () => {
  const corpus = new WholeCorpus(makeMiniSearch)
  beforeAll(async () => {
    corpus.add(await documentsOf(FOLDER))
  })

  async function groupsFor(request: string): Promise<FigureGroup[]> {
    const reply = await finderOf(corpus).find(request)
    return reply.kind === 'figures' ? reply.groups : []
  }
  const lineOf = (group: FigureGroup | undefined, value: number, relation?: string) =>
    group?.lines.find(({ figures: [first] }) => {
      const { amount, qualifier } = first ?? {}
      return (
        amount?.kind === 'exact' &&
        amount.value === value &&
        (relation === undefined || qualifier?.relation === relation)
      )
    })
  const kindsBetween = (one: FigureLine | undefined, other: FigureLine | undefined) =>
    one?.labels.filter(({ line }) => line === other?.line).map(({ kind }) => kind)

  it('disagree on who was killed in one town, side by side', async () => {
    const [killed, ...others] = await groupsFor('killed in Moura')
    const more = lineOf(killed, 300, '>')
    const claimed = lineOf(killed, 203)
    expect(new Set(more?.figures.map(({ quote }) => quote.citation.document)).size).toBe(2)
    expect(claimed?.figures.map(({ attribution }) => attribution[0]?.stance)).toContain('claimed')
    expect(kindsBetween(claimed, more)).toEqual(['contradiction'])
    expect(lineOf(killed, 300, '~')?.figures[0]?.attribution).not.toEqual([])
    expect(lineOf(killed, 600)?.figures[0]?.attribution).not.toEqual([])
    const values = [killed, ...others].flatMap((group) => group?.lines ?? [])
    expect(values.some(({ figures: [first] }) => first?.wording === '51')).toBe(false)
    const harm = others.find(({ related }) => related)
    expect(lineOf(harm, 58)?.figures[0]?.event?.kind).toMatch(/rape/u)
  })

  it('add up where a total is of two parts', async () => {
    const [aid] = await groupsFor('US assistance 2020')
    const total = lineOf(aid, 146e6)
    expect(lineOf(aid, 74e6)?.partOf).toBe(total?.line)
    expect(lineOf(aid, 72e6)?.partOf).toBe(total?.line)
    expect(total?.labels.map(({ wording }) => wording)).toEqual(['the sum of', 'the sum of'])
  })
})
