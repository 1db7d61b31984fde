/** Words that cannot both be true of one thing, English and French, in pairs; folded, in any of their forms. */
import type { Language } from '../document.ts'

const ENGLISH = `
  accept accepted accepts|reject rejected rejects refuse refused refuses decline declined
  approve approved approves|reject rejected rejects disapproved oppose opposed veto vetoed
  allow allowed allows permit permitted permits|ban banned bans forbid forbidden forbade prohibit prohibited prohibits bar barred
  opened opens reopen reopened opening|closed closes shut closing closure
  begin began begun begins start started starts|end ended ends stop stopped stops finish finished finishes
  win won wins|lose lost loses
  succeed succeeded succeeds success successful|fail failed fails failure unsuccessful
  ~ arrive arrived arrives|leave left leaves depart departed departs
  ~ enter entered enters|leave left exit exited
  ~ join joined joins|leave left quit quits withdrew
  ~ include included includes including|exclude excluded excludes excluding
  support supported supports back backed|oppose opposed opposes
  confirm confirmed confirms admit admitted|deny denied denies
  praise praised praises|criticise criticised criticize criticized condemn condemned condemns
  welcome welcomed|condemn condemned
  improve improved improves improving improvement|worsen worsened worsens worsening deteriorate deteriorated deterioration
  strengthen strengthened|weaken weakened
  buy bought buys|sell sold sells
  hire hired|fire fired dismissed
  release released releases freed|arrest arrested detain detained detains jailed imprisoned
  acquit acquitted cleared|convict convicted
  guilty|innocent
  legal lawful|illegal unlawful
  ~ alive survived|dead died killed
  ~ present|absent
  ~ public|private
  ~ north northern|south southern
  ~ east eastern|west western
  ~ before|after
  ~ above|below
  ~ more|fewer less
  ~ most|least fewest
  ~ majority|minority
  ~ maximum|minimum
  ~ highest largest biggest most greatest|lowest smallest least
  high higher|low lower
  ~ large larger big bigger|small smaller
  ~ first|last
  ~ early earlier earliest|late later latest
  ~ old older oldest|new newer newest young younger youngest
  ~ long longer longest|short shorter shortest
  fast faster fastest|slow slower slowest
  best better|worst worse
  ~ always|never
  ~ all every|none no
  ~ everyone everybody|nobody
  ~ male males men man boys boy|female females women woman girls girl
  ~ son sons|daughter daughters
  ~ father|mother
  ~ brother brothers|sister sisters
  ~ husband|wife
  ~ urban|rural
  ~ import imports imported|export exports exported
  ~ possible able|impossible unable
  likely|unlikely
  safe safer|unsafe dangerous
  sufficient enough adequate|insufficient inadequate
  available|unavailable
  ~ known|unknown
  agree agreed agrees|disagree disagreed disagrees
  ~ appear appeared|disappear disappeared
  lift lifted|impose imposed
  ~ positive positively|negative negatively
  ~ widely|narrowly
  ~ full|empty
  ~ complete completed|incomplete
  ~ local locally|foreign foreigners
  ~ civilian civilians|military soldiers
  ~ inside indoors|outside outdoors
  increase increased rise rose risen grew|decrease decreased fall fell fallen dropped declined shrank`

const FRENCH = `
  accepte accepter acceptent acceptee acceptes|refuse refuser refusent rejette rejeter rejete rejetee
  autorise autoriser autorisee autorises permet permis|interdit interdire interdite interdits
  ouvre ouvrir ouvert ouverte ouverts ouvertes|ferme fermer fermee fermes fermees fermeture
  commence commencer debute debuter|finit fini termine terminer cesse cesser
  gagne gagner gagnent|perd perdre perdu perdent
  reussit reussir reussi succes|echoue echouer echec
  ~ arrive arriver arrives|part partir parti partis quitte quitter
  inclut inclure inclus|exclut exclure exclu
  soutient soutenir soutenu|oppose opposer opposent
  confirme confirmer confirment|dement dementir nie nier
  ameliore ameliorer amelioration|aggrave aggraver aggravation degrade degradation deteriore
  libere liberer liberes liberation|arrete arreter arretes detenu detenus emprisonne
  coupable coupables|innocent innocents
  legal legale|illegal illegale
  ~ vivant vivants survecu|mort morts morte decede decedes tue tues
  ~ nord|sud
  ~ est|ouest
  ~ avant|apres
  ~ plus|moins
  ~ majorite|minorite
  ~ maximum maximal|minimum minimal
  ~ premier premiere|dernier derniere
  ~ ancien ancienne anciens|nouveau nouvelle nouveaux
  ~ grand grande grands grandes|petit petite petits petites
  ~ haut haute hauts|bas basse
  meilleur meilleure|pire
  ~ toujours|jamais
  ~ tous toutes|aucun aucune
  ~ hommes homme garcons|femmes femme filles
  ~ urbain urbaine urbains|rural rurale ruraux
  ~ possible|impossible
  suffisant suffisante|insuffisant insuffisante
  ~ positif positive positifs|negatif negative negatifs
  ~ public publique|prive privee
  hausse augmente augmenter augmentation|baisse diminue diminuer diminution recul
  ~ pour|contre`

interface Table {
  readonly all: ReadonlyMap<string, ReadonlySet<string>>
  readonly plain: ReadonlyMap<string, ReadonlySet<string>>
}

/** Lines that begin with ~ are of words that can stand in one true report: "north" and "south". */
const TABLES: Readonly<Record<Language, Table>> = { en: tableOf(ENGLISH), fr: tableOf(FRENCH) }

function tableOf(text: string): Table {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim())
  return {
    all: mapOf(lines.map((line) => line.replace(/^~\s*/u, ''))),
    plain: mapOf(lines.filter((line) => !line.startsWith('~'))),
  }
}

function mapOf(lines: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const line of lines) {
    const [one = [], other = []] = line.split('|').map((side) => side.trim().split(/\s+/u))
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      for (const word of from) found.set(word, new Set([...(found.get(word) ?? []), ...to]))
  }
  return found
}

const NONE: ReadonlySet<string> = new Set()

/** The words that say the opposite of a folded word, in some of its senses. */
export const oppositesOf = (folded: string, language: Language): ReadonlySet<string> =>
  TABLES[language].all.get(folded) ?? NONE

/** Those that cannot both be true of one event. */
export const plainOppositesOf = (folded: string, language: Language): ReadonlySet<string> =>
  TABLES[language].plain.get(folded) ?? NONE
