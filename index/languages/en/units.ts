/** English units of measure and of time: the name, then how it is written. */
import type { Units } from '../pack.ts'

export const UNITS: Units = {
  measures: `
  kilogram: kg kgs kilogram kilograms kilo kilos
  gram: g gram grams
  milligram: mg milligram milligrams
  tonne: t tonne tonnes ton tons mt tm
  microgram: mcg ug μg µg microgram micrograms
  quintal: quintals qt
  pound: lb lbs
  ounce: oz ounce ounces
  kilometre: km kms kilometre kilometres kilometer kilometers
  metre: m metre metres meter meters
  centimetre: cm centimetre centimetres centimeter centimeters
  decimetre: dm decimetre decimetres decimeter decimeters
  millimetre: mm millimetre millimetres millimeter millimeters
  mile: mile miles mi
  yard: yard yards yd
  foot: foot feet ft
  inch: inch inches
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
  pint: pint pints
  barrel: barrel barrels bbl
  bushel: bushel bushels
  bit: bit bits
  byte: byte bytes
  kilobit: kb kilobit kilobits
  kilobyte: kilobyte kilobytes
  megabit: megabit megabits
  megabyte: mb megabyte megabytes
  gigabit: gigabit gigabits
  gigabyte: gb gigabyte gigabytes go
  terabyte: tb terabyte terabytes
  petabyte: pb petabyte petabytes
  watt: w watt watts
  kilowatt: kw kilowatt kilowatts
  megawatt: mw megawatt megawatts
  gigawatt: gw gigawatt gigawatts
  kilowatt-hour: kwh
  megawatt-hour: mwh
  horsepower: hp horsepower
  calorie: calorie calories kcal
  volt: volt volts
  hertz: hz hertz khz mhz ghz
  kilometre-per-hour: kmh kph kmph km/h
  mile-per-hour: mph
  knot: knot knots
  radian: rad radian radians
  degree: degree degrees deg °
  degree-celsius: °c celsius celcius centigrade
  degree-fahrenheit: °f fahrenheit
  kelvin: kelvin kelvins
  point: basis-point`,
  times: `
  second: second seconds sec secs
  minute: minute minutes min mins
  hour: hour hours hr hrs h
  day: day days
  week: week weeks
  month: month months
  quarter: quarters
  year: year years yr yrs yo
  decade: decade decades
  century: century centuries`,
  needDigits: 'g t m l w h km kg mi min sec ha hp pb mb gb tb kb mt tm mw gw cum',
  adjectives: {
    metric: '',
    square: 'square-',
    sq: 'square-',
    cubic: 'cubic-',
    short: '',
    long: '',
    nautical: 'nautical-',
  },
}
