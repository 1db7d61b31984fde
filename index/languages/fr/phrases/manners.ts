/** French of a thread in which people speak to one another and, now and then, to the bot. */
import type { Phrases } from '../../phrase-names.ts'

export const MANNERS: Phrases['manners'] = {
  commands:
    'chiffres?(?= \\p{L}+ (?:à|en|au|aux|dans|depuis) )|chiffres? (?:pour|de|des|du|sur|à|au)|synthèse(?: sur| de)?(?= )|vérifie(?:r)?\\s?:',
  questions:
    "comment|combien|quoi|quand|où|qui|pourquoi|quel(?:le)?s?|lequel|laquelle|lesquels|lesquelles|est-ce qu[e’']|qu[’']est-ce|que|y a-t-il|a-t-on|des chiffres",
  picking: '(?:et )?(?:montre(?:-moi)? )?(?:le|la)|et',
  picked: 'citation|document|source|chiffre',
  first: 'premi(?:er|ère)',
  second: 'deuxième|seconde?',
  third: 'troisième',
  fourth: 'quatrième',
  final: 'derni(?:er|ère)',
  prepositions: 'à|au|aux|en|dans|pour|de|du|des|depuis|sur|chez|avec|parmi',
  briefs: 'synthèse(?: (?:sur|de))?|résume(?:-moi)?',
  long: 'long|détaillée?',
  sinces: 'depuis(?: le| la)?',
  watches: 'surveille[rz]?|veille(?: sur)?',
  unwatches: 'ne (?:plus surveiller|surveille[rz]? plus)',
  gaps: 'lacunes|questions sans réponse',
  knowledge:
    "(?:sait|savons|connaît)-(?:on|nous)|(?:a-t|avons|avez)-(?:on|nous|vous)(?= (?:des|un|une|quelque))|disent les (?:documents|rapports)|d[’']après les documents|qu[’']est-ce qu[’']on sait|que sait-on",
  people:
    "je|j[’']\\p{L}+|moi|mon|ma|mes|nous|notre|nos|vous|votre|vos|tu|t[’']\\p{L}+|te|toi|ton|ta|tes|(?<=^(?:donc |alors |et |mais |ou |quand |si )?)on(?= \\p{L})|les gars|l[’']équipe|tout le monde|quelqu[’']un|chef",
  plans:
    'réunion|visio|appel|zoom|déjeuner|café|dîner|bières?|ordre du jour|compte rendu|diapos?|présentation|calendrier|invitation|imprimante|wifi|ordi(?:nateur)?|badge|mot de passe|compte|ticket|vacances|congés?|week-?end|ce soir|demain|\\d{1,2} ?h(?:eures?)?(?: ?\\d{2})?|asap|échéance|astreinte|salle|bureau|parking|taxi|vol|train|mise en page|titre|chapô|signature|légende|coquille|orthographe|paragraphe|brouillon|relecture|papier|maquette|tableur|dossier|lien|le bot|serveur|pizza|anniversaire|gâteau|match|météo|embouteillages|enfants|chien|malade|en retard|prêt(?:e|s)?|libre|dispo(?:nible)?|occupé(?:e|s)?|content(?:e|s)?|bon|bien|fini|fait',
  thanks: 'merci',
  praise: "super|parfait|génial|ok|d['’]accord|bravo|top|nickel|mdr",
  reactions:
    "vraiment|sérieux|sérieusement|ah bon|quoi|hein|pardon|ok|oui|non|d[’']accord|compris|ça marche|ça va|c[’']est bon|des (?:nouvelles|idées|avis|questions)|du nouveau|pourquoi pas|et alors|qui sait|comment ça|sûr|t[’']es sûr|ah oui",
}
