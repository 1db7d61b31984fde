import { readFileSync } from 'node:fs'
import { Corpus } from '../index/corpus.ts'
import { makeMiniSearch } from '../index/engines/minisearch.ts'
import { documentOf } from '../index/readers/read.ts'
import { FigureFinder } from '../src/figures/finder.ts'
const texts = new Map(
  readFileSync('/work/shared/eval/figures/humset.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l))
    .map((r: any) => [r.id, r.text]),
)
const list = JSON.parse(readFileSync(process.argv[2], 'utf8'))
for (const one of list) {
  const corpus = new Corpus(makeMiniSearch)
  const text = String(texts.get(one.document))
  const { document } = documentOf(one.document + '.txt', text, one.document)
  if (document) corpus.put(document)
  const reply: any = await new FigureFinder({ corpus, aliases: {} }).find(one.request)
  console.log(
    '\n## ',
    one.document,
    '|',
    one.request,
    '| WANT',
    one.quantity,
    '|',
    text.slice(Math.max(0, one.begin - 90), one.end + 90).replace(/\s+/g, ' '),
  )
  if (reply.kind === 'nothing') {
    console.log('   NOTHING', reply.reason)
    continue
  }
  let n = 0
  for (const g of reply.groups)
    for (const l of g.lines) {
      if (n++ < 4) {
        const f = l.figures[0]
        console.log(
          '   ',
          g.related ? '(rel)' : '',
          g.note ?? '',
          f.wording,
          '|',
          f.counted,
          '|',
          f.quote.text.slice(0, 170).replace(/\s+/g, ' '),
        )
      }
    }
}
