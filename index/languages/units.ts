/** Units of measure and of time, English and French: the name, then how it is written. */
import type { TimeUnit } from '../quantities/quantity.ts'

const MEASURES = `
  kilogram: kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos
  gram: g gram grams gramme grammes
  milligram: mg milligram milligrams milligramme milligrammes
  tonne: t tonne tonnes ton tons mt tm
  microgram: mcg ug μg µg microgram micrograms microgramme microgrammes
  quintal: quintal quintals quintaux qt
  pound: lb lbs
  ounce: oz ounce ounces once onces
  kilometre: km kms kilometre kilometres kilometer kilometers kilomètre kilomètres
  metre: m metre metres meter meters mètre mètres
  centimetre: cm centimetre centimetres centimeter centimeters centimètre centimètres
  decimetre: dm decimetre decimetres decimeter decimeters décimètre décimètres
  millimetre: mm millimetre millimetres millimeter millimeters millimètre millimètres
  mile: mile miles mi
  yard: yard yards yd
  foot: foot feet ft pied pieds
  inch: inch inches pouce pouces
  light-year: lightyear lightyears
  hectare: ha hectare hectares
  acre: acre acres
  square-metre: m2 m² sqm sqft
  square-kilometre: km2 km² sqkm
  square-centimetre: cm2 cm²
  cubic-metre: m3 m³ cbm cum
  litre: l litre litres liter liters
  millilitre: ml millilitre millilitres milliliter milliliters
  hectolitre: hl hectolitre hectolitres
  tablespoon: tablespoon tablespoons tbsp
  teaspoon: teaspoon teaspoons tsp
  cup: cup cups
  gallon: gallon gallons
  pint: pint pints pinte pintes
  barrel: barrel barrels baril barils bbl
  bushel: bushel bushels
  bit: bit bits
  byte: byte bytes octet octets
  kilobit: kb kilobit kilobits
  kilobyte: ko kilobyte kilobytes kilooctet kilooctets
  megabit: megabit megabits
  megabyte: mb megabyte megabytes mo mégaoctet mégaoctets
  gigabit: gigabit gigabits
  gigabyte: gb gigabyte gigabytes go gigaoctet gigaoctets
  terabyte: tb terabyte terabytes teraoctet teraoctets
  petabyte: pb petabyte petabytes
  watt: w watt watts
  kilowatt: kw kilowatt kilowatts
  megawatt: mw megawatt megawatts mégawatt mégawatts
  gigawatt: gw gigawatt gigawatts
  kilowatt-hour: kwh
  megawatt-hour: mwh
  horsepower: hp horsepower
  calorie: calorie calories kcal
  volt: volt volts
  hertz: hz hertz khz mhz ghz
  kilometre-per-hour: kmh kph kmph km/h
  mile-per-hour: mph
  knot: knot knots nœud nœuds
  radian: rad radian radians
  degree: degree degrees deg degré degrés °
  degree-celsius: °c celsius celcius centigrade
  degree-fahrenheit: °f fahrenheit
  kelvin: kelvin kelvins
  point: basis-point`

const TIMES = `
  second: second seconds sec secs seconde secondes
  minute: minute minutes min mins
  hour: hour hours hr hrs heure heures h
  day: day days jour jours journée journées
  week: week weeks semaine semaines
  month: month months mois
  quarter: quarters trimestre trimestres
  year: year years yr yrs yo an ans année années
  decade: decade decades décennie décennies
  century: century centuries siècle siècles`

export const MEASURE_NAMES: ReadonlyMap<string, string> = new Map(read(MEASURES))

const timeUnit = (name: string): TimeUnit | undefined => TIME_UNITS.find((unit) => unit === name)

const TIME_UNITS: readonly TimeUnit[] = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
]

export const TIME_NAMES: ReadonlyMap<string, TimeUnit> = new Map(
  read(TIMES).flatMap(([word, name]): [string, TimeUnit][] => {
    const unit = timeUnit(name)
    return unit === undefined ? [] : [[word, unit]]
  }),
)

/** Written in one letter, or like a common word: a unit only right after digits. */
export const NEEDS_DIGITS: ReadonlySet<string> = new Set(
  'g t m l w h km kg mo go to ko mi min sec ha hp pb mb gb tb kb mt tm mw gw cum once'.split(' '),
)

/** Adjectives before a unit: "metric tonnes", "square kilometres", "tonnes métriques". */
export const MEASURE_ADJECTIVES: ReadonlyMap<string, string> = new Map([
  ['metric', ''],
  ['square', 'square-'],
  ['sq', 'square-'],
  ['cubic', 'cubic-'],
  ['short', ''],
  ['long', ''],
  ['nautical', 'nautical-'],
  ['métriques', ''],
  ['métrique', ''],
  ['carrés', 'square-'],
  ['carré', 'square-'],
  ['cubes', 'cubic-'],
  ['cube', 'cubic-'],
])

function read(table: string): [string, string][] {
  return table.split('\n').flatMap((line): [string, string][] => {
    const [name = '', words = ''] = line.trim().split(': ')
    return words
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => [word, name])
  })
}
