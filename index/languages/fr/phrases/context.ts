/** French alternatives for periods and places. */
import type { Phrases } from '../../phrase-names.ts'

export const CONTEXT: Phrases['context'] = {
  toEnd: "et|à|au|jusqu'",
  article: "le|au|l'",
  parts: 'nord|sud|est|ouest',
  areas: 'commune|région|département|ville|cercle',
  noPlace: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  passing: "depuis|vers|en provenance d[eu']",
  directions: 'du|de',
  noPlaceWords: 'ministère|université|agence|conseil',
  nameLinks: 'de|du|la|le',
  this: 'ces|cette|ce',
}
