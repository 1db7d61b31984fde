/** How a person types a command, where the core and the adapters find it. */
export { commandLine } from '../index/command-line.ts'
