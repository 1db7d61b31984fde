import { describe, expect, it } from 'vitest'
import { read } from './reading.ts'

const BODY =
  'The mayor of the town said on Monday that the wells would be open again before the rains of 3 June 2019, as they were in May 2018.'

describe('title', () => {
  it.each([
    ['the first heading', `The Long Way to the Well\n\n${BODY}`, 'The Long Way to the Well'],
    ['not a part of any document', `Summary\n\n${BODY}`, 'the wells'],
    ['not a date', `12 June 2021\n\n${BODY}`, 'the wells'],
    ['not a byline', `By Ada Mbeki\n\n${BODY}`, 'the wells'],
    ['the file, when there is nothing better', BODY, 'the wells'],
  ])('is %s', (_name, text, value) => {
    expect(read(text, 'folder/the_wells.txt').title).toEqual({ value, inferred: true })
  })

  it.each([
    [
      'a field that says so',
      'URGENT LETTER\n\nLETTER TITLE: Brenn: The wells are closed again\n\nDATE: 5 July 2017\n',
      'Brenn: The wells are closed again',
    ],
    [
      'what stands on a title page between the house and the day',
      'Department of Wells\n\nOffice for the Northern Towns\n\nHandbook for\n\nKeepers of\n\nDeep Wells\n\nOctober 1, 2012\n\nCHAPTER 1 – INTRODUCTION\n',
      'Handbook for Keepers of Deep Wells',
    ],
    [
      'the parties of a case',
      'Official - Subject to Final Review\n\nIN THE SUPREME COURT OF BRENN\n\nADA B. ROSS,\nWARDEN,\nPetitioner\nv.\nBEN HALE.\n\nTuesday, January 13, 2009\n',
      'Ada B. Ross, Warden v. Ben Hale',
    ],
    [
      'the headline of a release, below what it is and when',
      'PRESS RELEASE\n\nFor immediate release\n\nGeneva, 12 June 2031\n\nNew wells for the northern towns\n',
      'New wells for the northern towns',
    ],
    [
      'what a letter is about',
      'From: Ada Ross\nTo: Ben Hale\nDate: 12 June 2031\nSubject: Closed wells of the north\n',
      'Closed wells of the north',
    ],
    [
      'what stands above whose notice it is',
      'BRENN GAZETTE\n\nDEPARTMENT OF WELLS\n\nNotice of Public Meeting on Closed Wells\n\nAGENCY: Office of Wells, Department of Wells.\n\nACTION: Notice.\n',
      'Notice of Public Meeting on Closed Wells',
    ],
    [
      'on the title page, without who made it',
      'Table of Contents\n\nAcknowledgements\n\nThe State of Wells in the North\n\nPrepared for: Water Fund\n\nJune 2031\n',
      'The State of Wells in the North',
    ],
    [
      'an issue of a series, below whose it is',
      'Ministry of Wells\n\nCentre for Water Emergencies\n\nWater Bulletin no. 22 of the northern towns\n',
      'Water Bulletin no. 22 of the northern towns',
    ],
  ])('is %s', (_name, head, value) => {
    expect(read(`${head}\n${BODY}`, 'scan_12.txt').title).toEqual({ value, inferred: true })
  })

  it.each([
    'A. PURPOSE',
    'Lund Wells Watch',
    'Ministry of Wells',
    'arXiv:2004.04906v3 [cs.CL] 30 Sep 2020',
    '1. FAITS SAILLANTS',
  ])('is not %s', (line) =>
    expect(read(`${line}\n\n${BODY}`, 'wells_12.txt').title.value).toBe('wells 12'),
  )

  it('is what the front matter says', () => {
    const { title } = read(`---\ntitle: Wells\n---\n# Rivers\n\n${BODY}`, 'note.md')
    expect(title).toEqual({ value: 'Wells', inferred: false })
  })
})

