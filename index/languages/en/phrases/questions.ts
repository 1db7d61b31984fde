/** English questions by what they ask for: each is looked for in a question in lower case. */
export const QUESTIONS = {
  age: String.raw`\bhow old\b|\bwhat age\b`,
  duration: String.raw`\bhow long\b(?! (?:is|was) the \w+ (?:river|wall|bridge|road))|\bhow many (?:\w+ )?(?:years|months|weeks|days|hours|minutes|decades)\b|\b(?:duration|length of time)\b`,
  share: String.raw`\b(?:what|which) (?:is |was |are |were )?(?:the )?(?:approximate |estimated )?(?:percent\w*|proportion|share|fraction|ratio)\b|\bhow many percent\b`,
  money: String.raw`\bhow much (?:\w+ ){0,2}(?:money|cost|funding|aid|assistance|did .* (?:cost|pay|spend|receive))\b|\bhow much\b.*\b(?:cost|spend|spent|pay|paid|worth|price|receive)\w*\b|\bhow (?:\w+ )?(?:expensive|costly)\b|\b(?:what|which) (?:is|was|are|were) the (?:\w+ ){0,2}(?:spending|price|cost|budget|salary|revenue)\b`,
  number: String.raw`\bhow (?:many|much|often|far|tall|high|large|big|deep|fast|wide|heavy|long)\b|\b(?:what|which) (?:is |was |are |were )?(?:the )?(?:total |estimated |exact |approximate |average |overall )*(?:number|amount|population|size|rate|level|count|total|quantity|figure|height|depth|length|distance|speed|temperature|weight|area)\b|\b(?:what|which) (?:rank|place|position)\b(?= (?:does|did|do|is|was|has))`,
  date: String.raw`^(?:\S+ ){0,4}when\b|\bwhen (?:did|was|were|is|are|does|do|will|has|had)\b|\b(?:what|which) (?:\w+ )?(?:year|years|date|day|month|century|decade|time|era)\b`,
  place: String.raw`\bwhere\b|\b(?:what|which) (?:\w+ )?(?:country|countries|city|cities|town|region|state|place|location|village|province|continent|area|river|island|sea|ocean|mountain|part of)\b`,
  reason: String.raw`\bwhy\b|\bwhat (?:caused|causes|is the (?:main )?(?:reason|cause)|was the (?:main )?(?:reason|cause)|led to)\b|\bfor what (?:reason|purpose)\b|\bhow come\b`,
  definition: String.raw`\bstands? for\b|\bwhat (?:does|do) .* mean\b|\bdefine\b|\bdefinition of\b|^what(?: is|['’]s| are| was| were) (?:an? |the )?\S+(?: \S+){0,2}(?: \??)?$|^who(?: is|['’]s| was| are| were) (?!the |an? )\S+(?: \S+){0,3}(?: \??)?$`,
  statement: String.raw`\bwhat (?:did|does|do|has|have) .* (?:say|said|claim|call|called|describe|think|argue|report|conclude|recommend|announce|state|find|believe|suggest|warn|demand)\w*\b|\bhow (?:did|does|do) .* (?:describe|call|react|respond)\b`,
  organisation: String.raw`\b(?:what|which) (?:\w+ )?(?:company|companies|organi[sz]ations?|agency|agencies|institution|university|school|college|team|party|group|band|network|church|newspaper|ministry|bank|army|body|bodies)\b`,
  person: String.raw`\bwho(?:m|se)?\b|\b(?:what|which) (?:\w+ )?(?:person|man|woman|president|leader|king|queen|author|scientist|player|actor|minister|official|researcher|emperor|singer|artist|writer|philosopher|people)\b`,
  yesNo: String.raw`^(?:did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|may)\b`,
  manner: String.raw`^(?:\S+ ){0,3}how\b`,
  /** What comes right after is what is asked for. */
  focus: 'how (?:many|much)|what|which',
  /** Between those words and a thing that they name; folded. */
  focusLinks: 'is|are|was|were|the',
  /** Whether a question asks for what is newest, and more loosely for what is so now. */
  newest: 'latest|newest|most recent(?:ly)?',
  latest:
    'latest|newest|most recent(?:ly)?|recently|right now|now|currently|current|today|up[- ]to[- ]date',
  /** Of other languages, before a name: "El Salvador"; folded. */
  /** A country and its people, where they do not begin alike; folded. */
  peoples:
    'france french|spain spanish|netherlands dutch|switzerland swiss|ireland irish|denmark danish danes|poland polish poles|finland finnish finns|philippines filipino filipina|myanmar burma burmese',
  articlesOfNames: 'el|la|los|las|le|les|al|il|lo|gli',
  /** They ask rather than mean; folded. */
  asking:
    'else|tell|say|know|please|thank|hello|hi|hey|idea|anyone|somebody|someone|give|show|find|explain|want|wonder|many|much|long|old|often|stand|stands|mean|means|does|did|happen|happened',
} as const
