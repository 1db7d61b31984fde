/** What happens to what is counted: a name for each kind of event, and the words for it. */
import type { Language } from '../document.ts'
import { WordMap } from '../word-map.ts'

const ENGLISH = `
  killed: killed kill kills killing killings dead death deaths died die dies dying fatality fatalities executed execution executions
    massacred massacre massacres murdered murder murders slain shot casualties lynched beheaded assassinated slaughtered drowned perished
  injured: injured injuring injure wounded wounding wound injuries maimed hurt
  recovered: recovered recoveries
  missing: missing disappeared disappearance disappearances
  displaced: displaced displacing displacement displacements fled flee fleeing uprooted idps idp refugees refugee evicted
  returned: returned returnees returnee returning repatriated return
  detained: detained detain detaining detention arrested arrest arrests arresting imprisoned jailed prisoners detainees
  abducted: abducted abducting abduction abductions kidnapped kidnapping kidnappings kidnap hostages hostage
  raped: raped rape rapes raping assaulted assault assaults
  tortured: tortured torture
  attacked: attacked attack attacks strike strikes airstrikes airstrike bombed bombing bombings raid raids shelled shelling ambush ambushes incidents incident clashes
  destroyed: destroyed destroying destruction damaged damaging damage burned burnt looted razed demolished
  trained: trained training trains train trainees
  treated: treated treating treatment admitted hospitalized hospitalised consultations
  assisted: assisted assisting assistance assist reached reaching reach supported supporting benefited benefiting benefitted benefitting beneficiaries served helped aid
  provided: provided providing provides provide distributed distributing distribution delivered delivering donated gave supplied
  received: received receiving receives receive
  funded: funded funding funds pledged contributed contribution contributions allocated disbursed financed
  spent: spent spending spends spend cost costs costing paid paying
  sold: sold sales sale sell selling exported exports exports
  imported: imported imports import
  vaccinated: vaccinated vaccination vaccinations vaccinating immunized immunised
  infected: infected infections infection confirmed tested positive contracted
  registered: registered registering registration registrations verified screened
  hosted: hosting hosted hosts host sheltering sheltered
  recruited: recruited recruiting recruitment enlisted
  deployed: deployed deploying deployment deployments stationed contributing
  evacuated: evacuated evacuation evacuations rescued
  resettled: resettled resettlement relocated relocation
  affected: affected affecting
  interviewed: interviewed surveyed assessed polled interviews
  closed: closed closing closure closures
  employed: employed employing jobs
  released: released releasing freed
  needing: need needs require requires requiring needing`

const FRENCH = `
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
  destroyed: détruit détruits détruite détruites destruction incendiées incendiés endommagé endommagés endommagées
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

const read = (table: string): WordMap<string> => {
  const found = new Map<string, string>()
  let kind = ''
  for (const word of table.split(/\s+/u)) {
    if (word.endsWith(':')) kind = word.slice(0, -1)
    else if (word !== '' && !found.has(word)) found.set(word, kind)
  }
  return new WordMap(found)
}

export const EVENTS: Readonly<Record<Language, WordMap<string>>> = {
  en: read(ENGLISH),
  fr: read(FRENCH),
}
