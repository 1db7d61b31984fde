/** Web pages, feeds and Markdown made to harm. */
import { gzipSync } from 'node:zlib'
import { type Bomb, bomb, megabyteOf } from './bomb.ts'
import { deep, laughs } from './xml.ts'

const SENTENCE = 'Lund has nine barns, and two of them stand empty. '

export const MARKUP_BOMBS: readonly Bomb[] = [
  bomb('elements.html', '10^6 elements', () => html('<p>'.repeat(1e6))),
  bomb('depth.html', 'elements 100,000 deep', () => html(deep('div', 100_000))),
  bomb('formatting.html', '50,000 formats that nobody closes', () =>
    html('<b><i><a href=x><p>'.repeat(50_000)),
  ),
  bomb('attribute.html', 'an attribute of 3 MB', () =>
    html(`<p title="${'x'.repeat(3e6)}">${SENTENCE}</p>`),
  ),
  bomb('attributes.html', 'an element of 100,000 attributes', () =>
    html(`<p ${Array.from({ length: 1e5 }, (_, at) => `a${at}=1`).join(' ')}>${SENTENCE}</p>`),
  ),
  bomb('table.html', 'a table of 10^6 cells', () =>
    html(`<table>${`<tr>${'<td>'.repeat(1000)}`.repeat(1000)}</table>`),
  ),
  bomb('spans.html', 'cells that span 10^9 columns and rows', () =>
    html(`<table>${'<tr><td colspan=1000000000 rowspan=1000000000>x'.repeat(1000)}</table>`),
  ),
  bomb('tables.html', 'tables in tables, 10,000 deep', () =>
    html('<table><tr><td>'.repeat(10_000)),
  ),
  bomb('lists.html', 'lists in lists, 30,000 deep', () => html('<ul><li>x'.repeat(30_000))),
  bomb('comment.html', 'a comment without an end', () => `<!--${megabyteOf('<p>x')}`),
  bomb('references.html', '180,000 character references', () =>
    html('&lt;&#x41;&bogus;'.repeat(60_000)),
  ),
  bomb('links.html', '30,000 links', () =>
    html('<a href="//127.0.0.1:9/x">more</a> '.repeat(30_000)),
  ),
  bomb('scripts.html', 'scripts, frames, refreshes and events', () =>
    html(
      `<script>for(;;);</script><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/"><iframe src="file:///etc/passwd"></iframe><img src=x onerror="for(;;);"><p>${SENTENCE}</p>`,
    ),
  ),
  bomb('json-ld.html', 'metadata 300,000 deep', () =>
    html(`<script type="application/ld+json">${'[{"a":'.repeat(300_000)}</script><p>${SENTENCE}`),
  ),
  bomb('zip.html', 'gzip under another name', () => gzipSync(Buffer.alloc(100_000_000))),
  bomb('laughs.rss', 'entities of entities', () =>
    laughs('rss', '<channel><title>&l9;</title><item><title>&l9;</title></item></channel>'),
  ),
  bomb('laughs.atom', 'entities of entities', () =>
    laughs('feed', '<title>&l9;</title><entry><title>&l9;</title></entry>'),
  ),
  bomb('outside.rss', 'an entity that is a file of this machine', () =>
    rss('<item><title>&secret;</title><description>&secret;</description></item>', OUTSIDE),
  ),
  bomb('quadratic.rss', 'one entity of 100 kB, 20,000 times', () =>
    rss(
      `<item><title>x</title><description>${'&a;'.repeat(20_000)}</description></item>`,
      `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(100_000)}">]>`,
    ),
  ),
  bomb('deep.rss', 'elements 100,000 deep', () => rss(`<item>${deep('a', 100_000)}</item>`)),
  bomb('items.rss', '20,000 items', () =>
    rss(
      '<item><title>Nine barns</title><description>Lund has nine barns.</description></item>'.repeat(
        20_000,
      ),
    ),
  ),
  bomb(
    'deep.json',
    'a feed 10^6 deep',
    () => `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(1e6)}`,
  ),
  bomb('quotes.md', 'quotations 100,000 deep', () => `${'>'.repeat(100_000)} ${SENTENCE}`),
  bomb('lists.md', 'lists 1,000 deep', () =>
    Array.from({ length: 1000 }, (_, at) => `${'  '.repeat(at)}- ${at} barns`).join('\n'),
  ),
  bomb('brackets.md', '300,000 open brackets', () => '['.repeat(300_000)),
  bomb('emphasis.md', '300,000 marks of emphasis', () => '*a **a _a __a '.repeat(60_000)),
  bomb('backticks.md', 'runs of backticks, each longer', () =>
    Array.from({ length: 1200 }, (_, at) => `${'`'.repeat(at)}x`).join(' '),
  ),
  bomb('table.md', 'a table of 100,000 columns', () =>
    ['a|', '-|', '1|', '2|'].map((cell) => `|${cell.repeat(100_000)}`).join('\n'),
  ),
  bomb(
    'front.md',
    'front matter of references to references',
    () =>
      `---\na0: &a0 [x]\n${Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join('\n')}\n---\n${SENTENCE}`,
  ),
]

const OUTSIDE = '<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'

const html = (body: string): string =>
  `<!doctype html><html><head><title>Barns</title></head><body><article>${body}</article></body></html>`
const rss = (items: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>Barns</title>${items}</channel></rss>`
