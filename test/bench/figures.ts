/**
 * What finding figures costs: our whole extraction beside compromise's and recognizers-text's numbers,
 * on the same texts, in characters a second on one core.
 */
import { readFileSync } from 'node:fs'
import * as recognizers from '@microsoft/recognizers-text-suite'
import compromise from 'compromise'
import * as z from 'zod'
import { extractQuantities } from '../../index/quantities/extract.ts'
import { note, say, table } from './measure.ts'

/** At least as long as this is measured, and each text at least once. */
const SECONDS = 2
/** The slowest peer gets no more text than this; the speed is by character all the same. */
const LITTLE = 4000

/** @param path a text file, or one of JSON lines with a `text` */
export function benchFigures(path: string): void {
  const texts = textsOf(path)
  const little = texts.map((text) => text.slice(0, LITTLE)).slice(0, 1)
  const rows: (string | number)[][] = [['finder', 'MB/s']]
  const measure = (name: string, over: readonly string[], run: (text: string) => unknown): void => {
    note(name)
    rows.push([name, speed(over, run)])
  }
  measure('ours: every part', texts, (text) => extractQuantities(text, { language: 'en' }))
  measure('compromise: numbers', texts.slice(0, 20), (text) => compromise(text).numbers().json())
  measure('recognizers-text: numbers, currencies', little, (text) => [
    recognizers.recognizeNumber(text, 'en-us'),
    recognizers.recognizeCurrency(text, 'en-us'),
  ])
  say(table(rows))
}

function textsOf(path: string): string[] {
  const whole = readFileSync(path, 'utf8')
  if (!path.endsWith('.jsonl')) return [whole]
  const Line = z.object({ text: z.string() })
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Line.parse(JSON.parse(line)).text)
}

/** Millions of characters a second, after one pass to warm up. */
function speed(texts: readonly string[], run: (text: string) => unknown): string {
  for (const text of texts) run(text)
  let characters = 0
  const start = performance.now()
  do {
    for (const text of texts) {
      run(text)
      characters += text.length
    }
  } while (performance.now() - start < SECONDS * 1000)
  return (characters / 1000 / (performance.now() - start)).toPrecision(2)
}
