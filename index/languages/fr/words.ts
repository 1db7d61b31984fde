/** French words by class. */
import type { WordClasses } from '../pack.ts'

export const FRENCH: WordClasses = {
  prepositions: `
    de d' du des en dans sur sous par pour avec sans entre parmi chez vers depuis pendant durant lors après avant
    contre à au aux dès jusqu' jusque via selon malgré dont hors près envers outre y compris suite afin`,
  determiners: `
    le la les l' un une ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes tout toute tous
    toutes chaque plusieurs quelques aucun aucune autre autres certains certaines même mêmes plus moins`,
  pronouns: `
    il elle ils elles on nous vous je tu qui que qu' quoi où lequel laquelle lesquels lesquelles celui celle
    ceux celles ceci cela ça se s' y lui eux leur c' n' ne`,
  conjunctions: `et ou mais ni car donc or tandis alors quand lorsque lorsqu' si puisque comme soit`,
  auxiliaries: `
    est sont était étaient sera seront serait seraient fut furent été être étant a ont avait avaient aura auront
    aurait auraient eut eurent eu avoir ayant peut peuvent pouvait pouvaient pourrait pourraient doit doivent
    devait devaient va vont allait allaient fait font faisait faisaient pas`,
  verbs: `
    vivent vit vivaient dit disent déclare déclarent affirme affirment souffrent souffre risquent fuient
    ont reste restent demeurent meurent mourir trouvent bénéficient bénéficie reçoivent reçoit nécessitent
    nécessite travaillent viennent vient dépendent habitent attendent manquent continuent représentent
    représente constituent permettent permet constitue perdu perdent fui quitté quittent rejoint
    participent participe se retrouvent traversent rentrent retournent atteint atteignent dépasse`,
  adverbs: `
    seulement aussi également respectivement encore déjà récemment actuellement ensemble hier aujourd'hui demain
    puis ainsi environ presque quasi ici là toujours jamais souvent très bien moins tard plus tôt notamment
    dont total surtout`,
  months: `
    janvier février mars avril mai juin juillet août aout septembre octobre novembre décembre janv févr avr juil
    sept oct nov déc`,
  numbered: `
    section sections page pages p pp figure figures fig tableau tableaux phase phases camp camps niveau niveaux
    groupe article articles art résolution résolutions chapitre chapitres annexe annexes n° no nos numéro version
    versions semaine semaines grade catégorie catégories partie parties volume vol étape zone bloc route secteur
    cycle type classe encadré carte graphique question note ligne vol salle unité covid paragraphe par alinéa
    loi décret arrêté règle ordonnance tél téléphone fax règlement directive code chaîne rn rd numéros
    protocole objectif odd cible indicateur option scénario district quartier arrondissement se`,
  plurals: `gens cas fois mois bras corps pays repas colis`,
  plain: `crise pays mois cas fois accès processus décès progrès succès virus trois six dix`,
}
