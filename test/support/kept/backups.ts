/** A backup made while others write, put back elsewhere: the same answers, scopes and schedules. */
import { join } from 'node:path'
import { readPattern } from '../../../src/schedule/pattern.ts'
import { sqliteStore } from '../../../src/store/sqlite/store.ts'
import { randomOf } from '../random.ts'
import { faultsOf, inHome } from './home.ts'

export const backedUp = (seed: number): Promise<readonly string[]> =>
  inHome('backup', seed, async (home) => {
    const random = randomOf(seed)
    const [alport, besko] = [home.town('Alport', 3), home.town('Besko', 40)]
    const faults = faultsOf(await home.run(['add', alport]), [0])
    const store = sqliteStore(join(home.data, 'verbatim.sqlite'))
    await store.scopes.assign('slack:C1', ['sahel'])
    await store.schedules.add({
      destination: 'slack:C1',
      pattern: readPattern('daily 08:00 UTC').pattern,
      quiet: false,
    })
    await store.posts.settle()
    await store.close()
    const before = await home.ask('Alport')
    const file = join(home.path, 'all.backup')
    const [added, backup] = await Promise.all([
      home.run(['add', besko]),
      new Promise((done) => setTimeout(done, random() * 2500)).then(() =>
        home.run(['backup', file]),
      ),
    ])
    faults.push(...faultsOf(added, [0]), ...faultsOf(backup, [0]))
    home.data = join(home.path, 'elsewhere')
    faults.push(...faultsOf(await home.run(['restore', file]), [0]))
    const after = await home.ask('Alport')
    if (after.out !== before.out) faults.push(`another answer: ${after.out.slice(0, 200)}`)
    const back = sqliteStore(join(home.data, 'verbatim.sqlite'))
    if ((await back.scopes.of('slack:C1'))?.join() !== 'sahel') faults.push('the scope is lost')
    if ((await back.schedules.list()).length !== 1) faults.push('the schedule is lost')
    if (Date.now() - (await back.posts.settled()).getTime() > 120_000)
      faults.push('what was posted since may be posted again')
    const lost = await back.lost()
    if (lost !== undefined) faults.push(`it is held for lost: ${lost}`)
    await back.close()
    // What was added while the backup was made is in it, or comes with the next refresh.
    faults.push(...faultsOf(await home.run(['add', besko]), [0]))
    const { out } = await home.ask('Besko')
    if (!out.includes('Besko opened bridge'))
      faults.push(`Besko is not there: ${out.slice(0, 200)}`)
    return faults
  })
