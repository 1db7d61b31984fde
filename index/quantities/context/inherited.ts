/** When and where, as the heading above a text says, and where, as the title of its document does; marked as such. */
import { periods } from './period.ts'
import { placeNames } from './place.ts'
import type { Context, Origin, Period, PlaceName } from '../quantity.ts'
import { tokenize } from '../numbers/tokens.ts'

export interface Inherited {
  readonly period?: Period
  readonly place?: PlaceName
}

/** The heading is asked first, then the title for a place. */
export function inherited({ language, published, heading, title }: Context): Inherited {
  const read = (text: string | undefined, origin: Origin): Inherited => {
    if (text === undefined || text === '' || text.length > 500) return {}
    const tokens = tokenize(text, language)
    const when = periods(tokens, published)[0]
    const where = placeNames(tokens, language)[0]
    return {
      ...(when === undefined
        ? {}
        : {
            period: {
              start: when.start,
              end: when.end,
              origin,
              wording: text.slice(when.start, when.end),
              ...(when.from === undefined ? {} : { from: when.from }),
              ...(when.to === undefined ? {} : { to: when.to }),
            },
          }),
      ...(where === undefined
        ? {}
        : {
            place: {
              start: where.start,
              end: where.end,
              origin,
              wording: text.slice(where.start, where.end),
            },
          }),
    }
  }
  // A title's date is when the document came out, or of all that it covers: of no single figure.
  const { place } = read(title, 'document')
  return { ...(place !== undefined && { place }), ...read(heading, 'section') }
}
