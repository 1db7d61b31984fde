/** Function words by language: searched for only when a question has nothing else. Folded, lower case. */
import type { Language } from '../document.ts'

const ENGLISH =
  'a about above after again against all also am an and any are aren as at be because been before being below ' +
  'between both but by can cannot could couldn did didn do does doesn doing don down during each few for from ' +
  'further had hadn has hasn have haven having he her here hers herself him himself his how i if in into is isn ' +
  'it its itself just ll me more most my myself no nor not now of off on once only or other our ours ourselves ' +
  'out over own re s same she should shouldn so some such t than that the their theirs them themselves then ' +
  'there these they this those through to too under until up upon us ve very was wasn we were weren what when ' +
  'where which while who whom whose why will with won would wouldn you your yours yourself yourselves'

const FRENCH =
  'a ai aie ainsi alors apres as au aucun aussi autre aux avait avant avec avoir ayant c ca car ce ceci cela ' +
  'celle celles celui ces cet cette ceux chez ci comme comment d dans de des depuis donc dont du elle elles en ' +
  'encore entre es est et etaient etait etant ete etes etre eu eux fait fut furent ici il ils j je l la le les ' +
  'leur leurs lors lui m ma mais me meme memes mes moi mon n ne ni non nos notre nous on ont ou par parce pas ' +
  'pendant peu peut plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans se sera ' +
  'ses si son sont sous sur t ta tandis te tes toi ton tous tout toute toutes tu un une vos votre vous y'

const SETS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(ENGLISH.split(' ')),
  fr: new Set(FRENCH.split(' ')),
}

export const stopWords = (language: Language): ReadonlySet<string> => SETS[language]
