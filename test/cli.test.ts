import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { Reply } from '../src/reply.ts'
import { type Ended, ended, folderOf, start, verbatim } from './support/program.ts'

const FILES = {
  'papers/wells.md': `---
title: The wells of Kelani
publisher: Rivers Desk
date: 2021-06-03
---

# The wells of Kelani

The Rivers Desk dug seven wells along the Kelani road in March. Two of the wells ran dry within a
month. The village council of Kelani paid for the pumps.

## The bridge

The bridge at Kelani was closed to lorries after a flood. Engineers expect to open the bridge again
before the harvest.
`,
  'papers/escape.txt': `The market report

The \u001b[31mmarket of Tomsal sold nine hundred sheep in the autumn. Traders at Tomsal came from four
provinces to buy sheep there.
`,
  'papers/table.xyz': '\u0000\u0001\u0002',
  'empty/.keep': '',
  'desk.yaml': `schedules:
  - { channel: 'slack:C1', at: weekdays 08:00 Europe/Paris floods }
`,
}

const QUESTION = 'How many wells did the Rivers Desk dig?'
const ANSWER = 'The Rivers Desk dug seven wells along the Kelani road in March.'

const SEEDS = join(import.meta.dirname, '../seeds')

let folder: ReturnType<typeof folderOf>
beforeAll(() => {
  folder = folderOf(FILES)
})
afterAll(() => folder.remove())

