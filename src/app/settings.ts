/** Every setting: what it is called, what it stands at, what it means. docs/settings.md is held to it. */

import { LANGUAGES } from '../../index/languages/packs.ts'
import { ENGINES, MOST_FOR_MINISEARCH } from '../../index/engines/engines.ts'
import { INDEX_DEFAULT, PASSWORD, USER } from './opensearch-settings.ts'

export interface Setting {
  /** In the configuration file. */
  readonly key?: string
  /** In the environment. */
  readonly variable?: string
  /** On the command line. */
  readonly option?: string
  readonly default: string
  readonly meaning: string
}

/** What a process of several does: it answers and posts, it reads the documents, or both. */
export const ROLES = ['chat', 'index', 'all'] as const
export type Role = (typeof ROLES)[number]

export const CAUTION = ['low', 'normal', 'high'] as const
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** Sets are named so. */
export const SET_NAME = /^[\p{Ll}\p{N}][\p{Ll}\p{N}_-]{0,39}$/u

export const CONFIG_FILE = 'verbatim.yaml'
export const CAUTION_DEFAULT = 'normal'
export const ENGINE_DEFAULT = 'auto'
export const LOG_LEVEL_DEFAULT = 'warn'
export const DATA_DEFAULT = '.verbatim'
export const REMEMBER_HOURS_DEFAULT = 24
export const REMEMBER_DAYS_DEFAULT = 90
export const LINK_DAYS_DEFAULT = 7
export const PER_MINUTE_DEFAULT = 30
export const MAX_FILE_MEGABYTES_DEFAULT = 50
export const POLL_MINUTES_DEFAULT = 30
export const CATCH_UP_HOURS_DEFAULT = 6

export const AWS_REGION_DEFAULT = 'us-east-1'

