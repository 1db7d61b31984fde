/** Somebody's words against the documents: each claim looked up by itself. */
import { detectLanguage } from '../index/languages/language.ts'
import { Slices } from '../index/slices.ts'
import { sentences } from '../index/sentences.ts'
import type { Asker, AskOptions } from './ask/ask.ts'
import { VerbatimError } from './errors.ts'
import type { Check } from './reply.ts'

/** Nobody reads more; the rest is said to be left. */
const MOST_CLAIMS = 8
const SHORTEST = 12
const LONGEST = 500

/** @throws VerbatimError 'question' when there is no claim in the text */
export async function checkClaims(asker: Asker, text: string, options: AskOptions): Promise<Check> {
  const claims = claimsOf(text)
  if (claims.length === 0)
    throw new VerbatimError(
      'question',
      'There is no claim in that message. Choose one that says something in a whole sentence.',
    )
  const checked: Check['claims'] = []
  const slices = new Slices()
  for (const claim of claims.slice(0, MOST_CLAIMS)) {
    if (slices.over) await slices.rest()
    checked.push({ claim, found: await asker.ask(claim, { ...options, quotes: 2 }) })
  }
  return { kind: 'check', claims: checked }
}

/** Sentences that say something: no questions, no greetings. Words that narrow a question are plain here. */
function claimsOf(text: string): string[] {
  const flat = text.replace(/[“”„«»"]/gu, '').replace(/(\p{L}):(?=\S)/gu, '$1: ')
  return sentences(flat, detectLanguage(flat))
    .map(({ start, end }) => flat.slice(start, end).replace(/\s+/gu, ' ').trim())
    .filter((claim) => claim.length >= SHORTEST && !claim.endsWith('?'))
    .map((claim) => claim.slice(0, LONGEST))
}
