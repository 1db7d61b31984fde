/** What the elements of HTML are to a reader: which begin a paragraph, which hold no words. */
import type { Attributes } from './events.ts'

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** These stand alone; a sentence ends before and after them. */
export const BLOCKS = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav noframes ol optgroup option p pre section summary table tbody td tfoot th thead title tr ul',
)

/** Their contents are for machines, for hands, or for those who cannot be shown the rest. */
const NO_WORDS = names(
  'script style noscript template iframe noframes svg object embed applet canvas audio video select datalist button textarea label nav menu dialog title annotation annotation-xml rp',
)

/** Roles of parts of a page that are no running text. */
const NO_WORDS_ROLES = names(
  'navigation search dialog alertdialog menu menubar toolbar button tablist banner contentinfo',
)

const HIDDEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/iu

/** Whether a reader of the page sees nothing of an element, or no words. */
export function holdsNoWords(name: string, attributes: Attributes): boolean {
  if (NO_WORDS.has(name)) return true
  // Pages hide their whole body until a script has run.
  if (attributes.size === 0 || name === 'body' || name === 'html') return false
  return (
    attributes.has('hidden') ||
    attributes.get('aria-hidden') === 'true' ||
    NO_WORDS_ROLES.has(attributes.get('role') ?? '') ||
    HIDDEN_STYLE.test(attributes.get('style') ?? '')
  )
}

/** What ends by the start of another: `<li>` by `<li>`, unless one of the second list is between them. */
export const ENDED_BY: ReadonlyMap<string, readonly [ReadonlySet<string>, ReadonlySet<string>]> =
  new Map([
    ['li', [names('li'), names('ul ol menu dir')]],
    ['dt', [names('dt dd'), names('dl')]],
    ['dd', [names('dt dd'), names('dl')]],
    ['tr', [names('tr'), names('table')]],
    ['td', [names('td th'), names('tr table')]],
    ['th', [names('td th'), names('tr table')]],
  ])

export const headingLevel = (name: string): number | undefined =>
  /^h[1-6]$/u.test(name) ? Number(name[1]) : undefined
