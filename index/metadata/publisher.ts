/** Who brought a document out: as it names itself, in its letterhead, in the addresses it gives. */
import { type Candidate, ranked } from './candidate.ts'
import { addressNames, isOrganisation, nameOf, spelledOut, squeezed } from './organisations.ts'

export interface PublisherHints {
  /** The whole text, furniture included: publishers name themselves there. */
  readonly text: string
  readonly clean: string
  readonly title: string
  /** Its first lines, above the first that is a sentence. */
  readonly letterhead: readonly string[]
  /** The page it stands on, and whose that is; its other addresses are of others. */
  readonly site: { readonly publisher?: string } | undefined
  /** Lines that stand on page after page. */
  readonly running: readonly string[]
}
/** A word with a capital; a full stop only within it: "S.Paulo". */
const WORD = String.raw`\p{Lu}(?:[\p{L}\p{N}&’'-]|\.(?=\p{L})){0,40}`
const NAME = String.raw`((?:(?:the|The)\s)?${WORD}(?:\s(?:(?:of|for|and|the|de|des|du|la|on|in)\s){0,2}${WORD}){0,6})`
/** The same where the line ends it. */
const NAME_LINE = NAME.replaceAll(String.raw`\s`, '[ ]')
/** "Subscribe to Our Newsletter": no name of anybody. */
const NOBODY =
  /\b(?:newsletters?|provided|all rights|updates?|our|my|this|rss|alerts?|channel|podcast|emails?|all)\b/iu
/** "First published in 2031 by", and the name on the same line or the next. */
const IMPRINT = String.raw`(?:[Ff]irst )?[Pp]ublished(?: in(?: \p{Lu}\p{Ll}{2,9})? \d{4})? by:?|[Pp]ubli[ée]e?(?: en \d{4})? par(?: l[ae’'])?:?|[Pp]ublicado(?: en \d{4})? por:?|[Hh]erausgegeben von:?`
/** A form's own field. */
const FIELD = String.raw`[Pp]ublisher|PUBLISHER|[ÉE]diteur|[Ee]ditor responsable|[Ee]ditora|[Hh]erausgeber(?:in)?|[Ee]ditore|Издатель|الناشر`
/** The line of who made it: a person's name there is no publisher. */
const MADE_BY =
  /^[ \t]{0,8}(?:(?:[Pp]repared|PREPARED|[Pp]roduced|[Ii]ssued|[Cc]ompiled) (?:by|BY)|(?:A|An?) (?:joint |special )?report (?:by|of)|AGENCY|(?:[Pp]r[ée]par[ée]|[Éé]labor[ée]|[Pp]ubli[ée]) par|[Ee]laborado por|[Ee]rstellt von)[ \t]?:?[ \t]{1,3}(?:the )?(\p{Lu}[^\n]{3,100})$/gmu
const SELF_NAMING: readonly (readonly [RegExp, keyof typeof SURE, string])[] = [
  [
    new RegExp(
      String.raw`^[ \t]*(?:${IMPRINT})(?:[ \t]{0,4}\n)?[ \t]{0,8}${NAME_LINE}[ \t]*$`,
      'mu',
    ),
    'imprint',
    'its imprint',
  ],
  [
    new RegExp(String.raw`^[ \t]*(?:${FIELD})[ \t]?:[ \t]*${NAME_LINE}[ \t]*$`, 'mu'),
    'field',
    'a field names its publisher',
  ],
  // At the start of a line and with its year: others are credits of pictures and of data.
  [
    new RegExp(
      String.raw`^[ \t]*(?:[Cc]opyright[ \t]*)?(?:©|\(c\)|[Cc]opyright)[ \t]*(?:[Cc]opyright[ \t]*)?\d{4}(?:[ \t]*[-–][ \t]*\d{4})?,?[ \t]*(?:by[ \t]+)?${NAME}`,
      'mu',
    ),
    'copyright',
    'whose rights are reserved',
  ],
  [
    new RegExp(String.raw`^[ \t]*[Ss]ubscribe to ${NAME}[ \t]*$`, 'mu'),
    'subscribe',
    'whom it asks to subscribe to',
  ],
]
/** "Ada Mbeki is a reporter for Sahel Daily", in the note on the author that ends an article. */
const AUTHOR = new RegExp(
  String.raw`^[ \t]*\p{Lu}[\p{L}.’'-]{0,30}(?: \p{Lu}[\p{L}.’'-]{0,30}){1,3} is an? (?:(?:staff|senior|investigative|freelance|contributing) )?(?:reporter|correspondent|journalist|writer|editor|contributor) (?:for|at|of) ${NAME}(?=[.,;]|\s(?:and|in|based|covering|who)\b)`,
  'gmu',
)
/** "This factsheet is a collaboration between A, B, and C"; "This report is produced by OCHA in collaboration with …". */
const COLLABORATION =
  /\b(?:This (?:situation |flash |humanitarian )?(?:factsheet|fact sheet|report|paper|brief|briefing|publication|study|update|bulletin) (?:is|was|has been) (?:a collaboration between|(?:published|produced|prepared|issued|compiled) (?:by|with the support of)|a publication of|a product of)|Ce (?:rapport|bulletin|document) (?:est|a été) (?:publié|produit|préparé|élaboré|rédigé) par) ([^.;]{3,260}?)(?=[.;]|,? (?:in (?:collaboration|partnership|cooperation|close)|with the (?:support|contribution)|en (?:collaboration|partenariat|coopération)|avec (?:le|l’|la|les)|and (?:is )?based on|on behalf|covers|it covers))/u

