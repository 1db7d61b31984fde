/** French words of the field, a line a group of those that stand for one another, its name before a colon. */
export const FIELD = `
  killed: tués tuer tué morts mort décès décédés
  executed: exécutés exécution exécutions
  murdered: assassinés assassinat meurtre abattus
  injured: blessés blessures blessé
  civilians: civils civil civiles
  displaced: déplacés déplacement réfugiés
  refugee: réfugié réfugiés
  arrested: arrêtés détenus arrestation détention
  raped: viol viols violées
  abducted: enlevés kidnappés disparus
  attacked: attaque attaqué assaut
  strike: frappe frappes bombardement
  children: enfants enfant mineurs
  women: femmes femme
  men: hommes homme
  girls: filles fille
  boys: garçons garçon
  people: personnes gens
  army: armée forces militaires soldats troupes
  government: gouvernement autorités
  country: pays nation
  town: ville
  village: village villages
  border: frontière frontières
  treaty: traité traités convention conventions
  law: loi lois législation
  aid: aide assistance
  money: argent financement fonds
  spending: dépenses dépensé
  paid: payé paiement
  left: quitté retrait retiré départ
  arrived: arrivée arrivé déployé déploiement
  started: commencé début débuté
  ended: fin terminé
  president: président
  minister: ministre ministère
  leader: dirigeant chef
  war: guerre conflit combats
  peace: paix
  hospital: hôpital clinique
  school: école écoles
  food: alimentaire nourriture faim
  water: eau
  health: santé
  disease: maladie
  houses: maisons logements abris
  report: rapport signalé rapports
  said: dit déclaré affirmé
  denied: nié démenti
  accused: accusé accuse
  supported: soutenu soutien appui
  election: élection élections vote
  coup: putsch coup
  weapons: armes
  training: formation formé formés
  increase: hausse augmentation augmenté
  decrease: baisse diminution diminué
  number: nombre total
  percent: pourcentage part
  year: année an ans années
  month: mois
  first: premier première
  last: dernier dernière récent
  largest: plus grand grande
  north: nord
  south: sud
  phone: téléphone téléphonique appel
`
