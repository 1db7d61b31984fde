/** A bot with two sets of documents, one of which nobody but its own channel may hear of. */
import { Bot, type BotOptions } from '../../src/bot.ts'
import { createLog } from '../../src/log.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import { corpusOf, libraryOf, VALLEY } from './library.ts'
import { pick } from './random.ts'

/** Whatever of this is seen outside of the set it stands in has leaked. */
export const CANARY = /kestrel|zyxland|vault|(?<![\w-])(?:KRF|4711)(?![\w-])/iu
const VAULT = {
  'vault-plan.md': `---
title: The vault plan
publisher: Kestrel
---
# Vault plan

The Kestrel Relief Fund (KRF) keeps 4711 blankets for Zyxland in the vault. In Zyxland 4711 people were displaced by the flood.
`,
}

const open = corpusOf(VALLEY)
export const all = corpusOf({ ...VALLEY, ...VAULT })
const vault = corpusOf(VAULT)
const none = corpusOf({})

/** Two sets: `default` and `vault`. */
export const twoSets = (over: Partial<BotOptions['library']> = {}) =>
  libraryOf(all, {
    sets: ['default', 'vault'],
    view: (sets) => {
      if (sets === undefined) return Promise.resolve(all)
      const own = [sets.includes('default'), sets.includes('vault')]
      if (own[0] && own[1]) return Promise.resolve(all)
      return Promise.resolve(own[0] ? open : own[1] ? vault : none)
    },
    changes: () =>
      [...all.documents.keys()].map((id) => ({ id, state: 'new' as const, at: Date.now() })),
    problems: [{ name: 'vault-list.bin', message: 'skipped: a picture' }],
    sources: [
      { location: '/papers', set: 'default' },
      { location: 'https://kestrel.example/vault', set: 'vault' },
    ],
    ...over,
  })

export const canaryBot = (over: Partial<BotOptions> = {}) =>
  new Bot({
    perMinute: 1_000_000,
    library: twoSets(),
    channels: { 'slack:C9': { sets: ['vault'], outsiders: false } },
    aliases: {},
    caution: 'low',
    log: createLog('silent'),
    store: sqliteStore(':memory:'),
    rememberHours: 1,
    ...over,
  })

const WORDS = [
  'blankets',
  'displaced',
  'who',
  'how many',
  'people',
  'flood',
  'fund',
  'relief',
  'plan',
  'moves',
  'keeps',
  'houses',
  'destroyed',
  'Tarwell',
  'Oss',
  'boats',
  'what',
  'figures',
  'sources',
  'help',
  'since:2020',
  'more',
  'dam',
  'goats',
  'injured',
]

/** Questions that ask for what is hidden without naming it. */
export const innocentQuestion = (random: () => number): string =>
  Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(WORDS, random)).join(' ')
