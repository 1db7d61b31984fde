import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../src/app/config.ts'
import { openLibrary, refresh } from '../src/app/documents.ts'
import { folderOf } from './support/program.ts'

let folder: ReturnType<typeof folderOf>
beforeAll(() => {
  folder = folderOf({
    'papers/rain.txt':
      'The rain report\n\nRain came late to the north, and the millet was sown in July.\n',
    'papers/roads.txt':
      'The roads report\n\nThe road to the north was closed after the rain in August.\n',
  })
})
afterAll(() => folder.remove())

const configOf = (documents: string) =>
  loadConfig({ documents }, [], {
    env: { VERBATIM_DATA: join(folder.path, 'data') },
    cwd: folder.path,
  })

async function read(documents: string, signal = new AbortController().signal) {
  const open = await openLibrary(configOf(documents))
  try {
    await refresh(open.library, signal)
    const { corpus, problems } = open.library
    return { names: [...corpus.documents.keys()], problems }
  } finally {
    await open.close()
  }
}

describe('the library of the settings', () => {
  it('makes the documents of a folder searchable', async () => {
    expect(await read('papers')).toEqual({ names: ['rain.txt', 'roads.txt'], problems: [] })
  })

  it('says which folder is not there', async () => {
    await expect(read('nowhere')).rejects.toMatchObject({
      code: 'documents',
      message: expect.stringContaining('nowhere does not exist'),
    })
  })

  it('leaves off when it is told to', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(read('papers', stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
  })
})
