/** The library against real folders. */
import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../index/library/manifest.ts'
import { root, data, papers, open, closed, write, WELLS, BOATS, textOf } from './opened.ts'

describe('a library', () => {
  it('reads each file once, and again only when its bytes are others', async () => {
    await write('wells.md', WELLS)
    await write('sub/boats.md', BOATS)
    const library = await open()
    expect(await library.refresh()).toMatchObject({ read: 2, unchanged: 0, added: 2 })
    expect([...library.corpus.documents.keys()]).toEqual(['sub/boats.md', 'wells.md'])
    expect(await library.refresh()).toMatchObject({ read: 0, unchanged: 2, added: 0 })

    // Another time, the same bytes.
    await utimes(join(papers, 'wells.md'), new Date(), new Date(Date.now() - 60_000))
    expect(await library.refresh()).toMatchObject({ read: 0, unchanged: 2 })

    await write('wells.md', WELLS.replace('12', '15'))
    expect(await library.refresh()).toMatchObject({ read: 1, unchanged: 1, added: 0, updated: 1 })
    expect(textOf(library, 'wells.md')).toContain('15 wells')
    const revised = library.corpus.documents.get('wells.md')?.revised
    expect(Date.parse(revised ?? '')).toBeGreaterThan(Date.now() - 60_000)
    expect(library.corpus.documents.get('sub/boats.md')?.revised).toBeUndefined()
  })

  it('leaves out whole files that do not fit, says so, and takes them once there is room', async () => {
    await write('boats.md', BOATS)
    await write('wells.md', WELLS)
    const library = await open({ mostPassages: 1 })
    const report = await library.refresh()
    expect([...library.corpus.documents.keys()]).toEqual(['boats.md'])
    expect(report.skipped).toEqual([
      {
        name: 'wells.md',
        message: expect.stringContaining('the index is full: it holds 1 passages'),
      },
    ])
    expect(library.problems.map(({ name }) => name)).toEqual(['index', 'wells.md'])
    // Nothing is read in vain while it is full; what is there may change.
    await write('boats.md', BOATS.replace('Sixty', 'Seventy'))
    expect(await library.refresh()).toMatchObject({ read: 1, unchanged: 1, updated: 1 })
    await rm(join(papers, 'boats.md'))
    await library.refresh()
    await library.refresh()
    expect([...library.corpus.documents.keys()]).toEqual(['wells.md'])
    expect(library.problems.map(({ name }) => name)).toEqual(['index'])
  })

  it('knows after a restart what it knew, and that a document had an older version', async () => {
    await write('wells.md', WELLS)
    const before = await open()
    await before.refresh()
    await write('wells.md', WELLS.replace('12', '15'))
    await before.refresh()
    await closed(before)

    const library = await open()
    expect(textOf(library, 'wells.md')).toContain('15 wells')
    expect(library.corpus.figuresOf('wells.md').length).toBeGreaterThan(0)
    expect(await library.refresh()).toMatchObject({ read: 0, unchanged: 1 })
    await closed(library)

    // Nor does it forget when the index has to be built again.
    for (const name of await readdir(data)) if (name.includes('.index')) await rm(join(data, name))
    const again = await open()
    expect(again.corpus.documents.size).toBe(0)
    expect(await again.refresh()).toMatchObject({ read: 1 })
    expect(again.corpus.documents.get('wells.md')?.revised).toBeDefined()
  })

  it('gives the bytes that a document was read from, as long as they are the same', async () => {
    await write('sub/wells.md', WELLS)
    const library = await open()
    await library.refresh()
    const bytes = await library.original('sub/wells.md')
    expect(Buffer.from(bytes ?? []).toString()).toBe(WELLS)
    expect(await library.original('boats.md')).toBeUndefined()
    await write('sub/wells.md', WELLS.replace('12', '15'))
    expect(await library.original('sub/wells.md')).toBeUndefined()
    await rm(join(papers, 'sub/wells.md'))
    expect(await library.original('sub/wells.md')).toBeUndefined()
  })

  it('says that a damaged index is built again, and answers as before', async () => {
    await write('wells.md', WELLS)
    const before = await open()
    await before.refresh()
    await closed(before)
    for (const name of await readdir(data))
      if (name.includes('.index')) await writeFile(join(data, name), 'torn')
    const library = await open()
    expect(library.notice).toContain('damaged')
    await library.refresh()
    expect(textOf(library, 'wells.md')).toContain('12 wells')
    expect(library.notice).toBeUndefined()
  })

  it('lets go of what is deleted, and follows what is moved', async () => {
    await write('wells.md', WELLS)
    await write('boats.md', BOATS)
    const library = await open()
    await library.refresh()
    await rm(join(papers, 'boats.md'))
    await rename(join(papers, 'wells.md'), join(papers, 'water.md'))
    expect(await library.refresh()).toMatchObject({ removed: 2, read: 1 })
    expect([...library.corpus.documents.keys()]).toEqual(['water.md'])
  })

  it('keeps what it read of a folder that is out of reach, and says so', async () => {
    await write('wells.md', WELLS)
    const library = await open()
    await library.refresh()
    await rename(papers, `${papers}.away`)
    await library.refresh()
    expect(textOf(library, 'wells.md')).toContain('12 wells')
    expect(library.problems).toEqual([
      expect.objectContaining({ message: expect.stringContaining('does not exist') }),
    ])
    await rename(`${papers}.away`, papers)
    await library.refresh()
    expect(library.problems).toEqual([])
  })

  it('names what it skips with the reason, once, and reads it when it is mended', async () => {
    await write('empty.md', '')
    await write('large.txt', 'word '.repeat(300_000))
    await write('wells.md', WELLS)
    const library = await open()
    const report = await library.refresh()
    expect(report.skipped).toEqual([
      { name: 'empty.md', message: 'skipped: empty' },
      { name: 'large.txt', message: expect.stringMatching(/1\.5 MB is over the limit of 1 MB/) },
    ])
    expect((await library.refresh()).skipped).toEqual(report.skipped)
    expect(library.problems).toEqual(report.skipped)
    await write('empty.md', BOATS)
    await library.refresh()
    expect(library.problems).toHaveLength(1)
    expect(textOf(library, 'empty.md')).toContain('Sixty boats')
  })

  it('tries what it skipped once more when it is asked to look at everything', async () => {
    await write('empty.md', '')
    const library = await open()
    expect(await library.refresh()).toMatchObject({ unchanged: 0 })
    expect(await library.refresh()).toMatchObject({ unchanged: 1 })
    const again = await library.refresh({ web: 'all' })
    expect(again.unchanged).toBe(0)
    expect(again.skipped).toEqual([{ name: 'empty.md', message: 'skipped: empty' }])
  })

  it('gives two documents of one name names of their own, and keeps them', async () => {
    const other = join(root, 'other')
    await mkdir(other)
    await writeFile(join(other, 'wells.md'), BOATS)
    await write('wells.md', WELLS)
    const sources = [papers, other].map((location) => ({ location, set: 'default' }))
    const library = await open({ sources })
    await library.refresh()
    expect(textOf(library, 'wells.md')).toContain('12 wells')
    expect(textOf(library, 'other/wells.md')).toContain('Sixty boats')
    await rm(join(papers, 'wells.md'))
    await writeFile(join(other, 'wells.md'), BOATS.replace('Sixty', 'Seventy'))
    await library.refresh()
    expect(textOf(library, 'other/wells.md')).toContain('Seventy boats')
    expect(library.corpus.documents.has('wells.md')).toBe(false)
  })

  it('goes on where it was cut short', async () => {
    for (let at = 0; at < 200; at++)
      await write(
        `report-${at}.md`,
        `# Report ${at}\n\nThe village of Nadi${at} has ${at + 3} wells.\n`,
      )
    const library = await open()
    const stop = new AbortController()
    const cut = library.refresh({
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done === 100) stop.abort()
      },
    })
    await expect(cut).rejects.toMatchObject({ name: 'AbortError' })
    await closed(library)
    const again = await open()
    const report = await again.refresh()
    expect(report.unchanged).toBeGreaterThan(60)
    expect(report.read + report.unchanged).toBe(200)
    expect(again.corpus.documents.size).toBe(200)
  })

  it('tells what came in and what changed', async () => {
    const library = await open()
    const heard: Change[] = []
    library.onChange((changes) => heard.push(...changes))
    const begun = new Date(Date.now() - 1000)
    await write('wells.md', WELLS)
    await library.refresh()
    await sleep(5)
    await write('wells.md', WELLS.replace('12', '15'))
    await library.refresh()
    expect(heard.map(({ id, state }) => [id, state])).toEqual([
      ['wells.md', 'new'],
      ['wells.md', 'updated'],
    ])
    expect(library.changes(begun).map(({ state }) => state)).toEqual(['new', 'updated'])
    expect(library.changes(new Date())).toEqual([])
  })
})

