/** Who brought a document out: as it names itself, in its letterhead, in the addresses it gives. */
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
/** "Subscribe to Our Newsletter": no name of anybody. */
const NOBODY =
  /\b(?:newsletters?|provided|all rights|updates?|our|my|this|rss|alerts?|channel|podcast|emails?|all)\b/iu
const SELF_NAMING: readonly RegExp[] = [
  new RegExp(String.raw`^[ \t]*[Ss]ubscribe to ${NAME}[ \t]*$`, 'mu'),
  // At the start of a line and with its year: others are credits of pictures and of data.
  new RegExp(
    String.raw`^[ \t]*(?:[Cc]opyright[ \t]*)?(?:©|\(c\)|[Cc]opyright)[ \t]*(?:[Cc]opyright[ \t]*)?\d{4}(?:[ \t]*[-–][ \t]*\d{4})?,?[ \t]*(?:by[ \t]+)?${NAME}`,
    'mu',
  ),
  new RegExp(String.raw`^[ \t]*[Pp]ublished by:?[ \t]+${NAME}[ \t]*$`, 'mu'),
]
/** "Ada Mbeki is a reporter for Sahel Daily", in the note on the author that ends an article. */
const AUTHOR = new RegExp(
  String.raw`^[ \t]*\p{Lu}[\p{L}.’'-]{0,30}(?: \p{Lu}[\p{L}.’'-]{0,30}){1,3} is an? (?:(?:staff|senior|investigative|freelance|contributing) )?(?:reporter|correspondent|journalist|writer|editor|contributor) (?:for|at|of) ${NAME}(?=[.,;]|\s(?:and|in|based|covering|who)\b)`,
  'gmu',
)
/** "This factsheet is a collaboration between A, B, and C"; "This report is produced by OCHA in collaboration with …". */
const COLLABORATION =
  /\b(?:This (?:situation |flash |humanitarian )?(?:factsheet|fact sheet|report|paper|brief|briefing|publication|study|update|bulletin) (?:is|was|has been) (?:a collaboration between|(?:published|produced|prepared|issued|compiled) (?:by|with the support of)|a publication of|a product of)|Ce (?:rapport|bulletin|document) (?:est|a été) (?:publié|produit|préparé|élaboré|rédigé) par) ([^.;]{3,260}?)(?=[.;]|,? (?:in (?:collaboration|partnership|cooperation|close)|with the (?:support|contribution)|en (?:collaboration|partenariat|coopération)|avec (?:le|l’|la|les)|and (?:is )?based on|on behalf|covers|it covers))/u

export function inferPublisher({
  text,
  clean,
  title,
  letterhead,
  site,
  running,
}: PublisherHints): string | undefined {
  const collaboration = COLLABORATION.exec(clean)?.[1]
  if (collaboration !== undefined) return nameOf(collaboration)
  // In the first half of an article such a line presents a person it speaks of.
  const half = Math.floor(clean.length / 2)
  const author = [...clean.slice(half).matchAll(AUTHOR)].at(-1)?.[1]
  if (author !== undefined) return oneLine(author)
  for (const pattern of SELF_NAMING) {
    const name = pattern.exec(text)?.[1]
    if (name !== undefined && !NOBODY.test(name)) return oneLine(name)
  }
  if (site !== undefined) return site.publisher
  return fromLetterhead(letterhead, title) ?? fromAddresses(text) ?? fromRunning(running, text)
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

/** "Ada Trust Annual Report 2006", page after page. */
const REPORT_OF =
  /^((?:\p{Lu}[\p{L}&’'-]{1,30} ){2,4}?)(?:(?:19|20)\d{2} )?(?:(?:Annual|World|Global|Corporate|Sustainability) )*(?:Report|Yearbook|Bulletin)\b/u
/** Named so often besides, it is somebody. */
const FEWEST_NAMED = 3

function fromRunning(running: readonly string[], text: string): string | undefined {
  for (const line of running) {
    const name = REPORT_OF.exec(line)?.[1]?.trim()
    if (name === undefined) continue
    const alone = new RegExp(
      String.raw`${RegExp.escape(name)}(?! (?:\d|Annual|Report|Yearbook))`,
      'gu',
    )
    if ([...text.matchAll(alone)].length >= FEWEST_NAMED) return name
  }
  return undefined
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
