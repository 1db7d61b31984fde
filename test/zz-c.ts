import { readFileSync } from 'node:fs'
import { Corpus } from '../index/corpus.ts'
import { makeMiniSearch } from '../index/engines/minisearch.ts'
import { documentOf } from '../index/readers/read.ts'
import { FigureFinder } from '../src/figures/finder.ts'
const corpus = new Corpus(makeMiniSearch)
for (const l of readFileSync('/work/shared/eval/figures/humset.jsonl', 'utf8').trim().split('\n')) {
  const r = JSON.parse(l)
  const { document } = documentOf(r.id + '.txt', r.text, r.id)
  if (document) corpus.put(document)
}
const finder = new FigureFinder({ corpus, aliases: {} })
for (const q of [
  'people displaced',
  'refugees',
  'people killed',
  'children malnutrition',
  'confirmed cases',
  'COVID-19 cases',
  'deaths',
  'houses damaged',
  'households food',
  'people in need',
  'returnees',
  'IDPs',
  'cholera cases',
  'people affected floods',
  'schools closed',
  'health facilities',
]) {
  const reply: any = await finder.find(q)
  const labels = (reply.groups ?? []).flatMap((g: any) =>
    g.lines.flatMap((l: any) => l.labels.map((x: any) => x.kind)),
  )
  const n: any = {}
  for (const k of labels) n[k] = (n[k] ?? 0) + 1
  console.log(q, reply.kind, (reply.groups ?? []).length, JSON.stringify(n))
}
