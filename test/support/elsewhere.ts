/** A library whose sources are elsewhere: on servers of this machine that a test makes. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { Fetcher, type FetcherOptions } from '../../index/fetch/fetcher.ts'
import { Library } from '../../index/library/library.ts'
import { Parser } from '../../index/parsing/parser.ts'
import type { Access } from '../../index/sources/access.ts'
import { Remotes } from '../../index/sources/remotes.ts'

/** One folder of data, a library opened on it as often as the test likes. */
export async function elsewhere({
  secondsBetween = 0,
  allow = ['127.0.0.1'],
  lookup = () => Promise.reject(new Error('the test looks nothing up')),
  ...access
}: Partial<Access & Pick<FetcherOptions, 'secondsBetween' | 'allow' | 'lookup'>> = {}) {
  const data = await mkdtemp(join(tmpdir(), 'verbatim-elsewhere-'))
  const parser = new Parser({ processes: 1 })
  const fetcher = new Fetcher({ allow, lookup, maxBytes: 5e6, secondsBetween, seconds: 5 })
  /** Moved on by the test. */
  const clock = { now: new Date('2026-03-02T08:00:00Z') }
  const remotes = new Remotes({
    access: { reliefweb: {}, bucket: { region: 'us-east-1' }, mailbox: {}, ...access },
    maxBytes: 5e6,
    fetcher,
    clock: () => clock.now,
  })
  const opened: Library[] = []
  let stopped = false
  const stop = async (): Promise<void> => {
    if (stopped) return
    stopped = true
    for (const library of opened) await library.close()
    await Promise.all([remotes.close(), fetcher.close(), parser.close()])
    await rm(data, { recursive: true })
  }
  onTestFinished(stop)
  return {
    data,
    clock,
    /** Before the test has finished, when it makes many. */
    stop,
    later: (hours: number) => {
      clock.now = new Date(clock.now.getTime() + hours * 3_600_000)
    },
    open: async (location: string): Promise<Library> => {
      const library = await Library.open({
        data,
        name: 'library',
        sources: [{ location, set: 'default' }],
        parser,
        fetcher,
        remoteOf: (one) => remotes.of(one),
        maxFileBytes: 5e6,
        pollSeconds: 600,
        clock: () => clock.now,
      })
      opened.push(library)
      return library
    },
    close: async (library: Library) => {
      opened.splice(opened.indexOf(library), 1)
      await library.close()
    },
  }
}

export const textsOf = (library: Library): string[] =>
  [...library.corpus.documents.values()].map(({ clean }) => clean.trim())

export const messagesOf = (library: Library): string[] =>
  library.problems.map(({ name, message }) => `${name}: ${message}`)
