import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAddress } from './check-address.ts'
import { fetcher } from './servers.ts'

/** First octets and how many bits of them are given, from the registry of special-purpose addresses. */
const V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

const V6: readonly (readonly [string, number])[] = [
  ['0000', 16],
  ['0064ff9b0000', 48],
  ['0064ff9b0001', 48],
  ['0100', 16],
  ['20010000', 32],
  ['20010db8', 32],
  ['2002', 16],
  ['3fff0', 20],
  ['4', 4],
  ['5f00', 16],
  ['fc', 7],
  ['fd', 8],
  ['fe8', 10],
  ['fec', 10],
  ['ff', 8],
]

const v4 = fc
  .tuple(fc.constantFrom(...V4), fc.nat(0xffffffff))
  .map(([[first, bits], random]) => toNumber(first) + (random % 2 ** (32 - bits)))

const v6 = fc
  .tuple(fc.constantFrom(...V6), fc.stringMatching(/^[0-9a-f]{32}$/u))
  .map(([[first], random]) => first + random.slice(first.length))

/** One part of an IPv4 address in a base and clothes that URLs read. */
const part = (value: number): fc.Arbitrary<string> =>
  fc.constantFrom(
    String(value),
    `0x${value.toString(16)}`,
    `0X${value.toString(16).toUpperCase()}`,
    `0x000${value.toString(16)}`,
    value === 0 ? '00' : `0${value.toString(8)}`,
    `000${value.toString(8)}`,
  )

/** Other characters that a URL parser takes for the same ones. */
const dressed = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.nat(4), { minLength: text.length, maxLength: text.length })
    .map((choices) => text.replace(/./gu, (char, at: number) => dress(char, choices[at] ?? 0)))

const spelledV4 = v4.chain((value) =>
  fc.integer({ min: 1, max: 4 }).chain((count) =>
    fc
      .tuple(...partsOf(value, count).map(part))
      .chain((parts) => fc.tuple(dressed(parts.join('.')), fc.constantFrom('', '.')))
      .map(([host, dot]) => ({ value, url: `http://${host}${dot}/` })),
  ),
)

describe('whatever way an address inside is written', () => {
  it('an IPv4 address is refused', () => {
    fc.assert(
      fc.property(spelledV4, ({ value, url }) => {
        // The spelling is one: else nothing is tried.
        expect(new URL(url).hostname).toBe(toDotted(value))
        expect(checkAddress(url, [])).toHaveProperty('reason')
      }),
      { numRuns: 3000 },
    )
  })

  it('an IPv4 address in IPv6 is refused', () => {
    const wrap = fc.constantFrom(
      '::ffff:',
      '::',
      '::ffff:0:',
      '64:ff9b::',
      '64:ff9b:1::',
      '2606:4700::5efe:',
      '2606:4700::200:5efe:',
    )
    fc.assert(
      fc.property(wrap, v4, (before, value) => {
        const hex = value.toString(16).padStart(8, '0')
        for (const tail of [toDotted(value), `${hex.slice(0, 4)}:${hex.slice(4)}`])
          expect(checkAddress(`http://[${before}${tail}]/`, [])).toHaveProperty('reason')
      }),
      { numRuns: 1000 },
    )
  })

  it('an IPv6 address is refused', () => {
    fc.assert(
      fc.property(v6, fc.boolean(), (hex, upper) => {
        const groups = hex.match(/.{4}/gu)?.join(':') ?? ''
        const host = `[${upper ? groups.toUpperCase() : groups}]`
        expect(URL.canParse(`http://${host}/`)).toBe(true)
        expect(checkAddress(`http://${host}/`, [])).toHaveProperty('reason')
      }),
      { numRuns: 1000 },
    )
  })

  it('a name that leads there is refused, whatever else it leads to', async () => {
    const outside = fc.constantFrom('93.184.215.14', '1.1.1.1', '2606:4700:4700::1111')
    const bad = fc.oneof(
      v4.map(toDotted),
      v6.map((hex) => hex.match(/.{4}/gu)?.join(':') ?? ''),
    )
    const some = fc.tuple(fc.array(outside), bad, fc.array(outside)).map((parts) => parts.flat())
    let found: string[] = []
    const careful = fetcher([], { lookup: () => Promise.resolve(found) })
    await fc.assert(
      fc.asyncProperty(some, async (addresses) => {
        found = addresses
        expect(await careful.fetch('http://news.example/')).toHaveProperty('state', 'refused')
      }),
      { numRuns: 300 },
    )
  })

  it('any text at all is answered, not thrown at', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((host) => `http://${host}`),
        ),
        (url) => {
          const result = checkAddress(url, [])
          expect('url' in result ? URL.canParse(result.url) : result.reason.length < 400).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

const toNumber = (dotted: string): number =>
  dotted.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)

const toDotted = (value: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.')

/** The first parts hold a byte each, the last one all that is left. */
function partsOf(value: number, count: number): number[] {
  const left = 8 * (5 - count)
  const bytes = [24, 16, 8].slice(0, count - 1).map((shift) => Math.floor(value / 2 ** shift) % 256)
  return [...bytes, value % 2 ** left]
}

function dress(char: string, choice: number): string {
  const code = char.charCodeAt(0)
  if (choice === 1) return `%${code.toString(16)}`
  if (choice === 2) return String.fromCodePoint(code + 0xfee0)
  if (choice === 3 && /\d/u.test(char)) return '⓪①②③④⑤⑥⑦⑧⑨'.charAt(Number(char))
  if (choice === 3 && char === '.') return '。'
  return char
}
