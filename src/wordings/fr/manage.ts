/** What admins are told in French: what the bot knows, and which channel sees what. */
import type { MANAGING as ENGLISH } from '../en/manage.ts'

export const MANAGING: typeof ENGLISH = {
  help: [
    'sources : ce que ce canal voit, et d’où cela vient.',
    'add https://… [ENSEMBLE] : lit une page ou un flux et y retourne de temps en temps.',
    'remove https://… : le retire.',
    'refresh : relit maintenant toutes les sources.',
    'set NOM … : les ensembles que ce canal voit ; set default : celui par défaut.',
  ],
  noCommand: (word, help) => `Il n’y a pas de commande « ${word} ». ${help}`,
  alone:
    'Demandez à l’un d’eux, ou dites-le au bot en message direct : ce sera alors pour vous seul.',
  noSource: 'Aucune source pour l’instant. Ajoutez-en une : add https://…',
  noSourceSeen: 'Ce canal ne voit aucune source. Ajoutez-en une : add https://…',
  source: (set, location, documents) => `${set} : ${location}, ${counted(documents)}`,
  withSecrets:
    'Cela se lit avec des secrets de la personne qui fait tourner le bot ; c’est à elle de l’ajouter là où il tourne.',
  notOfChannel: (address) =>
    `${address === '' ? 'Cela' : address} n’est pas une source de ce canal. Pour les voir : sources`,
  removed: (documents) => `Retiré, et avec cela ${counted(documents)}.`,
  sees: (sets) => `Ce canal voit désormais ${sets}.`,

  sets: {
    none: 'aucun',
    notHere: (set, sets) => `Il n’y a pas d’ensemble « ${set} » ici ; il y a ${sets}.`,
    seesNone:
      'Ce canal ne voit aucun ensemble, rien ne peut donc être ajouté ici. Dites d’abord lequel il voit : set NOM',
    unseen: (set, sets) => `Ce canal ne voit pas l’ensemble « ${set} » ; il voit ${sets}.`,
    which: (example) => `Dites quels ensembles ce canal voit, par exemple : set ${example}`,
    unknown: (names, sets) =>
      `Il n’y a pas d’ensemble « ${names.join(' », « ')} » ; il voit ${sets}.`,
  },
}

const counted = (count: number): string => `${count} ${count < 2 ? 'document' : 'documents'}`
