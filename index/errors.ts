/** One base for every error a person is told about: a code, a message that says what to do, a cause. */

export type ErrorCode =
  | 'usage'
  | 'config'
  | 'documents'
  | 'question'
  | 'rate'
  | 'settings'
  | 'storage'
  | 'internal'

export class VerbatimError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'VerbatimError'
    this.code = code
  }
}