describe('sets', () => {
  it('are indexes of their own: another set’s words are not there', async () => {
    const secret = join(root, 'secret')
    await mkdir(secret)
    await writeFile(
      join(secret, 'plan.md'),
      '# Plan\n\nThe Kestrel Relief Fund (KRF) moves to Zyxland.\n',
    )
    await write('wells.md', WELLS)
    const library = await open({
      sources: [
        { location: papers, set: 'open' },
        { location: secret, set: 'desk' },
        { location: papers, set: 'desk' },
      ],
    })
    await library.refresh()
    const view = await library.view(['open'])
    expect([...view.documents.keys()]).toEqual(['wells.md'])
    expect(view.vocabulary.frequency('zyxland')).toBe(0)
    expect([...view.acronyms]).toEqual([])
    expect((await library.view(['desk'])).documents.size).toBe(2)
    expect((await library.view([])).documents.size).toBe(0)
    expect(await library.view()).toBe(library.corpus)

    // What comes later reaches the views, too, and no others.
    await write('boats.md', BOATS)
    await writeFile(join(secret, 'late.md'), '# Late\n\nThe boat leaves at noon on Friday.\n')
    await library.refresh()
    expect([...(await library.view(['open'])).documents.keys()].toSorted()).toEqual([
      'boats.md',
      'wells.md',
    ])
    await rm(join(papers, 'wells.md'))
    await library.refresh()
    expect([...view.documents.keys()]).toEqual(['boats.md'])
  })

  it('are added to and taken from by command', async () => {
    const other = join(root, 'other')
    await mkdir(other)
    await writeFile(join(other, 'boats.md'), BOATS)
    await write('wells.md', WELLS)
    const library = await open({ sources: [], otherwise: { location: papers, set: 'default' } })
    await library.refresh()
    expect(library.corpus.documents.size).toBe(1)
    expect(await library.add({ location: other, set: 'river' })).toMatchObject({ added: 1 })
    // What was read for want of anything else is left out now.
    expect([...library.corpus.documents.keys()]).toEqual(['boats.md'])
    expect(library.setsOf('boats.md')).toEqual(new Set(['river']))
    await closed(library)
    const again = await open({ sources: [], otherwise: { location: papers, set: 'default' } })
    expect(again.sources).toEqual([{ location: other, set: 'river' }])
    expect(await again.remove(other)).toEqual({ sources: 1, documents: 1 })
    await again.refresh()
    expect([...again.corpus.documents.keys()]).toEqual(['wells.md'])
  })

  it('take no source where nothing is', async () => {
    const library = await open()
    await expect(library.add({ location: join(root, 'no'), set: 'default' })).rejects.toThrow(
      'does not exist; check the path',
    )
    expect(library.sources).toHaveLength(1)
  })
})

it('leaves nothing half-written in its folder', async () => {
  await write('wells.md', WELLS)
  const library = await open()
  await library.refresh()
  await closed(library)
  const names = await readdir(data)
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([])
  expect((await readFile(join(data, 'library.index'))).byteLength).toBeGreaterThan(100)
})
