/** Names of organisations, as letterheads, imprints and addresses show them. */

/** Words that head the name of an institution, or end it. */
const INSTITUTION = String.raw`minist[èe]re|ministry|ministerio|minist[ée]rio|ministero|ministerium|bundesministerium|department|d[ée]partement|departamento|office|bureau|oficina|agency|agence|agencia|ag[êe]ncia|agentur|authority|autorit[ée]|autoridad|commission|comisi[óo]n|comiss[ãa]o|kommission|council|conseil|consejo|conselho|court|cour|corte|tribunal|committee|comit[ée]|centre|center|centro|zentrum|institut|institute|instituto|istituto|university|universit[ée]|universidad|universidade|universit[äa]t|foundation|fondation|fundaci[óo]n|funda[çc][ãa]o|stiftung|federation|f[ée]d[ée]ration|association|asociaci[óo]n|society|soci[ée]t[ée]|organi[sz]ation|organisation|organizaci[óo]n|bank|banque|banco|nations|union|service|services|direction|direcci[óo]n|secretariat|secr[ée]tariat|secretar[íi]a|observatory|observatoire|network|r[ée]seau|programme|fund|fonds|mission|republic|r[ée]publique|rep[úu]blica|government|gouvernement|gobierno|parliament|parlement|assembly|assembl[ée]e|senate|city|ville|municipality|mairie|alcald[íi]a`
const HEADED = new RegExp(
  String.raw`^(?:(?:in )?(?:the|le|la|les|el|los|das|die|der) |l[’'])?(?:[\p{Lu}][\p{L}.’'-]* ){0,4}(?:${INSTITUTION})(?=$|[\s,«"(])`,
  'iu',
)
/** Words that end a name: "Human Wells Watch", "Lund Water Trust". */
const ENDED =
  /^(?:\p{Lu}[\p{L}.&’'-]*\s){1,5}(?:Watch|International|Trust|Alliance|Coalition|Cluster|Consortium|Corps|Group|Network|Cooperative|League|Inc\.?|Ltd\.?|LLC|GmbH|S\.A\.|Corporation|Company|Associates|Consulting|High Commissioner(?:\sfor\s\p{Lu}\p{L}+)?)$/u
const ENDED_SHOUTED =
  /^(?:\p{Lu}[\p{Lu}.&’'-]*\s){1,5}(?:WATCH|INTERNATIONAL|TRUST|ALLIANCE|COALITION|CLUSTER|CONSORTIUM|CORPS|GROUP|NETWORK|LEAGUE|INC\.?|LTD\.?|LLC|CORPORATION|COMPANY|HIGH COMMISSIONER(?:\sFOR\s\p{Lu}+)?)$/u
const KNOWN =
  /^(?:OCHA|UNICEF|UNHCR|UNDP|UNFPA|UNESCO|WHO|OMS|WFP|PAM|FAO|IOM|OIM|PAHO|OPS|ICRC|CICR|IFRC|MSF|USAID|OSCE|NATO|REACH|ACAPS|ECHO)$/u
/** What a report is called; what is said of it. */
const OTHER =
  /\b(?:report|rapport|sitrep|bulletin|update|plan|strategy|survey|overview|minutes|hearing|press release|communiqu[ée]|proc[èe]s-verbal|chapter|article|section|resolution|r[ée]solution|law|loi|act|case|no\.?|n[°º])\b|\d{3}|[:?!;]/iu

/** A line that is the name of an organisation, and of nothing it wrote. */
export function isOrganisation(line: string): boolean {
  const name = line.trim()
  if (name.length < 3 || name.length > 120 || OTHER.test(name)) return false
  return (
    KNOWN.test(name) ||
    ENDED.test(name) ||
    ENDED_SHOUTED.test(name) ||
    (HEADED.test(name) && isNamed(name))
  )
}

/** Most of its longer words begin with a capital: "Office for the Coordination of …". */
function isNamed(name: string): boolean {
  const words = name.split(/\s+/u).filter((word) => word.length > 3)
  const capital = words.filter((word) => /^[«"(]?\p{Lu}/u.test(word))
  // In French the first word alone has one: "Centre des opérations d’urgences".
  return capital.length >= Math.min(2, words.length) / 2 && /^\P{L}{0,3}\p{Lu}/u.test(name)
}

/** As it is written within a sentence: no article, not shouted. */
export function nameOf(line: string): string {
  const bare = line
    .replace(/\s+/gu, ' ')
    .replace(/^\s*(?:in )?the (?=\p{Lu})/iu, '')
    .replace(/(?<![\s,.;:–—-])[\s,.;:–—-]+$/u, '')
    .trim()
  return bare === bare.toUpperCase() && bare.length > 8 ? titleCase(bare) : bare
}

const SMALL = new Set(
  'of the and for in on at to de des du la le les et en sur a y e d l und der die das für von da do dos das'.split(
    ' ',
  ),
)

/** "ADA ROSS OF LUND" → "Ada Ross of Lund". */
export function titleCase(shouted: string): string {
  return shouted
    .toLowerCase()
    .replace(/[\p{L}\p{M}]+\.?/gu, (word, at: number) =>
      at > 0 && SMALL.has(word) ? word : word.slice(0, 1).toUpperCase() + word.slice(1),
    )
}

/** Houses of others: whoever writes there publishes elsewhere. */
const COMMON =
  /^(?:gmail|yahoo|hotmail|outlook|live|protonmail|twitter|x|facebook|fb|youtube|youtu|linkedin|instagram|flickr|wikipedia|doi|bit|tinyurl|google|goo|github|t|whatsapp|reliefweb|arxiv|wordpress|blogspot|medium|creativecommons|w3|example|archive|issuu|tiktok|zoom|office|microsoft|dropbox|surveymonkey|eepurl|adobe|apple)$/iu
const HOST =
  /(?:https?:\/\/|www\.|@)((?:[a-z0-9-]{1,40}\.){0,4}[a-z0-9-]{2,40}\.[a-z]{2,12})(?=[^a-z0-9.-]|\.?(?:\s|$))/giu
/** Of them the last but one names nobody: `insp.gouv.cd`, `bbc.co.uk`. */
const SHARED = /^(?:com|co|org|net|gov|gouv|gob|edu|ac|int|mil|or|go|asso)$/iu

/** The names in the addresses of a text, the most frequent first: `www.amnesty.org` → `amnesty`. */
export function addressNames(text: string): { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const [, host = ''] of text.matchAll(HOST)) {
    const name = hostName(host)
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)
}

/** The part of a host's name that is whose it is; `undefined` where many have a place at it. */
export function hostName(host: string): string | undefined {
  const parts = host.toLowerCase().split('.')
  parts.pop()
  if (parts.length > 1 && SHARED.test(parts.at(-1) ?? '')) parts.pop()
  const name = parts.at(-1)
  return name === undefined || name.length < 2 || COMMON.test(name) ? undefined : name
}

/** Its letters and digits, for comparing names that are written in many ways. */
export const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The name in a text that an address shortens: `amnesty` is "Amnesty International", `unicef` UNICEF. */
export function spelledOut(name: string, text: string): string | undefined {
  const own = spelling(name, text)
  // `unocha` is OCHA.
  return own ?? (/^un\p{L}{3}/u.test(name) ? spelling(name.slice(2), text) : undefined)
}

function spelling(name: string, text: string): string | undefined {
  const counts = new Map<string, number>()
  const first = name.slice(0, 1)
  const starts = new RegExp(
    String.raw`(?<![\p{L}\p{N}])${RegExp.escape(first)}[\p{L}\p{N}&’'-]{0,30}(?: (?:(?:of|for|and|the|de|des|du) )?\p{Lu}[\p{L}\p{N}&’'-]{0,30}){0,4}`,
    'giu',
  )
  for (const [phrase] of text.matchAll(starts)) {
    if (!/^\p{Lu}/u.test(phrase)) continue
    const words = phrase.split(' ')
    for (let length = 1; length <= words.length; length++) {
      const part = words.slice(0, length).join(' ')
      if (!/^\p{Lu}/u.test(words[length - 1] ?? '')) continue
      if (squeezed(part) === name || (length > 1 && squeezed(words[0] ?? '') === name))
        counts.set(part, (counts.get(part) ?? 0) + 1)
    }
  }
  const all = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)
  const [bare] = all.find(([part]) => squeezed(part) === name) ?? []
  const [most, count = 0] =
    all.find(([part]) => part.includes(' ') && squeezed(part) !== name) ?? []
  // A longer name that stands there again and again is the whole one.
  const own = bare === undefined ? 0 : (counts.get(bare) ?? 0)
  return most !== undefined && count * 2 >= own ? most : bare
}
