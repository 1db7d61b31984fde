/** French words for what happens to what is counted: the name of the event, then its words. */
export const EVENTS = `
  killed: tué tués tuée tuées tuant tuer mort morts morte mortes décès décédé décédés décédées exécuté exécutés exécutées exécutions massacre massacrés assassinés assassiné
  injured: blessé blessés blessée blessées blessant
  recovered: guéri guéris guérie guéries guérison guérisons
  missing: disparu disparus disparue disparues disparition disparitions
  displaced: déplacé déplacés déplacée déplacées déplacement déplacements fui fuient réfugiés réfugié réfugiées
  returned: retourné retournés retournées rentrés rapatriés retour retours
  detained: détenu détenus détenues arrêté arrêtés arrêtées arrestation arrestations interpellés emprisonnés
  abducted: enlevé enlevés enlevées enlèvement enlèvements kidnappés otages
  raped: violé violées violés viol viols agressées
  tortured: torturé torturés torture
  attacked: attaque attaques attaqué attaqués frappe frappes raid raids incidents incident bombardement bombardements
  damaged: endommagé endommagés endommagée endommagées
  destroyed: détruit détruits détruite détruites destruction incendiées incendiés
  trained: formé formés formée formées formation formations
  treated: traité traités traitées soigné soignés soignées admis admises hospitalisés
  assisted: assisté assistés assistées aidé aidés aidées atteint atteints bénéficié bénéficiaires aide assistance appuyés
  provided: fourni fournis fournit distribué distribués distribuées livré livrés
  received: reçu reçoivent reçus
  funded: financé financement contribué alloué alloués versé
  spent: dépensé dépenses coût
  vaccinated: vacciné vaccinés vaccinées vaccination
  infected: infecté infectés contaminés confirmés contaminations
  registered: enregistré enregistrés enregistrées recensé recensés recensées dépistés
  hosted: accueille accueillent accueilli hébergés
  recruited: recruté recrutés
  deployed: déployé déployés déploiement
  evacuated: évacué évacués évacuées
  affected: affecté affectés affectées touché touchés touchées sinistrés sinistrées
  interviewed: interrogés enquêtés sondés
  closed: fermé fermés fermées
  released: libéré libérés libérées`
