/** English words that cannot both be true of one thing, in pairs; `~` before those that one true report can have. */
export const OPPOSITES = `
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
