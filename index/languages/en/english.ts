/** English. */
import { stemmer } from '@orama/stemmers/english'
import { chrono } from '../chrono.ts'
import type { LanguagePack } from '../pack.ts'
import { CUES } from './cues.ts'
import { CURRENCIES } from './currencies.ts'
import { EVENTS } from './events.ts'
import { EVERYDAY } from './everyday.ts'
import { FIELD } from './field.ts'
import { MODIFIERS } from './modifiers.ts'
import { ENGLISH_NUMBERS } from './numbers.ts'
import { OPPOSITES } from './opposites.ts'
import { PHRASES } from './phrases/phrases.ts'
import { STOP_WORDS } from './stop-words.ts'
import { UNITS } from './units.ts'
import { ENGLISH as WORDS } from './words.ts'

export const ENGLISH: LanguagePack = {
  names: ['en', 'eng', 'english', 'anglais'],
  trigrams: 'eng',
  density: 0.24,
  locale: 'en-GB',
  stem: stemmer,
  stopWords: STOP_WORDS,
  words: WORDS,
  numbers: ENGLISH_NUMBERS,
  months: [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sep sept',
    'october oct',
    'november nov',
    'december dec',
  ],
  weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  grammar: {
    head: 'last',
    decimalMark: '.',
    monthFirst: true,
    vague: 'free',
    oneIsArticle: false,
    passiveHides: true,
    capitalMonths: ['may', 'march', 'mar', 'sec', 'dec'],
  },
  ordinals: [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
    'thirteenth',
    'fourteenth',
    'fifteenth',
  ],
  placeLinks: 'in near across at around outside throughout from to inside on',
  dates: chrono('en', 'GB'),
  modifiers: MODIFIERS,
  cues: CUES,
  events: EVENTS,
  units: UNITS,
  currencies: CURRENCIES,
  changes: {
    up: String.raw`rise|rises|rose|risen|rising|increas(?:e|es|ed|ing)|grow|grows|grew|grown|growing|growth|climb(?:ed|ing|s)?|jump(?:ed|ing|s)?|surg(?:e|ed|ing|es)|soar(?:ed|ing|s)?|doubled|tripled|up|expanded|raised|raising|raise|hike|spike|upsurge|uptick|uptrend|higher`,
    down: String.raw`fall|falls|fell|fallen|falling|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|reduc(?:e|es|ed|ing|tion|tions)|shr[aiu]nk|shrinking|plunge[ds]?|plummeted|down|lowered|dipped|halved|decrement|contraction|lower`,
  },
  populations: {
    names: String.raw`people|persons?|individuals|households?|families|children|women|men|boys|girls|adults|youths?|cases|deaths|communities|sites|locations|villages|counties|districts|provinces|states|schools|facilities|hospitals|idps|kis|ngos|hhs|hcws|organi[sz]ations|companies|businesses|males|females|infants|personnel|staff|patients|minors|displaced|non-displaced`,
    endings: '(?<!m)ents|ers|ees|ors|ants|ists|ians',
    not: 'incidents|treatments|documents|agents|amendments|payments|events|elements|shelters|numbers|centers|papers|orders|quarters|offers|powers|matters|letters|computers|restaurants|plants',
  },
  abbreviations: {
    always:
      'mr mrs ms dr prof col gen lt sgt cpl capt cmdr maj adm brig spc pvt sen rep gov pres hon rev fr st sr ' +
      'messrs mgr amb atty supt insp vs e.g eg i.e ie cf approx ca viz resp fig figs tab eq eqs ref refs vol ' +
      'vols ch chap sec sect art arts al ed eds trans orig env av apr incl excl',
    beforeNumber:
      'jan feb mar apr jun jul aug sep sept oct nov dec no nos n p pp par para art l ss hwy rte op bk pt ver ver. v',
  },
  everyday: EVERYDAY,
  field: FIELD,
  opposites: OPPOSITES,
  phrases: PHRASES,
  opinions:
    /^(?:it is (?:high )?time|(?:i|we) (?:think|believe|feel|hope|wish|fear|doubt|wonder)|in (?:my|our) (?:view|opinion)|let us|let’s|let's|hopefully|perhaps it is|one can only hope|may the|shame on)\b|\b(?:it is (?:high )?time (?:that|to|for)|(?:ought|needs?) to (?:act|wake up|be ashamed)|(?:should|must) (?:act|wake up|be ashamed|do (?:more|better)|not be allowed|be held to account)|is (?:a disgrace|shameful|unacceptable|inexcusable|scandalous|outrageous)|deserves? (?:better|more|our)|cannot be allowed to|what a (?:shame|disgrace))\b/iu,
}
