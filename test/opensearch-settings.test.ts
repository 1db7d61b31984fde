import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { type Config, loadConfig } from '../src/app/config.ts'
import { CONFIG_FILE } from '../src/app/settings.ts'

const NODE = 'https://search.example.org:9200'
const PASSWORD = { VERBATIM_OPENSEARCH_PASSWORD: 'made up' }

let cwd = ''
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'verbatim-config-'))
})
afterAll(() => rmSync(cwd, { recursive: true }))

function load(engine: unknown, env: Record<string, string> = {}): Config {
  writeFileSync(join(cwd, CONFIG_FILE), stringify({ engine }))
  return loadConfig({}, [], { env, cwd })
}

describe('a search cluster in the settings', () => {
  it('is taken with its defaults, and the password from the environment', () => {
    expect(load({ opensearch: { nodes: [NODE] } }).cluster).toEqual({
      nodes: [NODE],
      index: 'verbatim',
      shards: 1,
    })
    const given = { nodes: [NODE], index: 'desk', shards: 6, auth: { user: 'bot' } }
    expect(load({ opensearch: given }, PASSWORD).cluster).toEqual({
      nodes: [NODE],
      index: 'desk',
      shards: 6,
      auth: { username: 'bot', password: 'made up' },
    })
    const other = { ...PASSWORD, VERBATIM_OPENSEARCH_USER: 'other' }
    expect(load({ opensearch: given }, other).cluster?.auth?.username).toBe('other')
  })

  it('gives way to an engine that the environment names', () => {
    const config = load({ opensearch: { nodes: [NODE] } }, { VERBATIM_ENGINE: 'postings' })
    expect(config.engine).toBe('postings')
    expect(config.cluster).toBeUndefined()
  })

  it.each([
    [{ opensearch: {} }, /engine\.opensearch\.nodes: must be a list of addresses/u],
    [{ opensearch: { nodes: [] } }, /engine\.opensearch\.nodes: must be a list of addresses/u],
    [{ opensearch: { nodes: ['search:9200'] } }, /engine\.opensearch\.nodes\.0: must be a list/u],
    [
      { opensearch: { nodes: [NODE], nodse: 1 } },
      /engine\.opensearch\.nodse: .*did you mean nodes/u,
    ],
    [{ elastic: { nodes: [NODE] } }, /engine\.elastic: no such setting/u],
    [
      { opensearch: { nodes: [NODE], index: 'Desk' } },
      /engine\.opensearch\.index: must be a name/u,
    ],
    [{ opensearch: { nodes: [NODE], shards: 0 } }, /engine\.opensearch\.shards: must be a whole/u],
    [{ opensearch: { nodes: [NODE], ca: './none.pem' } }, /ca: \.\/none\.pem does not exist/u],
    [{ opensearch: { nodes: [NODE], ca: CONFIG_FILE } }, /ca: .* give a PEM file/u],
    [{ opensearch: { nodes: [NODE], auth: 'bot' } }, /auth: must be \{ user: NAME/u],
    [{ opensearch: { nodes: [NODE], auth: { user: 'bot' } } }, /needs a user and a password/u],
    [
      { opensearch: { nodes: ['https://bot:made-up@search.example.org'] } },
      /a password in it is written to logs/u,
    ],
    ['postngs', /did you mean postings/u],
    [7, /engine: must be one of auto, minisearch, postings/u],
  ])('is refused as %j with what to do', (engine, problem) => {
    expect(() => load(engine)).toThrow(problem)
  })

  it('sends no password that everybody can read', () => {
    const engine = { opensearch: { nodes: ['http://search.example.org'], auth: { user: 'bot' } } }
    expect(() => load(engine, PASSWORD)).toThrow('use https')
  })
})
