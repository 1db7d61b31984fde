/** The contract of adapters, run by Vitest. */
import { afterEach, beforeEach, describe, it } from 'vitest'
import { type Harness, testAdapter as contract } from '../../adapters/testing/contract.ts'

export type { Harness }

export const testAdapter = (name: string, make: () => Harness | Promise<Harness>): void =>
  contract(name, make, { describe, it, beforeEach, afterEach })
