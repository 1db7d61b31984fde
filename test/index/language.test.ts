import { describe, expect, it } from 'vitest'
import { detect, detectLanguage, nearest } from '../../index/languages/language.ts'

describe('language', () => {
  it.each([
    ['en', 'How many wells are there in the north?'],
    ['fr', 'Combien de puits y a-t-il dans le nord ?'],
    ['fr', `Communiqué. ${'Les puits de la ville sont fermés depuis le printemps. '.repeat(5)}`],
    ['en', `Communiqué. ${'The wells of the town have been closed since spring. '.repeat(5)}`],
    [
      'fr',
      'Puits fermés, rivières basses, camps pleins, marchés vides, écoles closes, routes coupées, villages désertés, récoltes perdues, troupeaux décimés, familles déplacées, secours attendus, promesses oubliées, bilans contestés.',
    ],
  ] as const)('is %s', (language, text) => expect(detectLanguage(text)).toBe(language))

  it.each([
    [
      'de',
      'Die Brunnen der Stadt sind seit dem Frühjahr geschlossen, und niemand weiß, wann sie wieder geöffnet werden. ',
    ],
    [
      'es',
      'Los pozos de la ciudad están cerrados desde la primavera, y nadie sabe cuándo se volverán a abrir. ',
    ],
    [
      'pt',
      'Os poços da cidade estão fechados desde a primavera, e ninguém sabe quando voltarão a ser abertos. ',
    ],
    ['ar', 'آبار المدينة مغلقة منذ الربيع ولا أحد يعرف متى ستفتح من جديد أمام الناس. '],
    [
      'ru',
      'Колодцы города закрыты с весны, и никто не знает, когда их снова откроют для жителей. ',
    ],
    [
      'en',
      'The wells of the town have been closed since spring, and nobody knows when they will open. ',
    ],
    [
      'fr',
      'Les puits de la ville sont fermés depuis le printemps, et nul ne sait quand ils rouvriront. ',
    ],
    ['und', 'KX 12 345; LQ 77, WV 81; '],
  ])('that it is written in is %s', async (written, text) => {
    expect((await detect(text.repeat(4))).written).toBe(written)
  })

  it.each([
    ['de', 'Die Nachbarn sagten vor dem Ausschuss, dass der Brunnen seit Mai trocken ist.'],
    ['es', 'Los vecinos dijeron ante la comisión que el pozo está seco desde el mes de mayo.'],
    ['ar', 'قال الجيران أمام اللجنة إن البئر جافة منذ شهر مايو ولا ماء فيها.'],
    ['und', 'Lund, Brenn, Varde'],
  ])('of one sentence is %s', async (written, text) => {
    expect((await detect(text)).written).toBe(written)
  })

  it('of a table is that of its words, however often its names stand there', async () => {
    const row = (place: string): string =>
      `Governorate: ${place} · Sector: health · People in need: 12 · Food security: 3\n`
    expect((await detect(['Lund', 'Brenn', 'Varde'].map(row).join('').repeat(9))).written).toBe(
      'en',
    )
  })

  it('that a short text is written in is not told where nothing tells', async () => {
    expect(await detect('12 345')).toEqual({ language: 'en', written: 'und' })
    expect(nearest('The wells of the town')).toEqual({ language: 'en', written: 'en' })
  })

  it('is the fallback when nothing tells', () => {
    expect(detectLanguage('12 345', 'fr')).toBe('fr')
    expect(detectLanguage('')).toBe('en')
  })
})