export const SETTINGS: readonly Setting[] = [
  {
    variable: 'VERBATIM_CONFIG',
    option: '--config',
    default: CONFIG_FILE,
    meaning: 'The configuration file. The default one may be missing.',
  },
  {
    key: 'documents',
    variable: 'VERBATIM_DOCUMENTS',
    option: '--documents',
    default: 'seeds',
    meaning:
      'The folder of documents to answer from. In the file: relative to the file. On the command line: this folder, or one file, alone.',
  },
  {
    key: 'sets',
    default: 'none',
    meaning:
      'Named sets of documents, each a list of folders, files and addresses, for example `sahel: [./sahel, https://example.org/feed.xml]`.',
  },
  {
    key: 'channels',
    default: 'none',
    meaning:
      'Which sets a channel, a guild or a workspace sees, for example `slack:C0123: [sahel]`; `{ sets: [sahel], outsiders: true }` for guests and other organisations, too; with `threads: mentions` nothing is answered in threads that does not name the bot; `zone: Africa/Bamako` is the clock that “since Monday 8:00” is read by, `language: fr` the language in which all that is no quote is told.',
  },
  {
    key: 'allow',
    default: 'none',
    meaning:
      'Private hosts that may be fetched from, for example `[intranet.example, 127.0.0.1:8080]`.',
  },
  {
    key: 'poll_minutes',
    default: String(POLL_MINUTES_DEFAULT),
    meaning: 'How often addresses are looked at again.',
  },
  {
    key: 'aliases',
    default: 'none',
    meaning: 'What a word or acronym stands for, for example `HRW: Human Rights Watch`.',
  },
  {
    key: 'synonyms',
    default: 'none',
    meaning: 'Groups of words that stand for one another, for example `- [killed, neutralised]`.',
  },
  {
    key: 'caution',
    variable: 'VERBATIM_CAUTION',
    default: CAUTION_DEFAULT,
    meaning: `How sure an answer must be: ${CAUTION.join(', ')}.`,
  },
  {
    key: 'max_file_megabytes',
    default: String(MAX_FILE_MEGABYTES_DEFAULT),
    meaning: 'Larger files are skipped and reported.',
  },
  {
    key: 'data',
    variable: 'VERBATIM_DATA',
    default: DATA_DEFAULT,
    meaning: 'The folder for what must survive a restart: conversations and unanswered questions.',
  },
  {
    key: 'store',
    variable: 'VERBATIM_STORE',
    default: 'in the data folder',
    meaning:
      'A PostgreSQL database for what must survive a restart, where several processes serve: `postgres://user:password@host:5432/database`.',
  },
  {
    key: 'remember_hours',
    default: String(REMEMBER_HOURS_DEFAULT),
    meaning: 'How long a conversation is remembered after its last message.',
  },
  {
    key: 'remember_days',
    default: String(REMEMBER_DAYS_DEFAULT),
    meaning: 'How long unanswered questions, feedback and older versions of pages are kept.',
  },
  {
    key: 'link_days',
    default: String(LINK_DAYS_DEFAULT),
    meaning:
      'So many days a link out of a chat opens its document to whoever has no token; 0 for never.',
  },
  {
    key: 'per_minute',
    default: String(PER_MINUTE_DEFAULT),
    meaning: 'How many questions one person may ask in a minute.',
  },
  {
    key: 'adapters',
    default: 'none',
    meaning:
      'Adapters of others for further platforms, each a file or the name of a package, for example `[./my-adapter.ts]`. They run with all the rights of the bot.',
  },
  {
    key: 'schedules',
    default: 'none',
    meaning: `What is posted when, for example \`- { channel: slack:C0123, at: daily 08:00 Europe/Paris }\`; with \`topic\`, \`language\` (${LANGUAGES.join(', ')}), \`quiet: true\` for silence when nothing is new, \`workspace\` for its sets; \`watch: Moura\` in place of \`at\` posts when a new document has it, beside \`at\` then.`,
  },
  {
    key: 'catch_up_hours',
    default: String(CATCH_UP_HOURS_DEFAULT),
    meaning: 'How long after its time a post is still made up for, after nobody was there.',
  },
  {
    key: 'public_url',
    variable: 'VERBATIM_PUBLIC_URL',
    default: 'none',
    meaning:
      'Where people reach the desk, for example `https://desk.example.org`: citations in chats lead to its reader, and it asks for tokens.',
  },
  {
    key: 'engine',
    variable: 'VERBATIM_ENGINE',
    default: ENGINE_DEFAULT,
    meaning: `The full-text index: ${ENGINES.join(', ')}; auto is minisearch up to ${MOST_FOR_MINISEARCH} passages, postings beyond. In the file also a cluster that several processes share, \`{ opensearch: { nodes: [https://search.example.org:9200], index: ${INDEX_DEFAULT}, shards: 1, ca: ./ca.pem, auth: { user: bot } } }\`.`,
  },
  {
    variable: USER,
    default: 'none',
    meaning: 'The user of the search cluster.',
  },
  {
    variable: PASSWORD,
    default: 'none',
    meaning: 'Its password.',
  },
  {
    key: 'log_level',
    variable: 'VERBATIM_LOG_LEVEL',
    default: LOG_LEVEL_DEFAULT,
    meaning: `What is logged on standard error: ${LOG_LEVELS.join(', ')}.`,
  },
  {
    variable: 'RELIEFWEB_APPNAME',
    default: 'none',
    meaning: 'The appname that ReliefWeb has approved for you; reads reliefweb:// sources.',
  },
  {
    variable: 'RELIEFWEB_API_URL',
    default: 'ReliefWeb’s own',
    meaning: 'A stand-in or a proxy for its API.',
  },
  {
    variable: 'IMAP_PASSWORD',
    default: 'none',
    meaning: 'The password of the mailbox; reads imaps:// sources.',
  },
  {
    variable: 'AWS_ACCESS_KEY_ID',
    default: 'none',
    meaning: 'The key that may list and read buckets; reads s3:// sources.',
  },
  {
    variable: 'AWS_SECRET_ACCESS_KEY',
    default: 'none',
    meaning: 'Its secret.',
  },
  {
    variable: 'AWS_SESSION_TOKEN',
    default: 'none',
    meaning: 'Of a key that is valid for a while.',
  },
  {
    variable: 'AWS_REGION',
    default: AWS_REGION_DEFAULT,
    meaning: 'Where the buckets are.',
  },
  {
    variable: 'AWS_ENDPOINT_URL_S3',
    default: 'Amazon’s own',
    meaning: 'The server of the buckets, for MinIO, Ceph, R2 and others.',
  },
]
