/** The one base of errors, where the core and the adapters find it. */
export { VerbatimError } from '../index/errors.ts'
