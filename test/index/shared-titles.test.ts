import { describe, expect, it } from 'vitest'
import type { Document } from '../../index/document.ts'
import { titlesApart } from '../../index/metadata/shared-titles.ts'
import { read } from './reading.ts'

const BODY =
  'The mayor of the town said on Monday that the wells would be open again before the rains of 3 June 2019, as they were in May 2018.'

const issue = (head: string, name: string): Document => ({
  ...read(`${head}\n\n${BODY} (${name})`, `${name}.md`),
  hash: name,
})

const after = (documents: readonly Document[]): string[] => {
  const apart = titlesApart(documents)
  return documents.map(({ id, title }) => (apart.get(id) ?? title).value)
}

describe('a title that documents share', () => {
  it('is a letterhead: each has the next of its own', () => {
    const head = (own: string): string => `# News from the northern wells\n\n${own}`
    const documents = ['Pumps come back to Lund', 'No rain in Brenn'].map((own, at) => {
      const document = issue(head(own), `n${at}`)
      const evidence = { field: 'title', value: own, score: 70, reason: 'a heading' } as const
      return { ...document, evidence: [...(document.evidence ?? []), evidence] }
    })
    expect(after(documents)).toEqual(['Pumps come back to Lund', 'No rain in Brenn'])
  })

  it('is that of a series: each has its number', () => {
    const documents = [13, 14].map((number) =>
      issue(`# Wells of the north\n\nSituation Report No. ${number}\n\n`, `s${number}`),
    )
    expect(after(documents)).toEqual([
      'Wells of the north – Situation Report No. 13',
      'Wells of the north – Situation Report No. 14',
    ])
  })

  it('stays where nothing tells the documents apart, and where one lies there twice', () => {
    const one = issue('# Wells of the north', 'a')
    expect(after([one, issue('# Wells of the north', 'b')])).toEqual([
      'Wells of the north',
      'Wells of the north',
    ])
    const copy = issue('# Wells of the north\n\nSituation Report No. 13', 'c')
    expect(after([copy, { ...copy, id: 'd.md' }])[0]).toBe('Wells of the north')
  })

  it('is the document’s own again when the others are gone', () => {
    const [one, other] = [13, 14].map((number) =>
      issue(`# Wells of the north\n\nSituation Report No. ${number}\n\n`, `s${number}`),
    )
    if (one === undefined || other === undefined) throw new Error('no documents')
    const title = titlesApart([one, other]).get(one.id) ?? one.title
    expect(titlesApart([{ ...one, title }, other]).get(one.id)).toBeUndefined()
    expect(titlesApart([{ ...one, title }]).get(one.id)?.value).toBe('Wells of the north')
  })

  it('is left alone where the document states it', () => {
    const stated = (id: string): Document => ({
      ...issue('---\ntitle: Wells\n---', id),
      id,
    })
    expect(titlesApart([stated('a'), stated('b')]).size).toBe(0)
  })
})
