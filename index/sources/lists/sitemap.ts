/** Sitemaps and their indexes, as sitemaps.org has them. */
import { readXml } from '../../readers/xml.ts'
import type { Link, List } from './link.ts'

/** What a sitemap may list at most. */
export const MOST_LINKS = 50_000

/** @param root `urlset` for pages, `sitemapindex` for further sitemaps */
export function readSitemap(text: string, root: string): List {
  const entry = root === 'urlset' ? 'url' : 'sitemap'
  const links: Link[] = []
  // A name of another namespace, an image's address for one, is not the page's.
  const open: string[] = []
  let said = { loc: '', lastmod: '' }
  readXml(text, 'the sitemap', {
    open(name) {
      open.push(name)
      if (name === entry && open.length === 2) said = { loc: '', lastmod: '' }
    },
    close(name) {
      open.pop()
      if (name !== entry || open.length !== 1 || links.length >= MOST_LINKS) return
      const [url, changed] = [said.loc.trim(), said.lastmod.trim()]
      if (url !== '') links.push({ url, ...(changed !== '' && { changed: changed.slice(0, 64) }) })
    },
    text(piece) {
      const [, within, name] = open
      if (open.length !== 3 || within !== entry) return
      if (name === 'loc' || name === 'lastmod') said[name] += piece
    },
  })
  return { kind: root === 'urlset' ? 'sitemap' : 'index', links }
}
