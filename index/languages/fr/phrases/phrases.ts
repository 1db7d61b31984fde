/** French alternatives by what they are asked for. */
import type { Phrases } from '../../phrase-names.ts'
import { ACRONYMS } from './acronyms.ts'
import { AGES } from './ages.ts'
import { ANSWERS } from './answers.ts'
import { BOUNDS } from './bounds.ts'
import { CHAT } from './chat.ts'
import { CHECKING } from './checking.ts'
import { COMPARING } from './comparing.ts'
import { CONTEXT } from './context.ts'
import { COUNTING } from './counting.ts'
import { EXAMPLES } from './examples.ts'
import { FURNITURE } from './furniture.ts'
import { LAYOUT } from './layout.ts'
import { LOOK_UPS } from './look-ups.ts'
import { MANNERS } from './manners.ts'
import { NUMBERS } from './numbers.ts'
import { QUESTIONS } from './questions.ts'
import { REFUSED } from './refused.ts'
import { SPEAKING } from './speaking.ts'
import { TABLES } from './tables.ts'
import { UNITS } from './units.ts'

export const PHRASES: Phrases = {
  acronyms: ACRONYMS,
  ages: AGES,
  answers: ANSWERS,
  bounds: BOUNDS,
  chat: CHAT,
  checking: CHECKING,
  comparing: COMPARING,
  context: CONTEXT,
  counting: COUNTING,
  examples: EXAMPLES,
  furniture: FURNITURE,
  layout: LAYOUT,
  lookUps: LOOK_UPS,
  manners: MANNERS,
  numbers: NUMBERS,
  questions: QUESTIONS,
  refused: REFUSED,
  speaking: SPEAKING,
  tables: TABLES,
  units: UNITS,
}
