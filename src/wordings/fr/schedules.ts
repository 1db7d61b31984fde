/** What is said in French of schedules and watches. */
import type { SCHEDULES as ENGLISH } from '../en/schedules.ts'

export const SCHEDULES: typeof ENGLISH = {
  help: [
    'schedule daily 08:00 Europe/Paris [weekdays] [sujet] [lang:fr] [quiet:on] [to:desk@example.org] : publie ici ce qui est nouveau ; quiet:on se tait quand rien ne l’est ; to: l’envoie plutôt par courriel.',
    'schedule list, pause ID, resume ID, remove ID, post ID (maintenant), preview [ID] (à vous seul là où la plateforme le permet).',
    'surveille choléra by:OCHA, surveille déplacés > 200000 Mopti, surveille Qui … ? : prévient ici quand un nouveau document le contient, au plus une fois par heure ; suivi de daily 08:00 Europe/Paris, à cette heure-là.',
    'surveille (liste), unwatch QUOI ou NUMÉRO.',
  ],

  here: 'ici',
  to: (address) => `à ${address}`,
  on: (topic) => `, sur « ${topic} »`,
  posts: (where, when, on) => `Publie ${where} ${when}${on}.`,
  seeNow: (id) => `Pour le voir maintenant : schedule preview ${id}`,
  waits: {
    words: 'quand un nouveau document contient',
    question: 'quand un nouveau document répond à',
    figures: 'quand un nouveau document donne des chiffres pour',
  },
  hourly: 'au plus une fois par heure',
  watches: (where, waits, search, when) => `Publie ${where} ${waits} « ${search} », ${when}.`,

  atMachine: {
    looks: (waits, search) => `Prévient ${waits} « ${search} ».`,
    seeFound:
      'Ce que de nouveaux documents contiennent pour vos veilles depuis la dernière fois : watch found',
    nothingFound:
      'Aucun nouveau document ne contient rien pour vos veilles depuis la dernière fois.',
    noTime:
      'Ici rien n’est publié : laissez de côté l’heure et to:, et regardez vous-même : watch found',
    notLooked: 'pas encore regardé',
    looked: (time) => `regardé pour la dernière fois ${time}`,
  },

  noneScheduled:
    'Rien n’est programmé ici. Programmez une synthèse : schedule daily 08:00 Europe/Paris',
  noneWatched:
    'Rien n’est surveillé ici. Commencez : surveille Moura ; ou : surveille déplacés > 200000 Mopti',
  nothingNew: 'Rien n’est nouveau : rien ne serait publié.',
  byItself: 'Une veille publie d’elle-même.',
  postedNow: (id) => `Le numéro ${id} est publié maintenant.`,
  configured: (id) =>
    `Le numéro ${id} figure dans verbatim.yaml ; retirez-le là, ou : schedule pause ${id}`,
  removed: (id) => `Le numéro ${id} est supprimé.`,
  watchedNoMore: (search) => `« ${search} » n’est plus surveillé.`,
  notWatched: (search) =>
    `« ${search} » n’est pas surveillé ici. Pour voir ce qui l’est : surveille`,
  tooMany: (most) => `Il y en a déjà ${most}. Supprimez-en : schedule list, schedule remove ID`,
  oneOf: (ids) => `Donnez un numéro de ce canal : ${ids}. Pour les voir : schedule list`,
  inChannels: (command) =>
    `Une publication se programme dans son canal, ou sous schedules dans verbatim.yaml ; pour les voir : ${command}`,
  mailTimed: (text, to) =>
    `Par courriel, une veille vient à une heure donnée : surveille ${text} daily 08:00 Europe/Paris to:${to}`,
  onlyAdminsSend:
    'Seuls les administrateurs envoient des synthèses ailleurs. Demandez à l’un d’eux.',
  noDestination: (to, command) =>
    `Rien ne peut être envoyé à « ${to} » : ce n’est pas une adresse, ou aucun courriel n’est configuré. La personne qui fait tourner le bot peut voir : ${command}`,

  notSpoken: (language) => `« ${language} » n’est pas parlé ; écrivez lang:en ou lang:fr.`,
  notQuiet: (quiet) => `« ${quiet} » n’est ni l’un ni l’autre ; écrivez quiet:on ou quiet:off.`,
  longTopic: (most) => `Le sujet est trop long ; donnez au plus ${most} caractères.`,
  whatCounted: 'Dites aussi ce qui est compté, par exemple : surveille déplacés > 200000 Mopti',
  whatFor:
    'Dites ce qu’il faut chercher, par exemple : surveille choléra by:OCHA ; ou : surveille déplacés > 200000 Mopti',

  noTime: (word) =>
    `« ${word} » n’est pas une heure ; écrivez 08:00, par exemple : daily 08:00 Europe/Paris.`,
  noZone: (word) =>
    `« ${word} » n’est pas un fuseau horaire ; écrivez son nom IANA, par exemple : daily 08:00 Europe/Paris ou America/Port-au-Prince.`,
  noMoment: (text) => `« ${text} » n’est pas un moment ; écrivez 2025-11-20, hier, ou lundi 8h.`,
  toCome: (text) => `« ${text} » est encore à venir ; donnez un moment passé.`,

  line: {
    watch: 'veille',
    paused: 'en pause',
    next: (time) => `prochaine ${time}`,
    last: (time) => `dernière publication ${time}`,
    noPost: 'rien de publié encore',
    configured: 'dans verbatim.yaml',
    missed: (date, why) => `${date} manqué${why}`,
    unknown: (date, why) => `on ne sait pas si ${date} a été publié ; regardez là-bas${why}`,
    again: (date, why) => `${date} est réessayé${why}`,
    nobody: 'personne n’était là pour le publier',
    because: (note) => ` : ${note}`,
  },
}
