/** The constructs of the number cases that this project leaves out on purpose, each with its reason. */
import type { Result } from './numbers.ts'

interface Construct {
  readonly why: string
  readonly is: (result: Result, text: string, file: string) => boolean
}

const value = ({ Resolution }: Result): string => Resolution?.value ?? ''

/** Denominators that are spoken: halves, thirds, … tenths with at most nine of them. */
const PLAIN_FRACTION =
  /^(?:an?|one|two|three|four|five|six|seven|eight|nine|les|la|le|une?|deux|trois|quatre|cinq|six|sept|huit|neuf)?[ -]?(?:hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|demie?s?|moitié|tiers|quarts?|cinquièmes?|sixièmes?|septièmes?|huitièmes?|dixièmes?)$/iu

const ORDINAL =
  /(?:th|first|second|third|fifth|ieme|ième|ieme|premier|première|seconde?|tiers|deuxième)s?$|(?:th|ième)s? /iu

/** A number word, English or French, as another one is followed by it. */
const WORD =
  '(?:\\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|four|fif|six|seven|eigh|nine|twen|forty|hundred|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|vingt|trente|cent|mille)'
const ADDED = new RegExp(
  String.raw`\d (?:thousand|hundred|crore|lakh|mille|cents?|millions?|milliards?) (?:and |et )?${WORD}|(?:million|billion|milliard)s? (?:and|et) \p{L}+ (?:\p{L}+ )?(?:\p{L}+(?:ths?|thirds|quarters|quarts?|tiers|ièmes?)|million)|(?:quarters?|thirds) of a|three quarters (?:million|billion)|(?:million|billion) and (?:a|one) \p{L}+ million|milli\p{L}+ et (?:une? |trois )?(?:demie?|quarts?|tiers)`,
  'iu',
)
const TWO_UNITS = new RegExp(
  String.raw`(?:\d|\p{L}) (?:dollars?|usd|rmb|kuai|euros?|yuan|livres?|\$)(?: and| et)? (?:${WORD}|and )|(?:ft|feet|pieds) (?:and |et )?\d`,
  'iu',
)

