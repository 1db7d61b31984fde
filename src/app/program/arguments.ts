/** What stands behind an option, as it must be written; what is not is said before a command begins. */
import { InvalidArgumentError } from 'commander'
import { SET_NAME } from '../settings.ts'

export function setName(text: string): string {
  if (!SET_NAME.test(text))
    throw new InvalidArgumentError('Name it in small letters, digits, - and _, for example sahel.')
  return text
}

export const setNames = (text: string): string[] =>
  text.split(',').map((name) => setName(name.trim()))

/** A file whose name says how it is written: `endings`, two or more, without dots. */
export const fileOf =
  (...endings: readonly string[]) =>
  (name: string): string => {
    const lower = name.toLowerCase()
    if (endings.some((ending) => lower.endsWith(`.${ending}`))) return name
    const [last = '', ...others] = endings.map((ending) => `.${ending}`).toReversed()
    throw new InvalidArgumentError(
      `Give a file that ends in ${others.toReversed().join(', ')} or ${last}.`,
    )
  }

export function oneToTen(text: string): number {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > 10) throw new InvalidArgumentError('Give a number from 1 to 10.')
  return number
}
