import { describe, expect, it } from 'vitest'
import { readFile } from '../../../index/readers/read.ts'
import { knownDate } from '../../../index/readers/html/dates.ts'
import { page, readPage } from './html-pages.ts'

const meta = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, content]) => `<meta property="${name}" content="${content}">`)
    .join('')
const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`

const NEWS = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Wells run dry in the north of the country',
  author: [{ '@type': 'Person', name: 'Ada Mbeki' }, { name: 'Omar Ba' }],
  publisher: { '@type': 'Organization', name: 'Sahel Daily' },
  datePublished: '2021-05-03T23:30:00-07:00',
  dateModified: '2021-06-01T10:00:00Z',
}
const KNOWN = {
  title: { value: 'Wells run dry in the north of the country', inferred: false },
  byline: 'Ada Mbeki, Omar Ba',
  publisher: { value: 'Sahel Daily', inferred: false },
  date: { value: '2021-05-03', inferred: false },
}

describe('what a page shows where it states nothing', () => {
  const read = async (html: string) => {
    const { documents } = await readFile({ name: 'a.html', bytes: Buffer.from(html) })
    return documents?.[0]
  }
  const TEXT = `<p>${'The old wells of Brenn are open again, said the mayor of the town. '.repeat(12)}</p>`
  const HEAD =
    '<title>The wells of Brenn | Brenn Daily</title><link rel="canonical" href="https://www.brenndaily.example/wells">'

  it('is the date beside its headline, not that of its surroundings or of a table', async () => {
    const found = await read(
      `${HEAD}<header>Viernes, 22 de abril de 2022</header>${'<p>menu</p>'.repeat(12)}<h1>The wells of Brenn</h1><span>Jueves, 21 de abril de 2022</span><article>${TEXT}</article><table><tr><td>3 May 2001</td></tr></table>`,
    )
    expect(found?.date).toEqual({ value: '2022-04-21', inferred: true })
  })

  it('is none where many dates stand far from it', async () => {
    const dates = [1, 2, 3].map((day) => `<p>${day} May 2022</p>`).join('')
    const found = await read(
      `${HEAD}<h1>The wells</h1><article>${TEXT}${TEXT}</article>${'<p>more</p>'.repeat(30)}${dates}`,
    )
    expect(found?.date).toBeUndefined()
  })

  it('is the site’s name beside the title, or its address', async () => {
    const named = await read(`${HEAD}<h1>The wells of Brenn</h1><article>${TEXT}</article>`)
    expect(named?.publisher).toEqual({ value: 'Brenn Daily', inferred: true })
    const bare = HEAD.replace(' | Brenn Daily', '')
    const unnamed = await read(`${bare}<h1>The wells of Brenn</h1><article>${TEXT}</article>`)
    expect(unnamed?.publisher).toEqual({ value: 'brenndaily.example', inferred: true })
  })
})

describe('JSON-LD of a page', () => {
  it.each<[string, unknown]>([
    ['by itself', NEWS],
    ['in a list', [{ '@type': 'WebSite', name: 'Site' }, NEWS]],
    [
      'in a graph',
      {
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebPage', datePublished: '2019-01-01' },
          { ...NEWS, '@type': ['Thing', 'NewsArticle'] },
        ],
      },
    ],
    [
      'with its publisher elsewhere in the graph',
      {
        '@graph': [
          { '@id': '#p', '@type': 'Organization', name: 'Sahel Daily' },
          { ...NEWS, publisher: { '@id': '#p' } },
        ],
      },
    ],
    ['with line ends in its strings', JSON.stringify(NEWS).replace('dry in', 'dry\nin')],
    ['with a comma too many', JSON.stringify(NEWS).replace('}]', '},]')],
    ['in a CDATA section', `//<![CDATA[\n${JSON.stringify(NEWS)}\n//]]>`],
  ])('is read %s', async (_name, value) => {
    expect(await readPage(page({ head: jsonLd(value) }))).toMatchObject(KNOWN)
  })

  it.each([
    '{"@type": "NewsArticle", "headline": ',
    '[',
    '',
    'null',
    '"x"',
    '{"@type": 7}',
    '{"@graph": {"@graph": {}}}',
    '['.repeat(100_000),
  ])('is passed over when it is broken: %#', async (value) => {
    const document = await readPage(
      page({
        head: `${jsonLd(value)}${meta({ 'og:title': 'Wells run dry in the north', 'article:published_time': '2021-05-03T08:00:00Z' })}`,
      }),
    )
    expect(document).toMatchObject({
      title: { value: 'Wells run dry in the north' },
      date: { value: '2021-05-03' },
    })
  })
})

