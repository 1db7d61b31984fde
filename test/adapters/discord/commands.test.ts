import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { CHECK, commands } from '../../../adapters/discord/commands.ts'
import { LIMITS } from '../../../adapters/discord/limits.ts'

/** What Discord takes for the name of a command or an option. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** Every option, and those of subcommands. */
function optionsOf(options: readonly APIApplicationCommandOption[]): APIApplicationCommandOption[] {
  return options.flatMap((option) => [
    option,
    ...('options' in option ? optionsOf(option.options ?? []) : []),
  ])
}

const lists = commands.flatMap((command) => {
  const own: readonly APIApplicationCommandOption[] =
    'options' in command ? (command.options ?? []) : []
  return [own, ...own.map((option) => ('options' in option ? (option.options ?? []) : []))]
})

describe('the commands', () => {
  it('are as Discord takes them', () => {
    expect(commands.length).toBeLessThanOrEqual(LIMITS.commands)
    for (const command of commands.filter(({ type }) => type === ApplicationCommandType.Message)) {
      expect(command.name.length).toBeLessThanOrEqual(LIMITS.commandName)
      expect('description' in command).toBe(false)
    }
    for (const command of commands.filter(({ type }) => type !== ApplicationCommandType.Message)) {
      expect(command.name).toMatch(NAME)
      expect(command.name).toBe(command.name.toLowerCase())
      const described = 'description' in command ? command.description : ''
      expect(described?.length).toBeGreaterThan(0)
      expect(described?.length).toBeLessThanOrEqual(LIMITS.commandDescription)
    }
    for (const list of lists) {
      expect(list.length).toBeLessThanOrEqual(LIMITS.commandOptions)
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length)
      // What is required comes first.
      const required = list.map((option) => 'required' in option && option.required)
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)))
    }
    for (const option of lists.flatMap((list) => optionsOf(list))) {
      expect(option.name).toMatch(NAME)
      expect(option.name).toBe(option.name.toLowerCase())
      expect(option.description.length).toBeGreaterThan(0)
      expect(option.description.length).toBeLessThanOrEqual(LIMITS.commandDescription)
    }
  })

  it('are each of the names that people are told', () => {
    expect(commands.map(({ name }) => name)).toEqual([
      'ask',
      'figure',
      'brief',
      'check',
      'sources',
      'watch',
      'verbatim',
      CHECK,
    ])
  })

  it('complete documents, sets, places and what is counted', () => {
    const completed = lists
      .flatMap((list) => optionsOf(list))
      .filter((option) => 'autocomplete' in option && option.autocomplete)
      .map(({ name }) => name)
    expect([...new Set(completed)].sort()).toEqual(['document', 'place', 'set', 'sets', 'what'])
  })

  it('of administration are for who may manage the server, in servers only', () => {
    const admin = commands.find(({ name }) => name === 'verbatim')
    expect(admin).toMatchObject({ default_member_permissions: '32', contexts: [0] })
    const rest = commands.filter(({ name }) => name !== 'verbatim')
    for (const command of rest) {
      // A watch of one's own is made in a direct message.
      const contexts = command.name === 'watch' ? [1] : [0, 1]
      expect(command).toMatchObject({ contexts, integration_types: [0] })
      expect(command.default_member_permissions).toBeUndefined()
    }
    const subcommands = admin !== undefined && 'options' in admin ? (admin.options ?? []) : []
    expect(subcommands.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['help', 'sources', 'add', 'remove', 'refresh', 'set', 'schedule']),
    )
    for (const { type } of subcommands) expect(type).toBe(ApplicationCommandOptionType.Subcommand)
  })

  it('are plain data, the same each time', () => {
    expect(JSON.parse(JSON.stringify(commands))).toEqual(commands)
  })
})
