/** Strings that make a regular expression work: its parts repeated, followed by what it cannot match. */
import { type AST, RegExpParser } from '@eslint-community/regexpp'

const parser = new RegExpParser({ ecmaVersion: 2025 })

/** Where no part of the expression says better. */
const GENERAL = [
  ' ',
  '\n',
  '\t',
  'a',
  'A',
  '1',
  '.',
  ',',
  '"',
  '(',
  '[',
  '-',
  '<',
  ' a',
  'A. ',
  '1,',
  '\n\n',
]
/** What breaks a match, after so many that would go on. */
const ENDS = ['', '\u0000', '!', '\n', ' x']

export interface Pump {
  readonly before: string
  readonly part: string
  readonly after: string
}

/** Every repeated part of the expression by itself, in its place, and twice in two ways. */
export function pumpsOf(source: string, flags: string): Pump[] {
  const pattern = parser.parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  })
  const parts = new Map<string, Pump>()
  const add = (before: string, part: string): void => {
    if (part === '') return
    for (const after of ENDS)
      parts.set(JSON.stringify([before, part, after]), { before, part, after })
  }
  for (const part of GENERAL) add('', part)
  const whole = samplesOf(pattern.alternatives)
  for (const sample of whole) add('', sample)
  const walk = (alternatives: readonly AST.Alternative[], before: string): void => {
    for (const { elements } of alternatives) {
      let so = before
      for (const element of elements) {
        const node = element.type === 'Quantifier' ? element.element : element
        if (element.type === 'Quantifier' && element.max > 20) {
          const samples = samplesOfElement(element.element)
          for (const sample of samples) {
            add(so, sample)
            add('', sample)
            add('', `${so.slice(-3)}${sample}`)
          }
          add(so, samples.slice(0, 2).join(''))
        }
        if ('alternatives' in node) walk(node.alternatives, so)
        so += samplesOfElement(element, true)[0] ?? ''
      }
    }
  }
  walk(pattern.alternatives, '')
  return [...parts.values()]
}

/** A few strings each of the alternatives matches, or nearly. */
function samplesOf(alternatives: readonly AST.Alternative[]): string[] {
  return alternatives
    .slice(0, 6)
    .map(({ elements }) => elements.map((element) => samplesOfElement(element)[0] ?? '').join(''))
}

function samplesOfElement(element: AST.Element, isShortest = false): string[] {
  switch (element.type) {
    case 'Character':
      return [String.fromCodePoint(element.value)]
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass':
      return charactersOf(element.raw)
    case 'Quantifier': {
      const samples = samplesOfElement(element.element)
      const count = Math.min(isShortest ? element.min : Math.max(1, element.min), 5)
      return samples.map((sample) => sample.repeat(count))
    }
    case 'Group':
    case 'CapturingGroup':
      return samplesOf(element.alternatives)
    case 'Assertion':
    case 'Backreference':
      break
  }
  return ['']
}

const TRIED = 'a1A é.,-"\n\t \u00A0_(<>/:;\'%&#@=|Zб٣ي'
const known = new Map<string, string[]>()

function charactersOf(raw: string): string[] {
  const found = known.get(raw)
  if (found !== undefined) return found
  const one = new RegExp(`^(?:${raw})$`, 'us')
  const all = Array.from(TRIED).filter((character) => one.test(character))
  // One of each kind is enough; a class of rare signs is asked for its first.
  const some = [all[0], all.find((c) => /\d/u.test(c)), all.find((c) => /\s/u.test(c)), all.at(-1)]
  const chosen = [...new Set(some.filter((c) => c !== undefined))]
  if (chosen.length === 0)
    for (let code = 32; code < 0x1_00_00 && chosen.length === 0; code++)
      if (one.test(String.fromCodePoint(code))) chosen.push(String.fromCodePoint(code))
  known.set(raw, chosen)
  return chosen
}

export const pumped = ({ before, part, after }: Pump, length: number): string =>
  before + part.repeat(Math.ceil(length / part.length)).slice(0, length) + after
