/** What stands around the articles of English web pages: each is matched against a whole line. */
export const FURNITURE = {
  /** Never a line of prose, wherever it stands. */
  stock: String.raw`^total views?\b.{0,20}$|^[\d.,k ]+(?:views?|shares?|comments?|likes?|min(?:ute)?s? read)$|^reading time\s*:?.{0,20}$|^(?:notify of|inline feedbacks?|(?:view|load|show) (?:all|more) comments|no comments(?: yet)?|comments? \(?\d+\)?)$|\bakismet\b|^your email address will not be published|^required fields .{0,60}$|^(?:advertisements?|advertising|sponsored(?: content)?|(?:story|article) continues below(?: (?:this )?advertisement)?|continue reading .{0,40})$|^(?:all rights reserved|(?:copyright )?©|copyright \(c\)|\(c\) \d{4}).{0,120}$|^(?:we use|this (?:web)?site uses) cookies\b|^(?:accept|reject|manage)(?: (?:all|the|your|my))* cookies\b.{0,40}$`,
  /** Prose may use these words as well; only a line that begins a paragraph is taken for furniture. */
  loose: String.raw`^don[’']t miss an?\b.{0,80}$|^(?:please )?subscribe\b.{0,80}$|^sign (?:up|in)\b.{0,80}$|^you (?:might|may)(?: also)? (?:be interested|like|enjoy)\b.{0,60}$|^(?:also read|(?:read|see) also|read (?:more|next|later)(?! than))\b(?:\s*:.{0,120}|.{0,60}(?<![.!?]))$|^(?:leave|post|add|write) (?:a|your) (?:comment|reply)\b.{0,60}$|^we (?:welcome|(?:would|[’']d) love) your (?:comments?|thoughts|feedback)\b.{0,120}$|^(?:(?:share|tweet|email|print) (?:this|via|on)|(?:share|save) with friends|follow (?:us|@\S+)|like us|pin (?:this|it))\b.{0,60}$|^(?:skip to|back to top|go to top|click here|tap here)\b.{0,80}$|\b(?:to|in) your inbox\b.{0,20}$|^(?:get|receive|join|try|our|the|daily|weekly|free)\b.{0,40}\bnewsletters?\b.{0,40}$|^newsletters?$`,
  /** "Related articles", "Most popular stories", "Similar posts:"; as it is written. */
  related: String.raw`^(?:(?:[\p{Lu}\d][\p{L}\d’'.-]*|most|more|our|other)\s+){0,4}(?:[Rr]elated|[Rr]ecommended|[Pp]opular|[Tt]rending|[Ss]imilar|RELATED) (?:[Pp]osts?|[Aa]rticles?|[Ss]tories|[Nn]ews|[Cc]ontent|[Tt]opics|[Ll]inks|ARTICLES|STORIES|POSTS)(?: (?:from|on|in) .{1,30})?\s*[:.…]?$`,
  /** What comes after these is no part of the article. */
  endings: String.raw`^(?:leave|post|add|write) (?:a|your) (?:comment|reply)\b|^we (?:welcome|(?:would|[’']d) love) your\b|^(?:notify of|inline feedbacks?|(?:view|load|show) (?:all|more) comments|your email address will)`,
  /** Words of buttons and menus. */
  controls:
    'zoom|in|out|read|later|print|share|tweet|email|save|facebook|twitter|whatsapp|linkedin|copy|link|pin|pinterest|reddit|telegram|next|previous|prev|back|top|menu|search|home|login|log|sign|up|follow|us|on|like|comment|comments|reply|listen|play|skip|close|open|more|less|download|pdf|x',
} as const
