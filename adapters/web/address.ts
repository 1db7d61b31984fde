/** Where the desk is served. */
import { isIPv4 } from 'node:net'

export interface DeskAddress {
  readonly host: string
  readonly port: number
}

const PATTERN = /^(?:(?<host>[^:\s]+|\[[0-9a-f:.]+\]):)?(?<port>\d{1,5})$/iu
const HIGHEST_PORT = 65_535

/** `127.0.0.1:4400`, `[::1]:4400`, a port alone on 127.0.0.1; `off`. */
export function parseAddress(text: string): DeskAddress | 'off' | undefined {
  if (text.trim().toLowerCase() === 'off') return 'off'
  const { host = '127.0.0.1', port } = PATTERN.exec(text.trim())?.groups ?? {}
  const number = Number(port)
  if (port === undefined || number > HIGHEST_PORT) return undefined
  return { host: host.replace(/^\[|\]$/gu, ''), port: number }
}

export const addressOf = ({ host, port }: DeskAddress): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

export const isLoopbackHost = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
