/** What pages load beside themselves: one style sheet, one script, one picture. All our own. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

interface Asset {
  readonly type: string
  readonly body: string
}

const read = (name: string): string =>
  readFileSync(new URL(`./browser/${name}`, import.meta.url), 'utf8')

const ASSETS: Readonly<Record<string, Asset>> = {
  'desk.css': { type: 'text/css; charset=utf-8', body: read('desk.css') },
  'desk.js': { type: 'text/javascript; charset=utf-8', body: read('desk.js') },
  'icon.svg': { type: 'image/svg+xml', body: read('icon.svg') },
}

const versionOf = ({ body }: Asset): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 12)

/** With what it holds in its address, so that a browser may keep it for good. */
export const assetPath = (name: string): string => {
  const asset = ASSETS[name]
  return `/assets/${name}${asset === undefined ? '' : `?v=${versionOf(asset)}`}`
}

export const assetOf = (name: string): Asset | undefined =>
  Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined
