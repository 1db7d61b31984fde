/** What the bot says in English of itself, and when something does not work. */
export const CHAT = {
  help: (documents: number): readonly string[] => [
    `I answer questions from ${documents} ${documents === 1 ? 'document' : 'documents'}, in their own words, each quote with where it stands.`,
    'When the documents do not say, I say so and show what comes nearest.',
    'Ask in a whole question or in key words, in English or French. “more” shows further quotes, “who said that?” the speaker, “sources” the documents.',
    '“figures killed in …” lists every figure for a request side by side, those that disagree marked.',
    '“brief Moura” sums a topic up in quotes, “brief since Monday 8:00” what is new since then.',
    '“watch cholera by:OCHA” or “watch displaced > 2000 Mopti” tells when a new document has it; “watch” lists, “unwatch …” ends it.',
    '“check: …” holds a draft against the documents: every quotation, claim and number.',
    'Narrow a question: in:title, by:publisher, since:2022-04, before:2023, "exact words", -word.',
  ],
  noted: 'Thank you, noted.',
  welcome: 'You are welcome.',

  tooOften: 'You ask faster than I can look things up. Try again in a minute.',
  wentWrong: 'Something went wrong while looking that up. Try again, or put it in other words.',
  unchecked: 'No quote could be checked against its document. Reload the documents and ask again.',
  noDocuments:
    'This channel has no documents to answer from. An admin adds some, or says which sets it sees.',
  noDocumentsHere: (command: string): string =>
    `There are no documents to answer from. Add some: ${command}`,
  noDocument: 'There is no such document here. See the sources.',
  noPage: 'There is no such page here. See the sources.',
  noPages: 'The file of this document has no pages to be shown. Read its text instead.',
  noVersion: 'That version of the document is not kept any more. Read it as it is now.',
  oneDocument: 'This link opens one document, and nothing else.',
  changed: 'That document is gone or has changed since. Ask the question again.',
  onlyAdminsSeeGaps: 'Only admins see what could not be answered.',
  onlyAdmins: (instead: string): string => `Only admins of this workspace may do that. ${instead}`,
  askAdmin: 'Ask one of them.',

  kept: (file: string, set: string): string => `${file} is in the set ${set}.`,
  added: (set: string, user: string): string => `Added to the set ${set} by ${user}.`,
  giveAddress: 'Give an address: add https://… Files are given by dropping them here.',
  done: (counts: {
    readonly read: number
    readonly unchanged: number
    readonly removed: number
    readonly skipped: number
    readonly added: number
    readonly updated: number
  }): string => {
    const { read, unchanged, removed, skipped, added, updated } = counts
    const parts = [
      `${read} read`,
      `${unchanged} unchanged`,
      ...(removed > 0 ? [`${removed} gone`] : []),
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ]
    return `${parts.join(', ')}. Documents: ${added} new, ${updated} updated.`
  },
  skipped: (count: number): string => `Skipped: ${count}. Tried again with every refresh.`,
}
