/** Web pages of the tests: an article, and the site around it. */
import type { Document } from '../../../index/document.ts'
import { readFile } from '../../../index/readers/read.ts'

export const ARTICLE: readonly string[] = [
  'The wells of the northern villages ran dry in the first week of May, the water council said, and tankers now bring what people drink.',
  'Some 4,200 people, most of them herders, walk for two hours to the river, according to the council, which counted them in April.',
  'Omar Ba, who leads the council, said: “We asked for pumps in March, and nobody answered us, neither here nor in the capital.”',
  'The ministry of water did not answer questions, but said in a statement that repairs would begin before the rains, in June.',
  'Until then, the council says, each family gets 20 litres a day, less than half of what it had a year ago, when the wells were full.',
]

/** `head` goes into the page's head, `body` before its article, `html` into the root element. */
export const page = ({
  head = '',
  body = '',
  html = '',
}: Readonly<Record<string, string>>): string =>
  `<!doctype html><html ${html}><head><meta charset="utf-8">${head}<script>let wells = 3</script></head>
<body><header><a href="/">Home</a></header><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">World</a></li></ul></nav>
${body}<article>${ARTICLE.slice(0, 2)
    .map((text) => `<p>${text}</p>`)
    .join('\n')}
<h2>What the council says</h2>${ARTICLE.slice(2)
    .map((text) => `<p onclick="alert(1)">${text}</p>`)
    .join('\n')}
</article><aside><h3>Most read</h3><ul><li><a href="/c">Rivers rise</a></li></ul></aside>
<footer><a href="/imprint">Imprint</a> We use cookies.</footer></body></html>`

/** Reads a page as a file; fails when nothing in it can be quoted. */
export async function readPage(html: string, url?: string): Promise<Document> {
  const result = await readFile({
    name: 'page.html',
    bytes: Buffer.from(html),
    ...(url !== undefined && { url }),
  })
  const document = result.documents?.[0]
  if (document === undefined) throw new Error(`nothing to quote: ${JSON.stringify(result)}`)
  return document
}
