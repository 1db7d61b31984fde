import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { ConfigOptions } from '../src/app/config-file.ts'
import { type Config, loadConfig } from '../src/app/config.ts'
import { PLATFORMS } from '../adapters/platforms.ts'
import { VerbatimError } from '../src/errors.ts'
import { CONFIG_FILE, SETTINGS } from '../src/app/settings.ts'
import { ConfigFile } from '../src/app/setting-values.ts'

let cwd = ''
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'verbatim-config-'))
})
afterAll(() => rmSync(cwd, { recursive: true }))
beforeEach(() => rmSync(join(cwd, CONFIG_FILE), { force: true }))

const write = (content: string, name: string = CONFIG_FILE) =>
  writeFileSync(join(cwd, name), content)

const load = (options: ConfigOptions = {}, env: Record<string, string> = {}): Config =>
  loadConfig(options, PLATFORMS, { env, cwd })

function problemsOf(options: ConfigOptions = {}, env: Record<string, string> = {}): string {
  try {
    load(options, env)
  } catch (error) {
    if (error instanceof VerbatimError && error.code === 'config') return error.message
    throw error
  }
  return ''
}

describe('without a file', () => {
  it('stands at the defaults', () => {
    expect(load()).toEqual({
      documents: resolve(import.meta.dirname, '../seeds'),
      documentsFrom: 'seeds',
      sets: {},
      channels: {},
      allow: [],
      pollSeconds: 1800,
      aliases: {},
      synonyms: [],
      caution: 'normal',
      maxFileBytes: 50_000_000,
      data: join(cwd, '.verbatim'),
      rememberHours: 24,
      rememberDays: 90,
      linkDays: 7,
      perMinute: 30,
      adapters: [],
      schedules: [],
      catchUp: 6 * 3_600_000,
      engine: 'auto',
      logLevel: 'warn',
      platforms: PLATFORMS.map(() => expect.any(Object)),
      access: { reliefweb: {}, bucket: { region: 'us-east-1' }, mailbox: {} },
    })
  })

  it('misses a file that was asked for', () => {
    expect(problemsOf({ config: 'desk.yaml' })).toBe('desk.yaml: does not exist; check the path')
    expect(problemsOf({}, { VERBATIM_CONFIG: 'desk.yaml' })).toContain('does not exist')
    expect(problemsOf({ config: '.' })).toContain('is a folder; give the file in it')
  })
})

describe('what sources are read with', () => {
  it('comes from the environment alone', () => {
    const { access } = load(
      {},
      {
        RELIEFWEB_APPNAME: 'valley-desk-x7',
        RELIEFWEB_API_URL: 'https://proxy.example/',
        IMAP_PASSWORD: 'nine mills',
        AWS_ACCESS_KEY_ID: 'AKIA',
        AWS_SECRET_ACCESS_KEY: 'wells',
        AWS_SESSION_TOKEN: 'boats',
        AWS_REGION: 'eu-north-1',
        AWS_ENDPOINT_URL_S3: 'https://minio.example:9000/',
      },
    )
    expect(access).toEqual({
      reliefweb: { appname: 'valley-desk-x7', api: 'https://proxy.example' },
      mailbox: { password: 'nine mills' },
      bucket: {
        accessKeyId: 'AKIA',
        secretAccessKey: 'wells',
        sessionToken: 'boats',
        region: 'eu-north-1',
        endpoint: 'https://minio.example:9000',
      },
    })
    write('imap_password: nine mills\n')
    expect(problemsOf()).toContain('imap_password: no such setting')
  })

  it('is told to be wrong without being repeated', () => {
    const told = problemsOf({}, { AWS_ENDPOINT_URL_S3: 'minio', RELIEFWEB_API_URL: 'nowhere-77' })
    expect(told).toContain('AWS_ENDPOINT_URL_S3: must be a whole http or https address')
    expect(told).not.toContain('nowhere-77')
  })
})

