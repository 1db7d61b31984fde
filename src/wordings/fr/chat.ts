/** What the bot says in French of itself, and when something does not work. */
import type { CHAT as ENGLISH } from '../en/chat.ts'

export const CHAT: typeof ENGLISH = {
  help: (documents) => [
    `Je réponds aux questions à partir de ${documents} ${documents === 1 ? 'document' : 'documents'}, dans leurs propres mots, chaque citation avec sa référence.`,
    'Quand les documents ne le disent pas, je le dis et montre ce qui s’en approche le plus.',
    'Posez une question entière ou donnez des mots clés, en français ou en anglais. « plus » montre d’autres citations, « qui l’a dit ? » la personne, « sources » les documents.',
    '« chiffres tués à … » liste tous les chiffres d’une demande côte à côte, en signalant ceux qui divergent.',
    '« résume Moura » résume un sujet en citations, « résume since:2026-01-31 » ce qui est nouveau depuis.',
    '« surveille choléra by:OCHA » ou « surveille déplacés > 2000 Mopti » prévient quand un nouveau document le contient ; « surveille » liste les veilles.',
    '« vérifie : … » confronte un texte aux documents : chaque citation, affirmation et nombre.',
    'Pour préciser une question : in:titre, by:éditeur, since:2022-04, before:2023, "mots exacts", -mot.',
  ],
  noted: 'Merci, c’est noté.',
  welcome: 'Je vous en prie.',

  tooOften: 'Vous demandez plus vite que je ne peux chercher. Réessayez dans une minute.',
  wentWrong:
    'Quelque chose n’a pas fonctionné pendant la recherche. Réessayez, ou dites-le autrement.',
  unchecked:
    'Aucune citation n’a pu être vérifiée dans son document. Relisez les documents et redemandez.',
  noDocuments:
    'Ce canal n’a aucun document d’où répondre. Un administrateur en ajoute, ou dit quels ensembles il voit.',
  noDocumentsHere: (command) => `Il n’y a aucun document d’où répondre. Ajoutez-en : ${command}`,
  noDocument: 'Il n’y a pas de tel document ici. Voyez les sources.',
  noPage: 'Il n’y a pas de telle page ici. Voyez les sources.',
  noPages: 'Le fichier de ce document n’a pas de pages à montrer. Lisez plutôt son texte.',
  noVersion: 'Cette version du document n’est plus gardée. Lisez-le tel qu’il est maintenant.',
  oneDocument: 'Ce lien ouvre un document, et rien d’autre.',
  changed: 'Ce document a disparu ou a changé depuis. Posez la question à nouveau.',
  onlyAdminsSeeGaps: 'Seuls les administrateurs voient ce qui est resté sans réponse.',
  onlyAdmins: (instead) => `Seuls les administrateurs de cet espace peuvent faire cela. ${instead}`,
  askAdmin: 'Demandez à l’un d’eux.',

  kept: (file, set) => `${file} est dans l’ensemble ${set}.`,
  added: (set, user) => `Ajouté à l’ensemble ${set} par ${user}.`,
  giveAddress: 'Donnez une adresse : add https://… Les fichiers se déposent ici.',
  done: ({ read, unchanged, removed, skipped, added, updated }) => {
    const parts = [
      counted(read, 'lu'),
      counted(unchanged, 'inchangé'),
      ...(removed > 0 ? [counted(removed, 'disparu')] : []),
      ...(skipped > 0 ? [counted(skipped, 'écarté')] : []),
    ]
    return `${parts.join(', ')}. Documents : ${counted(added, 'nouveau', 'nouveaux')}, ${updated} mis à jour.`
  },
  skipped: (count) => `Écartés : ${count}. Réessayés à chaque actualisation.`,
}

const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count < 2 ? one : several}`
