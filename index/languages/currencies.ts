/** Signs, codes and names of currencies → ISO 4217. `XXX` where the name alone does not say which. */

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

const NAMES = `
  dollar USD|dollars USD|buck USD|bucks USD|euro EUR|euros EUR|sterling GBP|yen JPY|yens JPY|yuan CNY|yuans CNY|renminbi CNY|
  rupee XXX|rupees XXX|roupie XXX|roupies XXX|naira NGN|nairas NGN|franc XXX|francs XXX|taka BDT|takas BDT|peso XXX|
  pesos XXX|real BRL|reais BRL|ruble RUB|rubles RUB|rouble RUB|roubles RUB|lira XXX|liras XXX|lire XXX|livre sterling GBP|
  livres sterling GBP|birr ETB|birrs ETB|shilling XXX|shillings XXX|rand ZAR|rands ZAR|dirham XXX|dirhams XXX|dinar XXX|
  dinars XXX|riyal XXX|riyals XXX|rial XXX|rials XXX|afghani AFN|afghanis AFN|krona XXX|kronor SEK|krone XXX|kroner XXX|couronne XXX|
  couronnes XXX|zloty PLN|zlotys PLN|forint HUF|forints HUF|hryvnia UAH|hryvnias UAH|gourde HTG|gourdes HTG|kwacha XXX|kwachas XXX|
  cedi GHS|cedis GHS|leone SLL|leones SLL|baht THB|bahts THB|won KRW|ringgit MYR|ringgits MYR|dong VND|dongs VND|bolivar VES|bolivars VES|
  bolivares VES|boliviano BOB|bolivianos BOB|shekel ILS|shekels ILS|mark DEM|marks DEM|deutschemark DEM|deutschemarks DEM|
  guilder XXX|guilders XXX|pound GBP|pounds GBP|ariary MGA|ouguiya MRU|ouguiyas MRU|dalasi GMD|dalasis GMD|pula BWP|pulas BWP|
  rupiah IDR|rupiahs IDR|tenge KZT|tenges KZT|manat XXX|manats XXX|lev BGN|leva BGN|leu XXX|lei XXX|kuna HRK|kunas HRK|kip LAK|kips LAK|kyat MMK|kyats MMK|
  riel KHR|riels KHR|som XXX|soms XXX|somoni TJS|quetzal GTQ|quetzals GTQ|lempira HNL|lempiras HNL|cordoba NIO|cordobas NIO|
  colon XXX|colones XXX|colons XXX|balboa PAB|balboas PAB|escudo XXX|escudos XXX|peseta ESP|pesetas ESP|kina PGK|kinas PGK|vatu VUV|vatus VUV|
  metical MZN|meticals MZN|nakfa ERN|nakfas ERN|lilangeni SZL|loti LSL|gulden XXX|guldens XXX|
  markka FIM|markkaa FIM|drachma GRD|drachmas GRD|drachme GRD|drachmes GRD|schilling ATS|schillings ATS|punt IEP|punts IEP|austral ARA|australs ARA|
  lari GEL|laris GEL|yuan renminbi CNY|sucre ECS|sucres ECS|florin XXX|florins XXX|mark allemand DEM|marks allemands DEM|
  cent XXX|cents XXX|pence GBP|penny GBP|pennies GBP|centime XXX|centimes XXX|kopek RUB|kopeks RUB`

/** Names in the singular and plural; in lower case. */
export const NAMED: ReadonlyMap<string, string> = new Map(
  NAMES.split('|').map((entry): [string, string] => {
    const words = entry.trim().split(' ')
    return [words.slice(0, -1).join(' '), words.at(-1) ?? 'XXX']
  }),
)

const NATIONS = `
  us USD USD|u.s. USD USD|american USD USD|américain USD USD|américains USD USD|canadian CAD CAD|canadien CAD CAD|canadiens CAD CAD|
  australian AUD AUD|australien AUD AUD|australiens AUD AUD|singapore SGD SGD|taiwan TWD TWD|jamaican JMD JMD|
  swiss CHF CHF|suisse CHF CHF|suisses CHF CHF|cfa XXX XXX|syrian SYP SYP|syrienne SYP SYP|syriennes SYP SYP|turkish TRY TRY|turque TRY TRY|turques TRY TRY|
  lebanese LBP LBP|libanaise LBP LBP|libanaises LBP LBP|egyptian EGP EGP|égyptienne EGP EGP|égyptiennes EGP EGP|sudanese SDG SDG|soudanaise SDG SDG|soudanaises SDG SDG|british GBP GBP|
  indian INR INR|indienne INR INR|indiennes INR INR|pakistani PKR PKR|pakistanaise PKR PKR|pakistanaises PKR PKR|kenyan KES KES|kényan KES KES|kényans KES KES|ugandan UGX UGX|tanzanian TZS TZS|somali SOS SOS|
  iraqi IQD IQD|irakien IQD IQD|irakiens IQD IQD|jordanian JOD JOD|jordanien JOD JOD|jordaniens JOD JOD|libyan LYD LYD|libyen LYD LYD|libyens LYD LYD|tunisian TND TND|tunisien TND TND|tunisiens TND TND|
  algerian DZD DZD|algérien DZD DZD|algériens DZD DZD|kuwaiti KWD KWD|moroccan MAD MAD|marocain MAD MAD|marocains MAD MAD|saudi SAR SAR|saoudien SAR SAR|saoudiens SAR SAR|yemeni YER YER|yéménite YER YER|yéménites YER YER|
  iranian IRR IRR|iranien IRR IRR|iraniens IRR IRR|mexican MXN MXN|mexicain MXN MXN|mexicains MXN MXN|colombian COP COP|colombien COP COP|colombiens COP COP|philippine PHP PHP|chilean CLP CLP|
  congolese CDF CDF|congolais CDF CDF|rwandan RWF RWF|rwandais RWF RWF|burundian BIF BIF|burundais BIF BIF|guinean GNF GNF|guinéen GNF GNF|guinéens GNF GNF|
  swedish SEK SEK|danish DKK DKK|norwegian NOK NOK|nigerian NGN NGN|nigérian NGN NGN|nigérians NGN NGN|
  japanese JPY JPY|japonais JPY JPY|chinese CNY CNY|chinois CNY CNY|haitian HTG HTG|afghan AFN AFN`

/** The nation before or after a name: "Canadian dollars", "francs suisses". In lower case. */
export const NATIONAL: ReadonlyMap<string, string> = new Map(
  NATIONS.split('|').map((entry): [string, string] => {
    const [word = '', code = 'XXX'] = entry.trim().split(' ')
    return [word, code]
  }),
)
