/** The parties that the first page of a court's paper names: "Ada Ross, Warden v. Ben Hale". */
import { isOrganisation, titleCase } from './organisations.ts'

const VERSUS = /^(?:v|vs|versus|c|contre|gegen)\.?$/iu
/** What a party is in the case. */
const ROLE =
  /^(?:petitioner|respondent|plaintiff|defendant|appellant|appellee|applicant|claimant|intervenor|requérant|demandeur|défendeur|appelant|intimé)e?s?[.,]?$/iu
const MOST_LINES = 5
const LONGEST_PARTY = 90

/** @param head the first page */
export function captionOf(head: string): string | undefined {
  const lines = head.split(/[\n\r\f]/u).map((line) =>
    (line.split('\t')[0] ?? '')
      .trimEnd()
      .replace(/[:)|]$/u, '')
      .trim(),
  )
  const at = lines.findIndex((line) => VERSUS.test(line))
  if (at === -1) return undefined
  const above = lines.slice(0, at).reverse()
  const [one, other] = [partyOf(above)?.reverse(), partyOf(lines.slice(at + 1))]
  if (one === undefined || other === undefined) return undefined
  const [first, second] = [join(one), join(other)]
  return first === undefined || second === undefined ? undefined : `${first} v. ${second}`
}

/** The lines next to the "v.", as far as they are a party's: up to a rule, or to its role below it. */
function partyOf(lines: readonly string[]): string[] | undefined {
  const own: string[] = []
  for (const line of lines) {
    if (line === '') continue
    if (!/\p{L}{2}/u.test(line) || isOrganisation(line) || own.length === MOST_LINES) break
    if (ROLE.test(line)) {
      if (own.length > 0) break
      continue
    }
    // Captions are shouted; anything else beside a "v." is a sentence.
    if (line !== line.toUpperCase()) break
    own.push(line)
  }
  return own.length === 0 ? undefined : own
}

function join(lines: readonly string[]): string | undefined {
  const name = lines.join(' ')
  return name.length <= LONGEST_PARTY
    ? titleCase(name.replace(/(?<![\s,.])[\s,.]+$/u, ''))
    : undefined
}
