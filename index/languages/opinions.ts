/** Wordings of what is thought, wished or asked for: nothing that a document could bear out. */
import type { Language } from '../document.ts'

const OPINIONS: Readonly<Record<Language, RegExp>> = {
  en: /^(?:it is (?:high )?time|(?:i|we) (?:think|believe|feel|hope|wish|fear|doubt|wonder)|in (?:my|our) (?:view|opinion)|let us|let’s|let's|hopefully|perhaps it is|one can only hope|may the|shame on)\b|\b(?:it is (?:high )?time (?:that|to|for)|(?:ought|needs?) to (?:act|wake up|be ashamed)|(?:should|must) (?:act|wake up|be ashamed|do (?:more|better)|not be allowed|be held to account)|is (?:a disgrace|shameful|unacceptable|inexcusable|scandalous|outrageous)|deserves? (?:better|more|our)|cannot be allowed to|what a (?:shame|disgrace))\b/iu,
  fr: /^(?:il est (?:grand )?temps|(?:je|nous) (?:pense|pensons|crois|croyons|espère|espérons|souhaite|souhaitons)|à (?:mon|notre) avis|espérons|heureusement|hélas)\b|\b(?:il est (?:grand )?temps (?:que|de)|est (?:une honte|honteux|inacceptable|scandaleux|indigne)|mérit(?:e|ent) mieux|quelle honte)\b|\b(?:devr(?:ait|aient)|doit|doivent) (?:agir|se réveiller|faire (?:plus|mieux))\b/iu,
}

export const isOpinion = (text: string, language: Language): boolean =>
  OPINIONS[language].test(text)
