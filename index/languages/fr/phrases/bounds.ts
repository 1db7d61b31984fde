/** French alternatives for dates that bound. */
import type { Phrases } from '../../phrase-names.ts'

export const BOUNDS: Phrases['bounds'] = {
  before: 'avant',
  after: 'après',
  until: "jusqu'au|jusqu'en",
  since: 'depuis|dès|à partir de',
  parts: 'le|du|fin|début',
  years: 'en|depuis|dès|avant|après|de',
}
