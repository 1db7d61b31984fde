/** The stock phrases of web pages, English and French. Each is matched against a whole line. */

/** Never a line of prose, wherever it stands. */
const STOCK: readonly RegExp[] = [
  /^total views?\b.{0,20}$/iu,
  /^[\d.,k ]+(?:views?|shares?|comments?|likes?|vues|partages|commentaires?|min(?:ute)?s? (?:read|de lecture))$/iu,
  /^(?:reading time|temps de lecture)\s*:?.{0,20}$/iu,
  /^(?:notify of|inline feedbacks?|(?:view|load|show) (?:all|more) comments|no comments(?: yet)?|comments? \(?\d+\)?)$/iu,
  /\bakismet\b/iu,
  /^your email address will not be published/iu,
  /^votre adresse e-?mail ne sera pas publiée/iu,
  /^(?:les champs obligatoires|required fields) .{0,60}$/iu,
  /^(?:advertisements?|advertising|sponsored(?: content)?|publicité|(?:story|article) continues below(?: (?:this )?advertisement)?|(?:continue reading|la suite après (?:cette|la)) .{0,40}|la suite après cette publicité)$/iu,
  /^(?:all rights reserved|tous droits réservés|(?:copyright )?©|copyright \(c\)|\(c\) \d{4}).{0,120}$/iu,
  /^(?:we use|this (?:web)?site uses|nous utilisons|ce site utilise) (?:des )?cookies\b/iu,
  /^(?:accept|reject|manage|accepter|refuser|gérer|paramétrer)(?: (?:all|tous|tout|les|your|my))* cookies\b.{0,40}$/iu,
  /[→➔⟶]$/u,
  /^\[\/?[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|“[^”]*”|[^\s\]"'“][^\s\]]*))*\s*\/?\]$/iu,
  /^(?:il vous reste .{1,12} de cet article|(?:cet )?article (?:est )?réservé (?:à nos|aux) abonnés)/iu,
]

/** Prose may use these words as well; only a line that begins a paragraph is taken for furniture. */
const LOOSE: readonly RegExp[] = [
  /^don[’']t miss an?\b.{0,80}$/iu,
  /^(?:please )?subscribe\b.{0,80}$/iu,
  /^sign (?:up|in)\b.{0,80}$/iu,
  /^you (?:might|may)(?: also)? (?:be interested|like|enjoy)\b.{0,60}$/iu,
  /^(?:also read|(?:read|see) also|read (?:more|next|later)(?! than))\b(?:\s*:.{0,120}|.{0,60}(?<![.!?]))$/iu,
  /^(?:leave|post|add|write) (?:a|your) (?:comment|reply)\b.{0,60}$/iu,
  /^we (?:welcome|(?:would|[’']d) love) your (?:comments?|thoughts|feedback)\b.{0,120}$/iu,
  /^(?:(?:share|tweet|email|print) (?:this|via|on)|(?:share|save) with friends|follow (?:us|@\S+)|like us|pin (?:this|it))\b.{0,60}$/iu,
  /^(?:skip to|back to top|go to top|click here|tap here)\b.{0,80}$/iu,
  /\b(?:to|in) your inbox\b.{0,20}$/iu,
  /^(?:get|receive|join|try|our|the|daily|weekly|free)\b.{0,40}\bnewsletters?\b.{0,40}$/iu,
  /^newsletters?$/iu,
  /^(?:[^\s«]+\s){1,5}[»›]$/u,
  /^(?:(?:à )?lire (?:aussi|également|la suite)|voir aussi)\b.{0,120}$/iu,
  /^partager(?:\s*:?$|\s+(?:cet?|cette|l[’']article|sur|par|via)\b.{0,60}$)/iu,
  /^(?:s[’']abonner|abonnez-vous|inscrivez-vous|suivez-nous|connectez-vous)(?=[\s:!.]|$).{0,80}$/iu,
  /^articles? (?:similaires|liés|connexes|recommandés)\b.{0,20}$/iu,
  /^(?:(?:laisser|laissez|ajouter|écrire|publier) (?:un|votre) commentaire.{0,30}|commentaires?(?:\s*[:(].{0,20})?|réagir|imprimer|copier le lien)$/iu,
  /^(?:retour en haut|aller au contenu)\b.{0,40}$/iu,
]

/** "Related articles", "PassBlue Related Articles", "Most popular stories", "Similar posts:". */
const RELATED =
  /^(?:(?:[\p{Lu}\d][\p{L}\d’'.-]*|most|more|our|other)\s+){0,4}(?:[Rr]elated|[Rr]ecommended|[Pp]opular|[Tt]rending|[Ss]imilar|RELATED) (?:[Pp]osts?|[Aa]rticles?|[Ss]tories|[Nn]ews|[Cc]ontent|[Tt]opics|[Ll]inks|ARTICLES|STORIES|POSTS)(?: (?:from|on|in) .{1,30})?\s*[:.…]?$/u

/** What comes after these is no part of the article: its comments, other articles. */
const ENDINGS: readonly RegExp[] = [
  RELATED,
  /^(?:leave|post|add|write) (?:a|your) (?:comment|reply)\b/iu,
  /^we (?:welcome|(?:would|[’']d) love) your\b/iu,
  /^(?:notify of|inline feedbacks?|(?:view|load|show) (?:all|more) comments|your email address will)/iu,
  /^(?:(?:laisser|laissez|ajouter) (?:un|votre) commentaire|articles? (?:similaires|liés|connexes|recommandés)|votre adresse)/iu,
]

/** Words of buttons and menus; a line of nothing else is a tool bar. */
const CONTROLS = new Set(
  (
    'zoom in out read later print share tweet email save facebook twitter whatsapp linkedin copy link pin ' +
    'pinterest reddit telegram next previous prev back top menu search home login log sign up follow us on ' +
    'like comment comments reply listen play skip close open more less download pdf x ' +
    'partager imprimer écouter enregistrer envoyer accueil rechercher connexion suivant précédent'
  ).split(' '),
)

/** Nothing longer than this is furniture by its wording. */
const LONGEST = 300

/** Whether a line is furniture by a wording that prose never has. */
export const isStock = (text: string): boolean =>
  text.length <= LONGEST && STOCK.some((wording) => wording.test(text))

/** Whether a line or a short paragraph that stands by itself is furniture by its wording. */
export const isFurnitureText = (text: string): boolean =>
  text.length <= LONGEST &&
  (isStock(text) ||
    LOOSE.some((wording) => wording.test(text)) ||
    RELATED.test(text) ||
    isToolBar(text))

/** Whether a line of furniture says that the article is over. */
export const endsArticle = (text: string): boolean => ENDINGS.some((wording) => wording.test(text))

function isToolBar(text: string): boolean {
  if (text.length > 120) return false
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.length >= 2 && words.length <= 15 && words.every((word) => CONTROLS.has(word))
}
