/** What Discord turns down: lengths, counts, and what every message must say. */

export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const listOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isJson) : []

export interface SentFile {
  readonly name: string
  readonly bytes: number
}

/** What is wrong with a message that is sent or changed; nothing where it is within all limits. */
export function wrongWith(body: Json, files: readonly SentFile[], changed: boolean): string[] {
  const embeds = listOf(body['embeds'])
  const content = textOf(body['content'])
  const wrong = [
    ...longer('content', content, 2000),
    ...more('embeds', embeds.length, 10),
    ...embeds.flatMap(wrongEmbed),
    ...more('characters of all embeds', sum(embeds.map(lengthOf)), 6000),
    ...wrongComponents(listOf(body['components'])),
    ...more('files', files.length, 10),
    ...more('bytes of files', sum(files.map(({ bytes }) => bytes)), 10 * 1024 * 1024),
    ...longer('nonce', textOf(body['nonce']), 25),
    ...wrongAttachments(listOf(body['attachments']), files),
  ]
  const mentions = body['allowed_mentions']
  const parse = isJson(mentions) ? mentions['parse'] : undefined
  const nobody =
    isJson(mentions) &&
    Array.isArray(parse) &&
    parse.length === 0 &&
    Object.keys(mentions).every((key) => key === 'parse' || mentions[key] === false)
  if (!nobody) wrong.push('allowed_mentions: anybody may be mentioned')
  const components = listOf(body['components'])
  const empty =
    content === '' && embeds.length === 0 && components.length === 0 && files.length === 0
  if (empty && !changed) wrong.push('an empty message')
  return wrong
}

/** At most 25 completions, of 100 characters each. */
export const wrongChoices = (choices: readonly Json[]): string[] => [
  ...more('choices', choices.length, 25),
  ...choices.flatMap(({ name, value }) => [
    ...between('choice name', textOf(name), 1, 100),
    ...longer('choice value', textOf(value), 100),
  ]),
]

export const wrongModal = (modal: Json): string[] => [
  ...between('modal title', textOf(modal['title']), 1, 45),
  ...between('modal custom_id', textOf(modal['custom_id']), 1, 100),
  ...more('modal components', listOf(modal['components']).length, 5),
]

function wrongEmbed(embed: Json): string[] {
  const fields = listOf(embed['fields'])
  return [
    ...longer('embed title', textOf(embed['title']), 256),
    ...longer('embed description', textOf(embed['description']), 4096),
    ...longer('embed footer', textOf(memberOf(embed['footer'], 'text')), 2048),
    ...longer('embed author', textOf(memberOf(embed['author'], 'name')), 256),
    ...more('embed fields', fields.length, 25),
    ...fields.flatMap(({ name, value }) => [
      ...between('embed field name', textOf(name), 1, 256),
      ...between('embed field value', textOf(value), 1, 1024),
    ]),
  ]
}

/** All that counts towards 6,000 characters. */
const lengthOf = (embed: Json): number =>
  sum(
    [
      embed['title'],
      embed['description'],
      memberOf(embed['footer'], 'text'),
      memberOf(embed['author'], 'name'),
      ...listOf(embed['fields']).flatMap(({ name, value }) => [name, value]),
    ].map((text) => textOf(text).length),
  )

const ROW = 1
const BUTTON = 2
const SELECTS = new Set([3, 5, 6, 7, 8])
const LINK = 5

function wrongComponents(rows: readonly Json[]): string[] {
  const ids = rows
    .flatMap((row) => listOf(row['components']))
    .flatMap((each) => each['custom_id'] ?? [])
  return [
    ...more('action rows', rows.length, 5),
    ...(new Set(ids).size < ids.length ? ['a custom_id twice'] : []),
    ...rows.flatMap((row) => {
      const parts = listOf(row['components'])
      return [
        ...(row['type'] === ROW ? [] : [`a component of type ${String(row['type'])} at the top`]),
        ...between('components of a row', 'x'.repeat(parts.length), 1, 5),
        ...parts.flatMap(wrongPart),
        ...(parts.length > 1 && parts.some(({ type }) => SELECTS.has(Number(type)))
          ? ['a select menu beside something']
          : []),
      ]
    }),
  ]
}

function wrongPart(part: Json): string[] {
  const id = textOf(part['custom_id'])
  if (part['type'] === BUTTON)
    return [
      ...longer('button label', textOf(part['label']), 80),
      ...(part['style'] === LINK
        ? between('button url', textOf(part['url']), 1, 512)
        : between('custom_id', id, 1, 100)),
    ]
  if (!SELECTS.has(Number(part['type']))) return [`a component of type ${String(part['type'])}`]
  const options = listOf(part['options'])
  return [
    ...between('custom_id', id, 1, 100),
    ...between('options', 'x'.repeat(options.length), 1, 25),
    ...longer('placeholder', textOf(part['placeholder']), 150),
    ...options.flatMap(({ label, value, description }) => [
      ...between('option label', textOf(label), 1, 100),
      ...between('option value', textOf(value), 1, 100),
      ...longer('option description', textOf(description), 100),
    ]),
    ...(new Set(options.map(({ value }) => value)).size < options.length
      ? ['an option twice']
      : []),
  ]
}

function wrongAttachments(attachments: readonly Json[], files: readonly SentFile[]): string[] {
  const told = attachments.filter(({ id }) => Number(id) < files.length)
  return [
    ...(told.length < files.length ? ['a file without its attachment'] : []),
    ...attachments.flatMap(({ description }) =>
      longer('attachment description', textOf(description), 1024),
    ),
  ]
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const memberOf = (value: unknown, key: string): unknown => (isJson(value) ? value[key] : undefined)
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

const longer = (what: string, text: string, most: number): string[] =>
  more(`characters of ${what}`, text.length, most)

const more = (what: string, count: number, most: number): string[] =>
  count > most ? [`${count} ${what}, at most ${most}`] : []

const between = (what: string, text: string, least: number, most: number): string[] => [
  ...longer(what, text, most),
  ...(text.length < least ? [`${what} is too short`] : []),
]
