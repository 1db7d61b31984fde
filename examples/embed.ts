/**
 * A bot of one's own that embeds the core: a question a line on standard input, answers on standard output.
 * node examples/embed.ts examples/reports/papers
 */
import { createInterface } from 'node:readline'
import { openBot, type Quote } from 'verbatim'

const [, , documents = 'examples/reports/papers'] = process.argv
const { stdin: input, stdout, stderr } = process

await using bot = await openBot({ documents })
for (const notice of bot.notices) stderr.write(`${notice}\n`)

for await (const question of createInterface({ input })) {
  // One conversation: “and how many were …?” goes on from the question before.
  const reply = await bot.ask(question, { conversation: 'standard input' })
  if (reply.kind === 'answer') stdout.write(reply.quotes.map(lineOf).join(''))
  else if (reply.kind === 'nothing') stdout.write(`${reply.reason}\n`)
  else if (reply.kind === 'failed') stdout.write(`${reply.message}\n`)
  else stdout.write(`${JSON.stringify(reply)}\n`)
}

/** The document's own words, and where they stand. */
function lineOf({ text, citation: { title, publisher, date } }: Quote): string {
  const source = [title, publisher, date].map((one) => one?.value).filter(Boolean)
  return `“${text}” (${source.join(', ')})\n`
}
