/** What admins of a channel in French are told: in French, and nothing of it in English. */
import { describe, expect, it } from 'vitest'
import { Bot } from '../src/bot.ts'
import { createLog } from '../src/log.ts'
import { sqliteStore } from '../src/store/sqlite/store.ts'
import { englishIn } from './support/english.ts'
import { corpusOf, libraryOf } from './support/library.ts'

const bot = new Bot({
  library: libraryOf(
    corpusOf({ 'puits.md': 'Le puits de Tarwell a été rouvert par 12 ouvriers.' }),
  ),
  channels: {
    'slack:C1': { sets: ['default'], language: 'fr', outsiders: false },
    'slack:D1': { sets: [], language: 'fr', outsiders: false },
  },
  aliases: {},
  caution: 'normal',
  log: createLog('silent'),
  store: sqliteStore(':memory:'),
  perMinute: 1000,
  rememberHours: 1,
})

let asked = 0
async function told(
  text: string,
  { channel, role }: { channel?: string; role?: 'admin' | 'member' } = {},
) {
  const reply = await bot.answer({
    id: `${asked++}`,
    text,
    request: { kind: 'manage' },
    user: 'u',
    role: role ?? 'admin',
    channel: channel ?? 'C1',
    platform: 'slack',
  })
  if (reply.kind === 'notice') return reply.text.join('\n')
  return reply.kind === 'failed' ? reply.message : reply.kind
}

const LINES: readonly [typed: string, says: RegExp][] = [
  ['help', /ce que ce canal voit/u],
  ['frobnicate', /Il n’y a pas de commande « frobnicate »/u],
  ['schedule list', /Rien n’est programmé ici/u],
  ['schedule pause 7', /Rien n’est programmé ici/u],
  ['schedule daily 25:00 Europe/Paris', /n’est pas une heure/u],
  ['schedule daily 08:00 Europe/Nowhere', /n’est pas un fuseau horaire/u],
  ['schedule daily 08:00 UTC lang:xx', /n’est pas parlé/u],
  ['schedule daily 08:00 UTC quiet:maybe', /ni l’un ni l’autre/u],
  [`schedule daily 08:00 UTC ${'puits '.repeat(60)}`, /Le sujet est trop long/u],
  ['schedule daily 08:00 UTC to:moi', /Rien ne peut être envoyé à « moi »/u],
  [
    'schedule daily 08:00 Europe/Paris puits',
    /Publie ici daily 08:00 Europe\/Paris, sur « puits »/u,
  ],
  ['schedule list', /1: .*prochaine .*rien de publié encore/u],
  ['schedule pause 1', /en pause/u],
  ['schedule pause 99', /Donnez un numéro de ce canal : 1\./u],
  ['schedule post 1', /est publié maintenant/u],
  ['schedule remove 1', /Le numéro 1 est supprimé/u],
  ['watch', /Rien n’est surveillé ici/u],
  ['watch puits', /Publie ici quand un nouveau document contient « puits », au plus une fois/u],
  ['watch Qui a rouvert le puits ?', /quand un nouveau document répond à/u],
  ['watch chiffres ouvriers', /quand un nouveau document donne des chiffres pour/u],
  ['watch', /veille · puits/u],
  ['schedule preview 2', /Rien n’est nouveau/u],
  ['schedule post 2', /Une veille publie d’elle-même/u],
  ['watch > 2000', /Dites aussi ce qui est compté/u],
  ['watch le', /Dites ce qu’il faut chercher/u],
  ['watch puits to:moi@example.org', /Par courriel, une veille vient à une heure donnée/u],
  ['unwatch girafe', /n’est pas surveillé ici/u],
  ['unwatch puits', /n’est plus surveillé/u],
  ['sources', /Aucune source pour l’instant/u],
  ['refresh', /Ce canal ne voit aucune source/u],
  ['add puits.md', /Donnez une adresse/u],
  ['add https://example.org/a geheim', /Ce canal ne voit pas l’ensemble « geheim »/u],
  ['add s3://bucket/a', /secrets|Donnez une adresse/u],
  ['remove https://example.org/a', /n’est pas une source de ce canal/u],
  ['remove', /Cela n’est pas une source/u],
  ['set', /Dites quels ensembles ce canal voit/u],
  ['set geheim', /Il n’y a pas d’ensemble « geheim »/u],
  ['set default', /Ce canal voit désormais default/u],
]

describe('an admin of a channel in French', () => {
  it.each(LINES)('is told of “%s” in French', async (typed, says) => {
    const text = await told(typed)
    expect(text).toMatch(says)
    expect(englishIn(text)).toEqual([])
  })

  it('may not add where no set is seen', async () => {
    const text = await told('add https://example.org/a', { channel: 'D1' })
    expect(text).toMatch(/Ce canal ne voit aucun ensemble/u)
    expect(englishIn(text)).toEqual([])
  })

  it.each(['schedule list', 'sources', 'schedule daily 08:00 UTC'])(
    'alone may do “%s”, and that is said in French',
    async (typed) => {
      const text = await told(typed, { role: 'member' })
      expect(text).toMatch(/Seuls les administrateurs/u)
      expect(englishIn(text)).toEqual([])
    },
  )
})

it('is told in French since when nothing can be', async () => {
  const ask = async (text: string) => {
    const reply = await bot.answer({
      id: `${asked++}`,
      text,
      request: { kind: 'brief', since: text },
      user: 'u',
      channel: 'C1',
      platform: 'slack',
    })
    return reply.kind === 'failed' ? reply.message : reply.kind
  }
  expect(await ask('bientôt peut-être')).toMatch(/n’est pas un moment/u)
  expect(await ask('2099-01-01')).toMatch(/est encore à venir/u)
})
