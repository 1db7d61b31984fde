/** What stands in English on buttons, in windows and lists of chat platforms. */
const IN_A_CHANNEL =
  'Drop it in a channel of the server, with a mention of me: whoever has Manage Server there can add it.'

export const WINDOWS = {
  buttons: {
    more: 'More',
    inContext: 'In context',
    figures: 'Figures',
    share: 'Share',
    shareToChannel: 'Share to channel',
    delete: 'Delete',
    askAgain: 'Ask again',
    askQuestion: 'Ask a question',
    add: 'Add',
    addTo: (server: string): string => `Add to ${server}`,
    toSource: 'Go to a source',
    helpful: 'Helpful',
    notHelpful: 'Not helpful',
    didAnswer: 'This answered the question',
    didNotAnswer: 'This did not answer the question',
    close: 'Close',
    ask: 'Ask',
    open: 'open',
    openThere: 'open there',
  },
  pressed: {
    expired:
      'This button has expired: what it belongs to is kept for 30 days. Ask the question again.',
    failed: 'That did not work. Press it again, or ask again.',
    stands: 'That is shown already, further down.',
    shared: 'It is shared already.',
    notYours: 'Only who asked can delete this, or an admin.',
    done: 'Done.',
  },
  asking: {
    title: 'Ask the documents',
    question: 'Question',
    hint: 'A whole question, or key words',
    document: 'Only in one document',
    documentHint: 'Type some of its title',
    since: 'Only since',
    /** Behind the bot’s name. */
    isReading: 'is reading the documents…',
    waiting: 'Reading the documents …',
    answer: 'Answer',
    checked: 'Checked',
    noText: 'The message has no text to check. Choose one that has.',
  },
  files: {
    offer: (file: string): string => `Add ${file} to the documents that are answered from here?`,
    offerTo: (file: string, one: boolean): string =>
      `Add ${file} to the documents ${one ? 'of the server that you manage' : 'of which server'}?`,
    offerUntold: (file: string): string =>
      `Add ${file}? Discord does not tell now which servers you manage; press the button to ask again.`,
    noServer: (file: string): string =>
      `${file} can be read. You seem to manage no server that I am in. ${IN_A_CHANNEL}`,
    notAnyMore: `You may not manage that server any more. ${IN_A_CHANNEL}`,
    inServer: (server: string): string => `In ${server}:`,
    refused: (name: string, why: string): string => `“${name}” cannot be added: ${why}`,
    notRead: (ending: string, readable: string): string =>
      `${ending === '' ? 'a file without an ending' : ending} is not read; ${readable} are.`,
    tooLarge: (megabytes: number, most: number): string =>
      `it has ${megabytes} MB; at most ${most} MB are read. Split it.`,
    expired: 'This offer has expired. Drop the file again.',
    table: 'Figures as a table',
    spreadsheet: 'The figures as a table for spreadsheets',
    chart: 'The figures as a chart',
    chartOf: (question: string): string => `Figures: ${question}`,
  },
  shown: {
    nothing: 'There is nothing to show.',
    didYouMean: 'Did you mean:',
    notInWindow: 'There is more than a window holds; ask in a message.',
    notShown: (messages: number): string =>
      `${messages} more messages are not shown here; ask in a channel or a direct message.`,
    goesOn: 'The quote goes on …',
    wentOn: '… the quote goes on:',
    unshown: 'Something went wrong while showing the answer. Try again, or put it in other words.',
  },
  lists: {
    from: 'Where they come from',
    documents: (count: number): string => counted(count, 'document'),
    passages: (count: number): string => counted(count, 'passage'),
    problems: (count: number): string => counted(count, 'problem'),
    moreDocuments: (count: number): string => `and ${counted(count, 'more document')}.`,
    more: (count: number): string => `and ${count} more`,
    noDocuments: 'No documents yet.',
    noGaps: 'No question has gone unanswered. They are listed here when one does.',
    nearest: (document: string, text: string): string => `Nearest (${document}): ${text}`,
    page: (page: number, of: number): string => `Page ${page} of ${of}.`,
    part: (part: number, of: number): string => `Part ${part} of ${of}.`,
    forExample: 'Ask, for example:',
    tryThese: 'Ask, for example',
  },
  home: {
    knows: 'What it knows',
    unanswered: 'Unanswered lately',
    asOf: (time: string): string => `As of ${time}.`,
    sets: 'Document sets: ',
    newest: (date: string): string => ` The newest is of ${date}.`,
    moreDocuments: (count: number): string => `and ${count} more: /verbatim sources lists them.`,
    problems: (count: number): string => `${counted(count, 'problem')}: /verbatim sources.`,
  },
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
