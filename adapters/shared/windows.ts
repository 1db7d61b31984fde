/** What stands on buttons and in lists of a chat platform, in the language of a reply. */
import { languageOfReply } from '../../src/speech.ts'
import type { Reply } from '../../src/reply.ts'
import { wordingsIn } from '../../src/wordings/in-language.ts'
import type { Wordings } from '../../src/wordings/wordings.ts'

export const windowsOf = (reply: Reply): Wordings['windows'] =>
  wordingsIn(languageOfReply(reply)).windows
