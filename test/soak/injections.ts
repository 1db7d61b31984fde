/** Texts of documents that mean harm, through a platform's posts and changes. */
import type { Injected } from '../support/injecting.ts'
import type { Check } from './check.ts'

const STRINGS = 5000

export async function checkInjections(
  check: (result: Check) => void,
  inject: (strings: number) => Promise<Injected>,
): Promise<void> {
  const { posted, edited, wrong } = await inject(STRINGS)
  const what = 'texts of documents that mean harm'
  check({ what: `${what}: arrived in messages`, measured: posted, least: STRINGS })
  check({ what: `${what}: arrived in changes of messages`, measured: edited, least: STRINGS })
  check({ what: `${what}: live, or not as written`, measured: wrong.length, most: 0 })
}
