/** French function words, folded. */
export const STOP_WORDS =
  'a ai aie ainsi alors apres as au aucun aussi autre aux avait avant avec avoir ayant c ca car ce ceci cela ' +
  'celle celles celui ces cet cette ceux chez ci comme comment d dans de des depuis donc dont du elle elles en ' +
  'encore entre es est et etaient etait etant ete etes etre eu eux fait fut furent ici il ils j je l la le les ' +
  'leur leurs lors lui m ma mais me meme memes mes moi mon n ne ni non nos notre nous on ont ou par parce pas ' +
  'pendant peu peut plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans se sera ' +
  'ses si son sont sous sur t ta tandis te tes toi ton tous tout toute toutes tu un une vos votre vous y'
