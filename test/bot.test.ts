import { describe, expect, it } from 'vitest'
import { Bot, type BotOptions } from '../src/bot.ts'
import { createLog } from '../src/log.ts'
import { Reply } from '../src/reply.ts'
import { sqliteStore } from '../src/store/sqlite/store.ts'
import { SqliteEngine } from '../src/store/sqlite/engine.ts'
import { STORE_TABLES } from '../src/store/sqlite/tables.ts'
import { Store } from '../src/store/store.ts'
import { openDatabase } from '../index/sqlite/open.ts'
import { WholeCorpus } from '../index/whole-corpus.ts'
import type { EmbeddedIndex } from '../index/engines/passage-index.ts'
import { makeMiniSearch } from '../index/engines/minisearch.ts'
import { before, once } from './support/between.ts'
import { corpusOf, documentFrom, libraryOf, VALLEY } from './support/library.ts'

const botOf = (options: Partial<BotOptions> = {}) =>
  new Bot({
    library: libraryOf(corpusOf(VALLEY)),
    channels: {},
    aliases: {},
    caution: 'normal',
    log: createLog('silent'),
    store: sqliteStore(':memory:'),
    rememberHours: 1,
    ...options,
  })
const ask = (bot: Bot, text: string) =>
  bot.answer({ id: '1', text, user: 'ann', channel: 'c', platform: 'terminal', local: true })

describe('the bot', () => {
  it('answers in quotes, with title, publisher, date and section', async () => {
    const reply = await ask(botOf(), 'How many houses did the flood in Tarwell destroy?')
    expect(Reply.parse(reply)).toEqual(reply)
    expect(reply).toMatchObject({
      kind: 'answer',
      quotes: expect.arrayContaining([
        expect.objectContaining({
          citation: expect.objectContaining({
            title: { value: 'Flood bulletin, April', inferred: false },
            publisher: { value: 'River Watch', inferred: false },
            date: { value: '2023-04-12', inferred: false },
            section: expect.stringContaining('Damage'),
          }),
        }),
      ]),
    })
  })

  it.each([
    ['', /empty/],
    [' \n\t\u0000', /empty/],
    ['dam '.repeat(2500), /at most 2000/],
    ['in:', /needs a value/],
  ])('turns a malformed question back', async (text, message) => {
    expect(await ask(botOf(), text)).toMatchObject({
      kind: 'failed',
      code: 'question',
      message: expect.stringMatching(message),
    })
  })

  it.each(['figures houses destroyed in Tarwell', '/figure houses destroyed in Tarwell'])(
    'gives every figure for “%s”',
    async (text) => {
      const reply = await ask(botOf(), text)
      expect(Reply.parse(reply)).toEqual(reply)
      expect(reply).toMatchObject({ kind: 'figures' })
      const shown = reply.kind === 'figures' ? reply.groups.flatMap(({ lines }) => lines) : []
      expect(shown.map(({ figures }) => figures[0]?.wording)).toEqual(['530', '412'])
    },
  )

  it('says how to ask for figures, and offers them with an answer to “how many”', async () => {
    expect(await ask(botOf(), '/figure')).toMatchObject({
      kind: 'failed',
      code: 'question',
      message: expect.stringContaining('figures killed'),
    })
    expect(await ask(botOf(), 'How many houses did the flood in Tarwell destroy?')).toMatchObject({
      kind: 'answer',
      notes: [],
      figures: 'houses flood Tarwell destroy',
    })
  })

  it('says what is missing from a question of function words', async () => {
    expect(await ask(botOf(), 'who was it and why was he there')).toMatchObject({
      kind: 'nothing',
      reason: expect.stringContaining('name who, where or what'),
    })
  })

  it('names the words that no document has', async () => {
    expect(await ask(botOf(), 'How many walruses live in Spitsbergen?')).toMatchObject({
      kind: 'nothing',
      unknown: ['walruses', 'live', 'Spitsbergen'],
    })
  })

  it('says how it read a misspelt name', async () => {
    expect(await ask(botOf(), 'houses destroyed by the flood in Tarwall')).toMatchObject({
      kind: 'answer',
      notes: ['“Tarwall” is not in the documents; read as “Tarwell”.'],
    })
  })

  it('reads acronyms both ways, and aliases from the configuration', async () => {
    const boats = expect.stringContaining('60 boats')
    const quotes = expect.arrayContaining([expect.objectContaining({ text: boats })])
    for (const question of [
      'How many boats did VRF send?',
      'How many boats did the Valley Relief Fund send?',
    ])
      expect(await ask(botOf(), question)).toMatchObject({ kind: 'answer', quotes })
    const bot = botOf({ aliases: { Fund: 'Valley Relief Fund', HH: 'houses' } })
    expect(await ask(bot, 'How many HH did the flood in Tarwell destroy?')).toMatchObject({
      kind: 'answer',
    })
  })

  it('quotes the same wording once, with both documents', async () => {
    const corpus = corpusOf({
      'one.md': 'The mill at Oss grinds nine tons of rye a day.\n',
      'two.md': 'The mill at Oss grinds nine tons of rye a day!\n',
    })
    const reply = await ask(
      botOf({ library: libraryOf(corpus) }),
      'How many tons of rye does the mill at Oss grind a day?',
    )
    expect(reply).toMatchObject({ kind: 'answer', quotes: [{ also: [expect.anything()] }] })
  })

  it('brings along the sentence that a quote leans on', async () => {
    const corpus = corpusOf({
      'raid.md':
        'Soldiers came to the village of Amra at dawn. They arrested 25 shepherds and left.\n',
    })
    const reply = await ask(
      botOf({ library: libraryOf(corpus), caution: 'low' }),
      'How many shepherds were arrested in Amra?',
    )
    expect(reply).toMatchObject({
      kind: 'answer',
      quotes: [
        {
          text: 'Soldiers came to the village of Amra at dawn. They arrested 25 shepherds and left.',
        },
      ],
    })
  })

  it('lists its sources and their problems', async () => {
    const bot = botOf({
      library: libraryOf(corpusOf(VALLEY), {
        problems: [{ name: 'a.bin', message: 'skipped: a binary file' }],
      }),
    })
    expect(await ask(bot, 'sources')).toMatchObject({
      kind: 'sources',
      problems: ['a.bin: skipped: a binary file'],
      documents: expect.arrayContaining([expect.objectContaining({ document: 'notes.txt' })]),
    })
  })

  it('helps, also when greeted', async () => {
    for (const text of ['help', 'Hello!'])
      expect(await ask(botOf(), text)).toMatchObject({ kind: 'help' })
  })

  it('says so when there are no documents', async () => {
    const reply = await ask(
      botOf({ library: libraryOf(new WholeCorpus(makeMiniSearch)) }),
      'Who is the mayor?',
    )
    expect(reply).toMatchObject({ kind: 'failed', code: 'documents' })
  })

  it('catches what goes wrong inside, and still answers the next question', async () => {
    const store = sqliteStore(':memory:')
    const bot = botOf({ store })
    await store.close()
    expect(await ask(bot, 'Who is the mayor of Tarwell?')).toMatchObject({
      kind: 'failed',
      code: 'internal',
    })
    expect(await ask(bot, 'sources')).toMatchObject({ kind: 'sources' })
  })

  it('suggests questions it can answer', async () => {
    const bot = botOf({ caution: 'low' })
    const examples = await bot.examples(3)
    expect(examples.length).toBeGreaterThan(0)
    for (const question of examples)
      expect(await ask(bot, question)).toMatchObject({ kind: 'answer' })
  })
})

