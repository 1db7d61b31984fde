/** A door before a node: HTTPS with a certificate of its own authority, and a user with a password. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why there can be no certificates here; nothing where there can. */
export const WITHOUT_OPENSSL =
  spawnSync('openssl', ['version']).status === 0 ? undefined : 'no openssl is installed'

export interface Door {
  readonly address: string
  /** Certificates of who signed the door's, and of somebody else, as PEM. */
  readonly ca: string
  readonly otherCa: string
  close(): Promise<void>
}

/** @param node the address of the node behind it */
export async function openDoor(node: string, user: string, password: string): Promise<Door> {
  const made = certificates()
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const server = createServer({ key: made.key, cert: made.cert }, (incoming, answer) => {
    if (incoming.headers.authorization !== wanted) {
      answer.writeHead(401, { 'content-type': 'text/plain' }).end('Unauthorized')
      return
    }
    const { method, headers, url = '/' } = incoming
    const behind = ask(new URL(url, node), { method, headers }, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers)
      told.pipe(answer)
    })
    behind.on('error', () => answer.destroy())
    incoming.pipe(behind)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo
  return {
    address: `https://127.0.0.1:${port}`,
    ca: made.ca,
    otherCa: certificates().ca,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function certificates(): { readonly ca: string; readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-certificates-'))
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  }
  const fresh = ['-newkey', 'rsa:2048', '-nodes', '-subj']
  try {
    openssl(
      'req',
      '-x509',
      '-days',
      '2',
      ...fresh,
      '/CN=Test authority',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
    )
    openssl('req', ...fresh, '/CN=search', '-keyout', 'own.key', '-out', 'own.csr')
    writeFileSync(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1')
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names']
    openssl('x509', '-req', '-days', '2', '-in', 'own.csr', '-out', 'own.pem', ...signed)
    const [ca = '', key = '', cert = ''] = ['ca.pem', 'own.key', 'own.pem'].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    )
    return { ca, key, cert }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