describe('a file', () => {
  it('is read from the working directory, paths in it relative to it', () => {
    write(
      'documents: papers\naliases:\n  HRW: Human Rights Watch\nsynonyms:\n  - [killed, neutralised]\ncaution: high\nsets:\n  sahel: [./sahel, "https://example.org/feed.xml"]\nchannels:\n  slack:C1: [sahel]\n  discord:9: { sets: [default, sahel], outsiders: true }\nallow: [intranet.example]\npoll_minutes: 5\nmax_file_megabytes: 0.5\ndata: kept\nremember_hours: 2\nengine: postings\nadapters: [./horn.ts]\nlog_level: info\n',
    )
    expect(load()).toEqual({
      documents: join(cwd, 'papers'),
      documentsFrom: 'file',
      sets: { sahel: [join(cwd, 'sahel'), 'https://example.org/feed.xml'] },
      channels: {
        'slack:C1': { sets: ['sahel'], outsiders: false },
        'discord:9': { sets: ['default', 'sahel'], outsiders: true },
      },
      allow: ['intranet.example'],
      pollSeconds: 300,
      aliases: { HRW: 'Human Rights Watch' },
      synonyms: [['killed', 'neutralised']],
      caution: 'high',
      maxFileBytes: 500_000,
      data: join(cwd, 'kept'),
      rememberHours: 2,
      rememberDays: 90,
      linkDays: 7,
      perMinute: 30,
      adapters: [{ name: './horn.ts', from: join(cwd, 'verbatim.yaml') }],
      schedules: [],
      catchUp: 6 * 3_600_000,
      engine: 'postings',
      logLevel: 'info',
      platforms: PLATFORMS.map(() => expect.any(Object)),
      access: { reliefweb: {}, bucket: { region: 'us-east-1' }, mailbox: {} },
    })
  })

  it('may hold schedules and watches', () => {
    write(
      'schedules:\n  - { channel: "slack:C1", at: daily 08:00 Europe/Paris weekdays, topic: floods, quiet: true, language: fr }\n  - { channel: "discord:9", watch: Moura, workspace: "7" }\n  - { channel: "discord:9", watch: displaced > 2000, at: daily 08:00 UTC }\ncatch_up_hours: 2\n',
    )
    const { schedules, catchUp } = load()
    expect(catchUp).toBe(7_200_000)
    expect(schedules).toEqual([
      {
        destination: 'slack:C1',
        pattern: { days: [1, 2, 3, 4, 5], time: '08:00', zone: 'Europe/Paris' },
        topic: 'floods',
        quiet: true,
        language: 'fr',
      },
      { destination: 'discord:9', workspace: '7', search: 'Moura', quiet: false },
      {
        destination: 'discord:9',
        search: 'displaced > 2000',
        pattern: { days: [1, 2, 3, 4, 5, 6, 7], time: '08:00', zone: 'UTC' },
        quiet: false,
      },
    ])
  })

  it.each(['', '# all comments\n', '{}\n'])('may be empty: %j', (content) => {
    write(content)
    expect(load().caution).toBe('normal')
  })

  it.each([
    ['documnets: papers', 'verbatim.yaml: documnets: no such setting; did you mean documents?'],
    ['max-file-megabytes: 5', 'did you mean max_file_megabytes?'],
    ['colour: red', 'no such setting; there are documents, sets'],
    ['sets: [a]', 'sets: must be names with a list each'],
    ['sets:\n  Sahel: [./a]', 'a set is named in small letters'],
    ['sets:\n  sahel: [ftp://example.org/a]', 'such addresses are not read; there are https://'],
    [
      'channels:\n  slack:C1: [sahel]',
      'channels: slack:C1: there is no set “sahel”; there are default',
    ],
    ['channels:\n  C1: [default]', 'write it as platform:id'],
    ['poll_minutes: 0', 'must be a number from 1 to 10080'],
    ['caution: hihg', 'verbatim.yaml: caution: "hihg" is not known; did you mean high?'],
    ['caution: 7', 'caution: must be one of low, normal, high'],
    ['documents: [a]', 'documents: must be a folder'],
    ['documents: ""', 'documents: is empty; give a folder'],
    ['max_file_megabytes: 0', 'max_file_megabytes: must be a number above 0'],
    ['max_file_megabytes: .inf', 'max_file_megabytes: must be a number above 0'],
    ['remember_hours: -1', 'remember_hours: must be a number above 0'],
    ['aliases: HRW', 'aliases: must be a list of names'],
    ['aliases:\n  UN: 5', 'aliases.UN: must be text; put it in quotes'],
    ['aliases:\n  UN: ""', 'aliases.UN: is empty; write what it stands for'],
    ['- documents', 'verbatim.yaml: must hold settings'],
    ['caution: high\ncaution: low', 'verbatim.yaml: Map keys must be unique'],
    ['a: &a [1]\nb: *c', 'verbatim.yaml: '],
    ['adapters: ./horn.ts', 'adapters: must be a list of files or packages'],
    ['adapters: [3]', 'must be a list of files or packages'],
    ['schedules: daily', 'schedules: must be a list'],
    ['schedules: [daily]', 'must be like { channel: slack:C0123'],
    ['schedules:\n  - { channel: C1, at: daily 08:00 UTC }', 'write it as platform:id'],
    ['schedules:\n  - { channel: slack:C1 }', 'needs `at: daily 08:00 Europe/Paris`'],
    ['schedules:\n  - { channel: slack:C1, at: daily 08:00 Paris }', '“Paris” is no time zone'],
    ['schedules:\n  - { channel: slack:C1, watch: Oss, language: de }', 'must be en or fr'],
    ['catch_up_hours: 30', 'must be a number above 0 and up to 24'],
    ['documents: "papers', 'fix the YAML'],
  ])('%j is told with what to do', (content, problem) => {
    write(content)
    expect(problemsOf()).toContain(problem)
  })

  it('has all its problems told at once, with those of the environment', () => {
    write('documnets: a\ncaution: hihg\nlog_level: 3')
    const told = problemsOf({}, { VERBATIM_CAUTION: 'lwo', VERBATIM_LOG_LEVEL: 'all' })
    expect(told).toContain('The settings have 5 problems:')
    expect(told.split('\n')).toHaveLength(6)
    for (const name of ['documnets', 'caution', 'log_level', 'VERBATIM_CAUTION: "lwo"'])
      expect(told).toContain(name)
    expect(told).toContain('VERBATIM_LOG_LEVEL: must be one of trace')
  })
})

