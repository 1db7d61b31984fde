/** What of an answer is shown at once. */
import type { Answer, Nothing } from '../reply.ts'
import type { AskOptions } from './ask.ts'

/** Characters of quotes that a phone shows with their sources, without scrolling. */
const SCREEN = 600

/** As many quotes as a phone shows, one at least; the rest comes with “more”. Whoever says how many gets them. */
export function onScreen(
  reply: Answer | Nothing,
  { quotes: wanted }: Pick<AskOptions, 'quotes'>,
): Answer | Nothing {
  if (reply.kind === 'nothing' || wanted !== undefined) return reply
  let length = 0
  const quotes = reply.quotes.filter(({ text }, at) => {
    length += text.length
    return at === 0 || length <= SCREEN
  })
  return { ...reply, quotes }
}
