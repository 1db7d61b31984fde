/** Readers of text formats keep the contract of all readers; those of other formats call it in their own tests. */
import { testReader } from '../../support/reader-contract.ts'

const WORDS = 'The wells of the town are dry. The river is low, and the road is shut.'
const SAYS = ['The wells of the town are dry.', 'The river is low, and the road is shut.']

testReader('text', {
  name: 'wells.txt',
  make: (address) => Buffer.from(`The wells\n\n${WORDS}\n\nMore is at ${address} for all.\n`),
  says: SAYS,
  runs: 300,
})

testReader('Markdown', {
  name: 'wells.md',
  make: (address) =>
    Buffer.from(
      `---\ntitle: The wells\n---\n# Wells\n\n${WORDS}\n\n![map](${address})\n\n<img src="${address}"><script>fetch("${address}")</script>\n\n| Gao | 12 |\n|---|---|\n| Kidal | 3 |\n`,
    ),
  says: [...SAYS, 'Kidal | 3'],
  runs: 300,
})

testReader('HTML', {
  name: 'wells.html',
  make: (address) =>
    Buffer.from(
      `<!doctype html><html><head><title>The wells of the north</title><base href="${address}"><link rel="stylesheet" href="${address}"><script src="${address}"></script><meta http-equiv="refresh" content="0;url=${address}"></head><body onload="fetch('${address}')"><article><h1>The wells of the north</h1><p>${WORDS}</p><img src="${address}"><iframe src="${address}"></iframe><object data="${address}"></object><script>fetch("${address}")</script></article></body></html>`,
    ),
  says: SAYS,
  runs: 150,
})

testReader('feed', {
  name: 'wells.rss',
  make: (address) =>
    Buffer.from(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>North Desk</title><link>${address}</link><description>News</description><item><title>The wells are dry</title><link>https://example.org/wells</link><guid>https://example.org/wells</guid><description>&lt;p&gt;${WORDS}&lt;/p&gt;&lt;img src="${address}"&gt;&lt;script src="${address}"&gt;&lt;/script&gt;</description><enclosure url="${address}" length="1" type="audio/mpeg"/></item></channel></rss>`,
    ),
  says: SAYS,
  runs: 150,
})

testReader('PDF', {
  name: 'wells.pdf',
  make: (address) =>
    pdf([
      `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (${address}) >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.launchURL("${address}")) >>] >> >> >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>',
      stream(
        'BT /F1 12 Tf 72 700 Td (The wells of the town are dry.) Tj 0 -14 Td (The river is low, and the road is shut.) Tj ET /X Do',
      ),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      stream('', `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /F << /FS /URL /F (${address}) >>`),
    ]),
  says: SAYS,
  runs: 60,
})

function stream(contents: string, entries = ''): string {
  return `<< /Length ${contents.length} ${entries} >>\nstream\n${contents}\nendstream`
}

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
function pdf(objects: readonly string[]): Uint8Array {
  const offsets: number[] = []
  let file = '%PDF-1.7\n'
  for (const [at, object] of objects.entries()) {
    offsets.push(file.length)
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  )
}