const run = (args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended> =>
  verbatim(args, folder.path, env)
const runOnPapers = (...args: readonly string[]) => run([...args, '--documents', 'papers'])
const replyOf = ({ stdout }: Ended): Reply => Reply.parse(JSON.parse(stdout))

function quotesOf(result: Ended) {
  const reply = replyOf(result)
  return reply.kind === 'answer' ? reply.quotes : []
}

describe('ask', () => {
  it('prints the quote with its citation', async () => {
    const { exit, stdout } = await runOnPapers('ask', QUESTION)
    expect(stdout).toContain(`│ ${ANSWER}`)
    expect(stdout).toContain('The wells of Kelani · Rivers Desk · 2021-06-03')
    expect(exit).toBe(0)
  })

  it('needs no quotes around the question, and takes options before and after it', async () => {
    const words = QUESTION.split(' ')
    const before = await run(['--documents', 'papers', 'ask', ...words])
    const after = await run(['ask', ...words, '--documents', 'papers'])
    expect(before.stdout).toContain(ANSWER)
    expect(after.stdout).toBe(before.stdout)
  })

  it('prints one reply as JSON and nothing else', async () => {
    const result = await runOnPapers('ask', QUESTION, '--json')
    expect(result.stdout.trim().split('\n')).toHaveLength(1)
    expect(quotesOf(result)[0]?.text).toBe(ANSWER)
  })

  it('gives at most as many quotes as wanted', async () => {
    const one = await runOnPapers('ask', QUESTION, '--top', '1', '--json')
    expect(quotesOf(one)).toHaveLength(1)
  })

  it('says how quotes were ranked', async () => {
    const [first] = quotesOf(await runOnPapers('ask', QUESTION, '--explain', '--json'))
    expect(first?.explanation?.length).toBeGreaterThan(0)
    const [plain] = quotesOf(await runOnPapers('ask', QUESTION, '--json'))
    expect(plain).not.toHaveProperty('explanation')
  })

  it('ends with 3 when the documents do not say', async () => {
    const plain = await runOnPapers('ask', 'Who composed the zarzuela?')
    expect(plain.exit).toBe(3)
    expect(plain.stdout).toContain('zarzuela')
    const json = await runOnPapers('ask', 'Who composed the zarzuela?', '--json')
    expect(json.exit).toBe(3)
    expect(replyOf(json).kind).toBe('nothing')
  })

  it('prints document text that cannot reach the terminal', async () => {
    const { stdout, exit } = await runOnPapers(
      'ask',
      'How many sheep did the market of Tomsal sell?',
    )
    expect(exit).toBe(0)
    expect(stdout).toContain('Tomsal sold nine hundred sheep')
    expect(stdout).not.toContain('\u001b')
  })

  it('gives the same answer whatever was asked before', async () => {
    const { stdout } = await runOnPapers('ask', 'Who closed it?')
    await runOnPapers('ask', QUESTION)
    expect(await runOnPapers('ask', 'Who closed it?')).toMatchObject({ stdout })
  })

  it('tells of files it could not read on standard error, once, then counts them', async () => {
    const { stderr } = await runOnPapers('ask', QUESTION)
    expect(stderr).toMatch(/^(?:table\.xyz: skipped|1 file could not be read, as before)/m)
    expect((await runOnPapers('ask', QUESTION)).stderr).toContain(
      '1 file could not be read, as before',
    )
  })

  it('asks the bundled documents when told of no others', async () => {
    const { stdout } = await run(['sources'])
    for (const name of readdirSync(SEEDS)) expect(stdout).toContain(name)
  })
})

describe('figures', () => {
  const REQUEST = 'wells on the Kelani road'

  it('prints every figure with its quote', async () => {
    const { exit, stdout } = await runOnPapers('figures', REQUEST)
    expect(exit).toBe(0)
    expect(stdout).toMatch(/^1 +seven +wells/mu)
    expect(stdout).toContain(`│ ${ANSWER}`)
    expect(stdout).toContain('The wells of Kelani · Rivers Desk · 2021-06-03')
  })

  it('prints one reply as JSON and nothing else', async () => {
    const result = await runOnPapers('figures', REQUEST, '--json')
    expect(result.stdout.trim().split('\n')).toHaveLength(1)
    expect(replyOf(result)).toMatchObject({
      kind: 'figures',
      groups: [{ lines: [{ figures: [{ wording: 'seven', amount: { value: 7 } }] }] }],
    })
  })

  it('writes them to files, too', async () => {
    const files = ['--csv', 'wells.csv', '--chart', 'wells.png']
    const { exit, stdout, stderr } = await runOnPapers('figures', REQUEST, ...files)
    expect(exit).toBe(0)
    expect(stdout).toContain('seven')
    expect(stderr).toContain('written to wells.csv')
    expect(readFileSync(join(folder.path, 'wells.csv'), 'utf8')).toMatch(/^\ufeffline,.*\r\n1,/u)
    expect(readFileSync(join(folder.path, 'wells.png')).subarray(1, 4).toString()).toBe('PNG')
  })

  it('ends with 3 when there is no such figure', async () => {
    const result = await runOnPapers('figures', 'zarzuelas', '--csv', 'songs.csv')
    expect(result.exit).toBe(3)
    expect(result.stdout).toContain('zarzuelas')
    expect(readdirSync(folder.path)).not.toContain('songs.csv')
  })

  it('says where it cannot write', async () => {
    const { exit, stderr } = await runOnPapers('figures', REQUEST, '--csv', 'nowhere/wells.csv')
    expect(stderr).toContain('nowhere/wells.csv cannot be written')
    expect(exit).toBe(2)
  })
})

describe('sources', () => {
  it('lists the documents and the problems', async () => {
    const { exit, stdout } = await runOnPapers('sources')
    expect(exit).toBe(0)
    expect(stdout).toContain('The wells of Kelani · Rivers Desk · 2021-06-03')
    expect(stdout).toContain('table.xyz: skipped')
  })

  it('prints them as JSON', async () => {
    const reply = replyOf(await runOnPapers('sources', '--json'))
    expect(reply).toMatchObject({ kind: 'sources', documents: [{}, {}], problems: [{}] })
  })
})

describe('gaps', () => {
  it('lists the questions that were not answered', async () => {
    const env = { VERBATIM_DATA: 'gaps' }
    expect((await run(['gaps'], env)).exit).toBe(0)
    await run(['ask', 'Who composed the zarzuela?', '--documents', 'papers'], env)
    expect((await run(['gaps'], env)).stdout).toContain('Who composed the zarzuela?')
    expect(replyOf(await run(['gaps', '--json'], env))).toMatchObject({
      kind: 'gaps',
      gaps: [{ question: 'Who composed the zarzuela?', platform: 'cli' }],
    })
  })
})

describe('schedules', () => {
  it('lists what the configuration schedules, and says how to begin without', async () => {
    const env = { VERBATIM_DATA: 'schedules' }
    expect((await run(['schedules'], env)).stdout).toContain('Nothing is scheduled')
    const listed = await run(['schedules', '--config', 'desk.yaml'], env)
    expect(listed).toMatchObject({ exit: 0 })
    expect(listed.stdout).toMatch(/1: weekdays 08:00 Europe\/Paris · floods · slack:C1 · next \d/)
  })
})

describe('what is wrong', () => {
  it.each([
    { args: [], says: 'npm start -- ask', env: { VERBATIM_WEB: 'off' } },
    {
      args: ['serve', 'web'],
      says: 'VERBATIM_WEB',
      env: { VERBATIM_WEB: 'everywhere' },
    },
    { args: ['who', 'dug'], says: 'npm start -- ask "who dug"' },
    { args: ['ask'], says: 'question' },
    { args: ['ask', '  '], says: 'The question is empty' },
    { args: ['ask', 'who', '--top', '0'], says: 'from 1 to 10' },
    { args: ['ask', 'who', '--top', '11'], says: 'from 1 to 10' },
    { args: ['ask', 'who', '--topp', '3'], says: '--top' },
    { args: ['figures', ' '], says: 'The request is empty' },
    { args: ['figures', 'wells', '--chart', 'wells.gif'], says: '.png or .svg' },
    { args: ['ask', 'who', '--documents', 'nowhere'], says: 'nowhere does not exist' },
    { args: ['ask', 'who', '--documents', 'empty'], says: 'no document' },
    { args: ['ask', 'who', '--config', 'nowhere.yaml'], says: 'nowhere.yaml: does not exist' },
  ])('$args ends with 2 and says what to do', async ({ args, says, env }) => {
    const { exit, stdout, stderr } = await run(args, env)
    expect(stderr).toContain(says)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(stdout).toBe('')
    expect(exit).toBe(2)
  })

  it.each([
    { args: ['ask', '', '--json'], code: 'question' },
    { args: ['ask', 'who', '--json', '--documents', 'nowhere'], code: 'documents' },
    { args: ['ask', 'who', '--json', '--config', 'nowhere.yaml'], code: 'config' },
    { args: ['ask', 'who', '--json', '--top', 'many'], code: 'usage' },
    { args: ['sources', '--json', '--documents', 'nowhere'], code: 'documents' },
  ])('$args is a reply of its own in JSON', async ({ args, code }) => {
    const result = await run(args)
    expect(replyOf(result)).toMatchObject({ kind: 'failed', code })
    expect(result.exit).toBe(2)
  })

  it('in the environment is told too', async () => {
    const { exit, stderr } = await run(['sources'], { VERBATIM_CAUTION: 'hihg' })
    expect(stderr).toContain('VERBATIM_CAUTION: "hihg" is not known; did you mean high?')
    expect(exit).toBe(2)
  })

  it('has its stack in the log at debug level only', async () => {
    const env = { VERBATIM_DOCUMENTS: 'nowhere' }
    expect((await run(['sources'], env)).stderr).not.toContain('"stack"')
    const debug = await run(['sources'], { ...env, VERBATIM_LOG_LEVEL: 'debug' })
    expect(debug.stderr).toContain('"stack"')
  })
})

describe('help and version', () => {
  it.each([['--help'], ['ask', '--help'], ['sources', '--help']])('%s %s', async (...args) => {
    const { exit, stdout } = await run(args.filter((arg) => typeof arg === 'string'))
    expect(exit).toBe(0)
    expect(stdout).toContain('--documents <folder>')
    expect(stdout).toContain('--config <file>')
  })

  it('--version', async () => {
    expect(await run(['--version'])).toEqual({
      exit: 0,
      stdout: `${packageJson.version}\n`,
      stderr: '',
    })
  })
})

describe('a Node that is too old', () => {
  it('is told in a line, with what to do', (context) => {
    // The system's own, if there is one: the project brings another.
    const old = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
      if (!existsSync(path)) return false
      const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
      return Number(/^v(\d+)/u.exec(stdout)?.[1] ?? 99) < 24
    })
    if (old === undefined) {
      context.skip('no Node older than 24 is installed here')
      return
    }
    const main = join(import.meta.dirname, '../src/start.js')
    const { status, stderr } = spawnSync(old, [main, 'ask', 'anything'], { encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /^Node \S+ is too old to run Verbatim, which needs 24 or later; run `npm ci`[^\n]*\n$/u,
    )
  })
})

