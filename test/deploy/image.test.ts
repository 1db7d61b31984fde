/** The Dockerfile and the compose file: what they say, and the steps carried out as far as this machine can. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import packageJson from '../../package.json' with { type: 'json' }
import { stagesOf } from '../support/dockerfile.ts'
import { buildScript, inRoot, quoted } from '../support/image.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const textOf = (name: string): string => readFileSync(join(ROOT, name), 'utf8')
const stages = stagesOf(textOf('Dockerfile'))
const [build, last] = [stages[0], stages.at(-1)]
const stepsOf = (keyword: string) => last?.steps.filter((step) => step.keyword === keyword) ?? []
const wordsOf = (keyword: string) => stepsOf(keyword).at(-1)?.words ?? []
const env = wordsOf('ENV')

describe('the image', () => {
  it('is built in one stage and run in another, on a Node that the package supports', () => {
    expect(stages.map(({ name }) => name)).toEqual(['build', undefined])
    for (const { image } of stages) {
      const [, major] = /^node:(\d+)-[a-z-]+$/u.exec(image) ?? []
      expect(Number(major)).toBeGreaterThanOrEqual(Number(packageJson.engines.node.slice(2)))
    }
  })

  it('copies what is there and what is not ignored, and nothing more', () => {
    const sources = (build?.steps ?? [])
      .filter(({ keyword }) => keyword === 'COPY')
      .flatMap(({ words }) => words.slice(0, -1))
    const kept = textOf('.dockerignore').match(/(?<=^!).+$/gmu)
    expect(sources.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    expect(new Set(sources)).toEqual(new Set(kept))
  })

  it('runs as a user of its own, keeps its data in a volume and says whether it is well', () => {
    expect(wordsOf('USER')).toEqual(['node'])
    expect(wordsOf('VOLUME')).toEqual(['/data'])
    expect(env).toContain('VERBATIM_DATA=/data')
    expect(wordsOf('HEALTHCHECK')[0]).toBe('node')
    const order = last?.steps.map(({ keyword }) => keyword) ?? []
    // Nothing is made as root after it.
    expect(
      order.slice(order.indexOf('USER')).filter((word) => word === 'RUN' || word === 'COPY'),
    ).toEqual([])
  })
})

describe('the compose file', () => {
  const service = parse(textOf('compose.yaml')).services.verbatim

  it('takes from the container what it does not need', () => {
    expect(service).toMatchObject({
      build: '.',
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      ports: ['127.0.0.1:4400:4400'],
    })
    expect(service.volumes).toContain('data:/data')
  })
})

/** Why the steps cannot be carried out here; nothing where they can. */
function lacking(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs Linux and root'
  const tried = spawnSync('unshare', ['-m', '-n', '-p', '--fork', 'true'])
  if (tried.status !== 0) return 'needs the right to make namespaces'
  const missing = ['ip', 'chroot', 'npm'].filter((name) => spawnSync('which', [name]).status !== 0)
  return missing.length > 0 ? `needs ${missing.join(', ')}` : undefined
}

const why = lacking()
if (why !== undefined)
  process.stderr.write(`The steps of the Dockerfile are not carried out: ${why}.\n`)

describe.skipIf(why !== undefined)('the steps of the Dockerfile', () => {
  it('make what answers on a root that cannot be written to, without a network', ({ skip }) => {
    const work = mkdtempSync(join(tmpdir(), 'verbatim-image-'))
    const cache = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim()
    const options = { context: ROOT, work, cache }
    const root = join(work, String(stages.length - 1), 'root')
    const folder = stepsOf('WORKDIR').at(-1)?.words.join('') ?? '/'
    const [user] = wordsOf('USER')
    const run = (words: readonly string[]): string =>
      inRoot({
        root,
        folder,
        env,
        command: words.map(quoted).join(' '),
        options,
        ...(user && { user }),
      })
    const entry = wordsOf('ENTRYPOINT')
    const lines = [
      'set -eu',
      'ip link set lo up',
      ...buildScript(stages, options),
      `mount -t tmpfs tmpfs ${root}/tmp`,
      `mount -t tmpfs -o mode=700,uid=1999,gid=1999 tmpfs ${root}/data`,
      `mount -o remount,ro ${root}`,
      // Whoever has lowered its priority may not raise it again.
      `${run(['nice', '-n', '10', ...entry, ...wordsOf('CMD')])} &`,
      `for second in $(seq 60); do ${run(wordsOf('HEALTHCHECK'))} && break || sleep 1; done`,
      run(wordsOf('HEALTHCHECK')),
      'echo healthy',
      `${run(['touch', '/opt/verbatim/written'])} 2>/dev/null && echo written || echo read-only`,
      run([...entry, 'ask', 'How many people were killed in Moura?']),
      'kill -TERM $!',
      'wait $! || echo "left with $?"',
    ]
    writeFileSync(join(work, 'steps.sh'), `${lines.join('\n')}\n`)
    try {
      const { stdout, stderr } = spawnSync(
        'unshare',
        ['-m', '-n', '-p', '--fork', '--kill-child', 'sh', join(work, 'steps.sh')],
        { encoding: 'utf8' },
      )
      if (stderr.includes('ENOTCACHED'))
        skip('npm has not kept all packages: they would have to be fetched; run npm ci')
      expect({ stdout, stderr }).toEqual({
        stdout: expect.stringMatching(
          /healthy\nread-only\n[^]*more than 300 people[^]*left with 143\n$/u,
        ),
        stderr: expect.not.stringMatching(/warn|EACCES|EROFS|Unexpected|could not/iu),
      })
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }, 600_000)
})
