/** A disk without room, or that takes nothing any more: what is there answers, one line names the fix. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { randomOf } from '../random.ts'
import { faultsOf, type Home, inHome } from './home.ts'

/** Why disks of their own cannot be made here; undefined when they can. */
export function whyNoDisks(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'disks of a given size need Linux and root'
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], {
      stdio: 'ignore',
    })
    return undefined
  } catch {
    return 'disks of a given size cannot be mounted here'
  }
}

const mount = (words: readonly string[]): unknown =>
  execFileSync('mount', words, { stdio: 'ignore' })

/** In kilobytes: from no room for anything to nearly enough. */
const [LEAST, MOST] = [20, 600]

export const filled = (seed: number): Promise<readonly string[]> =>
  inHome('disk', seed, async (home) => {
    const random = randomOf(seed)
    const size = Math.floor(LEAST + random() * (MOST - LEAST))
    mkdirSync(home.data)
    mount(['-t', 'tmpfs', '-o', `size=2m`, 'none', home.data])
    try {
      return await onDisk(home, size, seed % 2 === 0)
    } finally {
      execFileSync('umount', ['-l', home.data])
    }
  })

async function onDisk(home: Home, size: number, hasAnswered: boolean): Promise<string[]> {
  const faults: string[] = []
  const told = (ran: Awaited<ReturnType<Home['run']>>, codes: readonly number[]): void => {
    faults.push(...faultsOf(ran, codes).map((fault) => `${size} KB: ${fault}`))
    if (ran.code !== 0 && !ran.error.includes(home.data))
      faults.push(`${size} KB: the folder is not named: ${ran.error.slice(0, 200)}`)
  }
  const alport = home.town('Alport', 3)
  const besko = home.town('Besko', 60)
  let before = ''
  if (hasAnswered) {
    told(await home.run(['add', alport]), [0])
    before = (await home.ask('Alport')).out
  }
  // Less than what is on it may be refused; what is left is then what it was.
  const full = join(home.data, 'filling')
  fill(full, size)
  for (const words of [['add', besko], ['refresh']]) told(await home.run(words), [0, 1])
  if (hasAnswered) {
    const asked = await home.ask('Alport')
    told(asked, [0])
    if (asked.out !== before) faults.push(`${size} KB: another answer: ${asked.out.slice(0, 200)}`)
    mount(['-o', 'remount,ro', home.data])
    const only = await home.ask('Alport')
    told(only, [0])
    if (only.out !== before) faults.push(`read-only: another answer: ${only.out.slice(0, 200)}`)
    told(await home.run(['add', besko]), [1])
    mount(['-o', 'remount,rw', home.data])
  }
  rmSync(full, { force: true })
  mount(['-o', 'remount,size=200m', home.data])
  told(await home.run(['add', besko]), [0])
  const { out } = await home.ask('Besko')
  if (!out.includes('Besko opened bridge number'))
    faults.push(`${size} KB: with room again: ${out.slice(0, 200)}`)
  return faults
}

/** Leaves so many kilobytes on the disk. */
function fill(path: string, left: number): void {
  const free = Number(
    execFileSync('df', ['--output=avail', '-k', join(path, '..')])
      .toString()
      .trim()
      .split('\n')
      .at(-1),
  )
  if (free > left)
    execFileSync('dd', ['if=/dev/zero', `of=${path}`, 'bs=1024', `count=${free - left}`], {
      stdio: 'ignore',
    })
}
