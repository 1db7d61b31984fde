/** How a person types a command here: a clone is run by npm, an installed package by its name. */
const isClone = import.meta.url.endsWith('.ts')
const viaNpx = process.env['npm_command'] === 'exec'
const PROGRAM = isClone ? 'npm start --' : viaNpx ? 'npx verbatim' : 'verbatim'

/** @param command with its arguments: `ask "…"` */
export const commandLine = (command: string): string => `${PROGRAM} ${command}`
