/** Every setting: what it is called, what it stands at, what it means. The README is held to it. */

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

export const CAUTION = ['low', 'normal', 'high'] as const
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export const CONFIG_FILE = 'verbatim.yaml'
export const CAUTION_DEFAULT = 'normal'
export const LOG_LEVEL_DEFAULT = 'warn'
export const DATA_DEFAULT = '.verbatim'
export const REMEMBER_HOURS_DEFAULT = 24
export const MAX_FILE_MEGABYTES_DEFAULT = 50

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
    meaning: 'The folder of documents to answer from. In the file: relative to the file.',
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
    key: 'remember_hours',
    default: String(REMEMBER_HOURS_DEFAULT),
    meaning: 'How long a conversation is remembered after its last message.',
  },
  {
    key: 'log_level',
    variable: 'VERBATIM_LOG_LEVEL',
    default: LOG_LEVEL_DEFAULT,
    meaning: `What is logged on standard error: ${LOG_LEVELS.join(', ')}.`,
  },
]
