/** Whether a message asks for a draft to be checked. */
import type { Message } from '../adapter.ts'
import { withoutNoise } from '../ask/noise.ts'

/** "check: …", "/check …", "check whether …", "vérifie : …". */
const REQUEST =
  /^(?:\/(?:check|vérifie[rz]?)(?=\s|$)|(?:fact[- ]?)?check(?=\s*:)|vérifie[rz]?(?=\s*:)|(?:fact[- ]?)?check(?=\s+(?:if|whether|that|this|the following)\s)|vérifie[rz]?(?=\s+(?:si|que)\s)|check(?=\s+["“«])|check(?=\s*\n))(?:\s*:)?(?:\s+(?:if|whether|that|si|que|this|the following)(?=\s|:))?(?:\s*:)?(?<draft>[^]*)$/iu

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
