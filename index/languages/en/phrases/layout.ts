/** English that tells how a page is laid out. */
export const LAYOUT = {
  /** "Page 3 of 12". */
  page: String.raw`page|p\.?`,
  ofPages: 'of',
  /** What a page says about itself, before a colon. */
  fields: String.raw`sha|licen[cs]e|doi|date|authors?|by|source|url|isbn|issn|pmid|pmcid|e-?mail|tel|phone|fax|keywords?|contact`,
  /** Before the day of it. */
  dated: '(?:first )?(?:updated|published|posted)',
  /** Abbreviations that a number is counted by. */
  counted:
    'nos?|n|pp?|figs?|tab|vols?|arts?|secs?|sect|chap|chs?|vs?|ver|eqs?|paras?|refs?|rs|al|app|ex|nr|num|ph|st|rev|op|cit',
  /** Words that end no sentence. */
  openEnds: 'and|or|of|the|in|to|with|by|for',
  /** First parts that are more often followed by a hyphen than by the rest of a word. */
  compounding:
    'then|self|ex|well|so|all|high|low|long|short|mid|half|non|one|two|three|four|five|six|seven|eight|nine|ten',
  /** Last parts that belong to a compound more often than to a broken word: "flood-prone". */
  compounded:
    'prone|based|led|related|affected|level|saving|scale|borne|driven|sensitive|specific|displaced',
  /** How a word ends that leads a compound, where it is a word by itself: "newly-built". */
  leadingEndings: 'ly',
} as const
