/** What is said in French of figures. */
import type { FIGURES as ENGLISH } from '../en/figures.ts'

export const FIGURES: typeof ENGLISH = {
  reasons: {
    nothingNamed: 'Dites ce qui est compté, où ou quand : chiffres « déplacés à … ».',
    noDocumentHas: (words) => `Il n’y a pas de tel chiffre : aucun document ne contient ${words}.`,
    near: 'Il n’y a pas de tel chiffre dans les documents. Le plus proche qu’ils comptent est ci-dessous.',
    apart: (counted, lacking) =>
      `Aucun chiffre de ${counted} ne va avec ${lacking}. Ce qui en est compté est ci-dessous ; ce n’est pas ce qui était demandé.`,
    far: 'Il n’y a pas de tel chiffre dans les documents, ni aucun qui s’en approche.',
  },

  notes: {
    crowded: (title, most) =>
      `« ${title} » a un paragraphe de plus de ${most} chiffres : les ${most} premiers ont été examinés.`,
    more: (count) =>
      `${count} ${count === 1 ? 'autre chiffre convient' : 'autres chiffres conviennent'} ; nommez un lieu ou une date.`,
    moreLines: (count) =>
      `${count} ${count === 1 ? 'autre ligne a été laissée' : 'autres lignes ont été laissées'} de côté ; nommez un lieu ou une date.`,
    among:
      'Aucun chiffre n’est dit compter exactement cela ; ceux-ci se trouvent parmi ces mots. Lisez chaque phrase.',
  },

  say: 'Dites quels chiffres, par exemple : chiffres tués en 2022, ou : chiffres déplacés since:2023.',

  stances: { said: '', claimed: ' (affirme)', denied: ' (dément)', disputed: ' (contesté)' },
  citing: ', citant ',
  inDigest: (name) => `${name}, dans un résumé`,
  theDocument: 'le document',
  undated: 'sans date',
  published: (date) => `publié ${date}`,

  disagree: (lines) => `Ils divergent : ${listed(lines)}`,
  against: (one, others) => `Ils divergent : ${one} contre ${listed(others)}`,
  again: (who, steps) => `Recompté${who === undefined ? '' : ` par ${who}`} : ${steps}`,
  sum: (total, parts) => `${total} est la somme de ${listed(parts)}`,
  more: (count) => (count === 1 ? '1 autre' : `${count} autres`),

  related: (label) => `Également compté là : ${label}`,
  columns: ['De quoi', 'Chiffre', 'Qui le dit, quand'],
  asAbove: 'comme ci-dessus',
  heading: (question) => `Chiffres pour « ${question} »`,
  notDrawn: (count) => `${count} de plus, non dessinés.`,
  legend:
    'Flèche : plus de, au moins, jusqu’à. Losange : estimé, environ. Barre : de, à. Rouge : ne peut être vrai avec une autre ligne. Nombres entre crochets : sources ci-dessous.',

  figuresFor: (question) => `Chiffres pour « ${question} ».`,
  and: ' et ',
  lines: (label, lines) => `${label} : ${lines}`,
  line: (number, told) => `${number} : ${told}`,
  partOf: (line) => `, partie de ${line}`,
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1) ?? ''}`
