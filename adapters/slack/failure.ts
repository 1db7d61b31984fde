/** What Slack would not do, with its code and what to do. */
import { VerbatimError } from '../../src/errors.ts'
import { fixOf } from './web.ts'

export class SlackFailure extends VerbatimError {
  /** Slack's code, "not_in_channel"; `unknown` when nobody can tell whether it happened. */
  readonly slack: string

  constructor(method: string, slack: string, fix: string = fixOf(slack)) {
    super('internal', `Slack: ${method}: ${slack}; ${fix}.`)
    this.name = 'SlackFailure'
    this.slack = slack
  }
}
