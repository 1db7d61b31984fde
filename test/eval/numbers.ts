/**
 * Number, percentage, range, currency, age, dimension and temperature cases, English and French. A case
 * is right when each expected value is found in its place with its kind of unit, or nothing of the kind
 * where nothing is expected. What is not supported is decided by construct, never by case.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Language } from '../../index/document.ts'
import { extractQuantities } from '../../index/quantities/extract.ts'
import type { Quantity } from '../../index/quantities/quantity.ts'
import { round } from './figures.ts'
import { unsupported } from './numbers-constructs.ts'

const Result = z.object({
  Text: z.string(),
  TypeName: z.string(),
  Start: z.number().optional(),
  End: z.number().optional(),
  Resolution: z
    .object({
      value: z.string().nullish(),
      unit: z.string().nullish(),
      subtype: z.string().nullish(),
    })
    .nullish(),
})
const Case = z.object({ Input: z.string(), Results: z.array(Result).optional() })
export type Result = z.infer<typeof Result>

/** Files of what this project does not read as figures. */
const FILES: readonly { readonly name: RegExp; readonly why: string }[] = [
  { name: /Ordinal/u, why: 'ordinals name things and count nothing' },
]

export function evalNumbers(folder: string, options: { readonly predictions?: string }): object {
  const files = statSync(folder).isDirectory()
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => path.join(folder, name))
    : [folder]
  const languages = {
    en: { right: 0, supported: 0, cases: 0 },
    fr: { right: 0, supported: 0, cases: 0 },
  }
  const byFile: Record<string, object> = {}
  const notSupported: Record<string, number> = {}
  const predictions: string[] = []
  for (const file of files.sort()) {
    const name = path.basename(file, '.json')
    const language = name.includes('French') ? 'fr' : 'en'
    const cases = z
      .array(Case)
      .parse(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')))
    languages[language].cases += cases.length
    const closed = FILES.find((one) => one.name.test(name))
    if (closed !== undefined) {
      byFile[name] = { cases: cases.length, notSupported: closed.why }
      continue
    }
    const tally = { cases: cases.length, supported: 0, right: 0 }
    for (const { Input: text, Results: expected = [] } of cases) {
      const reasons = unsupported(text, expected, name)
      if (reasons.length > 0) {
        for (const reason of new Set(reasons))
          notSupported[reason] = (notSupported[reason] ?? 0) + 1
        continue
      }
      tally.supported++
      const found = extractQuantities(text, { language })
      const right = isRight(text, expected, found, name)
      if (right) tally.right++
      predictions.push(JSON.stringify({ file: name, text, right, expected, found }))
    }
    byFile[name] = { ...tally, share: round(tally.right / Math.max(1, tally.supported)) }
    languages[language].supported += tally.supported
    languages[language].right += tally.right
  }
  if (options.predictions !== undefined)
    writeFileSync(options.predictions, `${predictions.join('\n')}\n`)
  const share = (language: Language): object => ({
    ...languages[language],
    share: round(languages[language].right / Math.max(1, languages[language].supported)),
  })
  return { kind: 'numbers', english: share('en'), french: share('fr'), notSupported, files: byFile }
}

function isRight(
  text: string,
  expected: readonly Result[],
  found: readonly Quantity[],
  file: string,
): boolean {
  if (expected.length === 0) return !found.some((one) => isOnlyOf(one, file))
  return expected.every((result) => {
    const start = result.Start ?? text.indexOf(result.Text)
    const end = (result.End ?? start + result.Text.length - 1) + 1
    return found.some(
      (one) =>
        Math.min(one.start, one.modifier?.start ?? one.start) < end &&
        one.end > start &&
        isOfKind(one, file) &&
        hasValue(one, result),
    )
  })
}

function isOfKind({ unit, amount }: Quantity, file: string): boolean {
  if (/Percent/u.test(file)) return unit.kind === 'percent' || unit.kind === 'ratio'
  if (/Currency/u.test(file)) return unit.kind === 'currency'
  if (/Age/u.test(file)) return unit.kind === 'age' || unit.kind === 'duration'
  if (/Dimension/u.test(file)) return unit.kind === 'measure' || unit.kind === 'duration'
  if (/Temperature/u.test(file)) return unit.kind === 'measure' && /degree|kelvin/u.test(unit.name)
  return amount.kind !== 'vague'
}

/** A number of a kind that no other file is about. */
function isOnlyOf(one: Quantity, file: string): boolean {
  if (/Temperature/u.test(file))
    return one.unit.kind === 'measure' && /celsius|fahrenheit|kelvin/u.test(one.unit.name)
  if (/Dimension/u.test(file))
    return one.unit.kind === 'measure' && !one.unit.name.startsWith('degree')
  if (/Age/u.test(file)) return one.unit.kind === 'age'
  if (file.startsWith('Number-') && !/Range|Percent/u.test(file)) return one.unit.kind === 'count'
  if (/Range/u.test(file))
    return one.amount.kind === 'range' || /[≥>≤<]/u.test(one.modifier?.relation ?? '')
  return isOfKind(one, file)
}

function hasValue({ amount, modifier, unit }: Quantity, result: Result): boolean {
  // French cases have a decimal comma.
  const stated = result.Resolution?.value ?? ''
  const written = /[[(]/u.test(stated) ? stated : stated.replace(',', '.')
  const interval = /^([[(])([^,]*),([^\])]*)([\])])$/u.exec(written)
  if (interval === null) {
    if (amount.kind === 'range') return false
    const value = Number(written.replace(/%$/u, ''))
    const share = unit.kind === 'ratio' && written.endsWith('%') ? amount.value * 100 : amount.value
    return near(share, value)
  }
  const [, , low = '', high = ''] = interval
  if (amount.kind === 'range')
    return near(amount.low, Number(low)) && near(amount.high, Number(high))
  if (amount.kind !== 'exact') return false
  const relation = modifier?.relation ?? '='
  if (/[≥>]/u.test(relation)) return low !== '' && high === '' && near(amount.value, Number(low))
  if (/[≤<]/u.test(relation)) return low === '' && high !== '' && near(amount.value, Number(high))
  return low === high && near(amount.value, Number(low))
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 1e-6 + 1e-12
