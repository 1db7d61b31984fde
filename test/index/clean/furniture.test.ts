import { describe, expect, it } from 'vitest'
import { isFurnitureText } from '../../../index/clean/wordings.ts'
import { readParagraphs } from '../reading.ts'

const BODY =
  'The mayor of the town said on Monday that the wells would be open again before the rains, and that nobody would have to walk for water.'

describe('page furniture', () => {
  it.each([
    'Total Views : 1204',
    '3,120 views',
    '4 min read',
    'Temps de lecture : 3 min',
    'Zoom In Zoom Out Read Later Print',
    'Share Tweet Email',
    'Partager Imprimer',
    "Don't miss a story",
    'Subscribe to our channel',
    'Sign up for the weekly letter',
    'Related Posts',
    'Sahel Daily Related Articles',
    'Most popular stories:',
    'You may also like these stories',
    'Read more: the long way to the well',
    'See also: the long way to the well',
    'Leave a comment',
    'Notify of',
    'View all comments',
    'Your email address will not be published.',
    'Follow us on Mastodon',
    'Share this article',
    'Advertisement',
    'Publicité',
    '© 2023 Sahel Daily. All rights reserved.',
    'Tous droits réservés',
    'Sahel Daily 2023. All Rights Reserved.',
    'Copyright 2023 Sahel Daily',
    'Powered by Plume 3.2',
    'Proudly powered by Plume',
    'Site designed by Kora Studio',
    'Privacy Policy | Terms of Use | Contact us',
    'Terms and conditions, Privacy, Cookies',
    'Le Quotidien du Fleuve – tous droits réservés.',
    'Fièrement propulsé par Plume',
    'Site réalisé par Kora',
    'Mentions légales · Plan du site · Contact',
    'We use cookies to make this site better.',
    'Accept all cookies',
    'News from the north →',
    '[gallery ids="1,2" columns="3"]',
    'Our news, delivered to your inbox.',
    'Get our free newsletter',
    'Lire aussi : la longue route du puits',
    'À lire également',
    'Abonnez-vous à notre lettre',
    'Inscrivez-vous',
    'Articles similaires',
    'Laisser un commentaire',
    'Partager cet article',
    'Il vous reste 60 % de cet article à lire.',
    'Lire la suite »',
    'https://example.org/2023/the-long-way',
    'Back to top',
  ])('%s', (line) => {
    expect(readParagraphs(`${BODY}\n\n${line}\n\n${BODY}\n`)).toEqual([BODY, BODY])
  })

  it.each([
    'He sent the newsletter to all of his staff.',
    'Similar stories were told to us in the camps.',
    'This report includes related content.',
    'Like this one, most camps are full.',
    'Share with others what you have, the elders said.',
    'Read more than two of them and you will see it.',
    'Partager la terre est difficile.',
    'Commentaires et critiques ont suivi.',
    '« Nous partirons avant les pluies », a dit le maire, « et nous reviendrons. »',
    'Le maire parle de « guerre ».',
    'Comments by the donors were few.',
    'Print media were closed first.',
    'Powered by solar panels, the clinic opened again in May.',
    'The pumps are powered by the sun and by diesel.',
    'The rights of herders are reserved for those who pay.',
    'Copyright is a matter for the courts.',
    'Hosted by the governor, the talks went on for two days.',
    'Contact was lost on Monday.',
    'Les droits réservés aux éleveurs ont changé.',
    'The agency manages cookies for the bakers of the town.',
  ])('is not prose: %s', (line) => {
    expect(readParagraphs(`${BODY}\n\n${line}\n\n${BODY}\n`)).toEqual([BODY, line, BODY])
  })

  it.each(['Powered by the sun', 'Terms and conditions of the truce', 'Réalisé par le ministère'])(
    'is no heading: %s',
    (line) => {
      expect(isFurnitureText(line)).toBe(false)
    },
  )

  it('is never looked for within a paragraph', () => {
    const text = `The long road to the north passes three towns that most of the traders
like this time of the year, and those who
share on their way what they have in the
inbox of the lorry, the brokers in the
daily newsletter write, arrive with nothing
in print or email, and no one to ask.`
    expect(readParagraphs(text)).toEqual([text.replaceAll('\n', ' ')])
  })

  it('is a line that goes on with an advertisement', () => {
    expect(
      readParagraphs(
        `${BODY}\n\nSubscribe now to get the best\n\nof the north every week.\n\n${BODY}`,
      ),
    ).toEqual([BODY, BODY])
  })

  it('is an advertisement that is repeated', () => {
    const notice = 'Harbour College: a degree in water management that pays'
    expect(readParagraphs([notice, BODY, notice, BODY, notice].join('\n\n'))).toEqual([BODY, BODY])
  })

  it('is all that follows the article', () => {
    const text = [
      BODY,
      'Leave a comment',
      'The long way to the well',
      'A camp in the north closes its gates.',
      'Weather',
    ].join('\n\n')
    expect(readParagraphs(text)).toEqual([BODY])
  })

  it('an advertisement ends no article: the sentences behind it stay', () => {
    const last = 'The ministry declined to comment.'
    expect(readParagraphs([BODY, 'Advertisement', last, 'Weather'].join('\n\n'))).toEqual([
      BODY,
      last,
    ])
  })

  it('alone is no document', () => {
    expect(() => readParagraphs('Share Tweet Email\n\nLeave a comment\n12\n')).toThrow(
      'nothing to quote',
    )
  })
})

describe('page numbers and running headers', () => {
  const pages = (header: string, numbers: readonly string[]): string =>
    `The wells of the town were closed in spring, and the people walked to the river every day for

${numbers[0]}

${header}

the water that they needed, as the mayor said. The river was low, but it had never been dry in

${numbers[1]}

${header}

all of the years that the elders remember. It was dry in the summer that followed the spring.
`
  it.each([
    ['The Long Way to the Well', ['1', '2']],
    ['The Long Way to the Well', ['11', '12']],
    ['The Long Way to the Well', ['Page 3 of 9', 'Page 4 of 9']],
    ['The Long Way to the Well', ['- 3 -', '- 4 -']],
  ])('%s %s split no sentence', (header, numbers) => {
    expect(readParagraphs(pages(header, numbers))).toEqual([
      'The wells of the town were closed in spring, and the people walked to the river every day for the water that they needed, as the mayor said. The river was low, but it had never been dry in all of the years that the elders remember. It was dry in the summer that followed the spring.',
    ])
  })

  it('runs of URLs at the foot of a page split none either', () => {
    const text = `The wells of the town were closed in spring, and the people walked to the river
every day, said the mayor, because the ministry had not sent anyone, neither

https://example.org/a
https://example.org/b-c
 workers nor money, before the rains came and filled the wells.
`
    expect(readParagraphs(text)).toEqual([
      'The wells of the town were closed in spring, and the people walked to the river every day, said the mayor, because the ministry had not sent anyone, neither workers nor money, before the rains came and filled the wells.',
    ])
  })

  it('key figures are no page numbers', () => {
    const found = readParagraphs(`${BODY}\n\n47\n\nWells closed\n\n312\n\nSchools open\n\n${BODY}`)
    expect(found).toContain('47')
    expect(found).toContain('312')
  })

  it('years are headings of a chronicle', () => {
    const text = '2012\n\nThe war began in the north.\n\n2013\n\nThe first camps were opened.'
    expect(readParagraphs(text)).toEqual([
      'The war began in the north.',
      'The first camps were opened.',
    ])
  })
})
