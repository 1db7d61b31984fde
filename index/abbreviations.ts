/** Words that end in a full stop without ending a sentence. Folded, without the stop. */

/** Followed by a name or a term: never the end of a sentence. */
export const ALWAYS = new Set(
  (
    'mr mrs ms dr prof col gen lt sgt cpl capt cmdr maj adm brig spc pvt sen rep gov pres hon rev fr st ste sr ' +
    'messrs mme mmes mlle mlles m mm me mgr pr amb atty supt insp vs e.g eg i.e ie cf approx ca viz resp ' +
    'fig figs tab eq eqs ref refs vol vols ch chap sec sect art arts al ed eds trans orig env av apr incl excl'
  ).split(' '),
)

/** Followed by a number they go on: "Jan. 19", "No. 12", "p. 4". */
export const BEFORE_NUMBER = new Set(
  (
    'jan feb mar apr jun jul aug sep sept oct nov dec janv fevr avr juil no nos n p pp par para art l ss ' +
    'hwy rte op bk pt ver ver. v'
  ).split(' '),
)
