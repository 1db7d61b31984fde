/**
 * Lines of administration: what the bot knows, and which channel sees what. The same words in every
 * chat; only admins are heard.
 */
import { writeFile, mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Library } from '../index/library/library.ts'
import { isAddress } from '../index/library/source.ts'
import { isOfTheOperator, problemOf } from '../index/sources/location.ts'
import type { Report } from '../index/library/report.ts'
import type { Language } from '../index/languages/packs.ts'
import type { Message } from './adapter.ts'
import { VerbatimError } from './errors.ts'
import type { Reply } from './reply.ts'
import { isScheduling, type ScheduleManager } from './schedule/manage.ts'
import { placeOf } from './scope.ts'
import type { Sight } from './sight.ts'
import type { Store } from './store/store.ts'
import { wordingsIn } from './wordings/in-language.ts'

type Documents = Pick<Library, 'countOf' | 'add' | 'remove' | 'refresh' | 'uploads'>

export interface ManagerOptions {
  readonly library: Documents
  readonly store: Store
  readonly clock: () => Date
  readonly schedules: Pick<ScheduleManager, 'run'>
}

export class Manager {
  readonly #options: ManagerOptions

  constructor(options: ManagerOptions) {
    this.#options = options
  }

  /** @throws VerbatimError with what to type instead */
  async run(message: Message, sight: Sight): Promise<Reply> {
    const [word = 'help', ...rest] = message.text.trim().split(/\s+/u)
    const command = word.toLowerCase()
    const { managing, schedules } = wordingsIn(message.language)
    const help = [...managing.help, ...schedules.help]
    if (command === 'help' || command === '') return notice(help)
    if (isScheduling(message.text)) {
      // Of a direct message, whoever reads it may say what comes there.
      const own = message.direct === true && message.role !== 'outsider'
      if (!own) needsAdmin(message, managing.alone)
      const reply = await this.#options.schedules.run(message)
      if (!own) await this.#note(message, 'schedule', undefined, message.text)
      return reply
    }
    needsAdmin(message)
    if (command === 'sources') return this.#sources(message, sight)
    if (command === 'add') return this.#add(message, sight, rest)
    if (command === 'remove') return this.#remove(message, sight, rest)
    if (command === 'refresh') return this.#refresh(message, sight)
    if (command === 'set') return this.#assign(message, sight, rest)
    throw new VerbatimError('usage', managing.noCommand(word, help.join(' ')))
  }

  /** Keeps a file that somebody gave, in the set of its channel. */
  async keep(message: Message, sight: Sight, name: string, bytes: Uint8Array): Promise<Reply> {
    needsAdmin(message)
    const { library } = this.#options
    const { chat } = wordingsIn(message.language)
    const set = sight.target(undefined, message.language)
    const folder = join(library.uploads, set)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(join(folder, fileName(name)), bytes, { mode: 0o600 })
    await this.#note(message, 'add', undefined, `${fileName(name)} → ${set}`)
    return notice([
      chat.kept(fileName(name), set),
      ...told(await library.add({ location: folder, set }), message.language),
    ])
  }

