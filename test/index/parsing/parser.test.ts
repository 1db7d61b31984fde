import { afterAll, describe, expect, it } from 'vitest'
import { FigureIndex, sliceOf } from '../../../index/quantities/figure-index.ts'
import { Parser } from '../../../index/parsing/parser.ts'
import type { Parsed } from '../../../index/parsing/parsed.ts'
import type { Document } from '../../../index/document.ts'
import { folderOf, start } from '../../support/program.ts'
import { VALLEY, documentFrom } from '../../support/library.ts'

const HARMFUL = new URL('../../support/harmful-reader.ts', import.meta.url)
const bytes = Buffer.from('Lund has nine barns, and 40% of them stand empty.')

describe('a parser', () => {
  const parser = new Parser({ processes: 2 })
  afterAll(() => parser.close())

  it('makes of files what reading them here makes', async () => {
    for (const [name, text] of Object.entries(VALLEY)) {
      const [parsed] = documentsOf(await parser.parse({ name, bytes: Buffer.from(text) }))
      expect(parsed?.document).toEqual(documentFrom(name, text))
    }
  })

  it('finds the figures that would be found here', async () => {
    const name = 'flood-june.md'
    const text = VALLEY[name] ?? ''
    const [parsed] = documentsOf(await parser.parse({ name, bytes: Buffer.from(text) }))
    if (parsed === undefined) throw new Error('nothing was read')
    const none = () => {
      throw new Error('looked for again')
    }
    const figures = new FigureIndex(none)
    figures.put(parsed.document, parsed.quantities)
    const found = figures.of(parsed.document).map((figure) => sliceOf(figure, figure.quantity))
    expect(found).toEqual(['530', '14', '$4.5 million'])
  })

  it('keeps texts of any script, and offsets into them', async () => {
    const text =
      'Ça coûte 5 €.\n\n水は足りない。 The well is dry\u{1F4A7}, they say.\n\n5 wells-\nprings ran dry.'
    const [parsed] = documentsOf(await parser.parse({ name: 'a.txt', bytes: Buffer.from(text) }))
    // Three languages in a few words: which one it is in, nobody can say.
    expect(parsed?.document).toEqual({ ...documentFrom('a.txt', text), writtenIn: 'und' })
  })

  it('gives the reason of what cannot be read', async () => {
    const parsed = await parser.parse({ name: 'a.txt', bytes: Buffer.alloc(100) })
    expect(parsed).toEqual({ reason: expect.stringContaining('binary') })
  })

  it('reads many at once, each answered with its own', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `${at}.txt`)
    const all = await Promise.all(
      names.map((name) => parser.parse({ name, bytes: Buffer.from(`${name} has a barn.`) })),
    )
    expect(all.map((parsed) => documentsOf(parsed)[0]?.document.id)).toEqual(names)
  })
})

describe('a parser of harmful files', () => {
  const options = { processes: 2, memoryMegabytes: 300, program: HARMFUL }
  const parser = new Parser({ ...options, seconds: 30 })
  const hasty = new Parser({ ...options, memoryMegabytes: 540, seconds: 1 })
  afterAll(() => Promise.all([parser.close(), hasty.close()]))
  const reasonOf = async (harm: string, by = parser): Promise<string> => {
    const parsed = await by.parse({ name: `${harm}.txt`, bytes })
    return parsed.documents === undefined ? parsed.reason : 'read'
  }

  const MEMORY = 'took more than 300 MB of memory and was stopped; split it'
  const REASONS = {
    heap: MEMORY,
    buffers: MEMORY,
    exit: 'could not be read: the reader stopped (exit code 3)',
    kill: 'could not be read: the reader stopped (SIGKILL)',
    later: 'could not be read: thrown in a callback',
    throw: 'could not be read: no such table',
    deep: 'is nested too deep to be read; save it again, simpler',
    huge: 'holds more than fits into memory; split it',
    environment: 'could not be read: {}',
    noisy: 'read',
    rejected: 'read',
  }

  it('says of each what happened, and reads the others', async () => {
    const harms = Object.keys(REASONS).flatMap((harm) => [harm, 'none'])
    const found = await Promise.all(harms.map(async (harm) => [harm, await reasonOf(harm)]))
    expect(Object.fromEntries(found)).toEqual({ ...REASONS, none: 'read' })
    expect(found.filter(([harm, reason]) => harm === 'none' && reason !== 'read')).toEqual([])
  })

  it('stops what takes too long', async () => {
    const both = await Promise.all(['spin', 'hang'].map((harm) => reasonOf(harm, hasty)))
    expect(new Set(both)).toEqual(new Set(['took longer than 1 s and was stopped; split it']))
  })

  it('gives a large file more time for its pages, and a small one no more than its size is worth', async () => {
    const parse = async (size: number): Promise<string> => {
      const parsed = await hasty.parse({
        name: 'pages.txt',
        bytes: Buffer.from('A barn.'.padEnd(size, '\n')),
      })
      return parsed.documents === undefined ? parsed.reason : 'read'
    }
    expect(await parse(600_000)).toBe('read')
    expect(await parse(1000)).toBe('took longer than 1 s and was stopped; split it')
  })

  it('reads what is too large for two at once one after another', async () => {
    const found = await Promise.all(Array.from({ length: 5 }, () => reasonOf('large')))
    expect(new Set(found)).toEqual(new Set(['read']))
  })

  it('blames no file for the memory that others took', async () => {
    const found = await Promise.all(Array.from({ length: 4 }, () => reasonOf('leak')))
    expect(new Set(found)).toEqual(new Set(['read']))
  })

  it.each(['write', 'read', 'config', 'run', 'worker', 'connect', 'eval'])(
    'lets no file %s',
    async (harm) => {
      expect(await reasonOf(harm)).toMatch(/restricted|disallowed|not a constructor/u)
    },
  )
})

