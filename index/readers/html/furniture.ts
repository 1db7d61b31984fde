/** What of a page is beside its text: by the names its makers gave it, by its wording, by its links. */
import { isFurnitureText } from '../../clean/wordings.ts'
import { endsSentence } from '../../clean/lines.ts'
import type { Attributes } from './events.ts'
import type { Paragraph } from './rows.ts'

const NAMED =
  /(?:^|[\s_-])(?:newsletter|share|sharing|social|related|recirc|promo|advert|advertisement|sponsored|subscribe|signup|credit|copyright|readmore|read-more|most-popular|timestamp|editsection|references|reflist|footnotes?|endnotes?|rearnotes?)(?:$|[\s_-])/iu
const NOTES =
  /^(?:doc-(?:footnote|endnotes?|backlink|tip)|footnotes?|endnotes?|rearnotes?|backlink)$/iu

/** Words of a sentence are in it whatever they are named. */
const IN_SENTENCE = new Set(['a', 'b', 'em', 'i', 'mark', 'p', 'strong', 'u'])

/** Whether an element is named for something beside the text. Such names also stand on whole pages. */
export const isAside = (name: string, attributes: Attributes): boolean =>
  attributes.size > 0 &&
  !IN_SENTENCE.has(name) &&
  (NAMED.test(attributes.get('class') ?? '') ||
    NOTES.test(attributes.get('role') ?? '') ||
    NOTES.test(attributes.get('epub:type') ?? ''))

/** Above this share of the words, a name says nothing: the text itself bears it. */
const MOST_ASIDE = 0.5

/** For each paragraph, whether it can be quoted. */
export function findQuotable(paragraphs: readonly Paragraph[]): boolean[] {
  const sum = (some: readonly Paragraph[]): number =>
    some.reduce((length, { text }) => length + text.length, 0)
  const named = sum(paragraphs.filter(({ aside }) => aside)) <= sum(paragraphs) * MOST_ASIDE
  let afterFurniture = false
  return paragraphs.map((paragraph) => {
    if (named && paragraph.aside) return false
    const furniture = isFurnitureText(paragraph.text) || isOwnFurniture(paragraph)
    // Below "Related stories" stand links to them.
    const follows = afterFurniture && isLink(paragraph)
    if (furniture || !follows) afterFurniture = furniture
    return !furniture && !follows
  })
}

const isLink = ({ linked, text }: Paragraph): boolean => linked >= text.length * 0.9

/** Who made a picture; what a reader is asked to sign up for; when a page changed. */
const CREDIT =
  /(?:\b(?:getty images|reuters|afp|ap photo|associated press|shutterstock|istock(?:photo)?|epa|alamy|bloomberg)\b.{0,30}|^(?:photo(?:graph)?s?|image|picture|illustration|video|source|crédit(?:s| photo)?|credit)\s*(?:by|:|©).*)$/iu
const SIGN_UP =
  /\bnewsletters?[.!]?$|^(?:follow|like|find) (?:us|me|him|her|them|@?\w+) on (?:twitter|facebook|instagram)\b/iu
const TIME =
  /^(?:(?:last )?(?:updated?|modified|published|posted)\b.{0,40}|\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)$/iu

/** What blogs put below each entry of a feed. */
const FEED =
  /^(?:the post .{1,250} (?:appeared first|first appeared) on|(?:cet |l[’'])article .{1,250} est apparu en premier sur) .{1,100}$/iu

function isOwnFurniture(paragraph: Paragraph): boolean {
  const { text, kind, row } = paragraph
  if (row) return false
  if (!/[\p{L}\p{N}]/u.test(text) || FEED.test(text)) return true
  if (text.length > 120 || (kind !== 'heading' && endsSentence(text) && !isLink(paragraph)))
    return false
  // A paragraph that is nothing but a link leads to another article.
  return (
    TIME.test(text) ||
    SIGN_UP.test(text) ||
    (text.length <= 80 && CREDIT.test(text)) ||
    (kind === 'text' && paragraph.linked >= text.length && !endsSentence(text))
  )
}
