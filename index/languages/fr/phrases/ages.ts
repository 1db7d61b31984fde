/** French alternatives for ages. */
import type { Phrases } from '../../phrases.ts'

export const AGES: Phrases['ages'] = {
  years: 'ans?',
}
