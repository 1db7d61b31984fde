/** English words for what happens to what is counted: the name of the event, then its words. */
export const EVENTS = `
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
  damaged: damaged damaging damage damages
  destroyed: destroyed destroying destruction burned burnt looted razed demolished
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
