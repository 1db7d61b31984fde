/** What is said in French beside answers, and in their place. */
import type { ANSWERS as ENGLISH } from '../en/answers.ts'

export const ANSWERS: typeof ENGLISH = {
  quoted: (words) => `« ${words} »`,

  nearest: 'Passages les plus proches, sans réponse',
  inNoDocument: (words) => `Dans aucun document : ${words}.`,
  theQuote: 'La citation',

  reasons: {
    commonWords:
      'La question n’a que des mots que tous les documents contiennent ; nommez qui, où ou quoi.',
    noPhrase: (phrases) =>
      `Les documents ne le disent pas : aucun passage ne contient les mots exacts ${phrases}.`,
    noneLeft: (words) => `Il ne reste rien sans ${words} ; retirez un « -mot » de la question.`,
    noneHas: (words) => `Les documents ne le disent pas : aucun d’eux ne contient ${words}.`,
    noDocumentHas: (words) =>
      `Les documents ne le disent pas : aucun document ne contient ${words}.`,
    noPassage: 'Les documents ne le disent pas : aucun passage ne contient ces mots.',
    apart: (words) =>
      `Les documents ne le disent pas : aucun passage ne réunit ${words} et le reste de la question.`,
    unclear: 'Les documents contiennent ces mots, mais aucune phrase qui réponde clairement.',
    noMore: 'C’est tout ce que les documents disent sur cette question.',
    noMoreOfLast: 'C’est tout ce que les documents disent sur la dernière question.',
    noLast: 'La dernière question est restée sans réponse ; il n’y a donc rien de plus.',
  },

  notes: {
    undated: (count) =>
      count === 1
        ? '1 document sans date a été écarté.'
        : `${count} documents sans date ont été écartés.`,
    respelled: (written, read) =>
      `« ${written} » n’est pas dans les documents ; lu comme ${read.map((word) => `« ${word} »`).join(' ou ')}.`,
    goesOnFrom: (question) => `Lu comme la suite de « ${question} ».`,
    newest: (asked, date) =>
      `« ${asked} » : les documents récents d’abord ; celui de la première citation est daté ${date}.`,
    noDates: (asked) =>
      `« ${asked} » : aucun document ici n’est daté, on ne peut donc dire lequel est le plus récent.`,
    ownVoice: 'Personne n’y est nommé : c’est le document lui-même qui le dit.',
  },

  malformed: {
    noValue: (name, example) => `« ${name}: » veut une valeur juste après, par exemple ${example}.`,
    emptyMarks:
      'Il n’y a rien entre les guillemets. Mettez-y les mots exacts, ou retirez les guillemets.',
    openMark:
      'Un guillemet n’est pas fermé. Mettez les mots exacts entre deux guillemets : "ces mots".',
    noTime: (since, before) =>
      `Rien ne peut être depuis ${since} et avant ${before}. Inversez les deux dates.`,
    noDate: (given, example) => `« ${given} » n’est pas une date. Écrivez ${example}.`,
    noDocument: (filters, undated) =>
      `Aucun document ne correspond à ${filters}${undated > 0 ? ` ; ${undated} sans date ont été écartés` : ''}. « sources » les liste.`,
    or: 'ou',
    tooLong: (length, most) => `Cela fait ${length} caractères ; écrivez-en ${most} au plus.`,
    empty: (example) => `La question est vide. Posez-en une, par exemple : ${example}`,
  },
}