describe('stopping a parser', () => {
  it('rejects a file that is given up, and reads the others', async () => {
    const parser = new Parser({ processes: 1, program: HARMFUL })
    const stop = new AbortController()
    const waiting = new AbortController()
    const spinning = parser.parse({ name: 'spin.txt', bytes }, stop.signal)
    const queued = parser.parse({ name: 'none.txt', bytes }, waiting.signal)
    const other = parser.parse({ name: 'none.txt', bytes })
    waiting.abort(new Error('not wanted'))
    await expect(queued).rejects.toThrow('not wanted')
    stop.abort(new Error('given up'))
    await expect(spinning).rejects.toThrow('given up')
    expect(documentsOf(await other)).toHaveLength(1)
    await expect(parser.parse({ name: 'none.txt', bytes }, stop.signal)).rejects.toThrow('given up')
    await parser.close()
  })

  it('rejects all when it is closed', async () => {
    const parser = new Parser({ processes: 1, program: HARMFUL })
    const all = ['hang', 'none'].map((harm) => parser.parse({ name: `${harm}.txt`, bytes }))
    const settled = Promise.allSettled(all)
    await parser.close()
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(parser.parse({ name: 'none.txt', bytes })).rejects.toThrow('closed')
  })

  it('says that a reader does not start', async () => {
    const broken = folderOf({ 'broken.ts': `import './missing.ts'` })
    const parser = new Parser({ processes: 1, program: new URL(`file://${broken.path}/broken.ts`) })
    const parsed = await parser.parse({ name: 'a.txt', bytes })
    expect(parsed).toEqual({ reason: expect.stringMatching(/did not start \(.*missing/u) })
    await parser.close()
    broken.remove()
  })
})

describe.skipIf(process.platform === 'win32')('a child', () => {
  const script = (harm: string): string => `
    import { Parser } from ${JSON.stringify(new URL('../../../index/parsing/parser.ts', import.meta.url).href)}
    const parser = new Parser({ processes: 1, seconds: 60, program: new URL(${JSON.stringify(HARMFUL.href)}) })
    const bytes = Buffer.from('Lund has nine barns.')
    await parser.parse({ name: 'none.txt', bytes })
    const { execFileSync } = await import('node:child_process')
    process.stdout.write(execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)]).toString())
    ${harm}`

  it('lets the program end when nothing is read', async () => {
    const child = start(['--input-type=module', '-e', script('')], '/')
    const pid = await childOf(child.stdout)
    await new Promise((resolve) => child.once('close', resolve))
    expect(child.exitCode).toBe(0)
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  })

  it('keeps the program alive until its pipes are closed, and no longer', async () => {
    const module = JSON.stringify(new URL('../../../index/parsing/parser.ts', import.meta.url).href)
    const child = start(
      [
        '--input-type=module',
        '-e',
        `import { Parser } from ${module}
        const pipes = () => process.getActiveResourcesInfo().filter((one) => one === 'PipeWrap').length
        const parser = new Parser({ processes: 1 })
        await parser.parse({ name: 'a.txt', bytes: Buffer.from('Lund has nine barns.') })
        const idle = pipes()
        const closing = parser.close()
        const ending = pipes()
        await closing
        process.stdout.write(String(ending - idle))`,
      ],
      '/',
    )
    let more = ''
    child.stdout.on('data', (chunk: Buffer) => (more += chunk.toString()))
    await new Promise((resolve) => child.once('close', resolve))
    expect(child.exitCode).toBe(0)
    // What it says before it dies, and what it is spoken to by.
    expect(more).toBe('2')
  })

  it.each(['spin', 'hang'])('ends with a program that is killed: %s', async (harm) => {
    const busy = `void parser.parse({ name: '${harm}.txt', bytes })`
    const child = start(['--input-type=module', '-e', script(busy)], '/')
    const pid = await childOf(child.stdout)
    await new Promise((resolve) => {
      setTimeout(resolve, 200)
    })
    expect(isAlive(pid)).toBe(true)
    child.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  })
})

function documentsOf(parsed: Parsed): readonly { document: Document; quantities: string }[] {
  if (parsed.documents === undefined) throw new Error(parsed.reason)
  return parsed.documents
}

/** The process that reads, as `ps` lists it. */
async function childOf(listed: NodeJS.ReadableStream): Promise<number> {
  let text = ''
  for await (const chunk of listed) {
    text += String(chunk)
    const [, pid] = /^\s*(\d+) .*harmful-reader/mu.exec(text) ?? []
    if (pid !== undefined) return Number(pid)
  }
  throw new Error('no child was started')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
