/** English alternatives for periods and places. */
export const CONTEXT = {
  dayEndings: 'st|nd|th|er|rd',
  yearEndings: 'st|nd|th|rd',
  toEnd: 'and|to|until|through',
  article: 'the',
  parts:
    'northern|southern|eastern|western|central|north|south|east|west|northeast|northwest|southeast|southwest|northeastern|northwestern|centre|greater|rural|upper|lower',
  areas:
    'region|regions|province|provinces|state|states|district|districts|governorate|governorates|county|counties|camp|camps|city|village|area|islands?|border|prefecture|town|lgas?|beach|bay|coast|valley|river|lake|delta|peninsula|mountains?|desert|forest|farm',
  noPlace:
    'phase|section|figure|table|article|chapter|annex|round|week|level|category|monday|tuesday|wednesday|thursday|friday|saturday|sunday|covid|ipc|fy|q1|q2|q3|q4|usd|eur|january',
  /** Before a place that somebody comes from or goes to. */
  passing: 'from|to|towards?',
  directions: 'from|to|on',
  /** Bodies, not places; and acronyms, which mostly are bodies too. */
  noPlaceWords:
    'group|watch|university|center|centre|project|organi[sz]ation|ministry|department|committee|council|bank|agency|office|association|forces|nations|mission|court|congress|parliament|commission|institute|foundation|army|programme|program|fund|organisation|report|act|initiative',
  nameLinks: 'of|al|el|and',
  this: 'this|current',
} as const
