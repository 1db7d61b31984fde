import { readFileSync } from 'node:fs'
import { extractQuantities } from '../index/quantities/extract.ts'
for (const l of readFileSync('/work/shared/eval/figures/humset.jsonl', 'utf8').trim().split('\n')) {
  const r = JSON.parse(l)
  let prev = -1
  for (const q of extractQuantities(r.text, { language: 'en' } as any)) {
    if (
      q.counted?.elided &&
      q.unit.kind === 'count' &&
      r.text[q.number.start - 1] === '(' &&
      /\p{Lu}[\p{L}’'-]* \($/u.test(r.text.slice(0, q.number.start)) &&
      q.number.start - q.counted.start < 400
    )
      console.log(
        r.text.slice(q.counted.start, q.counted.end).replace(/\s+/g, ' '),
        '|',
        r.text
          .slice(Math.max(q.counted.start, q.number.start - 120), q.number.end + 2)
          .replace(/\s+/g, ' '),
      )
  }
}