const CONSTRUCTS: readonly Construct[] = [
  {
    why: 'powers and scientific notation',
    is: ({ Resolution, Text }) =>
      (Resolution?.subtype === 'power' && !/^-?\d[\d.,]*$/u.test(Text)) ||
      /\d\s*[eE]\s*[+-]?\d|\^/u.test(Text),
  },
  {
    why: 'fractions spoken with a numerator or denominator past ten, mixed or improper',
    is: ({ Resolution, Text }) =>
      (Resolution?.subtype === 'fraction' || ORDINAL.test(Text)) &&
      /\p{L}/u.test(Text) &&
      !PLAIN_FRACTION.test(Text.trim()) &&
      !/ (?:and|et) (?:an?|one|une?|1) ?(?:half|quarter|demie?|quart)$/iu.test(Text) &&
      /(?:ths?|firsts?|seconds?|thirds?|fifths?|ièmes?|iemes?|tiers|quarts?|demie?s?|quarters?|hal(?:f|ves))\b/iu.test(
        Text,
      ),
  },
  {
    why: '"over" and "sur" between numbers as a stroke of division',
    is: ({ Text, TypeName }) => TypeName === 'number' && /\s(?:over|sur)\s/iu.test(Text),
  },
  {
    why: 'ratios to be read as two separate numbers',
    is: (_result, text, file) =>
      file.endsWith('NumberModelPercentMode') && /\b(?:in|out of|sur)\b/iu.test(text),
  },
  {
    why: 'years, dates, telephone numbers, addresses, times and codes are no figures',
    is: ({ Text, TypeName }, text) =>
      TypeName === 'number' &&
      (/^(?:1[89]|20)\d\d$/u.test(Text) ||
        /\d[/.-]\d+[/.-]\d|\+\d|\d-\d{3}|\p{L}{2,}-\d|\d 0{2,}|\bn(?:o|rs?|°)\.? ?\d|^\d+\.$/iu.test(
          text,
        ) ||
        (/^\d{1,2}$/u.test(Text) &&
          /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mars|avril|mai|juin|août|déc)\p{L}*\.? \d|\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|juin|août)|\d:\d\d|\d ?[ap]m\b/iu.test(
            text,
          ))),
  },
  {
    why: '"one", "un", "une" on their own are articles and pronouns',
    is: ({ Text, TypeName }) =>
      TypeName !== 'percentage' &&
      /^(?:negative |minus |moins )?(?:one|un|une)(?!\p{L})/iu.test(Text) &&
      !/^(?:one|une?)[ -](?:hundred|thousand|million|billion|trillion|dozen|third|half|quarter|fourth|fif|six|seven|eigh|nin|ten|cent|mille|milli|tiers|quart|demi|douzaine|cinq|sept|huit|neuv|dix|out|in|sur)/iu.test(
        Text,
      ),
  },
  {
    why: '"zero" and "nought" in words',
    is: ({ Text }) => /^(?:zero|zéro)\b|\b(?:nought|naught)\b/iu.test(Text),
  },
  {
    why: 'letters and short forms that multiply other than K, M and bn: 10G, 1.2b, "2.33 k", dzs',
    is: ({ Text, TypeName }) =>
      TypeName === 'number' && /\d\s*(?:[gtb]|tln)$|\d\s+[kmgtb]$|\b(?:dzs?|dozs?)$/iu.test(Text),
  },
  {
    why: 'text whose words and marks were set apart by spaces: "fifty - two", "7 . 57", "- 5"',
    is: ({ Text }) => /\p{L} - \p{L}|^- |\d [.,] ?\d|\d[.,] \d|\$ - |\p{L} - |\d ' /u.test(Text),
  },
  {
    why: 'a decimal point spoken before a whole number: "point seventy-one"',
    is: ({ Text }) =>
      /\b(?:point|virgule) (?:\p{L}+ty|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|ten|eleven|twelve|\p{L}+teen)/iu.test(
        Text,
      ),
  },
  {
    why: 'digits and words added up: "4 thousand 3 hundred and 21", "one million and three quarters"',
    is: ({ Text }) => ADDED.test(Text),
  },
  {
    why: 'dozens on top of other words of number: "three hundred and two dozens"',
    is: ({ Text }) => /hundred and \p{L}+ dozens?|cent \p{L}+ douzaines?/iu.test(Text),
  },
  {
    why: 'more digits than can be exact',
    is: ({ Text }) => (Text.match(/\d/gu)?.length ?? 0) > 15,
  },
  {
    why: 'a unit, a currency or a percent sign without a number, or before it',
    is: (result) =>
      value(result) === '' ||
      value(result) === 'null' ||
      /^(?:per ?cents?|percents?|pourcents?|pour ?cents?|%|pourcentage) (?:of|de) /iu.test(
        result.Text,
      ) ||
      /^dollar \d/iu.test(result.Text),
  },
  {
    why: 'two bounds said one after the other are two figures here',
    is: (result) => {
      const [low, high] = value(result).slice(1, -1).split(',')
      const both = low !== undefined && high !== undefined && low !== '' && high !== ''
      const compared =
        /(?:than|least|above|below|under|over|more|que|moins|plus|dessus|dessous|supérieur|inférieur|égal)/iu
      return (
        both && compared.test(result.Text) && !/^(?:between|from|entre|de) /iu.test(result.Text)
      )
    },
  },
  {
    why: 'signs of comparison: <=, =>, <>',
    is: ({ Text }, text) =>
      /[<>]\s*=|=\s*[<>]|<\s*>|<\s*-/u.test(Text) || /^[<>=]{2,}\d/u.test(text),
  },
  {
    why: 'ranges of which that library reads the end only',
    is: ({ TypeName, Start = 0 }, text) =>
      TypeName !== 'numberrange' &&
      /(?:\d|\p{L}) (?:-|to|or|à|ou) $/u.test(text.slice(0, Start)) &&
      !/\d{4} - $/u.test(text.slice(0, Start)),
  },
  {
    why: 'bounds of ratios, which the modes of that library read differently',
    is: ({ TypeName }, text) =>
      TypeName === 'numberrange' && /(?:\d|\p{L}) (?:in|sur) (?:\d|cinq|five)/u.test(text),
  },
  {
    why: 'magnitudes without a number: "un millier"',
    is: ({ Text }) => /\b(?:millier|centaine|dizaine|vingtaine)/iu.test(Text),
  },
  {
    why: 'what went from one figure to another is two figures',
    is: (_result, text) => /passée?s? de \d|rose from \d/iu.test(text),
  },
  {
    why: 'French "négatif", "soustraire", "lakh", "crore" and "trillion"',
    is: ({ Text }, _text, file) =>
      file.includes('French') && /négati|soustraire|lakh|crore|trillion/iu.test(Text),
  },
  {
    why: 'ranges of ordinals',
    is: ({ TypeName, Text }) =>
      TypeName === 'numberrange' && /(?:th\b|first|second\b|third|ième|premier)/iu.test(Text),
  },
  {
    why: 'amounts in two units: "3 dollars 50 cents", "5 ft 2 in"',
    is: ({ Text, TypeName }) =>
      (TypeName === 'currency' || TypeName === 'dimension') && TWO_UNITS.test(Text),
  },
  {
    why: 'millions written into the code of a currency: MEUR',
    is: ({ Text }) => /\bM(?:USD|EUR|GBP|AUD|CAD|CHF)\b/iu.test(Text),
  },
  {
    why: 'currencies of cryptography and signs of other scripts',
    is: ({ Resolution, Text }) =>
      /bitcoin|satoshi|btc/iu.test(Resolution?.unit ?? '') || /[元ரூ₿]|sen /u.test(Text),
  },
  {
    why: 'pounds of weight, which could be money',
    is: ({ TypeName, Text }) => TypeName === 'dimension' && /\b(?:pounds?|livres?)\b/iu.test(Text),
  },
  {
    why: 'units in brackets and units as signs: 20 (kg), 10"',
    is: ({ Text, TypeName }) => TypeName === 'dimension' && /[()[\]{}<>"]/u.test(Text),
  },
  {
    why: 'rare units: picometre, drachm, turn',
    is: ({ Text, TypeName }) =>
      TypeName === 'dimension' &&
      /\b(?:picometer|picomètre|pm|drachma|turns?|tours?|stater)\b/iu.test(Text),
  },
  {
    why: 'misspelt units',
    is: ({ Text }) => /centigrate|centrigrade/iu.test(Text),
  },
]

/** Why a case is not supported; nothing when it is. */
export function unsupported(text: string, expected: readonly Result[], file: string): string[] {
  if (expected.length === 0 && /[<>=]{2}|^(?:égal|inférieur) ou (?:in|su)/u.test(text))
    return ['signs of comparison: <=, =>, <>']
  return expected.flatMap((result) =>
    CONSTRUCTS.filter((construct) => construct.is(result, text, file)).map(({ why }) => why),
  )
}
