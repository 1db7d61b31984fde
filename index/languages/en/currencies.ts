/** English names of currencies and their nations → ISO 4217; `XXX` where the name alone does not say which. */
import type { Currencies } from '../pack.ts'

export const CURRENCIES: Currencies = {
  /** In the singular and plural. */
  names: `
    dollar USD|dollars USD|buck USD|bucks USD|euro EUR|euros EUR|sterling GBP|yen JPY|yens JPY|yuan CNY|
    yuans CNY|renminbi CNY|rupee XXX|rupees XXX|naira NGN|nairas NGN|franc XXX|francs XXX|taka BDT|takas BDT|
    peso XXX|pesos XXX|real BRL|reais BRL|ruble RUB|rubles RUB|rouble RUB|roubles RUB|lira XXX|liras XXX|
    lire XXX|birr ETB|birrs ETB|shilling XXX|shillings XXX|rand ZAR|rands ZAR|dirham XXX|dirhams XXX|dinar XXX|
    dinars XXX|riyal XXX|riyals XXX|rial XXX|rials XXX|afghani AFN|afghanis AFN|krona XXX|kronor SEK|krone XXX|
    kroner XXX|zloty PLN|zlotys PLN|forint HUF|forints HUF|hryvnia UAH|hryvnias UAH|gourde HTG|gourdes HTG|
    kwacha XXX|kwachas XXX|cedi GHS|cedis GHS|leone SLL|leones SLL|baht THB|bahts THB|won KRW|ringgit MYR|
    ringgits MYR|dong VND|dongs VND|bolivar VES|bolivars VES|bolivares VES|boliviano BOB|bolivianos BOB|
    shekel ILS|shekels ILS|mark DEM|marks DEM|deutschemark DEM|deutschemarks DEM|guilder XXX|guilders XXX|
    pound GBP|pounds GBP|ariary MGA|ouguiya MRU|ouguiyas MRU|dalasi GMD|dalasis GMD|pula BWP|pulas BWP|
    rupiah IDR|rupiahs IDR|tenge KZT|tenges KZT|manat XXX|manats XXX|lev BGN|leva BGN|leu XXX|lei XXX|kuna HRK|
    kunas HRK|kip LAK|kips LAK|kyat MMK|kyats MMK|riel KHR|riels KHR|som XXX|soms XXX|somoni TJS|quetzal GTQ|
    quetzals GTQ|lempira HNL|lempiras HNL|cordoba NIO|cordobas NIO|colon XXX|colones XXX|colons XXX|balboa PAB|
    balboas PAB|escudo XXX|escudos XXX|peseta ESP|pesetas ESP|kina PGK|kinas PGK|vatu VUV|vatus VUV|metical MZN|
    meticals MZN|nakfa ERN|nakfas ERN|lilangeni SZL|loti LSL|gulden XXX|guldens XXX|markka FIM|markkaa FIM|
    drachma GRD|drachmas GRD|schilling ATS|schillings ATS|punt IEP|punts IEP|austral ARA|australs ARA|lari GEL|
    laris GEL|yuan renminbi CNY|sucre ECS|sucres ECS|florin XXX|florins XXX|cent XXX|cents XXX|pence GBP|
    penny GBP|pennies GBP|kopek RUB|kopeks RUB`,
  nations: `
    us USD|u.s. USD|american USD|canadian CAD|australian AUD|singapore SGD|taiwan TWD|jamaican JMD|swiss CHF|
    cfa XXX|syrian SYP|turkish TRY|lebanese LBP|egyptian EGP|sudanese SDG|british GBP|indian INR|pakistani PKR|
    kenyan KES|ugandan UGX|tanzanian TZS|somali SOS|iraqi IQD|jordanian JOD|libyan LYD|tunisian TND|
    algerian DZD|kuwaiti KWD|moroccan MAD|saudi SAR|yemeni YER|iranian IRR|mexican MXN|colombian COP|
    philippine PHP|chilean CLP|congolese CDF|rwandan RWF|burundian BIF|guinean GNF|swedish SEK|danish DKK|
    norwegian NOK|nigerian NGN|japanese JPY|chinese CNY|haitian HTG|afghan AFN`,
}