/** Of how sure a sign each is. */
const SURE = {
  made: 95,
  imprint: 93,
  field: 92,
  author: 90,
  madeBy: 86,
  copyright: 82,
  subscribe: 76,
  site: 74,
  letterhead: 72,
  address: 65,
  minutes: 60,
  running: 55,
  archive: 45,
} as const

/** The surest first; none when nothing names anybody. */
export const publisherCandidates = (hints: PublisherHints): Candidate[] => ranked(found(hints))

function* found(hints: PublisherHints): Generator<Candidate> {
  const { text, clean, title, letterhead, site, running } = hints
  yield* namingThemselves(text, clean)
  if (site !== undefined) {
    if (site.publisher !== undefined)
      yield { value: site.publisher, score: SURE.site, reason: 'the site that it stands on' }
    return
  }
  const others: readonly (readonly [string | undefined, keyof typeof SURE, string])[] = [
    [fromLetterhead(letterhead, title), 'letterhead', 'its letterhead'],
    [fromAddresses(text), 'address', 'the addresses that it gives'],
    [fromMinutes(title), 'minutes', 'whose minutes they are'],
    [
      fromRunning([...running, ...letterhead, ...endOf(text)], text),
      'running',
      'whose report it is',
    ],
    [ARCHIVE.exec(text.slice(0, HEAD))?.[1], 'archive', 'the stamp of an archive'],
  ]
  for (const [value, sign, reason] of others)
    if (value !== undefined) yield { value, score: SURE[sign], reason }
}

function* namingThemselves(text: string, clean: string): Generator<Candidate> {
  const collaboration = COLLABORATION.exec(clean)?.[1]
  if (collaboration !== undefined)
    yield { value: nameOf(collaboration), score: SURE.made, reason: 'it says who made it' }
  // In the first half of an article such a line presents a person it speaks of.
  const half = Math.floor(clean.length / 2)
  const author = [...clean.slice(half).matchAll(AUTHOR)].at(-1)?.[1]
  if (author !== undefined)
    yield { value: oneLine(author), score: SURE.author, reason: 'the note on its author' }
  for (const [, line = ''] of text.slice(0, HEAD).matchAll(MADE_BY)) {
    const name = line.replace(/[.,;]$/u, '').trim()
    if (isOrganisation(name))
      yield { value: nameOf(name), score: SURE.madeBy, reason: 'a field says who made it' }
  }
  for (const [pattern, sign, reason] of SELF_NAMING) {
    const name = pattern.exec(text)?.[1]
    if (name !== undefined && !NOBODY.test(name))
      yield { value: oneLine(name), score: SURE[sign], reason }
  }
}

/** So many lines are a letterhead where no title ends it. */
const MOST_LINES = 3

/** Of a ministry and its institute, the one that stands nearest to the title. */
function fromLetterhead(lines: readonly string[], title: string): string | undefined {
  const start = squeezed(title)
  const at = lines.findIndex((line) => {
    const own = squeezed(line)
    return own.length >= 6 && (start.startsWith(own) || own.startsWith(start))
  })
  const above = lines.slice(0, at === -1 ? MOST_LINES : at)
  for (let from = above.length - 1; from >= 0; from--) {
    const name = wrapped(above, from)
    if (name !== undefined && isOrganisation(name)) return nameOf(name)
  }
  return undefined
}

