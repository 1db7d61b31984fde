/** French units of measure and of time: the name, then how it is written. */
import type { Units } from '../pack.ts'

export const UNITS: Units = {
  measures: `
  kilogram: kilogramme kilogrammes
  gram: gramme grammes
  milligram: milligramme milligrammes
  microgram: microgramme microgrammes
  quintal: quintal quintaux
  ounce: once onces
  kilometre: kilomètre kilomètres
  metre: mètre mètres
  centimetre: centimètre centimètres
  decimetre: décimètre décimètres
  millimetre: millimètre millimètres
  foot: pied pieds
  inch: pouce pouces
  pint: pinte pintes
  barrel: baril barils
  byte: octet octets
  kilobyte: ko kilooctet kilooctets
  megabyte: mo mégaoctet mégaoctets
  gigabyte: gigaoctet gigaoctets
  terabyte: teraoctet teraoctets
  megawatt: mégawatt mégawatts
  knot: nœud nœuds
  degree: degré degrés`,
  times: `
  second: seconde secondes
  hour: heure heures
  day: jour jours journée journées
  week: semaine semaines
  month: mois
  quarter: trimestre trimestres
  year: an ans année années
  decade: décennie décennies
  century: siècle siècles`,
  needDigits: 'mo go to ko once',
  adjectives: {
    métriques: '',
    métrique: '',
    carrés: 'square-',
    carré: 'square-',
    cubes: 'cubic-',
    cube: 'cubic-',
  },
}
