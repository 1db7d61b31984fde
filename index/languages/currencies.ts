/** Signs, codes and names of currencies → ISO 4217. `XXX` where the name alone does not say which. */
import { PACKS } from './packs.ts'

/** Signs, as they stand before or after a number; letters may stand before `$`: see `DOLLARS`. */
export const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'USD',
    '€': 'EUR',
    '£': 'GBP',
    '¥': 'JPY',
    '₦': 'NGN',
    '₹': 'INR',
    '৳': 'BDT',
    '₽': 'RUB',
    '₺': 'TRY',
    '₪': 'ILS',
    '₩': 'KRW',
    '₫': 'VND',
    '₱': 'PHP',
    '฿': 'THB',
    '₴': 'UAH',
    '₵': 'GHS',
    '₡': 'CRC',
    '₾': 'GEL',
    '₭': 'LAK',
    '₮': 'MNT',
    '₲': 'PYG',
    '₼': 'AZN',
    '₸': 'KZT',
    '﷼': 'XXX',
    '¢': 'XXX',
  }),
)

/** The letters before `$`. */
export const DOLLARS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    US: 'USD',
    USD: 'USD',
    U: 'USD',
    S: 'SGD',
    A: 'AUD',
    AU: 'AUD',
    AUD: 'AUD',
    C: 'CAD',
    CA: 'CAD',
    CAD: 'CAD',
    Can: 'CAD',
    CDN: 'CAD',
    NZ: 'NZD',
    HK: 'HKD',
    TT: 'TTD',
    J: 'JMD',
    R: 'BRL',
    NT: 'TWD',
    Bds: 'BBD',
    EC: 'XCD',
    Z: 'ZWL',
    N: 'NAD',
    F: 'FJD',
  }),
)

const CODES =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF ' +
  'CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HRK HTG ' +
  'HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL ' +
  'MGA MKD MMK MNT MOP MRU MRO MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR ' +
  'RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLL SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TRY TTD TWD TZS ' +
  'UAH UGX USD UYU UZS VES VEF VND XAF XOF XCD YER ZAR ZMW ZWL'

/** Codes, and abbreviations that do duty for them; as written, in capitals. */
export const CODE_NAMES: ReadonlyMap<string, string> = new Map([
  ...CODES.split(' ').map((code): [string, string] => [code, code]),
  ['SYL', 'SYP'],
  ['AFS', 'AFN'],
  ['AFs', 'AFN'],
  ['Tk', 'BDT'],
  ['Tk.', 'BDT'],
  ['Rs', 'XXX'],
  ['RMB', 'CNY'],
  ['CFA', 'XXX'],
  ['FCFA', 'XXX'],
  ['XOF', 'XOF'],
  ['Ksh', 'KES'],
  ['KSh', 'KES'],
  ['Ush', 'UGX'],
])

const currencies = Object.values(PACKS).flatMap(({ currencies: own }) => own ?? [])

/** Names in the singular and plural; in lower case. */
export const NAMED: ReadonlyMap<string, string> = new Map(
  currencies.flatMap(({ names }) => read(names)),
)

/** The nation before or after a name: "Canadian dollars", "francs suisses". In lower case. */
export const NATIONAL: ReadonlyMap<string, string> = new Map(
  currencies.flatMap(({ nations }) => read(nations)),
)

function read(table: string): [string, string][] {
  return table.split('|').map((entry) => {
    const words = entry.trim().split(' ')
    return [words.slice(0, -1).join(' '), words.at(-1) ?? 'XXX']
  })
}
