import { extractQuantities } from '../index/quantities/extract.ts'
const S = [
  'The total number of diphtheria cases reported is 9274 to date (3016 in 2017; 5330 in 2018; 614 in 2019; 226 in 2020 and 88 as of week 20, 2021).',
  'The number of people reached stands at 4,500.',
  'One protester was killed and five others were wounded in the exchange of fire.',
  'Of the total cases, 31 are still in admission while 91 cases have been discharged.',
  'A total of 172 suspected cases have been reported. Of these, 60 were confirmed positive and 112 negative.',
  'The number of cases among health workers in the state is thirteen (13): Seven (7) nurses, four (4) doctors, one (1) physiotherapist.',
  'It is regrettable that three in four NGOs (76%) said their activity had decreased, and one in five said it had declined.',
  'The first consisted of two rotations carrying 37.2 MT/139 m3 on behalf of partners.',
  'While no new cases have been identified, one new recovery was reported in the camp.',
  'Production is estimated at 750 000 tonnes, more than 30 percent lower than the average.',
  'In the last seven days of the month, the average is less than 400 per day.',
  'The state recorded the highest number of fatalities (3 069 deaths), followed by Kaduna (1 346), Katsina (1 099) and Niger (547).',
  'New cases were reported from Edo (12), Ondo (12), Bauchi (3) and Ebonyi (5).',
  'Prices for oil and ghee rose by 13% and 11% respectively.',
  'The mean age of cases is 32 years old, while two cases are under five years of age.',
  'From the results, more than half of the respondents (55.38%) said they stayed.',
]
for (const s of S) {
  console.log('\n' + s)
  for (const q of extractQuantities(s, { language: 'en' } as any))
    console.log(
      '   ',
      s.slice(q.number.start, q.number.end),
      '| counted',
      q.counted && s.slice(q.counted.start, q.counted.end),
      q.counted?.elided ? '(elided)' : '',
      '| event',
      q.event && s.slice(q.event.start, q.event.end),
      '| unit',
      q.unit.kind,
      '| part',
      q.partOf ?? '',
    )
}
