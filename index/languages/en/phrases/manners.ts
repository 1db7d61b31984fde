/** English of a thread in which people speak to one another and, now and then, to the bot. */
export const MANNERS = {
  /** At the start of a request that names what the bot does. */
  commands:
    'figures?(?= \\p{L}+ (?:in|at|of|since|for|near) )|figures? (?:for|of|on|in|about)|brief(?:ing)?(?: on| about| of)?(?= )|check:',
  /** At the start of a question. */
  questions:
    'how|what|when|where|who|whose|why|which|is|are|was|were|did|does|do|has|have|had|any figures?',
  /** Before the number of one of the things shown, and behind it. */
  picking: '(?:and )?(?:show (?:me )?)?the|and|open the',
  picked: 'one|quote|document|source|figure',
  first: 'first|1st',
  second: 'second|2nd',
  third: 'third|3rd',
  fourth: 'fourth|4th',
  final: 'last',
  /** Between "and" and what it adds: "and in Mopti". */
  prepositions: 'in|at|for|of|from|since|about|on|near|among|with',
  /** At the start of a request for a briefing. */
  briefs: 'brief(?:ing)?(?: me)?(?: (?:on|about|of))?|sum up',
  /** At the end of what a briefing is asked for about: more than a screen. */
  long: 'long',
  /** Before a time from which on something is told. */
  sinces: 'since',
  /** At the start of a line that saves a search, or ends that. */
  watches: 'watch(?: for)?',
  unwatches: 'unwatch|stop watching',
  gaps: 'gaps|open questions|unanswered questions',
  /** A person speaks of the bot's knowledge, not of a person. */
  knowledge:
    '(?:do|did) (?:you|we) (?:know|have)|(?:have|has) (?:you|we) (?:got )?any(?:thing)?|do the (?:documents|reports) say|according to (?:you|the documents)',
  /** People among themselves. */
  people:
    "i|i['’](?:m|ll|ve|d)|me|my|mine|we|we['’](?:re|ll|ve|d)|us|our|you|your|yours|you['’](?:re|ll|ve|d)|let['’]?s|guys|folks|team|everyone|everybody|(?:can|could|does|has|is|did) (?:anyone|anybody|someone|somebody)|mate|boss|y['’]all|ya|u",
  /** What people do and need at work. */
  plans:
    "meeting|meetup|call|zoom|lunch|coffee|dinner|beers?|stand-?up|agenda|minutes|slides?|deck|presentation|calendar|invite|printer|wifi|laptop|badge|password|login|account|ticket|holiday|vacation|weekend|tonight|tomorrow|o[’']clock|\\d{1,2} ?(?:am|pm)|asap|eod|deadline|shift|on (?:call|duty|leave)|room|office|parking|taxi|flight|train|layout|headline|byline|caption|typo|spelling|paragraph|draft|edit|proof|photo editor|word count|template|spreadsheet|folder|shared drive|link|the bot|server|deploy|pizza|birthday|cake|match|game|weather|traffic|kids|dog|sick|running late|ready|free|busy|around|happy|good|fine|okay|ok|done",
  /** At the start of a message that thanks. */
  thanks: 'thanks|thank you|thx|ty|cheers',
  /** A whole message that is content. */
  praise: 'great|perfect|nice|cool|ok|okay|good|awesome|lol|well done|great job',
  /** A whole message that only reacts. */
  reactions:
    'really|seriously|right|what|huh|sorry|pardon|ok|okay|yes|no|sure|agreed|makes sense|see|got it|no way|what a \\p{L}+|you sure|are you sure|any (?:news|updates?|thoughts|ideas?|objections|questions)|thoughts|why not|who knows|so what|how come|what gives|what now|now what|how so|says who',
} as const
