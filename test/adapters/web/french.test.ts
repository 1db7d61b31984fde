/** Pages in French, and channels that are set to it: what is no quote is told in French, and nothing of it in English. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bot } from '../../../src/bot.ts'
import { createLog } from '../../../src/log.ts'
import { sqliteStore } from '../../../src/store/sqlite/store.ts'
import { type OpenDesk, openDesk } from '../../support/desk.ts'
import { englishIn, PAIRS } from '../../support/english.ts'
import { corpusOf, libraryOf } from '../../support/library.ts'
import { readPage } from '../../support/page.ts'

const dated = (publisher: string, date: string, text: string): string =>
  `---\npublisher: ${publisher}\ndate: ${date}\n---\n\n${text}\n`

const FILES = {
  'mars.md': dated(
    'Cellule de crise',
    '2024-03-01',
    'Les combats ont déplacé 4 000 personnes à Oss.',
  ),
  'avril.md': dated('Ligue civile', '2024-03-01', 'Les combats ont déplacé 9 500 personnes à Oss.'),
  'marche.md': dated(
    'Ligue civile',
    '2024-05-02',
    'Le marché de Tarwell est resté fermé six semaines.',
  ),
}

const REQUESTS: readonly [what: string, path: string, shows: RegExp][] = [
  ['the first page', '/', /Ne répond que par des citations/u],
  ['an answer', '/?q=Combien+de+personnes+ont+été+déplacées+à+Oss', /Voir tous les chiffres/u],
  [
    'a refusal',
    '/?q=Qui+a+vendu+la+girafe',
    /aucun (?:document|d’eux) ne contient « vendu », « girafe »/u,
  ],
  ['a word left out', '/?q=marché+-Tarwell', /Il ne reste rien sans « Tarwell »/u],
  [
    'exact words',
    '/?q="marché+ouvert"',
    /aucun passage ne contient les mots exacts « marche ouvert »/u,
  ],
  [
    'a misspelt word',
    '/?q=Combien+de+temps+le+marché+de+Tarwll+est+resté+fermé',
    /« Tarwll » n’est pas dans les documents/u,
  ],
  ['what cannot be asked so', '/?q=marché+in:', /« in: » veut une valeur juste après/u],
  ['an unknown publisher', '/?q=marché+by:Onu', /Aucun document ne correspond à by:onu/u],
  ['help', '/?q=aide', /Je réponds aux questions à partir de 3 documents/u],
  ['thanks', '/?q=merci', /Je vous en prie/u],
  [
    'figures',
    '/figures?q=personnes+déplacées+Oss',
    /Ils divergent : .* et 9 500 \(Ligue civile\)/u,
  ],
  ['no figures', '/figures?q=girafes+Paris', /Il n’y a pas de tel chiffre/u],
  ['a briefing', '/briefings?topic=Oss', /Synthèse : Oss/u],
  ['a document', '/documents/mars.md', /À propos de ce document/u],
  ['no document', '/documents/rien.md', /Il n’y a rien à cette adresse/u],
  ['no page of a document', '/pages/mars.md', /Il n’y a pas de telle page|n’a pas de pages/u],
  ['sources', '/sources', /Ajouter des documents/u],
  ['gaps', '/gaps', /Questions restées sans réponse/u],
  ['check', '/check', /chaque citation, nombre et affirmation/u],
]

describe('the desk in French', () => {
  let desk: OpenDesk
  beforeAll(async () => {
    desk = await openDesk(FILES)
  })
  afterAll(() => desk.adapter.stop())

  it.each(REQUESTS)('tells %s in French alone', async (_, path, shows) => {
    const response = await desk.get(path, { headers: { 'Accept-Language': 'fr' } })
    const page = await response.text()
    expect(readPage(page).text).toMatch(shows)
    const { textContent } = readPage(page).document.documentElement
    expect(englishIn(textContent)).toEqual([])
  })

  it('tells what a draft was checked for in French alone', async () => {
    const draft =
      'Les combats ont déplacé 2 000 personnes à Oss. Le marché de Tarwell est resté fermé six semaines. La girafe a été vendue à un roi. Qui le croit ? « Le marché est resté ouvert » dit la Ligue civile.'
    const response = await desk.get('/check', {
      method: 'POST',
      headers: { 'Accept-Language': 'fr', Origin: desk.address },
      body: new URLSearchParams({ draft }),
    })
    const { text } = readPage(await response.text())
    expect(text).toMatch(/Sur \d vérifiés, /u)
    expect(text).toMatch(/Non vérifié : une question/u)
    expect(englishIn(text)).toEqual([])
  })

  it('gives what a program asks for in French in French', async () => {
    const response = await desk.get('/api/v1/ask?q=Qui+a+vendu+la+girafe', {
      headers: { 'Accept-Language': 'fr' },
    })
    expect(await response.json()).toMatchObject({ kind: 'nothing', language: 'fr' })
  })
})

describe('a channel in French', () => {
  const bot = new Bot({
    library: libraryOf(corpusOf(FILES)),
    channels: { 'slack:C1': { sets: ['default'], language: 'fr', outsiders: false } },
    aliases: {},
    caution: 'normal',
    log: createLog('silent'),
    store: sqliteStore(':memory:'),
    rememberHours: 1,
  })
  const ask = (text: string, channel: string) =>
    bot.answer({ id: text + channel, text, user: 'u', channel, platform: 'slack' })

  it('is refused in French, and another one in English', async () => {
    expect(await ask('Who sold the giraffe?', 'C1')).toMatchObject({
      language: 'fr',
      reason: 'Les documents ne le disent pas : aucun d’eux ne contient « sold », « giraffe ».',
    })
    expect(await ask('Who sold the giraffe?', 'C2')).toMatchObject({
      reason: 'The documents do not say: none of them has “sold”, “giraffe”.',
    })
  })
})

it('has words of its own for whatever is said in English', () => {
  expect(PAIRS.length).toBeGreaterThan(100)
  expect(PAIRS.filter(([english, french]) => english === french)).toEqual([])
})