describe('what fails once', () => {
  const away = (): Promise<never> => Promise.reject(new Error('away'))

  it('is not what help says from then on', async () => {
    let failures = 1
    const failing = (): EmbeddedIndex =>
      new Proxy(makeMiniSearch(), {
        get: (index, name) => {
          if (name === 'search' && failures-- > 0) throw new Error('away')
          const value: unknown = Reflect.get(index, name)
          return typeof value === 'function' ? value.bind(index) : value
        },
      })
    const corpus = new WholeCorpus(failing)
    corpus.add(Object.entries(VALLEY).map(([name, text]) => documentFrom(name, text)))
    const bot = botOf({ library: libraryOf(corpus) })
    expect(await ask(bot, 'help')).toMatchObject({ kind: 'failed' })
    expect(await ask(bot, 'help')).toMatchObject({
      kind: 'help',
      examples: expect.arrayContaining([expect.any(String)]),
    })
  })

  it('leaves open questions to be looked at with the next documents', async () => {
    const sql = new SqliteEngine(openDatabase(':memory:', STORE_TABLES).database)
    const store = new Store(before(sql, 'SELECT id, platform', once(away)))
    const corpus = corpusOf(VALLEY)
    const bot = botOf({ library: libraryOf(corpus), store })
    await store.gaps.add({
      at: '2025-11-20T08:00:00.000Z',
      platform: 'slack',
      channel: 'C1',
      question: 'How many houses did the flood in Tarwell destroy?',
      reason: 'The documents do not say.',
    })
    await bot.review([...corpus.documents.keys()].map((id) => ({ id })))
    expect(await store.gaps.open(9)).toHaveLength(1)
    await bot.review([{ id: 'another.md' }])
    expect(await store.gaps.open(9)).toEqual([])
  })
})
