/** What Discord takes, in one table. Characters are UTF-16 code units, which are never fewer than Discord counts. */
export const LIMITS = {
  /** Text of a message beside its embeds. */
  content: 2000,
  /** Embeds of a message. */
  embeds: 10,
  /** All text of all embeds of a message together. */
  embedsTogether: 6000,
  embedTitle: 256,
  embedDescription: 4096,
  embedAuthor: 256,
  embedFooter: 2048,
  embedFields: 25,
  fieldName: 256,
  fieldValue: 1024,
  /** Rows of buttons and select menus under a message, and buttons of a row. */
  rows: 5,
  buttons: 5,
  buttonLabel: 80,
  customId: 100,
  /** Options of a select menu, and of each its label, value and description. */
  options: 25,
  optionText: 100,
  placeholder: 150,
  /** Completions of what somebody types, and of each its name and value. */
  choices: 25,
  choiceText: 100,
  modalTitle: 45,
  modalLabel: 45,
  inputText: 4000,
  /** Bytes of all files of a message together, where the server has no boosts. */
  filesTogether: 10 * 1024 * 1024,
  files: 10,
  /** What a file is for those who cannot see it. */
  fileDescription: 1024,
  /** Commands of an application, and of a command its options. */
  commands: 100,
  commandOptions: 25,
  commandName: 32,
  commandDescription: 100,
} as const
