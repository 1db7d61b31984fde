import { describe, expect, it } from 'vitest'
import { corpusOf } from '../support/library.ts'
import { finderOf } from '../support/figures.ts'

const find = (text: string) =>
  finderOf(corpusOf({ 'list.txt': `A list of counts\n\n${text}\n` })).find('killed in Oss')

describe('documents of nothing but numbers', () => {
  const COUNT = 2000
  const counts = Array.from({ length: COUNT }, (_, at) => at + 3)

  it.each([
    ['in one sentence', counts.map((count) => `${count} people killed in Oss`).join(', ')],
    ['in a sentence each', counts.map((count) => `In Oss ${count} people were killed.`).join(' ')],
  ])('are looked through, and what is too much left out with a note: %s', async (_, text) => {
    const reply = await find(text)
    expect(reply.kind).toBe('figures')
    expect(reply.kind === 'figures' && reply.notes.join(' ')).toMatch(/more (?:figures|lines)/u)
  })

  it('say of which paragraph not all were looked through', async () => {
    const crowd = counts.map((count) => `${count + 5000} people killed in Oss`)
    const reply = await find(crowd.join(', '))
    expect(reply.notes).toContain(
      '“A list of counts” has a paragraph of more than 1000 figures: its first 1000 were looked through.',
    )
  })

  it.each([
    `${'9'.repeat(400)} people were killed in Oss.`,
    '1,2,3,4 in Oss',
    '12/13/14',
    '$ in Oss',
  ])('bear what is no number: %j', async (text) => {
    const reply = await find(text)
    expect(JSON.stringify(reply)).not.toMatch(/null|Infinity/u)
  })
})