/** The line with those it goes on in: "MINISTRY OF WATER", "AND ROADS". */
function wrapped(lines: readonly string[], from: number): string | undefined {
  let name = lines[from]
  if (name === undefined || !isOrganisation(name)) return undefined
  for (let at = from + 1; at < lines.length; at++) {
    const next = lines[at] ?? ''
    const goesOn =
      SHORT_FORM.test(next) ||
      GOES_ON.test(name) ||
      (isShouted(name) && isShouted(next) && !isOrganisation(next))
    if (!goesOn) break
    name = `${name} ${next}`
  }
  return name
}

/** "« WRC »", on a line below the name. */
const SHORT_FORM = /^[«(“"[]\s?[\p{Lu}\d][\p{Lu}\d .&-]{1,20}\s?[»)”"\]]$/u
const GOES_ON = /(?:,|\b(?:of|for|the|and|de|des|du|la|et|für|und|y))$/iu
const isShouted = (line: string): boolean => line === line.toUpperCase() && /\p{L}{3}/u.test(line)

/** So much of either end of a text is looked through for addresses. */
const END = 20_000
/** Of two houses with addresses, one has so many times more, or neither is told. */
const CLEARLY = 2

function fromAddresses(text: string): string | undefined {
  const ends = text.length > 2 * END ? `${text.slice(0, END)}\n${text.slice(-END)}` : text
  const [first, second] = addressNames(ends)
  if (first === undefined) return undefined
  const others = second?.count ?? 0
  const name = spelledOut(first.name, ends)
  if (name === undefined || first.count < others * CLEARLY) return undefined
  // One address may be anybody's; whose name stands beside it again and again is no guest.
  return first.count >= 2 || ends.split(name).length > FEWEST_NAMED ? name : undefined
}

/** "Ada Trust Annual Report 2006", "Adacorp 2022 Sustainability Report": a line and nothing more. */
const REPORT_OF =
  /^((?:\p{Lu}[\p{L}&’'-]{1,30} ){1,4}?)(?:(?:19|20)\d{2} )?(?:(?:Annual|World|Global|Corporate|Sustainability) ){0,3}(?:Report|Yearbook|Bulletin)(?: (?:19|20)\d{2})?(?=[ |–-]{0,3}\d{0,4}$)/u
/** What kind of report it is names nobody. */
const KINDS =
  /^(?:(?:Annual|World|Global|Corporate|Sustainability|Situation|Monthly|Weekly|Daily|Quarterly|Final|Interim|Progress|Technical|Health|Humanitarian|Flash|Field|Mission|Status|Special|Country|The|This|A|Police|Financial) ?)+$/u
/** Named so often besides, it is somebody. */
const FEWEST_NAMED = 3

function fromRunning(lines: readonly string[], text: string): string | undefined {
  for (const line of lines) {
    const name = REPORT_OF.exec(line)?.[1]?.trim()
    if (name === undefined || KINDS.test(name)) continue
    const alone = new RegExp(
      String.raw`(?<![\p{L}\p{N}])${RegExp.escape(name)}(?! (?:\d|Annual|Report|Yearbook))(?![\p{L}\p{N}])`,
      'gu',
    )
    const count = [...text.matchAll(alone)].length
    // On a page or two a name stands once beside the line.
    if (count >= (text.length < SHORT_TEXT ? 1 : FEWEST_NAMED)) return name
  }
  return undefined
}

const SHORT_TEXT = 6000

/** The last lines: a single page has its foot there. */
const endOf = (text: string): string[] =>
  text
    .slice(-300)
    .split(/[\n\r\f]+/u)
    .slice(1)
    .map((line) => line.trim())

/** "Water Committee – Minutes of …": whose sitting it was. */
const MINUTES =
  /^(.{3,80}?)(?:\s[–—-]\s|\s?:\s)(?:minutes|proc[èe]s-verbal|compte[ -]rendu|acta|protokoll|verbale|ata)\b/iu

function fromMinutes(title: string): string | undefined {
  const name = MINUTES.exec(title)?.[1]
  return name !== undefined && isOrganisation(name) ? nameOf(name) : undefined
}

/** So far a first page reaches; the stamp stands on its margin. */
const HEAD = 20_000
const ARCHIVE = /\b(arXiv|bioRxiv|medRxiv|SSRN):? ?\d{4}/u

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
