/** Reports come in one day after another; each morning's digest is printed as a terminal shows it. */
import { renderReply } from '../../adapters/terminal/render.ts'
import { datedDocuments, mornings } from '../support/mornings.ts'

const LOOK = { width: 80, style: (_: unknown, text: string) => text }

export async function evalDigests(path: string): Promise<object> {
  const documents = await datedDocuments(path, /^reliefweb-.*\.pdf$/u)
  const days = await mornings(documents.map((one) => [one]))
  for (const { date, documents: came, post } of days) {
    const ids = came.map(({ id }) => id).join(', ') || 'nothing'
    process.stdout.write(`\n===== ${date}, 08:00 (came in: ${ids})\n\n`)
    process.stdout.write(post === undefined ? '(silence)\n' : renderReply(post, LOOK))
  }
  return { mornings: days.length, documents: documents.length }
}
