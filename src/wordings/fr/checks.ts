/** What is said in French of a draft that was checked. */
import type { CHECKS as ENGLISH } from '../en/checks.ts'

export const CHECKS: typeof ENGLISH = {
  verdicts: {
    verbatim: 'mot pour mot',
    agrees: 'concorde',
    within: 'compris',
    rounded: 'arrondi',
    supported: 'étayé',
    partly: 'en partie',
    'not stated': 'non dit',
    unattested: 'non attesté',
    altered: 'altéré',
    stitched: 'recousu',
    'other speaker': 'dit par un autre',
    'not found': 'introuvable',
    differs: 'diffère',
    outdated: 'dépassé',
    disputed: 'contesté',
    contradicted: 'contredit',
  },

  headline: (all, parts) => {
    const last = parts.at(-1) ?? 'rien à vérifier n’a été trouvé'
    const told = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} et ${last}` : last
    return `Sur ${all} ${all === 1 ? 'vérifié' : 'vérifiés'}, ${told}.`
  },
  wrong: (count, verdicts) => `${count} ne ${count === 1 ? 'tient' : 'tiennent'} pas (${verdicts})`,
  open: (count, verdicts) =>
    `${count} ${count === 1 ? 'reste ouvert' : 'restent ouverts'} (${verdicts})`,
  held: (count) => `${count} ${count === 1 ? 'tient' : 'tiennent'}`,

  left: {
    question: 'une question',
    opinion: 'une opinion',
    heading: 'un titre',
    'too short': 'trop court pour être une affirmation',
    'too much': 'au-delà de ce qui est lu d’un coup',
  },
  leftTimes: (why, count) => `${why} (${count} fois)`,
  notChecked: (kinds) => `Non vérifié : ${kinds}.`,

  more: (count) =>
    `${count} de plus ${count === 1 ? 'est ouvert ou faux' : 'sont ouverts ou faux'} ; vérifiez un texte plus court pour tout voir.`,
  holds: (verdict, text, more) =>
    `Tient (${verdict}) : « ${text} »${more === 0 ? '' : ` et ${more} de plus`}.`,
  head: (verdict, text) => `${verdict} : « ${text} »`,
  nearest: 'Le plus proche, sans valeur de preuve :',

  quotations: {
    otherSpeaker: (name) => `Les mots s’y trouvent, mais c’est « ${name} » qui les dit.`,
    verbatim: 'Mot pour mot.',
    allowed: 'Mot pour mot, sauf ce qu’un auteur peut changer.',
    stitched: 'Elle réunit deux endroits, sans signe là où le premier finit.',
    notFound: 'Aucun document ne contient ces mots.',
    nearest: 'Aucun document ne contient ces mots ; les plus proches sont montrés.',
    putIn: (here) => `« ${here} » est ajouté`,
    leftOut: (there) => `« ${there} » est omis`,
    changed: (here, there) => `« ${here} » au lieu de « ${there} »`,
  },

  claims: {
    supported: (sentences) =>
      sentences === 1
        ? 'Les documents le disent.'
        : `${sentences} phrases d’un même document le disent ensemble.`,
    denied: 'L’un des deux le nie.',
    otherwise: (here, there) => `« ${here} » ici, « ${there} » dans le document.`,
    notStated: 'Aucun document ne le dit.',
    unshown: 'Les mots y sont, mais rien ne montre que la même chose est dite.',
    noEvidence: (words, instead) =>
      `Rien n’atteste ${listed(words)}.${instead.length === 0 ? '' : ` Le document a ${listed(instead)} à cet endroit.`}`,
  },

  numbers: {
    agrees: () => 'Le même nombre s’y trouve.',
    within: (wording) => `« ${wording} » y est compris.`,
    rounded: (wording) => `Il arrondit « ${wording} ».`,
    differs: (wording) => `Le document dit « ${wording} ».`,
    outdated: (wording) => `Un document plus récent du même éditeur dit « ${wording} ».`,
    disputed: (wording) => `Un autre document dit « ${wording} ».`,
    counted: (figure) => `La même chose y est comptée : ${figure}.`,
    noneHas: (figures) => `Aucun document n’a ce nombre ; ils ont ${figures.join(', ')}.`,
    figure: (wording, who) => `« ${wording} » (${who})`,
  },

  notes: {
    cut: (length) =>
      `Les ${length} premiers caractères ont été vérifiés ; vérifiez le reste à part.`,
    openQuotation: (words) =>
      `La citation qui commence par « ${words}… » n’a pas de guillemet à sa fin ; elle a été lue jusqu’à la fin de son paragraphe.`,
    unreadable: (language) =>
      `Le texte est dans une langue (${language}) dont les affirmations ne peuvent être lues ; ses citations et ses nombres ont tout de même été comparés.`,
  },
  noText: (name) => `${name} n’est pas du texte ; enregistrez-le en texte, Markdown ou DOCX.`,
  tooLarge: (name, megabytes) =>
    `${name} fait plus de ${megabytes} Mo ; donnez la partie à vérifier.`,
  empty: 'Le texte est vide. Donnez-en un qui dit quelque chose.',
  noClaim: (isQuestions) =>
    `Il n’y a ni affirmation ni citation dans ce texte.${isQuestions ? ' Il n’y a que des questions.' : ''} Donnez des phrases entières qui disent quelque chose.`,
}

const MOST_LISTED = 4

function listed(words: readonly string[]): string {
  const shown = words.slice(0, MOST_LISTED).map((word) => `« ${word} »`)
  return words.length > shown.length ? `${shown.join(', ')} et d’autres` : shown.join(', ')
}
