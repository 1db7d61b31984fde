/** What stands around the articles of French web pages. */
import type { Phrases } from '../../phrase-names.ts'

export const FURNITURE: Phrases['furniture'] = {
  stock: String.raw`^[\d.,k ]+(?:vues|partages|commentaires?|min(?:ute)?s? de lecture)$|^temps de lecture\s*:?.{0,20}$|^votre adresse e-?mail ne sera pas publiée|^les champs obligatoires .{0,60}$|^(?:publicité|la suite après (?:cette|la) .{0,40})$|^tous droits réservés.{0,120}$|^.{0,160}\btous droits réservés[.!]?$|^(?:(?:fièrement |site )?propulsé|site hébergé) par (?!(?:l[ae]s?|une?|des?|son|ses|leurs?|nos|notre)\s)\S{1,30}(?: \S{1,30}){0,2}(?<![.!?])$|^site (?:web )?(?:conçu|réalisé|développé) par \S{1,30}(?: \S{1,30}){0,2}(?<![.!?])$|^(?:mentions légales|politique de confidentialité|politique des cookies|conditions générales(?: d[’']utilisation| de vente)?|données personnelles|cookies|plan du site|accessibilité|contact(?:ez-nous)?|qui sommes-nous)(?:(?:\s[|·•–/-]\s|[|·•]|,\s)(?:mentions légales|politique de confidentialité|politique des cookies|conditions générales(?: d[’']utilisation| de vente)?|données personnelles|cookies|plan du site|accessibilité|contact(?:ez-nous)?|qui sommes-nous)){1,8}\.?$|^(?:nous utilisons|ce site utilise) (?:des )?cookies\b|^(?:accepter|refuser|gérer|paramétrer)(?: (?:tous|tout|les))* cookies\b.{0,40}$|^(?:il vous reste .{1,12} de cet article|(?:cet )?article (?:est )?réservé (?:à nos|aux) abonnés)`,
  loose: String.raw`^(?:(?:à )?lire (?:aussi|également|la suite)|voir aussi)\b.{0,120}$|^partager(?:\s*:?$|\s+(?:cet?|cette|l[’']article|sur|par|via)\b.{0,60}$)|^(?:s[’']abonner|abonnez-vous|inscrivez-vous|suivez-nous|connectez-vous)(?=[\s:!.]|$).{0,80}$|^articles? (?:similaires|liés|connexes|recommandés)\b.{0,20}$|^(?:(?:laisser|laissez|ajouter|écrire|publier) (?:un|votre) commentaire.{0,30}|commentaires?(?:\s*[:(].{0,20})?|réagir|imprimer|copier le lien)$|^(?:retour en haut|aller au contenu)\b.{0,40}$`,
  endings:
    '^(?:(?:laisser|laissez|ajouter) (?:un|votre) commentaire|articles? (?:similaires|liés|connexes|recommandés)|votre adresse)',
  controls:
    'partager|imprimer|écouter|enregistrer|envoyer|accueil|rechercher|connexion|suivant|précédent',
}
