/** Words of change, English and French, by direction. */

const UP =
  /^(?:rise|rises|rose|risen|rising|increas(?:e|es|ed|ing)|grow|grows|grew|grown|growing|growth|climb(?:ed|ing|s)?|jump(?:ed|ing|s)?|surg(?:e|ed|ing|es)|soar(?:ed|ing|s)?|doubled|tripled|up|expanded|raised|raising|raise|hike|spike|upsurge|uptick|uptrend|higher|augment(?:e|é|ée|és|ées|er|ation|ent|ant)|hausse|progress(?:é|e|ion)|grimp(?:é|e)|bondi|passe|passé|passée|passés|passent|croissance|doublé|triplé|accru|accrue|accroissement)$/u
const DOWN =
  /^(?:fall|falls|fell|fallen|falling|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|reduc(?:e|es|ed|ing|tion|tions)|shr[aiu]nk|shrinking|plunge[ds]?|plummeted|down|lowered|dipped|halved|decrement|contraction|lower|diminu(?:e|é|ée|er|tion|ent)|baisse|baissé|recul|reculé|chut(?:e|é|er)|réduit|réduite|réduction|tombe|tombé|tombée|repli|descendu|régressé)$/u

export type Direction = 'up' | 'down'

export function directionOf(word: string): Direction | undefined {
  if (word.length < 2 || word.length > 14) return undefined
  if (UP.test(word)) return 'up'
  return DOWN.test(word) ? 'down' : undefined
}
