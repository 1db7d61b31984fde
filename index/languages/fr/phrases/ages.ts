/** French alternatives for ages. */
import type { Phrases } from '../../phrase-names.ts'

export const AGES: Phrases['ages'] = {
  years: 'ans?',
}
