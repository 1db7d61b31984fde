/** What a page says of its article in JSON-LD, schema.org's words for search engines. */

export interface Article {
  readonly headline?: string
  readonly byline?: string
  readonly publisher?: string
  /** As stated. */
  readonly published?: string
}

/** The best described article of all the scripts of a page; broken ones are passed over. */
export function jsonLdArticle(scripts: readonly string[]): Article {
  const nodes = scripts.flatMap((script) => nodesOf(parse(script)))
  const byId = new Map(
    nodes.flatMap((node) =>
      typeof node['@id'] === 'string' && node['name'] !== undefined ? [[node['@id'], node]] : [],
    ),
  )
  const article =
    nodes.find((node) => isOf(node, ARTICLE)) ?? nodes.find((node) => isOf(node, PAGE))
  if (article === undefined) return {}
  const headline = words(article['headline']) ?? words(article['name'])
  const byline = names(article['author'] ?? article['creator'], byId)
  const publisher = names(article['publisher'], byId)
  const published = words(article['datePublished'])
  return {
    ...(headline !== undefined && { headline }),
    ...(byline !== undefined && { byline }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
  }
}

type Node = Readonly<Record<string, unknown>>

const ARTICLE =
  /^(?:.*Article|Blog ?Posting|LiveBlogPosting|SocialMediaPosting|Report|Review|.*NewsArticle)$/u
const PAGE = /^(?:WebPage|AboutPage|ItemPage|CreativeWork)$/u
/** More are a data set. */
const MOST_NODES = 500

function parse(script: string): unknown {
  const json = script
    .trim()
    .replace(/^(?:\/\/|\/\*)?\s*<!(?:\[CDATA\[|--)\s*(?:\*\/)?/u, '')
    .replace(/(?:\/\/|\/\*)?(?<!\s)\s*(?:\]\]|--)>\s*(?:\*\/)?;?$/u, '')
  // Line ends within a string and a comma too many are what goes wrong most.
  const mended = json.replace(/\p{Cc}+/gu, ' ').replace(/,\s*(?=[}\]])/gu, '')
  for (const text of [json, mended])
    try {
      return JSON.parse(text)
    } catch {
      // broken: the mended text is next, then nothing
    }
  return undefined
}

/** Objects of the top, of lists, and of graphs. */
function nodesOf(value: unknown): Node[] {
  const found: Node[] = []
  const waiting: unknown[] = [value]
  for (let next = waiting.shift(); found.length < MOST_NODES; next = waiting.shift()) {
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_NODES))
    else if (isNode(next)) {
      found.push(next)
      waiting.push(next['@graph'], next['mainEntity'])
    }
    if (waiting.length === 0) break
  }
  return found
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isOf = (node: Node, types: RegExp): boolean =>
  [node['@type']].flat().some((type) => typeof type === 'string' && types.test(type))

/** "Ada Mbeki, Omar Ba": of a name, of an object with one, of one that is described elsewhere. */
function names(value: unknown, byId: ReadonlyMap<unknown, Node>): string | undefined {
  const found = [value]
    .flat()
    .slice(0, 20)
    .flatMap((one) => {
      const name = isNode(one) ? words(one['name'] ?? byId.get(one['@id'])?.['name']) : words(one)
      return name === undefined ? [] : [name]
    })
  return found.length === 0 ? undefined : [...new Set(found)].join(', ')
}

function words(value: unknown): string | undefined {
  const [first] = [value].flat()
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined
}
