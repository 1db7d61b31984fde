/** What Slack would not do, with its code and the mend. */
import { VerbatimError } from '../../src/errors.ts'
import { mendOf } from './web.ts'

export class SlackFailure extends VerbatimError {
  /** Slack's code, "not_in_channel"; `unknown` when nobody can tell whether it happened. */
  readonly slack: string

  constructor(method: string, slack: string, mend: string = mendOf(slack)) {
    super('internal', `Slack: ${method}: ${slack}; ${mend}.`)
    this.name = 'SlackFailure'
    this.slack = slack
  }
}
