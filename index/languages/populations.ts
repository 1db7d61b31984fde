/** Whether a noun names those whom shares are taken of: people, groups, households, cases. */

const NAMES =
  /^(?:people|persons?|individuals|households?|families|children|women|men|boys|girls|adults|youths?|cases|deaths|communities|sites|locations|villages|counties|districts|provinces|states|schools|facilities|hospitals|idps|kis|ngos|hhs|hcws|organi[sz]ations|companies|businesses|males|females|infants|personnel|staff|patients|minors|non-displaced|displaced|ménages?|familles|enfants|femmes|hommes|filles|garçons|déplacés|réfugiés|retournés|personnes|cas|décès|communautés|localités|écoles|établissements|répondants|enquêtés)$/u

/** "-ers", "-ees", "-ents": those who do, are done to, or live somewhere. */
const ENDINGS = /(?:ers|ees|ors|ants|ents|ists|ians|eurs|euses|istes)$/u

const NOT =
  /^(?:incidents|treatments|documents|agents|amendments|payments|events|elements|shelters|numbers|centers|papers|orders|quarters|offers|powers|matters|letters|computers|moyens|restaurants|plants)$/u

export const isPopulation = (word: string): boolean =>
  NAMES.test(word) || (ENDINGS.test(word) && !NOT.test(word) && !word.endsWith('ments'))
