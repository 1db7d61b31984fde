/** What a person should be told of how a question was read. */
import type { Wordings } from '../wordings/wordings.ts'
import type { Question } from './question.ts'

export const howRead = (
  { respelled, goesOnFrom }: Question,
  { notes }: Wordings['answers'],
): string[] => [
  ...respelled.map(({ written, read }) => notes.respelled(written, read)),
  ...(goesOnFrom === undefined ? [] : [notes.goesOnFrom(goesOnFrom)]),
]
