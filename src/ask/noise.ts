/** What people say around a question in a chat, and the question itself. */

/** At the start of a message, any number of them one after another. */
const OPENINGS: readonly RegExp[] = [
  /^<@!?[A-Z0-9|]+(?:\|[^>]*)?>[\s,:;-]*/iu,
  /^@[\w.-]+[\s,:;-]+/u,
  /^(?:hey|hi|hello|hiya|yo|dear|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut|coucou)(?: (?:there|all|everyone|team|folks|bot|verbatim|à tous))?\b[\s,!.:;-]*/iu,
  /^(?:ok|okay|so|well|um+|erm|thanks|thank you|merci|please|pls|plz|quick question|question|just wondering|fyi|svp|s['’]il (?:vous|te) pla[iî]t)\b[\s,!.:;-]+/iu,
  /^(?:(?:does|do) (?:anyone|anybody|somebody|you) (?:know|happen to know|remember)(?: if| whether)?|(?:have )?(?:you )?any(?:one have an)? idea(?:s)?(?: if| of)?|(?:can|could|would|will) (?:you|someone|anyone|anybody) (?:please |kindly )?(?:tell|remind|show|give|help|explain to|find)(?: me| us)?(?: out)?|i(?:['’]m| am| was)? (?:just )?(?:wonder(?:ing)?|curious|trying to (?:find|work|figure) out|looking for)(?: if| about| whether)?|i(?:['’]d| would)? (?:like|want|need) to know(?: if| about)?|(?:please )?(?:tell|remind|show|give) (?:me|us)(?: about)?|(?:est-ce que )?(?:vous|tu) (?:savez|sais|pouvez me dire|peux me dire)(?: si)?|(?:pouvez|pourriez|peux|pourrais)-(?:vous|tu)(?: me)? (?:dire|donner|montrer|indiquer)|(?:dis|dites|donne|donnez)-moi|(?:savez-vous|sais-tu)(?: si)?|quelqu['’]un sait(?: si)?|je (?:voudrais|veux|cherche à) savoir(?: si)?)(?=[\s,:;?]|$)[\s,:;]*/iu,
]

/** At the end. */
const CLOSINGS: readonly RegExp[] = [
  /(?<![\s,;.!-])[\s,;.!-]*(?<=[\s,;.!?-])(?:please|pls|plz|thanks(?: (?:a lot|so much|in advance))?|thank you(?: (?:so|very) much)?|thx|cheers|merci(?: (?:beaucoup|d['’]avance))?|svp|s['’]il (?:vous|te) pla[iî]t|any idea(?:s)?|anyone|do you know)[\s?!.]*$/iu,
  /(?<!\s)\s*<@!?[A-Z0-9|]+>\s*$/iu,
  /(?<!\s)\s*(?<!\p{Extended_Pictographic})\p{Extended_Pictographic}+\s*$/u,
]

/** The message without greetings, mentions and politeness; empty when it was nothing else. */
export function withoutNoise(message: string): string {
  let text = message.trim()
  for (let changed = true; changed;) {
    const before = text
    for (const opening of OPENINGS) text = text.replace(opening, '')
    changed = text !== before
  }
  for (let changed = true; changed;) {
    const before = text
    for (const closing of CLOSINGS) text = text.replace(closing, '').trimEnd()
    changed = text !== before && text !== ''
  }
  return /[\p{L}\p{N}]/u.test(text) ? text.trim() : ''
}
