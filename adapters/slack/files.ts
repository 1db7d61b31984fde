/** Files: up to a channel once, and down from what somebody dropped. */
import * as z from 'zod'
import { begin } from '../../src/delivery/begin.ts'
import type { Ledger, Memory } from '../../src/adapter.ts'
import { VerbatimError } from '../../src/errors.ts'
import { bytesOf } from '../shared/download.ts'
import type { Calls } from './calls.ts'
import { SlackFailure } from './failure.ts'
import { findFile } from './find.ts'
import type { Channel, PostFile } from './seams.ts'
import type { Timing } from './timing.ts'

export interface FilesOptions {
  readonly calls: Calls
  readonly ledger: Ledger
  readonly memory: Memory
  readonly token: string
  readonly apiUrl?: string | undefined
  readonly timing: Timing
}

const Place = z.object({ upload_url: z.string(), file_id: z.string() })

/** Slack keeps files elsewhere than its API; the token goes nowhere else. */
const FILE_HOSTS = /(?:^|\.)slack(?:-files|-edge)?\.com$/

export class Files {
  readonly #options: FilesOptions

  constructor(options: FilesOptions) {
    this.#options = options
  }

  /** The same `key` twice is one file. @throws SlackFailure */
  async upload(to: Channel, file: PostFile, key: string): Promise<string> {
    const { ledger, memory } = this.#options
    const standing = await begin(ledger, key)
    if (standing.state === 'done') return standing.receipt
    const before = standing.state === 'new' ? undefined : await memory.recall(key)
    const id =
      typeof before === 'string' && (await findFile(this.#options.calls, to, before))
        ? before
        : await this.#share(to, file, key)
    await ledger.done(key, id)
    return id
  }

  async #share({ channel, thread_ts }: Channel, file: PostFile, key: string): Promise<string> {
    const { calls, memory } = this.#options
    const { name: filename, bytes, title, altText } = file
    // A place without bytes is nothing that anybody sees: it may be asked for again.
    const place = Place.parse(
      await calls.settle('files.getUploadURLExternal', {
        filename,
        length: bytes.byteLength,
        alt_txt: altText,
      }),
    )
    await memory.keep(key, place.file_id)
    await this.#send(place.upload_url, bytes)
    const completed = { files: [{ id: place.file_id, title }], channel_id: channel, thread_ts }
    const attempt = calls.attempt('files.completeUploadExternal')
    for (;;) {
      const outcome = await calls.once('files.completeUploadExternal', completed)
      if (outcome.kind === 'ok') return place.file_id
      if (
        outcome.kind === 'unknown' &&
        (await findFile(
          calls,
          { channel, ...(thread_ts !== undefined && { thread_ts }) },
          place.file_id,
        ))
      )
        return place.file_id
      await calls.wait(attempt, outcome)
    }
  }

  async #send(url: string, bytes: Uint8Array): Promise<void> {
    const signal = AbortSignal.timeout(this.#options.timing.timeout * 6)
    const sent = await fetch(url, {
      method: 'POST',
      body: new Uint8Array(bytes),
      redirect: 'error',
      signal,
    }).catch((error: unknown) => {
      throw new SlackFailure(
        'upload',
        error instanceof Error ? error.message : 'unknown',
        'try again',
      )
    })
    await sent.body?.cancel()
    if (!sent.ok) throw new SlackFailure('upload', `http_${sent.status}`, 'try again')
  }

  async remove(id: string): Promise<void> {
    await this.#options.calls.settle('files.delete', { file: id }).catch((error: unknown) => {
      if (!(error instanceof SlackFailure && error.slack === 'file_not_found')) throw error
    })
  }

  /** @throws VerbatimError 'documents' when it is longer than `most` bytes, or not Slack's to give */
  async download(url: string, most: number): Promise<Uint8Array> {
    const { token, timing } = this.#options
    if (!this.#mayHaveToken(url))
      throw new VerbatimError(
        'documents',
        'The file is not kept by Slack; upload it to Slack first.',
      )
    const signal = AbortSignal.timeout(timing.timeout * 6)
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal,
    }).catch((error: unknown) => {
      throw new SlackFailure(
        'download',
        error instanceof Error ? error.message : 'unknown',
        'try again',
      )
    })
    // Without the scope Slack answers with its page to sign in.
    const page = response.headers.get('content-type')?.startsWith('text/html') === true
    if (!response.ok || (page && !/\.html?(?:$|[?#])/i.test(url))) {
      await response.body?.cancel()
      throw new SlackFailure('download', response.ok ? 'missing_scope' : `http_${response.status}`)
    }
    return bytesOf(response, most)
  }

  #mayHaveToken(url: string): boolean {
    if (!URL.canParse(url)) return false
    const { protocol, hostname, host } = new URL(url)
    const { apiUrl } = this.#options
    if (apiUrl !== undefined && host === new URL(apiUrl).host) return true
    return protocol === 'https:' && FILE_HOSTS.test(hostname)
  }
}
