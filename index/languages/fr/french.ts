/** French. */
import { stemmer } from '@orama/stemmers/french'
import { chrono } from '../chrono.ts'
import type { LanguagePack } from '../pack.ts'
import { CUES } from './cues.ts'
import { CURRENCIES } from './currencies.ts'
import { EVENTS } from './events.ts'
import { EVERYDAY } from './everyday.ts'
import { FIELD } from './field.ts'
import { MODIFIERS } from './modifiers.ts'
import { FRENCH_NUMBERS } from './numbers.ts'
import { OPPOSITES } from './opposites.ts'
import { PHRASES } from './phrases/phrases.ts'
import { STOP_WORDS } from './stop-words.ts'
import { UNITS } from './units.ts'
import { FRENCH as WORDS } from './words.ts'

export const FRENCH: LanguagePack = {
  names: ['fr', 'fra', 'fre', 'french', 'français', 'francais'],
  trigrams: 'fra',
  density: 0.36,
  locale: 'fr-FR',
  stem: stemmer,
  stopWords: STOP_WORDS,
  words: WORDS,
  numbers: FRENCH_NUMBERS,
  months: [
    'janvier janv',
    'février févr fevrier',
    'mars',
    'avril avr',
    'mai',
    'juin',
    'juillet juil',
    'août aout',
    'septembre',
    'octobre',
    'novembre',
    'décembre déc',
  ],
  weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  grammar: {
    head: 'first',
    decimalMark: ',',
    monthFirst: false,
    vague: 'of',
    oneIsArticle: true,
    passiveHides: false,
    capitalMonths: [],
    elided: '[cdjlmnst]|qu|jusqu|lorsqu|puisqu',
  },
  ordinals: [
    'premier premiere',
    'deuxieme second seconde',
    'troisieme',
    'quatrieme',
    'cinquieme',
    'sixieme',
    'septieme',
    'huitieme',
    'neuvieme',
    'dixieme',
  ],
  placeLinks: 'à en au aux dans près vers du de',
  dates: chrono('fr'),
  modifiers: MODIFIERS,
  cues: CUES,
  events: EVENTS,
  units: UNITS,
  currencies: CURRENCIES,
  changes: {
    up: String.raw`augment(?:e|é|ée|és|ées|er|ation|ent|ant)|hausse|progress(?:é|e|ion)|grimp(?:é|e)|bondi|passe|passé|passée|passés|passent|croissance|doublé|triplé|accru|accrue|accroissement`,
    down: String.raw`diminu(?:e|é|ée|er|tion|ent)|baisse|baissé|recul|reculé|chut(?:e|é|er)|réduit|réduite|réduction|tombe|tombé|tombée|repli|descendu|régressé`,
  },
  populations: {
    names: String.raw`ménages?|familles|enfants|femmes|hommes|filles|garçons|déplacés|réfugiés|retournés|personnes|cas|décès|communautés|localités|écoles|établissements|répondants|enquêtés`,
    endings: 'eurs|euses|istes',
    not: 'moyens',
  },
  abbreviations: {
    always: 'mme mmes mlle mlles m mm me ste pr',
    beforeNumber: 'janv fevr avr juil',
  },
  everyday: EVERYDAY,
  field: FIELD,
  opposites: OPPOSITES,
  phrases: PHRASES,
  opinions:
    /^(?:il est (?:grand )?temps|(?:je|nous) (?:pense|pensons|crois|croyons|espère|espérons|souhaite|souhaitons)|à (?:mon|notre) avis|espérons|heureusement|hélas)\b|\b(?:il est (?:grand )?temps (?:que|de)|est (?:une honte|honteux|inacceptable|scandaleux|indigne)|mérit(?:e|ent) mieux|quelle honte)\b|\b(?:devr(?:ait|aient)|doit|doivent) (?:agir|se réveiller|faire (?:plus|mieux))\b/iu,
}
