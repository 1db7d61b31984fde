/** What readers are told in French. */
import { ANSWERS } from './fr/answers.ts'
import { CHAT } from './fr/chat.ts'
import { CHECKS } from './fr/checks.ts'
import { FIGURES } from './fr/figures.ts'
import { MANAGING } from './fr/manage.ts'
import { SCHEDULES } from './fr/schedules.ts'
import { WINDOWS } from './fr/windows.ts'
import type { Wordings } from './wordings.ts'

export const FRENCH: Wordings = {
  summaries: {
    watch: (searches) => `Du nouveau : ${searches.join(', ')}`,
    fired: (search, words) =>
      `Veille « ${search} » : ${words.length === 0 ? 'un nouveau document' : words.map((word) => `« ${word} »`).join(', ')}.`,
    title: (since, topic) =>
      since === undefined
        ? `Synthèse : ${topic}`
        : `Nouveau depuis le ${since}${after(' : ', topic)}`,
    nothing: (since, topic) =>
      since === undefined
        ? `Aucun document ne parle de « ${topic} ».`
        : `Rien de nouveau depuis le ${since}${topic === undefined ? '' : ` sur « ${topic} »`}.`,
    unknownPublisher: 'Éditeur non précisé',
    matters: {
      harm: 'Morts et violences',
      people: 'Personnes touchées',
      decision: 'Décisions',
      appeal: 'Besoins',
      warning: 'Dangers et risques',
      work: 'Aussi',
    },
    more: (count) =>
      `${count} ${count === 1 ? 'autre document est nouveau' : 'autres documents sont nouveaux'} ; pour les voir : sources`,
    newest: (count) => `Les citations viennent des ${count} plus récents.`,
  },
  labels: {
    documents: 'Documents',
    updated: 'mis à jour',
    figures: 'Chiffres',
    also: 'aussi dans',
    left: (count) => `et ${count} autres ; tous : sources`,
    gaps: 'Questions sans réponse',
  },
  references: {
    undated: 'sans date',
    digestOf: (title) => `Résumé de « ${title} »`,
    digest: (title) => `Résumé : ${title}`,
    revised: (date) => `nouvelle version lue le ${date}`,
    page: (label) => `p. ${label}`,
    also: 'aussi dans',
    more: (count) => `${count} autres`,
    inferred: 'déduit, non indiqué',
    inBrackets: ' (déduit)',
    andOthers: 'et autres',
  },
  questions: {
    // Which preposition a place has, its name does not tell.
    howMany: (what, verb, place) => `Combien de ${what} ont été ${verb} (${place}) ?`,
    who: (name) => `Qui est ${name} ?`,
    said: (speaker, about) => `Qu’a dit ${speaker} sur ${about} ?`,
    about: (topic) => `Que disent les documents sur ${topic} ?`,
  },
  answers: ANSWERS,
  figures: FIGURES,
  checks: CHECKS,
  chat: CHAT,
  managing: MANAGING,
  schedules: SCHEDULES,
  windows: WINDOWS,
}

const after = (sign: string, topic: string | undefined): string =>
  topic === undefined ? '' : `${sign}${topic}`
