import { describe, expect, it } from 'vitest'
import { suggest } from '../../src/ask/examples.ts'
import { askerOf, corpusOf, VALLEY } from '../support/library.ts'

const suggested = async (files: Readonly<Record<string, string>>, count = 4) => {
  const corpus = corpusOf(files)
  const asker = askerOf(corpus)
  const questions = await suggest(corpus, asker, count)
  const replies = await Promise.all(questions.map((question) => asker.ask(question)))
  return { questions, kinds: new Set(replies.map(({ kind }) => kind)) }
}

describe('questions to start with', () => {
  it('are about what the documents tell, and answered', async () => {
    const { questions, kinds } = await suggested(VALLEY)
    expect(questions).toContain('How many people were injured in Tarwell?')
    expect(questions.length).toBeGreaterThan(1)
    expect(kinds).toEqual(new Set(['answer']))
  })

  it('name sections by what they are about', async () => {
    const text = (heading: string) => ({
      ...VALLEY,
      'a.md': `---\ntitle: Notes of the council\n---\n\n## ${heading}\n\nThe beekeepers of the upper valley lost half of their hives in the cold spring, and few will buy new hives.\n`,
    })
    const about = async (heading: string) =>
      (await suggested(text(heading), 8)).questions.filter((one) => one.includes('say about'))
    expect(await about('Beekeepers and their hives')).toContain(
      'What do the documents say about beekeepers and their hives?',
    )
    for (const heading of ['Key messages', 'After the hives', 'BEEKEEPERS HIVES', '2.4.1'])
      expect((await about(heading)).join()).not.toMatch(/key|after|hives|2/iu)
  })

  it('ask for no number of those who did something, or of what it was done with', async () => {
    const { questions } = await suggested({
      'a.md':
        '# Notes\n\nIn Oss two officers had twice arrested him for the same thing. For affected families in Oss 800 kits were laid by.\n',
    })
    expect(questions.filter((question) => question.startsWith('How many'))).toEqual([])
  })

  it('are tried once each', async () => {
    const corpus = corpusOf(VALLEY)
    const asker = askerOf(corpus)
    const tried: string[] = []
    await suggest(
      corpus,
      {
        ask: (question, options) => {
          tried.push(question)
          return asker.ask(question, options)
        },
      },
      8,
    )
    expect(tried.length).toBeGreaterThan(1)
    expect(tried).toEqual([...new Set(tried)])
  })

  it('are in the language of their document', async () => {
    const { questions, kinds } = await suggested({
      'a.md':
        '# Crue\n\nSelon la mairie, 340 personnes ont été évacuées à Brunmark après la crue de la rivière dans la nuit de lundi.\n',
    })
    expect(questions).toEqual(['Combien de personnes ont été évacuées (Brunmark) ?'])
    expect(kinds).toEqual(new Set(['answer']))
  })
})
