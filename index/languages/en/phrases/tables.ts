/** English alternatives for the heads of tables. */
export const TABLES = {
  /** Numbers that only say which row it is. */
  identifies:
    'p?code|id|uid|no|n°|nr|num(?:ber)?|date|day|year|month|week|lat|lon|lng|latitude|longitude|zip|phone|tel|order|rank|page|ref|index|version',
  /** They say that there is a number, not of what. */
  generic: 'values?|data|count|n|number|total|figure|amount|all|global|overall',
  places: String.raw`zones?|zs|aires?|areas?|districts?|provinces?|regions?|governorates?|departments?|country|countries|towns?|cit(?:y|ies)|villages?|states?|county|counties|location|municipalit(?:y|ies)|sites?|camps?|municipios?|provincias?|países|país|admin?\d?(?:name)?`,
  namesWhat: 'indicat|variable|paramet|measure|description|items?$|categor',
  dated: 'date|day|fecha|datum',
  noPlace: String.raw`\d|total|global|cumul|week|all`,
  percent: '%|per ?cent|percentage',
  /** Other codes are words in capitals as often as not. */
  money: String.raw`(?<!\p{L})(?:USD|EUR|GBP|CHF|XOF|XAF)(?!\p{L})|[$€£¥]`,
  thousands: "thousands?|miles|'000|000s",
  millions: 'millions?|millones',
} as const
