/** Links that lead out of a folder, there before it is read or put there while it is watched: nothing behind them is read. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Fetcher } from '../../../index/fetch/fetcher.ts'
import { Library } from '../../../index/library/library.ts'
import { LibraryWatch } from '../../../index/library/watch.ts'
import { Parser } from '../../../index/parsing/parser.ts'
import { pick, randomOf } from '../random.ts'
import { inHome } from './home.ts'

const CANARY = 'periwinkle'
const LINKS = 6
/** In milliseconds: a watched folder is looked at sooner. */
const NOTICED = 1500

export const linked = (seed: number): Promise<readonly string[]> =>
  inHome('links', seed, async ({ path, data }) => {
    const random = randomOf(seed)
    const [docs, out] = [join(path, 'docs'), join(path, 'out')]
    for (const file of ['secret.txt', 'more/secret.md', 'docs-too/secret.txt'])
      write(join(out, file), `The ${CANARY} of the treasurer is under the third stair.\n`)
    for (const file of ['a.txt', 'b.md', 'deep/c.md'])
      write(join(docs, file), `The mayor opened bridge ${file} on Monday.\n`)
    const targets = ['secret.txt', 'more', 'more/secret.md', 'docs-too', '.'].map((to) =>
      join(out, to),
    )
    const places = ['a.txt', 'b.md', 'deep/c.md', 'd.md', 'deep/e.txt', 'deep/f', 'g']
    const link = (): void => {
      const place = join(docs, pick(places, random))
      const target = pick(targets, random)
      rmSync(place, { force: true, recursive: true })
      symlinkSync(random() < 0.5 ? target : relative(dirname(place), target), place)
      targets.push(place)
    }
    for (let at = 0; at < LINKS / 2; at++) link()
    const parser = new Parser({ processes: 1 })
    const fetcher = new Fetcher({ allow: [], maxBytes: 1e6 })
    const library = await Library.open({
      data,
      name: 'library',
      sources: [{ location: docs, set: 'default' }],
      parser,
      fetcher,
      maxFileBytes: 1e6,
      pollSeconds: 3600,
    })
    const errors: unknown[] = []
    const watch = new LibraryWatch(library, { onError: (error) => errors.push(error) })
    try {
      const faults = canariesIn(library, 'opened')
      await library.refresh()
      faults.push(...canariesIn(library, 'refreshed'))
      await watch.start()
      for (let at = 0; at < LINKS / 2; at++) link()
      await sleep(NOTICED)
      faults.push(...canariesIn(library, 'watched'))
      await library.refresh()
      faults.push(...canariesIn(library, 'refreshed again'))
      return [...faults, ...errors.map(String)]
    } finally {
      await watch.stop()
      await library.close()
      await fetcher.close()
      await parser.close()
    }
  })

const canariesIn = ({ corpus }: Library, when: string): string[] =>
  [...corpus.documents.values()]
    .filter(({ clean }) => clean.includes(CANARY))
    .map(({ id }) => `${when}: ${id} was read through a link`)

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
