/** How often a cluster answers as an engine of the process does. */
import type { Asker } from '../../../src/ask/ask.ts'
import type { Answer, Nothing } from '../../../src/reply.ts'
import type { Check } from '../check.ts'

export interface Asked {
  readonly question: string
  readonly asker: Asker
  /** As the engine of the process has it. */
  readonly expected: Answer | Nothing
}

/** Of the replies so many may be others, after the first quote. */
const OTHERS = 0.01

export async function sameReplies(
  asked: readonly Asked[],
  check: (result: Check) => void,
): Promise<void> {
  let first = 0
  let whole = 0
  const times: number[] = []
  for (const { question, asker, expected } of asked) {
    const from = performance.now()
    const reply = await asker.ask(question)
    times.push(performance.now() - from)
    if (firstOf(reply) !== firstOf(expected)) first++
    if (rounded(reply) !== rounded(expected)) whole++
  }
  const what = `${asked.length} questions in three views`
  check({ what: `${what}: with another first quote`, measured: first, most: 0 })
  check({
    what: `${what}: with another reply`,
    measured: whole,
    most: Math.floor(asked.length * OTHERS),
  })
  times.sort((a, b) => a - b)
  for (const part of [0.5, 0.95])
    check({
      what: `an answer by the cluster, p${part * 100}, ms`,
      measured: times[Math.floor(times.length * part)] ?? 0,
    })
}

/** Sums are made in another order. */
const rounded = (reply: Answer | Nothing): string =>
  JSON.stringify(reply, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(9)) : value,
  )

/** Where it stands; of a refusal that it is one. */
export function firstOf(reply: Answer | Nothing): string {
  const [first] = reply.kind === 'answer' ? reply.quotes : []
  return first === undefined ? reply.kind : `${first.citation.document} ${first.start} ${first.end}`
}
