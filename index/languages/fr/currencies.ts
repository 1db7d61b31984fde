/** French names of currencies and their nations → ISO 4217; `XXX` where the name alone does not say which. */
import type { Currencies } from '../pack.ts'

export const CURRENCIES: Currencies = {
  /** In the singular and plural. */
  names: `
    roupie XXX|roupies XXX|livre sterling GBP|livres sterling GBP|couronne XXX|couronnes XXX|drachme GRD|
    drachmes GRD|mark allemand DEM|marks allemands DEM|centime XXX|centimes XXX`,
  nations: `
    américain USD|américains USD|canadien CAD|canadiens CAD|australien AUD|australiens AUD|suisse CHF|
    suisses CHF|syrienne SYP|syriennes SYP|turque TRY|turques TRY|libanaise LBP|libanaises LBP|égyptienne EGP|
    égyptiennes EGP|soudanaise SDG|soudanaises SDG|indienne INR|indiennes INR|pakistanaise PKR|
    pakistanaises PKR|kényan KES|kényans KES|irakien IQD|irakiens IQD|jordanien JOD|jordaniens JOD|libyen LYD|
    libyens LYD|tunisien TND|tunisiens TND|algérien DZD|algériens DZD|marocain MAD|marocains MAD|saoudien SAR|
    saoudiens SAR|yéménite YER|yéménites YER|iranien IRR|iraniens IRR|mexicain MXN|mexicains MXN|colombien COP|
    colombiens COP|congolais CDF|rwandais RWF|burundais BIF|guinéen GNF|guinéens GNF|nigérian NGN|nigérians NGN|
    japonais JPY|chinois CNY`,
}