describe('precedence', () => {
  it('option over environment over file', () => {
    write('documents: from-file\ndata: file-data\ncaution: low\nlog_level: info')
    const env = {
      VERBATIM_DOCUMENTS: 'from-env',
      VERBATIM_CAUTION: 'high',
      VERBATIM_DATA: 'env-data',
      VERBATIM_LOG_LEVEL: 'debug',
    }
    expect(load().documents).toBe(join(cwd, 'from-file'))
    expect(load({}, env)).toMatchObject({
      documents: join(cwd, 'from-env'),
      caution: 'high',
      data: join(cwd, 'env-data'),
      logLevel: 'debug',
    })
    expect(load({ documents: 'from-option' }, env).documents).toBe(join(cwd, 'from-option'))
  })

  it('the file of the option over that of the environment over the default', () => {
    write('caution: low')
    write('caution: high', 'env.yaml')
    write('log_level: error', 'option.yaml')
    const env = { VERBATIM_CONFIG: 'env.yaml' }
    expect(load({}, env).caution).toBe('high')
    expect(load({ config: 'option.yaml' }, env)).toMatchObject({
      caution: 'normal',
      logLevel: 'error',
    })
  })

  it('takes a variable set to nothing as not set', () => {
    write('caution: low')
    expect(load({}, { VERBATIM_CAUTION: '', VERBATIM_CONFIG: '' }).caution).toBe('low')
  })

  it('wants an option to say something', () => {
    expect(problemsOf({ documents: '' })).toContain('--documents: is empty')
    expect(problemsOf({ config: '' })).toContain('--config: is empty')
  })
})

describe('whatever the file', () => {
  const known = Object.keys(ConfigFile.shape)

  it('loads or tells every problem, and never anything else', () => {
    const file = fc.dictionary(fc.oneof(fc.constantFrom(...known), fc.string()), fc.jsonValue())
    fc.assert(
      fc.property(file, (values) => {
        write(stringify(values))
        const told = problemsOf()
        for (const [key, value] of Object.entries(values)) {
          if (known.includes(key) && ConfigFile.safeParse({ [key]: value }).success) continue
          expect(told).toContain(`${CONFIG_FILE}: ${key}`)
        }
        expect(told === '').toBe(ConfigFile.safeParse(values).success)
      }),
    )
  })

  it('survives any bytes and any environment', () => {
    const values = fc.record({
      VERBATIM_CAUTION: fc.string(),
      VERBATIM_LOG_LEVEL: fc.string(),
      VERBATIM_DOCUMENTS: fc.string(),
    })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), values, (content, env) => {
        write(content)
        expect(() => problemsOf({}, env)).not.toThrow()
      }),
    )
  })
})

describe('the table of settings', () => {
  it('has every key of the file', () => {
    const keys = SETTINGS.flatMap(({ key }) => key ?? [])
    expect(keys.sort()).toEqual(Object.keys(ConfigFile.shape).sort())
  })
})
