/** A place of its own for the real program: documents, a data folder, and whoever uses them. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const MAIN = resolve(import.meta.dirname, '../../../src/start.js')
/** In milliseconds: whatever takes longer hangs. */
const PATIENCE = 120_000

export interface Ran {
  readonly words: readonly string[]
  /** `undefined` for one that was killed. */
  readonly code: number | undefined
  readonly out: string
  readonly error: string
}

export class Home {
  readonly path = mkdtempSync(join(tmpdir(), 'verbatim-kept-'))
  data = join(this.path, 'data')

  /**
   * @param kill milliseconds after which the process is killed
   * @param patience milliseconds after which it is taken to hang; more where others have the processors
   */
  run(
    words: readonly string[],
    {
      env = {},
      kill,
      patience = PATIENCE,
    }: {
      env?: Readonly<Record<string, string>>
      kill?: number | undefined
      patience?: number
    } = {},
  ): Promise<Ran> {
    return new Promise((done) => {
      const child = execFile(
        process.execPath,
        [MAIN, ...words],
        {
          cwd: this.path,
          env: { ...process.env, VERBATIM_DATA: this.data, ...env },
          timeout: patience,
        },
        (error, out, complaint) => {
          const code = error === null ? 0 : error.code
          done({ words, code: typeof code === 'number' ? code : undefined, out, error: complaint })
        },
      )
      if (kill !== undefined) setTimeout(() => child.kill('SIGKILL'), kill)
    })
  }

  /** A folder of files of the same names as another's, each with a town's own sentence. */
  town(name: string, count: number): string {
    const folder = join(this.path, name)
    mkdirSync(folder)
    for (let at = 0; at < count; at++)
      writeFileSync(join(folder, `note-${at}.txt`), noteOf(name, at))
    return folder
  }

  ask(town: string): Promise<Ran> {
    return this.run(['ask', `Which bridge did the mayor of ${town} open on a rainy Monday?`])
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

const noteOf = (town: string, at: number): string =>
  `The mayor of ${town} opened bridge number ${at + 11} on a rainy Monday.\n`

/** What no run may say or do, whatever it finds. */
export function faultsOf({ words, code, error }: Ran, codes: readonly number[]): string[] {
  const said = `${words.join(' ')} ended with ${code}: ${error.slice(0, 300)}`
  if (code === undefined || !codes.includes(code)) return [said]
  return /Unexpected|ERR_|SQLITE|\n {4}at /u.test(error) ? [said] : []
}

/** Runs in a home that is gone afterwards. @returns the faults, each with the seed it comes back from */
export async function inHome(
  what: string,
  seed: number,
  check: (home: Home) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const home = new Home()
  try {
    return (await check(home)).map((fault) => `${what} ${seed}: ${fault}`)
  } finally {
    home.remove()
  }
}
