/** Wordings that qualify a number, before it and after it, with what they say of the true value. */
import type { Language } from '../document.ts'
import type { Relation } from '../quantities/quantity.ts'

type Wordings = Readonly<Record<Relation, string>>

export const BEFORE: Readonly<Record<Language, Wordings>> = {
  en: {
    '≥': 'at least|at least or equal to|greater than or equal to|more than or equal to|equal to or more than|equal to or greater than|equal or greater than|bigger or equal than|higher or equal than|greater or equal than|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|minimum of|upwards of|from at least|≥|> =',
    '>':
      'more than|over|above|greater than|larger than|higher than|in excess of|exceeding|exceeds|exceeded|beyond|bigger than|exceed|surpass|surpasses|well over|just over|well above|' +
      'slightly more than|slightly over|just above|far more than|much more than|surpassing|surpassed|older than|longer than|>|upward of|only over',
    '~':
      'about|around|approximately|approx|approx .|roughly|some|nearly|almost|estimated|estimated at|estimated to be|close to|circa|ca .|' +
      'on average|in the region of|somewhere around|only some|just about|an estimated total of|around about|' +
      'in the order of|~|≈|claimed to be|nearly about|well nigh|virtually|just under|just shy of|near to|thought to be|believed to be',
    '≤': 'at most|less than or equal to|smaller than or equal to|fewer than or equal to|equal to or less than|equal or less than|smaller or equal than|less or equal than|lower or equal than|no more than|no greater than|no larger than|not more than|up to|as many as|as much as|as high as|a maximum of|maximum|maximum of|at maximum|does not exceed|not exceeding|do not exceed|did not exceed|≤|to up to',
    '<': 'less than|fewer than|under|below|lower than|smaller than|younger than|shorter than|not quite|<|well under|well below|slightly less than|slightly under',
    '=': 'exactly|precisely|a total of|total of|a combined|a peak of|peak of|a record|only|just|equal to|a combined total of|between|anywhere between|an average of|average of|averaging|an average',
  },
  fr: {
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
}

export const AFTER: Readonly<Record<Language, Wordings>> = {
  en: {
    '≥': 'or more|or more than|and more|or over|or above|or higher|or greater|at least|and above|and over|and more|or older|at a minimum|+',
    '>': '',
    '~': 'or so|on average|approximately',
    '≤': 'or less|or fewer|or under|or below|at most|at the most|and under|and below|or younger|or lower',
    '<': '',
    '=': '',
  },
  fr: {
    '≥': 'ou plus|au moins|et plus|au minimum|ou davantage|minimum',
    '>': '',
    '~': 'environ|à peu près|en moyenne',
    '≤': 'ou moins|au plus|au maximum|tout au plus|et moins|maximum',
    '<': '',
    '=': '',
  },
}