describe('what a page states', () => {
  it('is read from Open Graph', async () => {
    const head = meta({
      'og:title': 'Wells run dry in the north',
      'og:site_name': 'Sahel Daily',
      'article:published_time': '2021-05-03T01:00:00+09:00',
      'article:modified_time': '2022-01-01',
      'article:author': 'https://example.org/people/ada',
      author: 'Ada Mbeki',
    })
    expect(await readPage(page({ head }))).toMatchObject({
      title: { value: 'Wells run dry in the north', inferred: false },
      publisher: { value: 'Sahel Daily', inferred: false },
      date: { value: '2021-05-03', inferred: false },
      byline: 'Ada Mbeki',
    })
  })

  it.each([
    ['Dublin Core', '<meta name="DC.date.issued" content="2020-02-29">', ''],
    ['Parse.ly', '<meta name="parsely-pub-date" content="2020-02-29T10:00:00Z">', ''],
    ['Sailthru', '<meta name="sailthru.date" content="Sat, 29 Feb 2020 10:00:00 +0000">', ''],
    ['microdata', '', '<span itemprop="datePublished" content="2020-02-29">Saturday</span>'],
    [
      'a time of publication',
      '',
      '<time pubdate datetime="2020-02-29T20:00:00-05:00">Saturday</time>',
    ],
    [
      'the class of a time',
      '',
      '<time class="entry-date published" datetime="2020-02-29">Saturday</time>',
    ],
  ])('has the date of %s', async (_name, head, body) => {
    expect((await readPage(page({ head, body }))).date).toEqual({
      value: '2020-02-29',
      inferred: false,
    })
  })

  it.each([
    [
      'of a change',
      meta({ 'article:modified_time': '2021-05-03', 'og:updated_time': '2021-05-03' }),
      '',
    ],
    [
      'of a change, by its class',
      '',
      '<time class="updated published" datetime="2021-05-03">May</time>',
    ],
    ['of anything', '', '<time datetime="2021-05-03">May</time>'],
    ['that is none', meta({ 'article:published_time': 'last Tuesday' }), ''],
  ])('has no date %s', async (_name, head, body) => {
    expect((await readPage(page({ head, body }))).date).toBeUndefined()
  })

  it.each([
    ['Wells run dry in May - Sahel Daily', 'Sahel Daily', 'Wells run dry in May'],
    ['Wells run dry in May | SAHEL DAILY', 'Sahel Daily', 'Wells run dry in May'],
    ['Wells - Sahel Daily', 'Sahel Daily', 'Wells - Sahel Daily'],
    ['A day with the Sahel Daily', 'Sahel Daily', 'A day with the Sahel Daily'],
    ['Wells run dry in May - who pays', 'Sahel Daily', 'Wells run dry in May - who pays'],
  ])('calls %s of %s: %s', async (title, site, expected) => {
    const head = meta({ 'og:title': title, 'og:site_name': site })
    expect((await readPage(page({ head }))).title.value).toBe(expected)
  })

  it.each([
    ['its own', 'https://example.org/a?b=1', undefined, 'https://example.org/a?b=1'],
    ['a relative one', '/a', 'https://example.org/b?from=feed', 'https://example.org/a'],
    ['a script', 'javascript:alert(1)', undefined, undefined],
    ['a password', 'https://me:secret@example.org/a', undefined, undefined],
    [
      'the home page',
      'https://example.org/',
      'https://example.org/wells',
      'https://example.org/wells',
    ],
  ])('has an address: %s', async (_name, canonical, from, expected) => {
    const head = `<link rel="canonical" href="${canonical}">`
    expect((await readPage(page({ head }), from)).url).toBe(expected)
  })

  it('has a name for its publisher and its writer, not an address', async () => {
    const head = meta({ 'og:site_name': 'https://example.org', author: 'May 3, 2021 at 10:00' })
    const document = await readPage(page({ head }))
    expect(document.publisher).toBeUndefined()
    expect(document.byline).toBeUndefined()
  })

  it('has the language of its text; what it says counts where the text does not tell', async () => {
    const numbers = page({ html: 'lang="fr-CA"' }).replace(
      /<article>[^]*<\/article>/u,
      '<article><p>KX 12, WV 30</p></article>',
    )
    expect((await readPage(numbers)).language).toBe('fr')
    expect((await readPage(page({ html: 'lang="fr-CA"' }))).language).toBe('en')
    const french = page({ html: 'lang="en"' }).replace(
      /<article>[^]*<\/article>/u,
      `<article>${'<p>Les puits du village sont à sec depuis le mois de mai, et les familles vont chercher de l’eau à la rivière.</p>'.repeat(8)}</article>`,
    )
    expect((await readPage(french)).language).toBe('fr')
  })
})

describe('dates for machines', () => {
  it.each([
    ['2019-04-28', '2019-04-28'],
    ['2019-04-28T23:59:59.999-11:00', '2019-04-28'],
    ['2019-04-28 06:01:07', '2019-04-28'],
    ['2019/4/8', '2019-04-08'],
    ['20190428', '2019-04-28'],
    ['20190428060107', '2019-04-28'],
    ['Sun, 28 Apr 2019 23:01:07 -0700', '2019-04-28'],
    ['28 avril 2019', '2019-04-28'],
    ['April 28th, 2019, 6:01 am', '2019-04-28'],
    ['Sun Apr 28 06:01:07 PDT 2019', '2019-04-28'],
  ])('%s is %s', (stated, expected) => expect(knownDate(stated)).toBe(expected))

  it.each([
    '',
    '03/04/2019',
    '2019',
    '2019-04',
    '2019-02-30',
    '1970-01-01',
    '1556406067',
    'yesterday',
    '28 Wellember 2019',
    '0000-00-00T00:00:00',
  ])('%j is none', (stated) => expect(knownDate(stated)).toBeUndefined())
})
