/** Who gives a figure, in a few words: the chain of speakers, else who published the document. */
import type { Citation, Figure } from '../reply.ts'
import { acronymOf } from '../publisher-name.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Wordings } from '../wordings/wordings.ts'

export function whoSays(
  { attribution, quote }: Figure,
  words: Wordings['figures'] = wordingsIn().figures,
): string {
  const { citation } = quote
  if (attribution.length === 0) return voiceOf(citation, words)
  return attribution
    .filter(
      ({ speaker }, at) => !attribution.slice(0, at).some((one) => overlap(one.speaker, speaker)),
    )
    .map(({ speaker, stance }) => `${shortened(speaker)}${words.stances[stance]}`)
    .join(words.citing)
}

/** Who speaks where a document names nobody. A digest speaks for what it retells, and says so. */
function voiceOf({ kind, source, publisher }: Citation, words: Wordings['figures']): string {
  if (kind === 'digest' && source !== undefined)
    return words.inDigest(shortened(source.publisher ?? source.title))
  // Its title says nothing.
  if (publisher === undefined) return words.theDocument
  const { value } = publisher
  return (value.length > LONG ? acronymOf(value, CUT) : undefined) ?? shortened(value)
}

function overlap(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  return a.includes(b) || b.includes(a)
}

/** Longer names fill a column by themselves. */
const LONG = 32
const CUT = '…'
/** A list of publishers is told in full where the quote is cited. */
const LONGEST = 60

function shortened(name: string): string {
  if (name.length <= LONGEST) return name
  const cut = name.slice(0, LONGEST)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).replace(/(?<![\s,;:])[\s,;:]+$/u, '')} ${CUT}`
}

/** The day, month or year that a figure was published; the newest has the highest. */
export const publishedOn = ({ quote }: Figure): string => quote.citation.date?.value ?? ''

/** A document in one line. A digest must never pass for what it retells. */
export function documentLine(
  { kind, source, title, publisher, date, section }: Citation,
  words: Wordings['references'],
): string {
  const stated = ({ value, inferred }: Citation['title']): string =>
    inferred ? value + words.inBrackets : value
  const name =
    kind === 'document'
      ? stated(title)
      : source === undefined
        ? words.digest(stated(title))
        : words.digestOf(source.title)
  const parts = [name, source?.publisher, publisher && stated(publisher)]
  return [...parts, date === undefined ? words.undated : stated(date), section]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
}
