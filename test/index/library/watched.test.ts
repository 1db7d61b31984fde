/** A library that is watched, on real folders. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { LibraryWatch } from '../../../index/library/watch.ts'
import { root, papers, open, write, WELLS, BOATS, textOf } from './opened.ts'

describe('a watched library', () => {
  it('reads what is written, changed and deleted, once it is whole', async () => {
    await write('wells.md', WELLS)
    const library = await open()
    await library.refresh()
    const errors: unknown[] = []
    const watch = new LibraryWatch(library, { onError: (error) => errors.push(error) })
    await watch.start()
    try {
      await write('boats.md', BOATS.slice(0, 20))
      await write('boats.md', BOATS)
      const soon = { timeout: 10_000, interval: 20 }
      await vi.waitFor(() => expect(textOf(library, 'boats.md')).toContain('the flood'), soon)
      await write('wells.md', WELLS.replace('12', '15'))
      await vi.waitFor(() => expect(textOf(library, 'wells.md')).toContain('15 wells'), soon)
      await rm(join(papers, 'boats.md'))
      await vi.waitFor(() => expect(library.corpus.documents.size).toBe(1), soon)
    } finally {
      await watch.stop()
    }
    expect(errors).toEqual([])
  })

  it('reads what was written beside a folder that is gone', async () => {
    const other = join(root, 'other')
    await mkdir(other)
    await writeFile(join(other, 'boats.md'), BOATS)
    await write('wells.md', WELLS)
    const sources = [other, papers].map((location) => ({ location, set: 'default' }))
    const library = await open({ sources })
    await library.refresh()
    const errors: unknown[] = []
    const watch = new LibraryWatch(library, { onError: (error) => errors.push(error) })
    await watch.start()
    try {
      await writeFile(join(other, 'boats.md'), BOATS.replace('Sixty', 'Seventy'))
      await write('wells.md', WELLS.replace('12', '15'))
      await rm(other, { recursive: true })
      const soon = { timeout: 10_000, interval: 20 }
      await vi.waitFor(() => expect(textOf(library, 'wells.md')).toContain('15 wells'), soon)
      await vi.waitFor(() => expect(errors).not.toEqual([]), soon)
    } finally {
      await watch.stop()
    }
  })

  it('hears of sources that another process added', async () => {
    const library = await open()
    const watch = new LibraryWatch(library, { onError: () => {} })
    await watch.start()
    try {
      const other = join(root, 'other')
      await mkdir(other)
      await writeFile(join(other, 'boats.md'), BOATS)
      const elsewhere = await open()
      await elsewhere.add({ location: other, set: 'river' })
      await vi.waitFor(() => expect(textOf(library, 'boats.md')).toContain('Sixty'), {
        timeout: 15_000,
        interval: 50,
      })
    } finally {
      await watch.stop()
    }
  })
})