describe('the end', () => {
  it('is quiet when nobody reads on', async () => {
    const main = join(import.meta.dirname, '../src/start.js')
    const child = start([main, 'sources'], folder.path)
    child.stdout.destroy()
    const { exit, stderr } = await ended(child)
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
  })

  const shutdown = join(import.meta.dirname, '../src/app/shutdown.ts')
  /** Takes its time to stop, or never does. */
  const script = (stop: string) => `
    import { stopOnSignal } from ${JSON.stringify(shutdown)}
    stopOnSignal(() => { process.stdout.write('stopping\\n'); return ${stop} })
    setInterval(() => {}, 1000)
    process.stdout.write('ready\\n')`
  const STOPS =
    'new Promise((done) => setTimeout(done, 20)).then(() => process.stdout.write("done"))'

  it.each([
    { signal: 'SIGINT', code: 130 },
    { signal: 'SIGTERM', code: 143 },
  ] as const)('after $signal comes when all is finished, with $code', async ({ signal, code }) => {
    const child = start(['--input-type=module', '-e', script(STOPS)], folder.path)
    const end = ended(child)
    await once(child.stdout, 'data')
    child.kill(signal)
    expect(await end).toMatchObject({ exit: code, stdout: 'ready\nstopping\ndone' })
  })

  it('comes at once after a second signal', async () => {
    const child = start(['--input-type=module', '-e', script('new Promise(() => {})')], folder.path)
    const end = ended(child)
    await once(child.stdout, 'data')
    child.kill('SIGINT')
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect((await end).exit).toBe(143)
  })
})

describe('a token for the desk', () => {
  it('is told once, listed with what it sees, and taken back', async () => {
    const made = await run(['token', 'paris'])
    expect(made.exit).toBe(0)
    const token = /^vbt_\S+$/mu.exec(made.stdout)?.[0] ?? 'none'
    const listed = await run(['token'])
    expect(listed.stdout).toContain('paris: default')
    expect(listed.stdout).toContain('never used')
    expect(listed.stdout).not.toContain(token)
    expect((await run(['token', 'paris', '--revoke'])).exit).toBe(0)
    expect((await run(['token'])).stdout).not.toContain('paris')
    expect((await run(['audit'])).stdout).toContain('paris')
  })

  it.each([
    { args: ['paris', '--sets', 'nowhere'], says: 'There is no set “nowhere”' },
    { args: ['Paris Desk'], says: 'small letters' },
    { args: ['paris', '--revoke'], says: 'has no token' },
  ])('$args is turned back', async ({ args, says }) => {
    const result = await run(['token', ...args])
    expect(result.stderr).toContain(says)
    expect(result.exit).toBe(2)
  })
})
