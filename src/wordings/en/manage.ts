/** What admins are told in English: what the bot knows, and which channel sees what. */
export const MANAGING = {
  help: [
    'sources: what this channel sees, and where it is from.',
    'add https://… [SET]: reads a page or a feed and looks at it again from time to time.',
    'remove https://…: takes it out again.',
    'refresh: looks at every source now.',
    'set NAME …: the sets this channel sees; set default: the default one.',
  ] as readonly string[],
  noCommand: (word: string, help: string): string => `There is no command “${word}”. ${help}`,
  /** Where schedules are for admins. */
  alone: 'Ask one of them, or say it to the bot in a direct message: then it is for you alone.',
  noSource: 'No source yet. Add one: add https://…',
  noSourceSeen: 'This channel sees no source. Add one: add https://…',
  source: (set: string, location: string, documents: number): string =>
    `${set}: ${location}, ${counted(documents)}`,
  withSecrets: 'That is read with secrets of whoever runs the bot; they add it where it runs.',
  notOfChannel: (address: string): string =>
    `${address === '' ? 'That' : address} is no source of this channel. See them: sources`,
  removed: (documents: number): string => `Removed, and with it ${counted(documents)}.`,
  sees: (sets: string): string => `This channel now sees ${sets}.`,

  sets: {
    none: 'none',
    notHere: (set: string, sets: string, one: boolean): string =>
      `There is no set “${set}” here; there ${one ? 'is' : 'are'} ${sets}.`,
    seesNone:
      'This channel sees no set, so nothing can be added here. Say first which it sees: set NAME',
    unseen: (set: string, sets: string): string =>
      `This channel does not see the set “${set}”; it sees ${sets}.`,
    which: (example: string): string =>
      `Say which sets this channel sees, for example: set ${example}`,
    unknown: (names: readonly string[], sets: string): string =>
      `There is no set “${names.join('”, “')}”; it sees ${sets}.`,
  },
}

const counted = (count: number): string => `${count} ${count === 1 ? 'document' : 'documents'}`
