/** Months and days of the week by name, English and French. */
import { WordMap } from '../word-map.ts'

const MONTH_NAMES = `
  january jan janvier janv|february feb février févr fevrier|march mar mars|april apr avril avr|may mai|june jun juin|
  july jul juillet juil|august aug août aout|september sep sept septembre|october oct octobre|november nov novembre|
  december dec décembre déc`

export const MONTHS: WordMap<number> = new WordMap(
  MONTH_NAMES.split('|').flatMap((names, month) =>
    names
      .trim()
      .split(/\s+/u)
      .map((name): [string, number] => [name, month]),
  ),
)

export const WEEKDAYS: WordMap<number> = new WordMap(
  [
    'sunday dimanche',
    'monday lundi',
    'tuesday mardi',
    'wednesday mercredi',
    'thursday jeudi',
    'friday vendredi',
    'saturday samedi',
  ].flatMap((names, day) => names.split(' ').map((name): [string, number] => [name, day])),
)
