/**
 * Words that end in a full stop without ending a sentence. Folded, without the stop. Those of the packs,
 * and of languages that are told apart and have no pack: they are read with another's words.
 */
import { anyOf } from './combined.ts'

const inPacks = (list: 'always' | 'beforeNumber'): string =>
  anyOf(({ abbreviations }) => abbreviations?.[list]).join(' ')

/** Followed by a name or a term: never the end of a sentence. */
export const ALWAYS = new Set(
  (
    `${inPacks('always')} ` +
    // German, Spanish, Portuguese, Italian, Russian, Arabic; none of them is a word of another of these languages.
    'bzw vgl inkl exkl zzgl evtl ggf sog mio mrd nr str geb z.b u.a d.h s.o i.d.r u.u o.g ' +
    'sra srta dra uds gral cnel excmo excma ilmo avda lic pag pags ee.uu aprox exmo exma profa dott avv geom sigg ' +
    'им ул руб млн млрд тыс рис т.е т.к напр гг'
  ).split(' '),
)

/** Before an ordinal, which German writes with a stop: "im 19. Jahrhundert", "die 2. Auflage". */
export const BEFORE_ORDINAL = new Set(
  (
    'der die das dem den des im am vom zum zur beim ins ans ein eine einem einen einer eines dieser dieses diesem ' +
    'diesen jeder jedes jedem jeden ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner unser unsere unserem ' +
    'bis seit nach ab vor und auf mein meine meinem'
  ).split(' '),
)

/** Months after a day and its stop: "18. September", "3. mai". Folded. */
export const MONTHS = new Set(
  (
    'januar janner februar marz april mai juni juli august september oktober november dezember jan feb aug sept sep ' +
    'okt nov dez januar februar mars maj juni leden unora brezna dubna kvetna cervna cervence srpna zari rijna ' +
    'listopadu prosince januari februari augusti augustus maart mei januarja'
  ).split(' '),
)

/** Followed by a number they go on: "Jan. 19", "No. 12", "p. 4". */
export const BEFORE_NUMBER = new Set(
  (
    `${inPacks('beforeNumber')} ` +
    ' jan jän mrz mär okt dez ene abr ago dic fev mai set out gen mag giu lug ott num ' +
    'янв фев мар апр авг сен сент окт ноя дек ст п'
  ).split(' '),
)
