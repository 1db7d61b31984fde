/** French words that cannot both be true of one thing, in pairs; `~` before those that one true report can have. */
export const OPPOSITES = `
  accepte accepter acceptent acceptee acceptes|refuse refuser refusent rejette rejeter rejete rejetee
  autorise autoriser autorisee autorises permet permis|interdit interdire interdite interdits
  ouvre ouvrir ouvert ouverte ouverts ouvertes|ferme fermer fermee fermes fermees fermeture
  commence commencer debute debuter|finit fini termine terminer cesse cesser
  gagne gagner gagnent|perd perdre perdu perdent
  reussit reussir reussi succes|echoue echouer echec
  ~ arrive arriver arrives|part partir parti partis quitte quitter
  inclut inclure inclus|exclut exclure exclu
  soutient soutenir soutenu|oppose opposer opposent
  confirme confirmer confirment|dement dementir nie nier
  ameliore ameliorer amelioration|aggrave aggraver aggravation degrade degradation deteriore
  libere liberer liberes liberation|arrete arreter arretes detenu detenus emprisonne
  coupable coupables|innocent innocents
  legal legale|illegal illegale
  ~ vivant vivants survecu|mort morts morte decede decedes tue tues
  ~ nord|sud
  ~ est|ouest
  ~ avant|apres
  ~ plus|moins
  ~ majorite|minorite
  ~ maximum maximal|minimum minimal
  ~ premier premiere|dernier derniere
  ~ ancien ancienne anciens|nouveau nouvelle nouveaux
  ~ grand grande grands grandes|petit petite petits petites
  ~ haut haute hauts|bas basse
  meilleur meilleure|pire
  ~ toujours|jamais
  ~ tous toutes|aucun aucune
  ~ hommes homme garcons|femmes femme filles
  ~ urbain urbaine urbains|rural rurale ruraux
  ~ possible|impossible
  suffisant suffisante|insuffisant insuffisante
  ~ positif positive positifs|negatif negative negatifs
  ~ public publique|prive privee
  hausse augmente augmenter augmentation|baisse diminue diminuer diminution recul`
