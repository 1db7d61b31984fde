/** What kind of answer a question asks for, and where a sentence holds something of that kind. */
import type { Span } from '../../index/document.ts'

/** Every kind, in a fixed order: the ranker has features for each. */
export const KINDS = [
  'number',
  'money',
  'share',
  'duration',
  'age',
  'date',
  'place',
  'person',
  'organisation',
  'reason',
  'manner',
  'definition',
  'statement',
  'yes-no',
  'other',
] as const
export type AnswerKind = (typeof KINDS)[number]

/** First that matches a question in lower case, accents kept. English and French. */
const QUESTIONS: readonly (readonly [AnswerKind, RegExp])[] = [
  ['age', /\bhow old\b|\bwhat age\b|\bquel âge\b/u],
  [
    'duration',
    /\bhow long\b(?! (?:is|was) the \w+ (?:river|wall|bridge|road))|\bhow many (?:\w+ )?(?:years|months|weeks|days|hours|minutes|decades)\b|\bcombien (?:de temps|d['’](?:années|heures)|de (?:jours|mois|semaines|minutes))\b|\bdepuis (?:quand|combien)\b|\bquelle (?:est |était |fut )?(?:la )?durée\b|\b(?:duration|length of time)\b/u,
  ],
  [
    'share',
    /\b(?:what|which) (?:is |was |are |were )?(?:the )?(?:approximate |estimated )?(?:percent\w*|proportion|share|fraction|ratio)\b|\bhow many percent\b|\bquel(?:le)? (?:est |était )?(?:le |la )?(?:pourcentage|proportion|part|taux)\b/u,
  ],
  [
    'money',
    /\bhow much (?:\w+ ){0,2}(?:money|cost|funding|aid|assistance|did .* (?:cost|pay|spend|receive))\b|\bhow much\b.*\b(?:cost|spend|spent|pay|paid|worth|price|receive)\w*\b|\bhow (?:\w+ )?(?:expensive|costly)\b|\b(?:what|which) (?:is|was|are|were) the (?:\w+ ){0,2}(?:spending|price|cost|budget|salary|revenue)\b|\bcombien (?:coûte|a coûté|d['’]argent)\b|\bquel(?:le)? (?:est |était |fut )?(?:le )?(?:prix|coût|montant|budget|salaire)\b/u,
  ],
  [
    'number',
    /\bhow (?:many|much|often|far|tall|high|large|big|deep|fast|wide|heavy|long)\b|\b(?:what|which) (?:is |was |are |were )?(?:the )?(?:total |estimated |exact |approximate |average |overall )*(?:number|amount|population|size|rate|level|count|total|quantity|figure|height|depth|length|distance|speed|temperature|weight|area)\b|\bcombien\b|\bquel(?:le)? (?:est |était |fut |sera )?(?:le |la |l['’])?(?:nombre|population|taille|superficie|surface|hauteur|longueur|largeur|profondeur|distance|vitesse|température|altitude|poids|quantité|score|effectif|capacité|densité)\b|\bquel(?:le)? (?:rang|place|position)\b|\b(?:what|which) (?:rank|place|position)\b(?= (?:does|did|do|is|was|has))|(?:^|\s)à quel(?:le)? (?:hauteur|vitesse|distance|profondeur|altitude)\b/u,
  ],
  [
    'date',
    /^(?:\S+ ){0,4}when\b|\bwhen (?:did|was|were|is|are|does|do|will|has|had)\b|\b(?:what|which) (?:\w+ )?(?:year|years|date|day|month|century|decade|time|era)\b|\bquand\b|\bquel(?:le)? (?:est |était |fut )?(?:la |le |l['’])?(?:années?|dates?|jour|mois|siècles?|époque|période|heure)\b/u,
  ],
  [
    'place',
    /\bwhere\b|\b(?:what|which) (?:\w+ )?(?:country|countries|city|cities|town|region|state|place|location|village|province|continent|area|river|island|sea|ocean|mountain|part of)\b|(?:^|[\s,])où(?!\p{L})|\bquel(?:le)?s? (?:est |était |sont )?(?:le |la |les |l['’])?(?:pays|villes?|régions?|endroit|lieux?|continent|villages?|départements?|provinces?|îles?|capitale|quartier|fleuve|rivière|adresse)\b/u,
  ],
  [
    'reason',
    /\bwhy\b|\bwhat (?:caused|causes|is the (?:main )?(?:reason|cause)|was the (?:main )?(?:reason|cause)|led to)\b|\bfor what (?:reason|purpose)\b|\bhow come\b|\bpourquoi\b|\bquel(?:le)?s? (?:est |était |fut |sont )?(?:la |les |l['’])?(?:principale )?(?:raisons?|causes?)\b|\bqu['’]est[- ]ce qui (?:a )?(?:caus|provoqu|expliqu)/u,
  ],
  [
    'definition',
    /\bstands? for\b|\bwhat (?:does|do) .* mean\b|\bdefine\b|\bdefinition of\b|^what(?: is|['’]s| are| was| were) (?:an? |the )?\S+(?: \S+){0,2}(?: \??)?$|^qu['’]est[- ]ce (?:que? (?:c['’]est )?(?:que? )?|qu['’])(?:l[ae'’] ?|les? |une? |des )?\S+(?: \S+){0,2}(?: \??)?$|\bque (?:signifient?|veut dire|désigne)\b|\bque veut dire\b|^who(?: is|['’]s| was| are| were) (?!the |an? )\S+(?: \S+){0,3}(?: \??)?$|^qui (?:est|était|sont|fut) (?!l[ae'’]|les |une? )\S+(?: \S+){0,3}(?: \??)?$/u,
  ],
  [
    'statement',
    /\bwhat (?:did|does|do|has|have) .* (?:say|said|claim|call|called|describe|think|argue|report|conclude|recommend|announce|state|find|believe|suggest|warn|demand)\w*\b|\bhow (?:did|does|do) .* (?:describe|call|react|respond)\b|\bqu['’](?:a|ont)[ -].* (?:dit|déclaré|affirmé)\b|\bque (?:dit|disent|pense|déclare|affirme|pensent)\b/u,
  ],
  [
    'organisation',
    /\b(?:what|which) (?:\w+ )?(?:company|companies|organi[sz]ations?|agency|agencies|institution|university|school|college|team|party|group|band|network|church|newspaper|ministry|bank|army|body|bodies)\b|\bquel(?:le)?s? (?:est |était |sont )?(?:le |la |l['’]|les )?(?:entreprises?|sociétés?|organisations?|organisme|équipes?|partis?|groupes?|université|école|association|journal|club|chaîne|institution)\b/u,
  ],
  [
    'person',
    /\bwho(?:m|se)?\b|\b(?:what|which) (?:\w+ )?(?:person|man|woman|president|leader|king|queen|author|scientist|player|actor|minister|official|researcher|emperor|singer|artist|writer|philosopher|people)\b|^(?:\S+ )?qui\b|\b(?:à|de|par|avec|pour|chez|contre|envers|sur) qui\b|\bqui (?:est|a|fut|était|sont|ont)(?:-ce)?\b(?=.*\?)(?<!est[- ]ce qui (?:est|a|fut|était|sont|ont))|\bquel(?:le)?s? (?:est |était |fut |sont )?(?:le |la |l['’]|les )?(?:nom|noms|homme|femme|roi|reine|auteur|personne|président|joueur|acteur|réalisateur|chanteur|artiste|écrivain|empereur|ministre|général|personnage|personnalité)s?\b|\bcomment s['’]appel/u,
  ],
  [
    'yes-no',
    /^(?:did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|may)\b|^est-ce\b|^(?:\S+-)?(?:a|est|sont|ont|était)-(?:t-)?(?:il|elle|ils|elles|on)\b/u,
  ],
  ['manner', /^(?:\S+ ){0,3}how\b|^comment\b|\bde quelle (?:manière|façon)\b|\bpar quel moyen\b/u],
]

export function answerKind(question: string): AnswerKind {
  const text = question.toLowerCase().normalize('NFC').trim()
  return QUESTIONS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
}

const COUNT_WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|' +
  'several|few|many|no|none|once|twice|majority|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|centaines?|milliers?|moitié|plusieurs'
const TIME_UNITS =
  'seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|heures?|jours?|semaines?|mois|ans?|années?|siècles?'
const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|' +
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
const DAYS =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche'
const NUMBER = String.raw`\d[\d.,\u00A0\u202F]{0,30}`

/** What a sentence holds when it could answer. Kinds without a form of their own have none. */
const FORMS: Partial<Record<AnswerKind, RegExp>> = {
  number: new RegExp(String.raw`(?<![\p{L}\d])(?:${NUMBER}|(?:${COUNT_WORDS})(?!\p{L}))`, 'giu'),
  money: new RegExp(
    String.raw`[$€£¥]\s?\d|\b(?:USD|EUR|GBP|US\$)|${NUMBER}(?:\s*(?:million|billion|thousand|milliards?|millions?))?\s*(?:d['’]|of )?(?:dollars?|euros?|pounds?|francs?|cents?|livres)`,
    'giu',
  ),
  share: new RegExp(
    String.raw`${NUMBER}\s?(?:%|percent|per cent|pour ?cent)|\b(?:half|a third|two[- ]thirds|quarter|majority|la moitié|un tiers|un quart)(?!\p{L})`,
    'giu',
  ),
  duration: new RegExp(
    String.raw`(?:${NUMBER}|\b(?:${COUNT_WORDS}|an?))[\s-]+(?:\p{L}+\s)?(?:${TIME_UNITS})(?!\p{L})|\b(?:since|until|depuis|jusque?)\b|\d{4}\s?[-–]\s?\d{2,4}|(?:${TIME_UNITS})-long`,
    'giu',
  ),
  age: new RegExp(
    String.raw`(?<!\p{L})(?:aged?|âgée?s?)(?!\p{L})|\d{1,4}[- ](?:year|month|week|day)s?[- ]old|${NUMBER}\s(?:years?|ans)(?!\p{L})`,
    'giu',
  ),
  date: new RegExp(
    String.raw`(?<![\d.,])(?:1\d{3}|20\d{2})(?:s|'s)?(?![\d%])|(?<!\p{L})(?:${MONTHS})\.?(?!\p{L})(?=\s*\d|\s+(?:of|to|and|until)|[,.;)]|\s*$)|\b(?:${DAYS})\b|\d{1,2}(?:st|nd|rd|th)? centur(?:y|ies)|\b(?:century|siècle|ago|av\. J|BC|AD|BCE)\b`,
    'giu',
  ),
  place:
    /(?<=\b(?:in|at|from|to|near|into|of|across|around|outside|through|throughout|toward|towards|via|à|au|aux|en|dans|de|du|des|vers|chez|sur|d['’]|l['’])\s?(?:the |la |le |les |l['’])?(?:\p{Ll}+ )?)\p{Lu}[\p{L}’'-]+/gu,
  person:
    /\p{Lu}[\p{L}’'.-]{1,40}(?:\s{1,3}(?:de|van|von|der|al|el|bin|ibn|la|le|du|d['’])?\s{0,3}\p{Lu}[\p{L}’'-]{1,40})+|\b(?:Mr|Mrs|Ms|Dr|Col|Gen|President|Minister|King|Queen|Pope|Sir|Lord|General|M|Mme)\.?\s+\p{Lu}\p{L}+/gu,
  organisation:
    /(?<=[\p{Ll},;:)’']\s(?:d['’]|l['’])?)\p{Lu}[\p{L}\d’'&-]+(?:\s+(?:of|the|for|and|de|des|du|la|le|et|d['’])?\s*\p{Lu}[\p{L}\d’'&-]+)*|(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu,
  manner:
    /(?<!\p{L})(?:by|through|using|via|means of|method|process|based on|with the|thanks to|en \p{L}+ant|grâce|au moyen|à l['’]aide|par|avec|à travers|sous forme|méthode)(?!\p{L})/giu,
  reason:
    /(?<!\p{L})(?:because|due to|owing to|as a result|since|in order to|so that|so as|to (?:avoid|prevent|protect|ensure|allow|help|stop|reduce|keep|make)|caused? by|based on|thanks to|therefore|thus|hence|in response|after|for fear|reason|parce qu(?:e|(?=['’]))|car|en raison|à cause|afin|grâce|pour (?:éviter|que|permettre|protéger)|puisqu(?:e|(?=['’]))|dû|due à|suite à|c['’]est pourquoi|ainsi)(?!\p{L})/giu,
  statement:
    /["“”«»‘]|\b(?:said|says|say|told|according|claim(?:ed|s)?|stated?|argued?|warn(?:ed|s)?|describ(?:ed|es)|call(?:ed|s)|report(?:ed|s)|announced|added|explain(?:ed|s)|noted?|stress(?:ed|es)|a dit|a déclaré|selon|affirm\p{L}+|déclar\p{L}+|estim\p{L}+)\b/giu,
}

/** Stretches of `text` that are of the kind asked for; `undefined` for kinds that show no form. */
export function formsOf(kind: AnswerKind, text: string): Span[] | undefined {
  const form = FORMS[kind]
  if (form === undefined) return undefined
  return [...text.matchAll(form)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const counts = kind !== 'number' || !isNumbering(text, start, end)
    return counts ? [{ start, end }] : []
  })
}

/** "Table 1", "on 27 September 2025", "page 3": a number that counts nothing. */
function isNumbering(text: string, start: number, end: number): boolean {
  return (
    NUMBERED.test(text.slice(Math.max(0, start - 20), start)) ||
    MONTH_AFTER.test(text.slice(end, end + 20)) ||
    (YEAR.test(text.slice(start, end)) &&
      MONTH_BEFORE.test(text.slice(Math.max(0, start - 16), start)))
  )
}

const NUMBERED =
  /(?<!\p{L})(?:table|tableau|figure|fig\.|annexe?|section|chapter|chapitre|page|pp?\.)\s{0,2}$/iu
const MONTH_AFTER = new RegExp(
  String.raw`^(?:st|nd|rd|th|er)?\s{1,2}(?:of\s)?(?:${MONTHS})(?!\p{L})`,
  'iu',
)
const MONTH_BEFORE = new RegExp(String.raw`(?<!\p{L})(?:${MONTHS})\.?,?\s{1,2}$`, 'iu')
const YEAR = /^(?:19|20)\d{2}[.,]?$/u
