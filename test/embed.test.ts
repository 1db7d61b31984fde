/** The interface for programs: opened on a folder, asked, closed. */
import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBot, Reply, VerbatimError } from '../src/embed.ts'
import { folderOf } from './support/program.ts'

const PAPERS = {
  'papers/ferry.md':
    '---\ntitle: The ferry inquiry\npublisher: River Trust\ndate: 2031-06-18\n---\nThe ferry sank at Sarn on 3 June 2031. In Sarn 14 people drowned, the harbour office said. The inquiry says that 47 people were brought ashore by fishing boats.\n',
  'secret/wells.md': 'In Kelbrook 31 wells were poisoned during the winter of 2030.\n',
  'verbatim.yaml':
    'documents: ./papers\nsets:\n  secret: [./secret]\nchannels:\n  board:hall: [default]\n',
}

let folder: ReturnType<typeof folderOf>
beforeEach(() => {
  folder = folderOf(PAPERS)
})
afterEach(() => folder.remove())

const open = () =>
  openBot({ config: join(folder.path, 'verbatim.yaml'), data: join(folder.path, 'data') })

describe('openBot', () => {
  it('answers in quotes of the documents, as data that the schema of replies takes', async () => {
    await using bot = await open()
    const reply = await bot.ask('How many people drowned in Sarn?', { top: 1 })
    expect(Reply.parse(JSON.parse(JSON.stringify(reply)))).toEqual(reply)
    expect(reply).toMatchObject({
      kind: 'answer',
      quotes: [{ text: expect.stringContaining('14 people drowned') }],
    })
    expect(await bot.ask('Who won the regatta?')).toMatchObject({ kind: 'nothing' })
    expect(bot.notices).toEqual([])
  })

  it('goes on within a conversation, and nowhere else', async () => {
    await using bot = await open()
    await bot.ask('How many people drowned in Sarn?', { conversation: 'ann', top: 1 })
    expect(await bot.ask('more', { conversation: 'ann' })).toMatchObject({ kind: 'answer' })
    expect(await bot.ask('more', { conversation: 'bob' })).toMatchObject({ kind: 'nothing' })
    expect(await bot.ask('more')).toMatchObject({ kind: 'nothing' })
  })

  it('looks figures up, sums up, checks and lists', async () => {
    await using bot = await open()
    expect(await bot.figures('drowned Sarn')).toMatchObject({
      kind: 'figures',
      groups: [{ lines: [{ figures: [{ wording: '14' }] }] }],
    })
    expect(await bot.brief('Sarn')).toMatchObject({ kind: 'summary' })
    expect(await bot.check('In Sarn 19 people drowned.')).toMatchObject({ kind: 'check' })
    expect(await bot.sources()).toMatchObject({
      documents: [{ document: 'ferry.md' }, {}],
    })
  })

  it('answers from one set where that is asked for', async () => {
    await using bot = await open()
    const question = 'How many wells were poisoned?'
    expect(await bot.ask(question, { set: 'secret' })).toMatchObject({ kind: 'answer' })
    expect(await bot.ask(question, { set: 'default' })).toMatchObject({ kind: 'nothing' })
    expect(await bot.ask(question, { set: 'none such' })).toMatchObject({
      kind: 'failed',
      code: 'question',
    })
  })

  it('shows somebody in a channel no more than the channel sees', async () => {
    await using bot = await open()
    const text = 'How many wells were poisoned?'
    const said = { id: 'm1', text, user: 'ann', channel: 'hall', platform: 'board' }
    expect(await bot.ask(text)).toMatchObject({ kind: 'answer' })
    expect(await bot.answer(said)).toMatchObject({ kind: 'nothing', nearest: [] })
  })

  it('reads what is new when it is told to', async () => {
    await using bot = await open()
    const question = 'How many goats were sold?'
    expect(await bot.ask(question)).toMatchObject({ kind: 'nothing' })
    writeFileSync(join(folder.path, 'papers/goats.md'), 'In Oss 77 goats were sold in May.\n')
    expect(await bot.refresh()).toMatchObject({ added: 1 })
    expect(await bot.ask(question)).toMatchObject({ kind: 'answer' })
  })

  it('keeps what it has read, and closes twice', async () => {
    const first = await open()
    await first.close()
    await first.close()
    await using second = await open()
    expect(await second.refresh()).toMatchObject({ read: 0, unchanged: 2 })
  })

  it('says what is wrong with the settings, and which documents are not there', async () => {
    appendFileSync(join(folder.path, 'verbatim.yaml'), 'caution: lots\n')
    await expect(open()).rejects.toMatchObject({ code: 'config' })
    const data = join(folder.path, 'data')
    const missing = openBot({ documents: join(folder.path, 'nowhere'), data })
    await expect(missing).rejects.toBeInstanceOf(VerbatimError)
    await expect(missing).rejects.toMatchObject({ code: 'documents' })
  })
})
