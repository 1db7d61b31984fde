/** Whether a message asks for a draft to be checked. */
import { alternatives } from '../../index/languages/phrases.ts'
import type { Message } from '../adapter.ts'
import { withoutNoise } from '../ask/noise.ts'

/** "check: …", "/check …", "check whether …", "vérifie : …". */
const words = (name: Parameters<typeof alternatives<'checking'>>[1]): string =>
  alternatives('checking', name)
const REQUEST = new RegExp(
  String.raw`^(?:\/(?:${words('verbs')})(?=\s|$)|(?:${words('beforeColon')})(?=\s*:)|${words('beforeDraft')})(?:\s*:)?(?:\s+(?:${words('links')})(?=\s|:))?(?:\s*:)?(?<draft>[^]*)$`,
  'iu',
)

/** The draft; undefined when nothing is to be checked. */
function checkRequest(message: string): string | undefined {
  // What stands around it is left out, but not the lines of the draft.
  const start = message.search(/\S/u)
  const text = start < 0 ? '' : message.slice(start)
  const match = REQUEST.exec(text) ?? REQUEST.exec(withoutNoise(text))
  return match?.groups?.['draft']?.trim()
}

/** What of a message is to be checked, where that is asked for. */
export const draftOf = ({
  text,
  request = { kind: 'ask' },
}: Pick<Message, 'text' | 'request'>): string | undefined =>
  request.kind === 'check' ? text : request.kind === 'ask' ? checkRequest(text) : undefined