  /** Only what the channel sees: what is wrong with other files is not its business. */
  async #refresh(message: Message, sight: Sight): Promise<Reply> {
    const { library } = this.#options
    const locations = [...new Set(sight.sources.map(({ location }) => location))]
    if (locations.length === 0) return notice([wordingsIn(message.language).managing.noSourceSeen])
    const reports: Report[] = []
    for (const location of locations) reports.push(await library.refresh({ location, web: 'all' }))
    await this.#note(message, 'refresh')
    return notice(told(together(reports), message.language))
  }

  #note(message: Message, action: string, before?: string, after?: string): Promise<void> {
    return this.#options.store.audit.add({
      at: this.#options.clock().toISOString(),
      place: placeOf(message),
      user: message.user,
      action,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    })
  }

  #sources({ language }: Message, { sources: own }: Sight): Reply {
    const { library } = this.#options
    const { managing } = wordingsIn(language)
    if (own.length === 0) return notice([managing.noSource])
    return notice(
      own.map(({ location, set }) =>
        managing.source(set, shown(location), library.countOf(location)),
      ),
    )
  }

  async #add(
    message: Message,
    sight: Sight,
    [location = '', set]: readonly string[],
  ): Promise<Reply> {
    const address = location.replace(/^<|>$/gu, '')
    const { chat, managing } = wordingsIn(message.language)
    if (!isAddress(address)) throw new VerbatimError('usage', chat.giveAddress)
    if (isOfTheOperator(address) && message.local !== true)
      throw new VerbatimError('usage', managing.withSecrets)
    const problem = problemOf(address)
    if (problem !== undefined) throw new VerbatimError('usage', `${address}: ${problem}`)
    const source = { location: address, set: sight.target(set, message.language) }
    const report = await this.#options.library.add(source)
    await this.#note(message, 'add', undefined, `${address} → ${source.set}`)
    return notice([chat.added(source.set, message.user), ...told(report, message.language)])
  }

  async #remove(
    message: Message,
    sight: Sight,
    [location = '', set]: readonly string[],
  ): Promise<Reply> {
    const { library } = this.#options
    const { managing } = wordingsIn(message.language)
    const address = location.replace(/^<|>$/gu, '')
    const found = sight.sources.filter(
      (one) => one.location === address && (set === undefined || one.set === set),
    )
    if (found.length === 0) throw new VerbatimError('usage', managing.notOfChannel(address))
    let gone = 0
    for (const one of found) gone += (await library.remove(one.location, one.set)).documents
    await this.#note(message, 'remove', address)
    return notice([managing.removed(gone)])
  }

  async #assign(message: Message, sight: Sight, names: readonly string[]): Promise<Reply> {
    const sets = sight.assignable(names, message.language)
    await this.#options.store.scopes.assign(placeOf(message), sets)
    await this.#note(message, 'set', String(sight), sets.join(' '))
    return notice([wordingsIn(message.language).managing.sees(sets.join(', '))])
  }
}

function together(reports: readonly Report[]): Report {
  const sum = (of: (report: Report) => number): number =>
    reports.reduce((total, report) => total + of(report), 0)
  return {
    read: sum(({ read }) => read),
    unchanged: sum(({ unchanged }) => unchanged),
    removed: sum(({ removed }) => removed),
    added: sum(({ added }) => added),
    updated: sum(({ updated }) => updated),
    skipped: reports.flatMap(({ skipped }) => skipped),
    seconds: sum(({ seconds }) => seconds),
  }
}

export const notice = (text: readonly string[]): Reply => ({ kind: 'notice', text: [...text] })

/** What a refresh did, a line each. */
export function told(report: Report, language?: Language): string[] {
  const { chat } = wordingsIn(language)
  const { skipped } = report
  return [
    chat.done({ ...report, skipped: skipped.length }),
    ...skipped.map(({ name, message }) => `${name}: ${message}`),
    ...(skipped.length > 0 ? [chat.skipped(skipped.length)] : []),
  ]
}

function needsAdmin(message: Message, instead?: string): void {
  if (message.role === 'admin' || message.local === true) return
  const { onlyAdmins, askAdmin } = wordingsIn(message.language).chat
  throw new VerbatimError('usage', onlyAdmins(instead ?? askAdmin))
}

/** In bytes. */
const LONGEST_NAME = 200

/** The name alone, and nothing that a file system takes for more. */
function fileName(name: string): string {
  const safe = basename(name.replaceAll('\\', '/')).replace(/^\.+|[\p{Cc}:*?"<>|]/gu, '_')
  const characters = Array.from(safe)
  // File systems count bytes; the end says what it is.
  while (Buffer.byteLength(characters.join('')) > LONGEST_NAME) characters.shift()
  return characters.join('').replace(/^\.+/u, '_') || 'file'
}

/** Where a folder, a mailbox or a bucket is, is nobody's business in a chat. */
const shown = (location: string): string =>
  isAddress(location) && !isOfTheOperator(location) ? location : basename(location)
