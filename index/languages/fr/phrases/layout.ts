/** French that tells how a page is laid out. */
import type { Phrases } from '../../phrase-names.ts'

export const LAYOUT: Phrases['layout'] = {
  ofPages: 'sur|de',
  fields: 'auteurs?|mots[- ]clés',
  dated: 'mis à jour|mis en ligne|publié',
  openEnds: 'et|ou|de|des|du|la|le|les|en|par|pour|avec|dont|à',
  compounding: 'vice|demi|celui|celle|ceux|peut',
}
