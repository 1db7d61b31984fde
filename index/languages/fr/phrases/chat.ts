/** French of a conversation. */
import type { Phrases } from '../../phrase-names.ts'

export const CHAT: Phrases['chat'] = {
  more: "encore|plus|la suite|d['’]autres?|autre chose",
  speaker:
    "(?:et )?(?:qui (?:a )?dit?(?: (?:ça|cela|ca))?|qui l['’]a dit|selon qui|d['’]après qui)",
  leaning: "et|mais|ou|aussi|qu['’]en est-il d(?:e|es|u)|et pour",
  pointing: 'cela|ça|ce dernier|ils?|elles?|eux|leur|celui-ci|y',
  bare: 'qui|quand|où|pourquoi|comment|combien',
  asking: 'combien|quand|où|pourquoi|qui',
  whole: '(?:et |mais )?(?:combien|qui|quand|où|pourquoi)',
  fillers: 'combien|et|de|des|ont|ete|en',
  generic: 'dit|dire|passe|arrive',
  greetings: '(?:bonjour|bonsoir|salut|coucou)(?: à tous)?',
  openings: "merci|svp|s['’]il (?:vous|te) pla[iî]t",
  requests:
    "(?:est-ce que )?(?:vous|tu) (?:savez|sais|pouvez me dire|peux me dire)(?: si)?|(?:pouvez|pourriez|peux|pourrais)-(?:vous|tu)(?: me)? (?:dire|donner|montrer|indiquer)|(?:dis|dites|donne|donnez)-moi|(?:savez-vous|sais-tu)(?: si)?|quelqu['’]un sait(?: si)?|je (?:voudrais|veux|cherche à) savoir(?: si)?",
  closings: "merci(?: (?:beaucoup|d['’]avance))?|svp|s['’]il (?:vous|te) pla[iî]t",
  help: 'aide',
  sources: 'documents',
}