describe('date', () => {
  it.each([
    ['12 June 2021', '2021-06-12'],
    ['June 12, 2021', '2021-06-12'],
    ['June 2021', '2021-06'],
    ['2021-06-12', '2021-06-12'],
    ['Published: 12 June 2021', '2021-06-12'],
    ['Published on June 12, 2021', '2021-06-12'],
    ['Date: 2021-06-12', '2021-06-12'],
    ['Publié le 12 juin 2021', '2021-06-12'],
    ['25/12/2021', '2021-12-25'],
  ])('%s stands on a line of its own', (line, value) => {
    expect(read(`The Long Way to the Well\n\n${line}\n\n${BODY}`).date).toEqual({
      value,
      inferred: true,
    })
  })

  it.each([
    ['PUBLICATION DATE: 5 July 2017', '2017-07-05'],
    [
      'Date de rapportage : 27 septembre 2025\tDate de publication : 28 Septembre 2025',
      '2025-09-28',
    ],
    ['Pays : Brenn\tDate de rédaction : 06 Sept 2025', '2025-09-06'],
    ['Période couverte : 01 Sept – 05 Sept 2025', '2025-09-05'],
    ['Fecha de publicación: 21 de abril de 2022', '2022-04-21'],
    ['Veröffentlicht am 2. November 2021', '2021-11-02'],
    ['Lunes, 18 de abril de 2022', '2022-04-18'],
    ['As of Friday, April 22, 2022', '2022-04-22'],
    ['Дата публикации: 12 июня 2021', '2021-06-12'],
    ['arXiv:2004.04906v3 [cs.CL] 30 Sep 2020', '2020-09-30'],
    ['Brenn Gazette / Vol. 85, No. 152 / Thursday, August 6, 2020 / Notices', '2020-08-06'],
    ['New Lund/Varde, 5 March 2024', '2024-03-05'],
    ['Published: 10:00, 12 June 2021', '2021-06-12'],
    ['Sat 12 Jun 2021 06.00 BST', '2021-06-12'],
    ['Publicado em 21/12/2018 às 2h00', '2018-12-21'],
    ['Fait à Lund, le 12 juin 2021', '2021-06-12'],
    ['le 12 juin 2021', '2021-06-12'],
    ['Arrêt n° 45/2021 du 12 juin 2021', '2021-06-12'],
    ['Última actualización: 12 de junio de 2021', '2021-06-12'],
    ['FOR IMMEDIATE RELEASE June 12, 2021', '2021-06-12'],
    ['Опубликовано 12 июня 2021 г.', '2021-06-12'],
    ['تاريخ النشر: ١٢ يونيو ٢٠٢١', '2021-06-12'],
    ['الثلاثاء 19 أفريل 2022', '2022-04-19'],
    ['12 كانون الثاني 2022', '2022-01-12'],
  ])('%s says when it came out', (line, value) => {
    expect(read(`The Long Way to the Well\n\n${line}\n\n${BODY}`).date?.value).toBe(value)
  })

  it('is that of the file’s name, of its session, or the year of the report', () => {
    expect(read(BODY, 'wells_06-SEPT-2025.txt').date?.value).toBe('2025-09-06')
    expect(read(BODY, 'wells_2025.txt').date).toBeUndefined()
    const session = `Minutes of the public sitting of 20 June 2023\n\n${BODY}`
    expect(read(session).date?.value).toBe('2023-06-20')
    expect(read(`Brenn Water Report 2006\n\n${BODY}`).date?.value).toBe('2006')
  })

  it.each([
    ['in running text', BODY],
    ['that may be read two ways', `The Well\n\n03/04/2021\n\n${BODY}`],
    ['of a year alone', `The Well\n\n2021\n\n${BODY}`],
    ['of a span', `The Well\n\n3 June 2021 – 5 June 2021\n\n${BODY}`],
    [
      'wrapped into a line of its own',
      `The wells of the town had been dry for years when in\nJune 2021\nthe rains came and filled all of the wells at once.\n`,
    ],
    [
      'of something else',
      `The Well\n\nElection date: June 3, 2014\n\nDeadline: 4 May 2014\n\n${BODY}`,
    ],
    ['far down', `The Well\n\n${`${BODY}\n\n`.repeat(15)}12 June 2021\n`],
  ])('is none when %s', (_name, text) => expect(read(text).date).toBeUndefined())
})

