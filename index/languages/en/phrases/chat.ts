/** English of a conversation: what goes on from before, and what is said around a question. */
export const CHAT = {
  /** A whole message that asks for more quotes. */
  more: '(?:any(?:thing)?|some|show|give|tell)? ?(?:me |us )?more|more (?:please|quotes|results)|next|others?|what else|anything else',
  /** A whole message that asks who says what was quoted. */
  speaker:
    "(?:and )?(?:who (?:said|says|claimed|claims|reported|reports|wrote|told|is saying)(?: that| this| so| it)?|(?:says|said) who|according to who(?:m)?|whose (?:words|claim|figure|number) (?:is|are|was) (?:that|this|it)|(?:what(?:['’]s| is) the |which )?source)",
  /** At the start of a message that leans on the one before. */
  leaning: 'and|but|or|also|what about|how about|what of',
  /** They point at something said before. */
  pointing: 'that|this|these|those|it|its|they|them|their|he|him|his|she|her|there|then|the same',
  /** A whole message that only asks in what respect. */
  bare: 'who|when|where|why|how|how (?:many|much|long|old|often)|which(?: one| ones)?',
  /** At the start of a short question. */
  asking: 'how|when|where|why|who|which',
  /** At the start of a question that is whole, whatever it leans on. */
  whole: '(?:and |but |so )?(?:how (?!about)|wh(?!at about|at of))',
  /** Words that mean nothing by themselves; folded. */
  fillers: 'many|much|long|old|often|happened',
  /** They do not help to find the place; folded. */
  generic: 'say|said|tell|told|happen(?:s|ed)?|mean|means|think|do|did|done',
  greetings:
    '(?:hey|hi|hello|hiya|yo|dear|good (?:morning|afternoon|evening))(?: (?:there|all|everyone|team|folks|bot|verbatim))?',
  /** What a message opens with before it asks. */
  openings:
    'ok|okay|so|well|um+|erm|thanks|thank you|please|pls|plz|quick question|question|just wondering|fyi',
  /** "Can you tell me". */
  requests:
    "(?:does|do) (?:anyone|anybody|somebody|you) (?:know|happen to know|remember)(?: if| whether)?|(?:have )?(?:you )?any(?:one have an)? idea(?:s)?(?: if| of)?|(?:can|could|would|will) (?:you|someone|anyone|anybody) (?:please |kindly )?(?:tell|remind|show|give|help|explain to|find)(?: me| us)?(?: out)?|i(?:['’]m| am| was)? (?:just )?(?:wonder(?:ing)?|curious|trying to (?:find|work|figure) out|looking for)(?: if| about| whether)?|i(?:['’]d| would)? (?:like|want|need) to know(?: if| about)?|(?:please )?(?:tell|remind|show|give) (?:me|us)(?: about)?",
  closings:
    'please|pls|plz|thanks(?: (?:a lot|so much|in advance))?|thank you(?: (?:so|very) much)?|thx|cheers|any idea(?:s)?|anyone|do you know',
  help: 'help',
  sources: 'sources|documents',
} as const
