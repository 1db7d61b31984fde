/** French words of every day: which are used for one another, and which say next to nothing. */
import type { Everyday } from '../pack.ts'

export const EVERYDAY: Everyday = {
  alike: `
  blesses blessures blesse blessees|frontiere frontieres postes-frontieres|enquete investigation enquetes|mort morts deces decedes decede mortels tues tue succombe|malade malades cas patient patients
  bebe bebes nourrisson nouveau-nes|enfant enfants mineurs|femme femmes feminine feminin|homme hommes masculin
  soldat soldats militaires troupes armee forces|attaque attaques assaut raid offensive|detruit detruits destruction
  argent fonds financement financieres financier financiers|aide assistance appui soutien secours|manque insuffisance deficit gap trou penurie
  augmente augmentation hausse progresse progression accru|baisse baisse diminue diminution recul recule chute
  commence debut debute demarre lance ouvert ouverture|fin finit termine cesse acheve
  maison maisons logement logements|ecole ecoles etablissement etablissements scolaires|hopital hopitaux clinique centre structure structures
  medecin medecins docteur|infirmier infirmiere infirmiers soignant soignants|soins soigne prise|vaccin vaccins vaccination vaccines doses vaccinal
  declare declaree declarer declaration annonce annoncee notifie notifies notification signale signales rapporte rapportes releve releves recense recenses enregistre enregistres
  confirme confirmes confirmation|suspect suspects|gueri gueris guerison sortis|deplace deplaces refugies|camp camps site sites
  gouvernement autorites etat|ministre ministere|president chef|police gendarmerie|juge tribunal cour|loi lois texte|decision decide
  refuse rejette|autorise permis|interdit interdiction|vote scrutin election elections|accord convention contrat
  region zone province district|ville commune localite|pays etat nation|nord|sud
  besoin besoins necessaire|recu recoit beneficie|donne fourni livre livrees remis distribue administre administrees administres|montre indique revele
  rapide rapidement|souvent frequemment|danger dangereux risque risques|sur sure sures securise securisee securises securite
  calme calmes|imprevisible incertain|enterrement enterrements inhumation inhumations|epidemie flambee epidemique|riposte reponse
  objectif cible but|contact contacts|suivi suivis suivre|part proportion pourcentage taux|rang place position classement
  annee an annuel annuelle|mois mensuel|semaine hebdomadaire|jour journee quotidien journalier journalierement
  hausse|prix cout couts|revenu revenus salaire salaires|emploi emplois travail poste postes|entreprise societe firme
  eleve eleves|etude etudes recherche|enseignant enseignants professeur`,
  little:
    'dit dire disait ecrit ecrire note noter releve relever souligne selon indique indiquer precise ajoute explique rapporte affirme declare mettre mis mise fait faire soit alors ensuite encore aussi deja seulement meme cas nombre chiffre part chose fois tout tous toute toutes chaque autre autres plusieurs environ quelque quelques pres presque ainsi notamment dont parmi total ensemble avoir etre ont avaient pu ete personnes personne',
}
