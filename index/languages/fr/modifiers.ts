/** French wordings that qualify a number, with what they say of the true value. */
import type { Modifiers } from '../pack.ts'

export const MODIFIERS: Modifiers = {
  before: {
    '≥': "au moins|au moins ou égal à|supérieur ou égal à|supérieure ou égale à|supérieurs ou égaux à|supérieures ou égales à|plus grands ou égaux à|au moins de|plus de ou égal à|plus grand ou égal à|égal ou supérieur à|au minimum|pas moins de|pas moins d'|un minimum de|minimum|à partir de|≥",
    '>':
      "plus de|plus d'|au-delà de|au delà de|plus grand que|plus grande que|plus élevé que|supérieur à|supérieure à|supérieurs à|dépassant|dépassé|plus âgé que|plus âgée que|dépasse|dépassent|bien plus de|un peu plus de|un peu plus d'|>|plus que|au-dessus de|" +
      'au - delà de|au - dessus de',
    '~':
      "environ|près de|près d'|quelque|quelques|presque|autour de|aux alentours de|approximativement|à peu près|de l'ordre de|une moyenne de|" +
      'en moyenne|estimé à|estimée à|estimés à|estimées à|pratiquement|quasi|quasiment|~|≈|avoisinant',
    '≤': "au plus|inférieur ou égal à|inférieure ou égale à|inférieurs ou égaux à|inférieures ou égales à|plus petits ou égaux à|moins de ou égal à|égal ou inférieur à|plus petit ou égal à|au maximum|jusqu'à|jusqu' à|pas plus de|tout au plus|un maximum de|n'excédant pas|≤|maximum",
    '<': "moins de|moins d'|plus petit que|plus petite que|plus petits que|inférieur à|inférieure à|inférieurs à|sous|en dessous de|au - dessous de|en - dessous de|<|moins que|un peu moins de",
    '=': 'exactement|précisément|un total de|au total|total de|seulement|seuls|un pic de|un record de|égal à|entre',
  },
  after: {
    '≥': 'ou plus|au moins|et plus|au minimum|ou davantage|minimum',
    '>': '',
    '~': 'environ|à peu près|en moyenne',
    '≤': 'ou moins|au plus|au maximum|tout au plus|et moins|maximum',
    '<': '',
    '=': '',
  },
}
