/** What is said in English of a draft that was checked. */
import type { Verdict } from '../../reply.ts'

export const CHECKS = {
  verdicts: {
    verbatim: 'verbatim',
    agrees: 'agrees',
    within: 'within',
    rounded: 'rounded',
    supported: 'supported',
    partly: 'partly',
    'not stated': 'not stated',
    unattested: 'unattested',
    altered: 'altered',
    stitched: 'stitched',
    'other speaker': 'other speaker',
    'not found': 'not found',
    differs: 'differs',
    outdated: 'outdated',
    disputed: 'disputed',
    contradicted: 'contradicted',
  } satisfies Record<Verdict, string> as Readonly<Record<Verdict, string>>,

  /** "Of 12 checked, 2 do not hold (altered 1, contradicted 1), 3 are open (partly 3) and 7 hold." */
  headline: (all: number, parts: readonly string[]): string => {
    const last = parts.at(-1) ?? 'nothing was found to check'
    const told = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last
    return `Of ${all} checked, ${told}.`
  },
  wrong: (count: number, verdicts: string): string =>
    `${count} ${count === 1 ? 'does' : 'do'} not hold (${verdicts})`,
  open: (count: number, verdicts: string): string =>
    `${count} ${count === 1 ? 'is' : 'are'} open (${verdicts})`,
  held: (count: number): string => `${count} ${count === 1 ? 'holds' : 'hold'}`,

  left: {
    question: 'a question',
    opinion: 'an opinion',
    heading: 'a heading',
    'too short': 'too short to be a claim',
    'too much': 'beyond what is read at once',
  },
  leftTimes: (why: string, count: number): string => `${why} (${count} times)`,
  notChecked: (kinds: string): string => `Not checked: ${kinds}.`,

  /** Where a chat shows the worst alone. */
  more: (count: number): string =>
    `${count} more ${count === 1 ? 'is' : 'are'} open or wrong; check a shorter text to see all.`,
  holds: (verdict: string, text: string, more: number): string =>
    `Holds (${verdict}): “${text}”${more === 0 ? '' : ` and ${more} more`}.`,
  head: (verdict: string, text: string): string => `${verdict}: “${text}”`,
  /** Said before a quote that is no evidence. */
  nearest: 'Nearest, no evidence:',

  quotations: {
    otherSpeaker: (name: string): string => `The words are there, but “${name}” says them.`,
    verbatim: 'Word for word.',
    allowed: 'Word for word, but for what a writer may change.',
    stitched: 'It is put together of two places, without a sign where the one ends.',
    notFound: 'No document has these words.',
    nearest: 'No document has these words; the nearest are shown.',
    putIn: (here: string): string => `“${here}” is put in`,
    leftOut: (there: string): string => `“${there}” is left out`,
    changed: (here: string, there: string): string => `“${here}” for “${there}”`,
  },

  claims: {
    supported: (sentences: number): string =>
      sentences === 1
        ? 'The documents say so.'
        : `${sentences} sentences of one document say it together.`,
    denied: 'One of the two denies it.',
    otherwise: (here: string, there: string): string =>
      `“${here}” here, “${there}” in the document.`,
    notStated: 'No document says this.',
    unshown: 'Its words stand there, but nothing shows that the same is said.',
    /** @param instead what the document has in their place */
    noEvidence: (words: readonly string[], instead: readonly string[]): string =>
      `There is no evidence for ${listed(words)}.${instead.length === 0 ? '' : ` The document has ${listed(instead)} there.`}`,
  },

  numbers: {
    agrees: (): string => 'The same number stands there.',
    within: (wording: string): string => `“${wording}” there lies within it.`,
    rounded: (wording: string): string => `It rounds “${wording}”.`,
    differs: (wording: string): string => `The document says “${wording}”.`,
    outdated: (wording: string): string =>
      `A later document of the same publisher says “${wording}”.`,
    disputed: (wording: string): string => `Another document says “${wording}”.`,
    counted: (figure: string): string => `The same is counted there: ${figure}.`,
    noneHas: (figures: readonly string[]): string =>
      `No document has this number; they have ${figures.join(', ')}.`,
    figure: (wording: string, who: string): string => `“${wording}” (${who})`,
  },

  notes: {
    cut: (length: number): string =>
      `The first ${length} characters were checked; check the rest by itself.`,
    openQuotation: (words: string): string =>
      `The quotation that begins with “${words}…” has no mark at its end; it was taken to the end of its paragraph.`,
    unreadable: (language: string): string =>
      `The draft is in a language (${language}) whose claims cannot be read; its quotations and numbers were compared all the same.`,
  },
  noText: (name: string): string => `${name} is no text; save it as text, Markdown or DOCX.`,
  tooLarge: (name: string, megabytes: number): string =>
    `${name} has more than ${megabytes} MB; give the part that is to be checked.`,
  empty: 'The draft is empty. Give one that has text.',
  noClaim: (isQuestions: boolean): string =>
    `There is no claim and no quotation in that text.${isQuestions ? ' There are only questions in it.' : ''} Give whole sentences that say something.`,
}

const MOST_LISTED = 4

function listed(words: readonly string[]): string {
  const shown = words.slice(0, MOST_LISTED).map((word) => `“${word}”`)
  return words.length > shown.length ? `${shown.join(', ')} and more` : shown.join(', ')
}
