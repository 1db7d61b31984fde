/** English that questions to start with are made from. */
export const EXAMPLES = {
  /** What happened to somebody or something, behind “were”. */
  happened:
    'killed|displaced|arrested|treated|executed|recruited|injured|wounded|trained|detained|abducted|destroyed|damaged|evacuated|vaccinated|infected|affected|uprooted|kidnapped|reported|released|deported|rescued',
  were: 'were|had been|was|have been|are',
  /** Before a name. */
  article: 'the',
  /** A whole heading that names no topic. */
  generic:
    '(?:main |key |other )?(?:findings|messages|points|figures|facts|results|recommendations|highlights|sources|references|conclusions?|annexe?s?|appendix|background|introduction|summary|overview|methods?|methodology|contents?|contacts?|acknowledge?ments)|executive summary|table of contents|for (?:more|further) information|about (?:us|this (?:report|document|page))|(?:see|read) also|related (?:articles|content|stories)|share this|more (?:on|from) this(?: \\p{L}+)?|most (?:read|viewed)',
  is: 'is|was',
  /** Before what somebody is. */
  articles: 'the|an?',
  roles: String.raw`president|director|chair\p{L}*|minister|researcher|reporter|leader|head|mayor|spokes\p{L}+|expert|professor|secretary|envoy|ambassador|commander|colonel|general`,
} as const
