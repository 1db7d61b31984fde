/** What stands in French on buttons, in windows and lists of chat platforms. */
import type { WINDOWS as ENGLISH } from '../en/windows.ts'

const IN_A_CHANNEL =
  'Déposez-le dans un canal du serveur en me mentionnant : qui a le droit « Gérer le serveur » peut l’y ajouter.'

export const WINDOWS: typeof ENGLISH = {
  buttons: {
    more: 'Plus',
    inContext: 'En contexte',
    figures: 'Chiffres',
    share: 'Partager',
    shareToChannel: 'Partager dans le canal',
    delete: 'Supprimer',
    askAgain: 'Redemander',
    askQuestion: 'Poser une question',
    add: 'Ajouter',
    addTo: (server) => `Ajouter à ${server}`,
    toSource: 'Aller à une source',
    helpful: 'Utile',
    notHelpful: 'Pas utile',
    didAnswer: 'Cela répond à la question',
    didNotAnswer: 'Cela ne répond pas à la question',
    close: 'Fermer',
    ask: 'Demander',
    open: 'ouvrir',
    openThere: 'ouvrir à cet endroit',
  },
  pressed: {
    expired:
      'Ce bouton a expiré : ce à quoi il se rapporte est gardé 30 jours. Posez la question à nouveau.',
    failed: 'Cela n’a pas fonctionné. Appuyez encore, ou redemandez.',
    stands: 'C’est déjà affiché, plus bas.',
    shared: 'C’est déjà partagé.',
    notYours: 'Seul qui a posé la question peut supprimer ceci, ou un administrateur.',
    done: 'C’est fait.',
  },
  asking: {
    title: 'Interroger les textes',
    question: 'Votre question',
    hint: 'Une question entière, ou des mots clés',
    document: 'Dans un seul document',
    documentHint: 'Tapez une partie de son titre',
    since: 'Seulement depuis',
    isReading: 'lit les documents…',
    waiting: 'Lecture des documents …',
    answer: 'Réponse',
    checked: 'Vérifié',
    noText: 'Le message n’a pas de texte à vérifier. Choisissez-en un qui en a.',
  },
  files: {
    offer: (file) => `Ajouter ${file} aux documents d’où viennent les réponses ici ?`,
    offerTo: (file, one) =>
      `Ajouter ${file} aux documents ${one ? 'du serveur que vous gérez' : 'de quel serveur'} ?`,
    offerUntold: (file) =>
      `Ajouter ${file} ? Discord ne dit pas en ce moment quels serveurs vous gérez ; appuyez sur le bouton pour redemander.`,
    noServer: (file) =>
      `${file} peut être lu. Vous ne semblez gérer aucun serveur où je suis. ${IN_A_CHANNEL}`,
    notAnyMore: `Vous ne pouvez plus gérer ce serveur. ${IN_A_CHANNEL}`,
    inServer: (server) => `Sur ${server} :`,
    refused: (name, why) => `« ${name} » ne peut pas être ajouté : ${why}`,
    notRead: (ending, readable) =>
      `${ending === '' ? 'un fichier sans extension' : ending} ne se lit pas ; se lisent : ${readable}.`,
    tooLarge: (megabytes, most) =>
      `il fait ${megabytes} Mo ; au plus ${most} Mo se lisent. Divisez-le.`,
    expired: 'Cette offre a expiré. Déposez le fichier à nouveau.',
    table: 'Chiffres en tableau',
    spreadsheet: 'Les chiffres en tableau pour tableur',
    chart: 'Les chiffres en graphique',
    chartOf: (question) => `Chiffres : ${question}`,
  },
  shown: {
    nothing: 'Il n’y a rien à montrer.',
    didYouMean: 'Vouliez-vous dire :',
    notInWindow: 'Il y en a plus qu’une fenêtre ne contient ; demandez dans un message.',
    notShown: (messages) =>
      `${messages} autres messages ne sont pas montrés ici ; demandez dans un canal ou un message direct.`,
    goesOn: 'La citation continue …',
    wentOn: '… suite de la citation :',
    unshown:
      'Quelque chose n’a pas fonctionné en affichant la réponse. Réessayez, ou dites-le autrement.',
  },
  lists: {
    from: 'D’où ils viennent',
    documents: (count) => counted(count, 'document'),
    passages: (count) => counted(count, 'passage'),
    problems: (count) => counted(count, 'problème'),
    moreDocuments: (count) => `et ${counted(count, 'autre document', 'autres documents')}.`,
    more: (count) => `et ${counted(count, 'autre')}`,
    noDocuments: 'Pas encore de documents.',
    noGaps: 'Aucune question n’est restée sans réponse. Quand il y en aura, elles seront ici.',
    nearest: (document, text) => `Le plus proche (${document}) : ${text}`,
    page: (page, of) => `Page ${page} sur ${of}.`,
    part: (part, of) => `Partie ${part} sur ${of}.`,
    forExample: 'Demandez, par exemple :',
    tryThese: 'Demandez, par exemple',
  },
  home: {
    knows: 'Ce qu’il connaît',
    unanswered: 'Restées sans réponse',
    asOf: (time) => `État : ${time}.`,
    sets: 'Ensembles de documents : ',
    newest: (date) => ` Le plus récent est du ${date}.`,
    moreDocuments: (count) =>
      `et ${counted(count, 'autre')} : /verbatim sources en donne la liste.`,
    problems: (count) => `${counted(count, 'problème')} : /verbatim sources.`,
  },
}

const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count < 2 ? one : several}`
