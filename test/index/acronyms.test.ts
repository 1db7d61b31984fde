import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDefinitions } from '../../index/acronyms.ts'

const definitions = (text: string): string[] =>
  findDefinitions(text).map(({ acronym, longForm }) => `${acronym} = ${longForm}`)

describe('acronyms', () => {
  it.each([
    ['the Northern Water Agency (NWA) said', 'NWA = Northern Water Agency'],
    ['NWA (Northern Water Agency) said', 'NWA = Northern Water Agency'],
    [
      'The National Movement for the Liberation of Wells (MNLW) rose',
      'MNLW = National Movement for the Liberation of Wells',
    ],
    [
      'the navy, especially the Rapid Rescue Group of the National Coastguard (RRGNC), a unit',
      'RRGNC = Rapid Rescue Group of the National Coastguard',
    ],
    ['focuses mainly on the Malian Armed Forces (FAMa)', 'FAMa = Malian Armed Forces'],
    ['by U.S. Africa Command (AFRICOM) and', 'AFRICOM = Africa Command'],
    ['the Department of Defense (DoD)', 'DoD = Department of Defense'],
    ['the French President of the European Union (EU)', 'EU = European Union'],
    ['non-State armed groups (NSAGs)', 'NSAGs = non-State armed groups'],
    [
      'the ministry of agriculture, forestry and fisheries (MAFF)',
      'MAFF = ministry of agriculture, forestry and fisheries',
    ],
    ['In March Northern Water Agency (NWA)', 'NWA = Northern Water Agency'],
    ['two fronts—Northern Water Agency (NWA)', 'NWA = Northern Water Agency'],
    ['the polymerase chain reaction (PCR)', 'PCR = polymerase chain reaction'],
    ['tuberculosis (TB)', 'TB = tuberculosis'],
    ['IHL (international humanitarian law)', 'IHL = international humanitarian law'],
    [
      'Economic Community of West African States (Ecowas)',
      'Ecowas = Economic Community of West African States',
    ],
    ['L’Organisation des Nations unies (ONU) a', 'ONU = Organisation des Nations unies'],
    [
      'le Haut-Commissariat des Nations unies pour les réfugiés (HCR)',
      'HCR = Haut-Commissariat des Nations unies pour les réfugiés',
    ],
    [
      'l’Organisation internationale pour les migrations (OIM, à Genève)',
      'OIM = Organisation internationale pour les migrations',
    ],
    [
      'la Communauté économique des États de l’Afrique de l’Ouest (Cédéao)',
      'Cédéao = Communauté économique des États de l’Afrique de l’Ouest',
    ],
    ['l’Écologie des eaux (EDE)', 'EDE = Écologie des eaux'],
  ])('%s', (text, expected) => expect(definitions(text)).toEqual([expected]))

  it.each([
    'in the spring of that year (2020)',
    'the wells are dry (see Fig. 2)',
    'PCR (see Fig. 2)',
    'the wells (Table 2) are dry',
    'WHO (which has offices) said',
    'he lives in Bamako (Mali) and',
    'said the mayor. Northern (NWA)',
    'the president of the republic (ABC)',
    '(NWA) said',
    'the wells (A) and (B)',
    'NWA (2020)',
  ])('none in: %s', (text) => expect(definitions(text)).toEqual([]))

  it('span both forms', () => {
    const text =
      'Today the Northern Water Agency (NWA) said that MSW (Malian Salt Works) is closed.'
    expect(findDefinitions(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'Northern Water Agency (NWA)',
      'MSW (Malian Salt Works)',
    ])
  })

  it('of any text are in it', () => {
    const unit = fc.constantFrom(
      'Northern ',
      'Water ',
      'of ',
      'the ',
      '(',
      ')',
      'NWA',
      'NoW',
      ', ',
      '. ',
      '’',
      '—',
      'é',
      '\n',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        for (const { acronym, longForm, span } of findDefinitions(text)) {
          expect(text.slice(span.start, span.end)).toContain(acronym)
          expect(longForm.length).toBeGreaterThan(acronym.length)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })

  it.each(['(', '(AB', '(NWA) ', 'Aa Bb Cc (ABC) ', 'A '])('a lot of %j ends', (unit) => {
    expect(findDefinitions(unit.repeat(20_000)).length).toBeLessThanOrEqual(20_000)
  })
})
