/** What a number is measured in: percent, money, time, age, a measure, times as many; else a count. */
import type { Language } from '../../document.ts'
import { readMeasure, readMultiple } from './measure-unit.ts'
import type { Found } from '../numbers/read-one.ts'
import { readTime } from './time-unit.ts'
import type { Token } from '../numbers/tokens.ts'
import { type ReadUnit, readPer, spanOf } from './unit-parts.ts'

export function readUnit(tokens: readonly Token[], found: Found, language: Language): ReadUnit {
  if (found.currency !== undefined) {
    const per = readPer(tokens, found.to)
    return {
      unit: {
        kind: 'currency',
        code: found.currency.code,
        span: { start: found.currency.start, end: found.currency.end },
        ...per?.part,
      },
      to: per?.to ?? found.to,
    }
  }
  if (found.percent !== undefined) {
    const span = spanOf(tokens, found.percent.from, found.percent.to)
    return { unit: { kind: 'percent', points: found.percent.points, span }, to: found.to }
  }
  if (found.ratio !== undefined) {
    // "a 1/4 mile oval", "half an hour": part of a measure.
    const measure =
      found.figure.form === 'fraction' && !isOutOf(tokens, found)
        ? readMeasure(tokens, found)
        : undefined
    return measure ?? { unit: { kind: 'ratio', ...found.ratio }, to: found.to }
  }
  return (
    readTime(tokens, found, language) ??
    readMultiple(tokens, found) ??
    readMeasure(tokens, found) ?? { unit: { kind: 'count' }, to: found.to }
  )
}

const isOutOf = (tokens: readonly Token[], found: Found): boolean =>
  found.sides !== undefined && tokens[found.first + 1]?.text !== '/'
