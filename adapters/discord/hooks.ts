/** Interactions, by the address that each brings along: acknowledged within 3 s, answered within 15 minutes. */
import { performance } from 'node:perf_hooks'
import { InteractionResponseType, MessageFlags } from 'discord.js'
import { begin } from '../../src/delivery/begin.ts'
import type { Ledger, Memory } from '../../src/adapter.ts'
import type { Logger } from '../../src/log.ts'
import { pause } from '../../src/delivery/timing.ts'
import { bodyOf, filesOf } from './bodies.ts'
import type { Calls } from './calls.ts'
import { CODE, DiscordFailure, EXPIRED } from './failure.ts'
import { rememberOwner } from './find.ts'
import { type Messages, postedOf, Receipt } from './messages.ts'
import type { Acknowledgement, Hook, Post, Posted } from './seams.ts'
import type { Timing } from './timing.ts'
import type { Call } from './web.ts'

export interface HooksOptions {
  readonly calls: Calls
  readonly messages: Messages
  readonly ledger: Ledger
  readonly memory: Memory
  readonly timing: Timing
  readonly log: Logger
  readonly signal: AbortSignal
}

/** Milliseconds that an interaction may be answered for. */
const GOOD_FOR = 15 * 60_000

export class Hooks {
  readonly #options: HooksOptions

  constructor(options: HooksOptions) {
    this.#options = options
  }

  /** Before any work. Never rejects: what was not acknowledged shows when it is answered. */
  async acknowledge(hook: Hook, how: Exclude<Acknowledgement, { kind: 'own' }>): Promise<void> {
    const { log } = this.#options
    const body =
      how.kind === 'update'
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : {
            type: InteractionResponseType.DeferredChannelMessageWithSource,
            data: { flags: how.ephemeral ? MessageFlags.Ephemeral : 0 },
          }
    try {
      await this.callback(hook, body)
    } catch (error) {
      log.warn({ err: error, interaction: hook.id }, 'an interaction was not acknowledged in time')
    }
  }

  /** The first answer to an interaction. @throws DiscordFailure when it was not taken in time */
  async callback(hook: Hook, body: unknown): Promise<void> {
    const { calls, timing, signal } = this.#options
    const attempt = calls.attempt('acknowledge', timing.acknowledge)
    const { acknowledging: timeout } = timing
    for (;;) {
      const outcome = await calls.once({
        method: 'POST',
        route: `/interactions/${hook.id}/${hook.token}/callback`,
        body,
        auth: false,
        timeout,
      })
      if (outcome.kind === 'ok') return
      // Taken at an earlier attempt, of which nobody heard, or of an earlier run.
      if (outcome.kind === 'refused' && outcome.code === CODE.acknowledged) return
      await calls.wait(attempt, outcome, (milliseconds) =>
        pause(Math.min(milliseconds, attempt.until - performance.now()), signal),
      )
    }
  }

  /** @throws DiscordFailure, after 15 minutes at the latest */
  async editOriginal(hook: Hook, post: Post): Promise<Posted> {
    const result = await this.#settle('answer', {
      ...original('PATCH', hook),
      body: bodyOf(post),
      ...filesOf(post),
    })
    return postedOf(result) ?? { channel: hook.channel, id: '@original' }
  }

  async removeOriginal(hook: Hook): Promise<void> {
    await this.#settle('take an answer away', original('DELETE', hook)).catch((error: unknown) => {
      if (!(error instanceof DiscordFailure && error.discord === CODE.unknownMessage)) throw error
    })
  }

  /** Nothing keeps Discord from taking it twice: what is not known to have failed is looked for. */
  async followUp(
    hook: Hook,
    post: Post,
    { ephemeral }: { readonly ephemeral: boolean },
    name: string,
  ): Promise<Posted | undefined> {
    const { ledger, memory, calls } = this.#options
    const key = `discord/follow/${name}`
    const standing = await begin(ledger, key, this.#options.signal)
    if (standing.state === 'done') return receiptOf(standing.receipt)
    const sent = standing.state === 'new' ? undefined : await this.#look(hook, post, ephemeral, key)
    if (sent?.kind === 'there') return this.#done(key, sent.posted)
    const body = bodyOf(post)
    const flags = body.flags | (ephemeral ? MessageFlags.Ephemeral : 0)
    const call: Call = {
      method: 'POST',
      route: `/webhooks/${hook.application}/${hook.token}`,
      query: new URLSearchParams({ wait: 'true' }),
      body: { ...body, flags },
      ...filesOf(post),
      auth: false,
    }
    const attempt = calls.attempt('follow up', GOOD_FOR)
    for (;;) {
      const outcome = await calls.once(call)
      if (outcome.kind === 'ok') {
        const posted = postedOf(outcome.result)
        if (posted !== undefined && !ephemeral) await rememberOwner(posted, key, memory)
        return this.#done(key, posted)
      }
      if (outcome.kind === 'unknown') {
        const seen = await this.#look(hook, post, ephemeral, key)
        if (seen.kind === 'there') return this.#done(key, seen.posted)
      }
      if (outcome.kind === 'refused') await ledger.undo(key)
      await calls.wait(attempt, outcome)
    }
  }

  /** Whether a follow-up has arrived; where nobody can tell it counts as arrived. */
  async #look(
    { id: after, channel }: Hook,
    post: Post,
    ephemeral: boolean,
    key: string,
  ): Promise<{ kind: 'there'; posted?: Posted } | { kind: 'missing' }> {
    const { messages, timing, log, signal } = this.#options
    if (!ephemeral) {
      await pause(timing.settle, signal)
      signal.throwIfAborted()
      const found = await messages.find({ to: { channel }, post, key, after })
      if (found === undefined) return { kind: 'missing' }
      if (found !== 'unreadable') return { kind: 'there', posted: found }
    }
    log.warn('part of an answer may not have arrived; it is not sent again, lest it come twice')
    return { kind: 'there' }
  }

  async #done(key: string, posted: Posted | undefined): Promise<Posted | undefined> {
    await this.#options.ledger.done(key, posted === undefined ? '' : JSON.stringify(posted))
    return posted
  }

  #settle(what: string, call: Call): Promise<unknown> {
    return this.#options.calls.settle(what, call, GOOD_FOR)
  }
}

/** Whether an interaction can be answered no more. */
export const isOver = (error: unknown): boolean =>
  error instanceof DiscordFailure && EXPIRED.has(error.discord)

const original = (method: 'PATCH' | 'DELETE', { application, token }: Hook): Call => ({
  method,
  route: `/webhooks/${application}/${token}/messages/%40original`,
  auth: false,
})

function receiptOf(receipt: string): Posted | undefined {
  return receipt === '' ? undefined : Receipt.parse(JSON.parse(receipt))
}
