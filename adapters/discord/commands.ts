/** The commands that Discord offers people, as plain data: they are told to it when they have changed. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10'

export const COMMAND = {
  ask: 'ask',
  figure: 'figure',
  brief: 'brief',
  check: 'check',
  sources: 'sources',
  watch: 'watch',
  verbatim: 'verbatim',
} as const

/** In the menu of a message. */
export const CHECK = 'Check against the documents'

/** Longer questions are turned back; filters come on top. */
const QUESTION = 1500
/** The most that Discord takes. */
const DRAFT = 6000
const NAME = 200
const LINE = 500

interface Text {
  readonly required?: boolean
  /** Completed while it is typed. */
  readonly completed?: boolean
  readonly most?: number
}

const text = (
  name: string,
  description: string,
  { required = false, completed = false, most = NAME }: Text = {},
): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.String,
  name,
  description,
  required,
  max_length: most,
  // Discord's types know a completed option and one with choices apart.
  ...(completed ? { autocomplete: true } : {}),
})

const flag = (name: string, description: string): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.Boolean,
  name,
  description,
})

const sub = (
  name: string,
  description: string,
  ...options: APIApplicationCommandBasicOption[]
): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name,
  description,
  options,
})

/** Added to servers, where roles say who may do what; and in direct messages with the bot. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
}

export const commands: RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: COMMAND.ask,
    description: 'Answers from the documents, in their own words, each quote with its source',
    options: [
      text('question', 'A whole question, or key words', { required: true, most: QUESTION }),
      text('set', 'Only from this set of documents', { completed: true }),
      text('document', 'Only from this document', { completed: true }),
      flag('private', 'Only you see the answer; you can share it afterwards'),
    ],
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: COMMAND.figure,
    description: 'Every figure the documents give, side by side, those that disagree marked',
    options: [
      text('what', 'What is counted: displaced, killed, wells', {
        required: true,
        completed: true,
      }),
      text('place', 'Where', { completed: true }),
      text('since', 'Only since then: 2023, 2023-04, 2023-04-30'),
      flag('chart', 'With a chart, unless you say no'),
      flag('private', 'Only you see the answer; you can share it afterwards'),
    ],
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: COMMAND.brief,
    description: 'What is new in the documents, in quotes',
    options: [
      text('topic', 'Only on this topic'),
      text('since', 'Since then: 2023-04-30; since yesterday unless told'),
      text('set', 'Only from this set of documents', { completed: true }),
      flag('private', 'Only you see it; you can share it afterwards'),
    ],
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: COMMAND.check,
    description: 'Holds a draft against the documents: each quotation, claim and number',
    options: [text('draft', 'A paragraph or two', { required: true, most: DRAFT })],
  },
  {
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput,
    name: COMMAND.sources,
    description: 'The documents that are answered from here',
  },
  {
    integration_types: [ApplicationIntegrationType.GuildInstall],
    // For oneself; of a channel, admins say it.
    contexts: [InteractionContextType.BotDM],
    type: ApplicationCommandType.ChatInput,
    name: COMMAND.watch,
    description: 'Tells you when a new document has it; without words, what is watched',
    options: [
      text('search', 'cholera by:OCHA; displaced > 200000 Mopti; a question', { most: LINE }),
      text('when', 'daily 08:00 Europe/Paris; as soon as there is something unless told'),
      text('end', 'What is watched no more: its words, or its number', { most: LINE }),
    ],
  },
  {
    integration_types: [ApplicationIntegrationType.GuildInstall],
    // In a direct message nobody is an admin.
    contexts: [InteractionContextType.Guild],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    type: ApplicationCommandType.ChatInput,
    name: COMMAND.verbatim,
    description: 'Says what is answered from here, and when a summary is posted',
    options: [
      sub('help', 'What can be set up, and how'),
      sub('sources', 'What this channel sees, and where it is from'),
      sub('gaps', 'Questions that the documents did not answer'),
      sub(
        'add',
        'Reads a page or a feed, and looks at it again from time to time',
        text('address', 'https://…', { required: true, most: LINE }),
        text('set', 'For this set of documents', { completed: true }),
      ),
      sub(
        'remove',
        'Takes a page or a feed out again',
        text('address', 'https://…', { required: true, most: LINE }),
      ),
      sub('refresh', 'Looks at every source now'),
      sub(
        'set',
        'The sets of documents that this channel sees',
        text('sets', 'One or more, with spaces between them', {
          required: true,
          completed: true,
          most: LINE,
        }),
      ),
      sub(
        'schedule',
        'When a summary is posted here',
        text('when', 'daily 08:00 Europe/Paris; list; remove 1', { required: true, most: LINE }),
      ),
      sub(
        'watch',
        'Posts here when a new document has it; without words, what is watched',
        text('search', 'cholera by:OCHA; displaced > 200000 Mopti; a question', { most: LINE }),
        text('when', 'daily 08:00 Europe/Paris; as soon as there is something unless told'),
      ),
      sub(
        'unwatch',
        'Ends that',
        text('search', 'Its words, or its number', { required: true, most: LINE }),
      ),
    ],
  },
  { ...EVERYWHERE, type: ApplicationCommandType.Message, name: CHECK },
]
