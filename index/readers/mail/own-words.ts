/**
 * What the sender of a mail wrote: mails quoted below are not the sender's words and carry another
 * date; they and signatures stay in the text, but cannot be quoted as this mail's.
 */
import { type Block, blockText } from '../../clean/blocks.ts'
import type { FrontMatter } from '../../front-matter.ts'
import type { Reading } from '../reading.ts'
import { readText } from '../text.ts'

/** "On 5 March 2024, Ana wrote:" and its like. */
const WROTE =
  /^(?:on|le|am|el|il|em|op)\b.{4,200}(?:\bwrote|\ba écrit|\bschrieb|\bescribió|\bha scritto|\bescreveu|\bschreef)\b.{0,80}:$/isu
const ORIGINAL =
  /^-{2,}\s*(?:original message|message d['’]origine|ursprüngliche nachricht|mensaje original)\s*-{2,}$/iu
const FORWARDED =
  /^-{2,}\s*(?:forwarded message|message transféré|weitergeleitete nachricht|mensaje reenviado)\s*-{2,}$/iu
/** The head that programs put above a mail that is answered or passed on. */
const HEAD =
  /^\*?(?:from|de|von)\s?:\*?\s.+\s\*?(?:sent|date|envoyé|gesendet|enviado)(?: le)?\s?:\*?\s/isu
const SIGNATURE = /^-- ?$/u
/** A signature has few lines; what is longer is text below a rule. */
const LONGEST_SIGNATURE = 15

/** A forwarded mail is what its sender wants read: nothing below its head is taken for a quotation. */
export function ownTextReading(
  text: string,
  stated: FrontMatter,
  forward: boolean,
): { reading: Reading; quoted: boolean } {
  const lines = text.split('\n')
  const { quoted, signed } = notOwn(lines, forward)
  const blank = lines.map((line, at) => (quoted.has(at) || signed.has(at) ? blanked(line) : line))
  const own = blank.join('\n')
  const kept = own.trim() === '' ? text : own
  const { blocks } = readText(kept)
  return {
    reading: { text, bodyStart: 0, blocks, stated, titles: [], places: [] },
    quoted: kept !== text && quoted.size > 0,
  }
}

/** The blocks of a mail in HTML above the mail that it answers. */
export function ownBlocks(
  text: string,
  blocks: readonly Block[],
  forward: boolean,
): readonly Block[] {
  if (forward) return blocks
  for (const [at, block] of blocks.entries()) {
    const words = blockText(text, block)
    if (FORWARDED.test(words)) return blocks
    const next = blocks[at + 1]
    const both = next === undefined ? words : `${words} ${blockText(text, next)}`
    const tail = WROTE.test(words) || ORIGINAL.test(words) || HEAD.test(both.slice(0, 400))
    if (tail && at > 0) return blocks.slice(0, at)
  }
  return blocks
}

function notOwn(
  lines: readonly string[],
  forward: boolean,
): { quoted: ReadonlySet<number>; signed: ReadonlySet<number> } {
  const quoted = new Set<number>()
  const signed = new Set<number>()
  const tail = forward ? lines.length : tailStart(lines)
  for (const [at, line] of lines.entries()) {
    if (at >= tail || /^\s{0,2}>/u.test(line)) quoted.add(at)
  }
  const intros = [...quoted].flatMap((at) => (quoted.has(at - 1) ? [] : introOf(lines, at)))
  for (const at of intros) quoted.add(at)
  const rule = lines.findIndex((line, at) => at < tail && SIGNATURE.test(line.replace(/\r$/u, '')))
  if (rule >= 0) {
    let end = rule
    while (end < lines.length && !quoted.has(end)) end++
    if (end - rule <= LONGEST_SIGNATURE) for (let at = rule; at < end; at++) signed.add(at)
  }
  return { quoted, signed }
}

/** Where the mail that is answered begins, when its lines have no `>`. */
function tailStart(lines: readonly string[]): number {
  for (const [at, line] of lines.entries()) {
    const words = line.trim()
    if (FORWARDED.test(words)) return lines.length
    if (ORIGINAL.test(words)) return at
    const begins = at > 0 && /^\*?(?:from|de|von)\s?:/iu.test(words)
    if (begins && HEAD.test(lines.slice(at, at + 4).join('\n'))) return at
  }
  return lines.length
}

/** The line above a quotation that says who wrote it and when; programs break it in two. */
function introOf(lines: readonly string[], at: number): number[] {
  let last = at - 1
  while (last >= 0 && last > at - 3 && lines[last]?.trim() === '') last--
  for (const first of [last, last - 1]) {
    const words = lines
      .slice(Math.max(0, first), last + 1)
      .join(' ')
      .trim()
    if (first >= 0 && WROTE.test(words))
      return Array.from({ length: last - first + 1 }, (_, step) => first + step)
  }
  return []
}

const blanked = (line: string): string => line.replace(/[^\r]/gu, ' ')
