/** What a list holds. */
import * as z from 'zod'

export const LIST_KINDS = ['index', 'sitemap', 'feed', 'opml'] as const

export const Link = z.object({
  url: z.string().max(4096),
  /** When the page was changed, as the list says. */
  changed: z.string().max(64).optional(),
})

export type Link = z.infer<typeof Link>

export interface List {
  /** `index`: its links are sitemaps; `opml`: feeds. */
  readonly kind: (typeof LIST_KINDS)[number]
  readonly links: readonly Link[]
}
