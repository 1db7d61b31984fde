/** A page as it is read: what it shows, and every part of it that does something. */
import { parseHTML } from 'linkedom'

export interface ReadPage {
  readonly document: Document
  /** What the content shows, as text. */
  readonly text: string
}

type Document = ReturnType<typeof parseHTML>['document']

export function readPage(html: string): ReadPage {
  const { document } = parseHTML(html)
  const content = document.querySelector('main') ?? document.documentElement
  return { document, text: content.textContent.replace(/\s+/gu, ' ') }
}

const ELEMENTS = new Set(
  `html head meta title link script body a header nav ul li main h1 h2 h3 h4 h5 p form input ol time label div button
   details summary section figure blockquote figcaption span b mark article aside dl dt dd table caption thead
   tbody tr th td strong select option textarea img`.split(/\s+/u),
)
const ATTRIBUTES = new Set(
  `lang charset name title content rel href type src class id aria-label aria-current aria-hidden hreflang tabindex action
   method role value placeholder autocomplete maxlength for required autofocus open dir popover popovertarget
   aria-describedby datetime data-working data-unreachable data-noted data-conversation scope colspan alt loading download selected
   enctype accept multiple data-sending data-reading`.split(/\s+/u),
)

/** Whatever of a page could do more than stand there, and is not the desk's own. */
export function livePartsOf(html: string): string[] {
  const { document } = readPage(html)
  const found: string[] = []
  for (const element of document.querySelectorAll('*')) {
    const tag = element.tagName.toLowerCase()
    if (!ELEMENTS.has(tag)) found.push(`<${tag}>`)
    for (const { name, value } of element.attributes) {
      if (!ATTRIBUTES.has(name)) found.push(`${tag} ${name}`)
      if (['href', 'src', 'action'].includes(name) && !isOwnAddress(name, value))
        found.push(`${tag} ${name}=${value}`)
    }
    if (tag === 'script' && element.textContent !== '') found.push('a script in the page')
  }
  return found
}

/** Everything but a link stays on the desk; a link leads there, or to a public page. */
const isOwnAddress = (name: string, value: string): boolean =>
  /^\/(?!\/)/u.test(value) ||
  value.startsWith('#') ||
  (name === 'href' && /^https?:\/\//u.test(value))
