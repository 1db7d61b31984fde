/** Mails of one folder of a mailbox, read and never changed: known by their UIDs, loaded once. */
import type { ImapFlow } from 'imapflow'
import { explainError } from '../fetch/explain.ts'
import type { Fetcher } from '../fetch/fetcher.ts'
import type { Problem } from '../library/folder.ts'
import type { MailboxAccess } from './access.ts'
import type { Got, Item, Known, Listing, Remote } from './remote.ts'

export interface MailboxOptions {
  readonly fetcher: Fetcher
  readonly access: MailboxAccess
  /** Of a mail. */
  readonly maxBytes: number
}

/** The newest mails of a folder that are read. */
const MOST_MAILS = 20_000
/** A connection that nobody uses is closed. */
const IDLE_MS = 3000
const CONNECT_MS = 10_000
const SILENT_MS = 60_000

export class Mailbox implements Remote {
  readonly #location: string
  readonly #url: URL
  readonly #folder: string
  readonly #options: MailboxOptions
  #client: ImapFlow | undefined
  #idle: NodeJS.Timeout | undefined
  /** One command after another: what several mails take in memory at once is for the readers. */
  #turn: Promise<unknown> = Promise.resolve()

  /** @param location `imaps://user@host/Folder`; `imap://` is encrypted before the password is sent */
  constructor(location: string, options: MailboxOptions) {
    this.#location = location
    this.#url = new URL(location)
    this.#folder = decodeURIComponent(this.#url.pathname.slice(1))
    this.#options = options
  }

  async list(_known: Known, signal: AbortSignal | undefined): Promise<Listing> {
    const listed = await this.#alone(signal, async (client) => {
      await client.mailboxOpen(this.#folder, { readOnly: true })
      const uids = await client.search({ all: true }, { uid: true })
      const { mailbox } = client
      const validity = mailbox === false ? undefined : mailbox.uidValidity
      return uids === false || uids === undefined || validity === undefined
        ? { reason: 'the mail server does not list the folder; try again later' }
        : { uids, validity }
    })
    if (listed.reason !== undefined) return listed
    const { uids, validity } = listed
    const newest = uids.toSorted((one, other) => other - one).slice(0, MOST_MAILS)
    const problems: Problem[] = []
    if (newest.length < uids.length)
      problems.push({
        name: this.#location,
        message: `has ${uids.length} mails; the newest ${MOST_MAILS} are read. Move what you need into a folder of its own`,
      })
    const whole = newest.length === uids.length
    return { items: newest.map((uid) => this.#item(uid, validity)), whole, problems }
  }

  /** When the numbering of a folder is another, nothing is what it was. */
  #item(uid: number, validity: bigint): Item {
    return {
      name: `${this.#folder}/${uid}.eml`,
      stamp: `${validity}-${uid}`,
      load: (_, signal) => this.#mail(uid, validity, signal),
    }
  }

  async #mail(uid: number, validity: bigint, signal: AbortSignal | undefined): Promise<Got> {
    const { maxBytes } = this.#options
    const got = await this.#alone(signal, async (client) => {
      if (client.mailbox === false) await client.mailboxOpen(this.#folder, { readOnly: true })
      const { mailbox } = client
      if (mailbox === false || mailbox.uidValidity !== validity) return undefined
      const part = { size: true, source: { maxLength: maxBytes + 1 } }
      return (await client.fetchOne(String(uid), part, { uid: true })) || undefined
    })
    if (got === undefined) return { state: 'skipped', reason: 'is not there any more', again: true }
    if ('reason' in got) return { state: 'skipped', reason: got.reason, again: true }
    const { source, size = 0 } = got
    if (source === undefined)
      return { state: 'skipped', reason: 'is not there any more', again: true }
    if (Math.max(size, source.length) > maxBytes)
      return { state: 'skipped', reason: tooLarge(maxBytes), again: false }
    return { state: 'loaded', bytes: source, contentType: 'message/rfc822' }
  }

  /** @returns a reason where the server cannot be reached or does not let in @throws the signal's reason */
  #alone<T>(
    signal: AbortSignal | undefined,
    work: (client: ImapFlow) => Promise<T>,
  ): Promise<T | { readonly reason: string }> {
    const result = this.#turn.then(async () => {
      signal?.throwIfAborted()
      clearTimeout(this.#idle)
      const stop = (): void => this.#client?.close()
      signal?.addEventListener('abort', stop, { once: true })
      try {
        const client = await this.#opened()
        return 'reason' in client ? client : await work(client)
      } catch (error) {
        signal?.throwIfAborted()
        this.#drop()
        return { reason: this.#explain(error) }
      } finally {
        signal?.removeEventListener('abort', stop)
        this.#idle = setTimeout(() => void this.close(), IDLE_MS)
        this.#idle.unref()
      }
    })
    this.#turn = result.catch(() => {})
    return result
  }

  async #opened(): Promise<ImapFlow | { readonly reason: string }> {
    if (this.#client?.usable === true) return this.#client
    this.#drop()
    const { password } = this.#options.access
    if (password === undefined) return { reason: NO_PASSWORD }
    const { hostname, protocol, username } = this.#url
    const secure = protocol === 'imaps:'
    const port = Number(this.#url.port || (secure ? 993 : 143))
    const addresses = await this.#options.fetcher.addressesOf(hostname, port)
    if ('reason' in addresses) return addresses
    const [host] = addresses
    if (host === undefined) return { reason: 'the host has no address; check the spelling' }
    // Loaded when a mailbox is read only.
    const { ImapFlow: Client } = await import('imapflow')
    const client = new Client({
      host,
      port,
      secure,
      // In the clear a password goes no further than this machine.
      ...(!secure && !isThisMachine(hostname) && { doSTARTTLS: true }),
      ...(host !== hostname && { servername: hostname }),
      tls: { rejectUnauthorized: true },
      auth: { user: decodeURIComponent(username), pass: password },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENT_MS,
      maxLiteralSize: this.#options.maxBytes + 1_000_000,
    })
    // What breaks while nothing is asked is noticed when something is.
    client.on('error', () => {})
    this.#client = client
    await client.connect()
    return client
  }

  #drop(): void {
    this.#client?.close()
    this.#client = undefined
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const client = this.#client
    this.#client = undefined
    if (client?.usable === true) await client.logout().catch(() => {})
    client?.close()
  }

  /** Words of the server are never told: they may repeat what was sent. */
  #explain(error: unknown): string {
    const told = typeof error === 'object' && error !== null ? error : {}
    if ('authenticationFailed' in told && told.authenticationFailed === true) return NOT_LET_IN
    if ('tlsFailed' in told && !('code' in told)) return NO_ENCRYPTION
    if ('responseStatus' in told && told.responseStatus === 'NO')
      return `there is no folder “${this.#folder}”, or it cannot be opened; write it as the mailbox has it`
    return explainError(error)
  }
}

const NO_PASSWORD = 'a mailbox is read with its password; set IMAP_PASSWORD'
const NOT_LET_IN =
  'the mail server does not let this user in; check the user in the address and IMAP_PASSWORD (many providers want a password made for programs)'
const NO_ENCRYPTION =
  'the mail server offers no encryption there, and the password is not sent without; write imaps://'

const tooLarge = (maxBytes: number): string =>
  `it is over the limit of ${Math.round(maxBytes / 1e5) / 10} MB; raise max_file_megabytes`

/** As it is written: a name may lead anywhere. */
const isThisMachine = (host: string): boolean =>
  /^127(?:\.\d{1,3}){3}$/u.test(host) || host === '[::1]' || host === 'localhost'
