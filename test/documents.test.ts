import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../src/config.ts'
import { openDocuments } from '../src/documents.ts'
import { folderOf } from './support/program.ts'

let folder: ReturnType<typeof folderOf>
beforeAll(() => {
  folder = folderOf({
    'rain.txt':
      'The rain report\n\nRain came late to the north, and the millet was sown in July.\n',
    'roads.txt': 'The roads report\n\nThe road to the north was closed after the rain in August.\n',
  })
})
afterAll(() => folder.remove())

const configOf = (documents: string) => loadConfig({ documents }, { env: {}, cwd: folder.path })

describe('openDocuments', () => {
  it('makes the documents of a folder searchable', async () => {
    const { corpus, problems } = await openDocuments(configOf('.'), new AbortController().signal)
    expect([...corpus.documents.keys()]).toEqual(['rain.txt', 'roads.txt'])
    expect(problems).toEqual([])
  })

  it('says which folder is not there', async () => {
    const opened = openDocuments(configOf('nowhere'), new AbortController().signal)
    await expect(opened).rejects.toMatchObject({
      name: 'VerbatimError',
      code: 'documents',
      message: expect.stringContaining('nowhere does not exist'),
    })
  })

  it('leaves off when it is told to', async () => {
    const stop = new AbortController()
    const opened = openDocuments(configOf('.'), stop.signal)
    stop.abort()
    await expect(opened).rejects.toMatchObject({ name: 'AbortError' })
  })
})