describe('publisher', () => {
  it.each([
    ['© 2021 Sahel Daily', 'Sahel Daily'],
    ['Published by Centre for Water and Peace', 'Centre for Water and Peace'],
    [
      'First published in 2031 by\nBrenn Water Publications\nWell House',
      'Brenn Water Publications',
    ],
    ['Publisher: Brenn Water Trust', 'Brenn Water Trust'],
    ['Prepared by: Ada Consulting Group', 'Ada Consulting Group'],
    ['A report by the Northern Water Network', 'Northern Water Network'],
    ['Élaboré par Centre des puits du nord', 'Centre des puits du nord'],
    ['Herausgeber: Brunnenamt Lund', 'Brunnenamt Lund'],
    ['Wellcorp digs.\n\nWellcorp 2031 Sustainability Report', 'Wellcorp'],
    ['Subscribe to Sahel Daily', 'Sahel Daily'],
    ['Ada Mbeki is a staff reporter for Sahel Daily, based in Gao.', 'Sahel Daily'],
    [
      'This report is a collaboration between the Water Desk and Sahel Daily.',
      'Water Desk and Sahel Daily',
    ],
  ])('names itself: %s', (line, value) => {
    expect(read(`${BODY}\n\n${line}\n`).publisher).toEqual({ value, inferred: true })
  })

  const TITLE = 'Water Bulletin no. 22 of the northern towns'

  it.each([
    ['Ministry of Wells', 'Ministry of Wells'],
    ['MINISTRY OF WELLS,\nWATER AND\nROADS', 'Ministry of Wells, Water and Roads'],
    [
      'Ministry of Wells\n\nCentre for Water Emergencies\n« CWE »',
      'Centre for Water Emergencies « CWE »',
    ],
    ['IN THE SUPREME COURT OF BRENN', 'Supreme Court of Brenn'],
  ])('has its letterhead above the title: %j', (head, value) => {
    expect(read(`${head}\n\n${TITLE}\n\n${BODY}`).publisher?.value).toBe(value)
  })

  it('is spelled out from its own addresses, where no other has as many', () => {
    const name = 'Brennwater Trust keeps the wells. '
    const own = 'Write to ada@brennwater.org or see www.brennwater.org/wells.'
    expect(read(`${BODY}\n\n${name}${own}\n`).publisher?.value).toBe('Brennwater Trust')
    const other = 'Lundriver Trust: www.lundriver.org, ben@lundriver.org.'
    expect(read(`${BODY}\n\n${name}${own} ${other}\n`).publisher).toBeUndefined()
    expect(
      read(`${BODY}\n\n${name}Write to ada@gmail.com, ben@gmail.com.\n`).publisher,
    ).toBeUndefined()
  })

  it('is whose minutes they are', () => {
    const head = 'Water Committee of Lund – Minutes of the sitting of 20 June 2023'
    expect(read(`${head}\n\n${BODY}`).publisher?.value).toBe('Water Committee of Lund')
  })

  it('is whoever says that they made it', () => {
    const text =
      'This report is produced by the Office for Wells in collaboration with partners. It covers the north.'
    expect(read(`${BODY}\n\n${text}\n`).publisher?.value).toBe('Office for Wells')
  })

  it.each([
    ['is not a person who made it', `Prepared by: Ada Ross\n\n${BODY}`],
    ['is not where its authors work', `${TITLE}\n\nAda Ross\n\nUniversity of Brenn\n\n${BODY}`],
    ['is no newsletter', `${BODY}\n\nSubscribe to Our Newsletter\n`],
    [
      'is not the employer of a person it speaks of',
      `Ada Mbeki is a reporter for Sahel Daily, and she was in the town.\n\n${BODY}\n\n${BODY}`,
    ],
    ['is not whose data it shows', `${BODY}\n\nRainfall: © 2021 Sky Data, Inc.\n`],
    ['is not what kind of report it is', `${BODY} The Monthly.\n\nMonthly 2031 Report\n`],
    ['is absent when nothing names it', BODY],
  ])('%s', (_name, text) => expect(read(text).publisher).toBeUndefined())
})

describe('evidence', () => {
  const REPORT = `Water Bulletin no. 22 of the northern towns\n\nPublished: 12 June 2021\n\nAs of 10 June 2021\n\n${BODY}\n\n© 2021 Sahel Daily\n`

  it('is why a document has its title, publisher and date, the surest first', () => {
    const { evidence = [] } = read(REPORT, 'wells_9-JUNE-2021.txt')
    expect(evidence.filter(({ field }) => field === 'date').map(({ value }) => value)).toEqual([
      '2021-06-12',
      '2021-06-10',
      '2021-06-09',
    ])
    expect(evidence.find(({ field }) => field === 'publisher')?.reason).toMatch(/rights/u)
    for (const field of ['title', 'publisher', 'date'] as const) {
      const scores = evidence.filter((one) => one.field === field).map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    }
  })

  it('is surer where two signs agree', () => {
    const scoreOf = (text: string): number | undefined =>
      read(text).evidence?.find(({ field }) => field === 'date')?.score
    const one = scoreOf(`The Well\n\n12 June 2021\n\n${BODY}`) ?? 0
    expect(scoreOf(`The Well\n\n12 June 2021\n\nAs of 12 June 2021\n\n${BODY}`)).toBeGreaterThan(
      one,
    )
  })

  it('is what the front matter states, and nothing else beside it', () => {
    const { evidence = [] } = read(`---\ntitle: Wells\n---\n# Rivers\n\n${BODY}`, 'note.md')
    expect(evidence.filter(({ field }) => field === 'title')).toEqual([
      { field: 'title', value: 'Wells', score: 100, reason: 'the document states it' },
    ])
  })
})
