/** Nodes of OpenSearch for tests, on this machine: Java runs them, Maven brings them once. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const POM = join(HERE, 'pom.xml')
const LEAST_JAVA = 17
/** Milliseconds until the nodes have found each other, on a machine that is busy. */
const PATIENCE = 180_000

/** Why no node can be started here; nothing where one can, and in CI, where one must. */
export const WITHOUT_OPENSEARCH = missing()

export interface TestCluster {
  /** Addresses. */
  readonly nodes: readonly string[]
  /** Ends a node at once, as a crash does. */
  kill(node: number): void
  stop(): Promise<void>
}

function missing(): string | undefined {
  if (process.platform === 'win32') return 'its nodes are not started on Windows'
  if (process.env['CI'] === 'true') return undefined
  const java = versionOf('java', '-version')
  if (java === undefined || java < LEAST_JAVA) return `no Java ${LEAST_JAVA} is installed`
  if (!existsSync(jarFolder()) && versionOf('mvn', '--version') === undefined)
    return 'no Maven is installed'
  return undefined
}

/** The major version that a program tells of itself, on whichever of the two streams. */
function versionOf(command: string, option: string): number | undefined {
  const { stdout, stderr } = spawnSync(command, [option], { encoding: 'utf8' })
  const told = /(?:version "|Maven )(?<major>\d+)/u.exec(`${stdout ?? ''}${stderr ?? ''}`)
  return told?.groups === undefined ? undefined : Number(told.groups['major'])
}

function jarFolder(): string {
  const code = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12)
  return join(homedir(), '.cache', 'verbatim-tests', `opensearch-${code}`)
}

/** Brought once; another run may be bringing them, too. */
async function jars(): Promise<string> {
  const folder = jarFolder()
  if (existsSync(folder)) return folder
  await mkdir(join(folder, '..'), { recursive: true })
  const fresh = mkdtempSync(`${folder}-`)
  execFileSync(
    'mvn',
    ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${fresh}`],
    { stdio: 'pipe' },
  )
  if (existsSync(folder)) rmSync(fresh, { recursive: true })
  else renameSync(fresh, folder)
  return folder
}

export async function startCluster(count: number): Promise<TestCluster> {
  const classes = join(await jars(), '*')
  const home = mkdtempSync(join(tmpdir(), 'verbatim-opensearch-'))
  const ports = await freePorts(count * 2)
  const http = ports.slice(0, count)
  const transport = ports.slice(count)
  const names = http.map((_, at) => `n${at}`)
  const children = names.map((name, at) => {
    const settings = [
      `node.name=${name}`,
      'cluster.name=verbatim-tests',
      `path.home=${join(home, name)}`,
      'http.type=netty4',
      'transport.type=netty4',
      'network.host=127.0.0.1',
      `http.port=${http[at] ?? 0}`,
      `transport.port=${transport[at] ?? 0}`,
      `discovery.seed_hosts=${transport.map((port) => `127.0.0.1:${port}`).join(',')}`,
      `cluster.initial_cluster_manager_nodes=${names.join(',')}`,
      'cluster.routing.allocation.disk.threshold_enabled=false',
      'action.auto_create_index=false',
    ]
    return spawn(
      'java',
      [
        '-Xms300m',
        '-Xmx300m',
        '-XX:+UseSerialGC',
        '-XX:TieredStopAtLevel=1',
        '-cp',
        classes,
        join(HERE, 'OpenSearchNode.java'),
        ...settings,
      ],
      { stdio: 'ignore' },
    )
  })
  const nodes = http.map((port) => `http://127.0.0.1:${port}`)
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(ended))
    rmSync(home, { recursive: true, force: true })
  }
  try {
    await formed(nodes[0] ?? '', count, children)
  } catch (error) {
    await stop()
    throw error
  }
  return { nodes, kill: (node) => void children[node]?.kill('SIGKILL'), stop }
}

async function formed(
  node: string,
  count: number,
  children: readonly ChildProcess[],
): Promise<void> {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    if (children.some(({ exitCode }) => exitCode !== null))
      throw new Error('a node of OpenSearch ended as it started')
    const answer = await fetch(`${node}/_cluster/health?wait_for_nodes=${count}&timeout=1s`).catch(
      () => undefined,
    )
    if (answer?.ok === true) return
    await sleep(500)
  }
  throw new Error(`the ${count} nodes of OpenSearch did not find each other`)
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}

/** So many that nobody listens on. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer()
          server.listen(0, '127.0.0.1', () => resolve(server))
        }),
    ),
  )
  const ports = servers.map((server) => {
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  })
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
