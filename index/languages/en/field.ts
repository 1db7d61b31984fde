/** English words of the field, a line a group of those that stand for one another, its name before a colon. */
export const FIELD = `
  killed: killed kill death deaths died dead fatalities massacred
  executed: executed execution executions
  murdered: murdered murder slain slaughtered assassinated
  injured: injured wounded hurt injuries
  civilians: civilians civilian
  displaced: displaced displacement idps refugees
  refugee: refugee refugees
  arrested: arrested detained arrests detention jailed
  raped: raped rape
  abducted: abducted kidnapped disappeared
  attacked: attacked attack assault raid
  strike: strike strikes airstrike bombing
  children: children child kids minors
  women: women woman
  men: men man
  girls: girls girl
  boys: boys boy
  people: people persons individuals
  army: army armed military troops soldiers forces
  government: government authorities
  country: country countries nation
  town: town city
  village: village villages
  border: border borders
  treaty: treaty treaties convention conventions
  law: law laws legislation
  aid: aid assistance help
  money: money funding funds
  spending: spending spent expenditure
  paid: paid pay payment
  left: left leave withdrew withdraw withdrawal departure
  arrived: arrived arrival deployed deploy
  started: started began begin start
  ended: ended end
  president: president
  minister: minister ministry
  leader: leader head chief
  war: war conflict fighting
  peace: peace
  hospital: hospital clinic
  school: school schools
  food: food hunger
  water: water
  health: health
  disease: disease illness
  houses: houses homes shelter
  report: report reported reports
  said: said stated told
  denied: denied deny
  accused: accused accuse
  supported: supported support backed
  election: election elections vote
  coup: coup coups
  weapons: weapons arms
  training: training trained
  increase: increase increased rose risen rise
  decrease: decrease decreased fell drop decline
  number: number total
  percent: percent percentage share
  year: year years
  month: month months
  first: first
  last: last latest recent
  largest: largest biggest greatest
  north: north northern
  south: south southern
  phone: phone telephone call
`
