/** Questions that stay open: noted when they are asked, looked at again when documents have come in. */
import type { Message } from './adapter.ts'
import { gapOf, reviewGaps } from './gaps.ts'
import type { Logger } from './log.ts'
import type { Pipelines } from './pipeline.ts'
import type { Nothing } from './reply.ts'
import { sightOf, type SightOptions } from './sight.ts'
import type { Store } from './store/store.ts'

export interface OpenQuestionsOptions extends SightOptions {
  readonly store: Pick<Store, 'scopes' | 'gaps'>
  readonly log: Logger
  readonly pipelines: Pipelines
  readonly clock: () => Date
}

export class OpenQuestions {
  readonly #options: OpenQuestionsOptions
  readonly #unreviewed = new Set<string>()
  #reviewing: Promise<void> = Promise.resolve()

  constructor(options: OpenQuestionsOptions) {
    this.#options = options
  }

  /** They are what the team is to look for next; a lost line must not cost the reply. */
  async note(message: Message, nothing: Nothing): Promise<void> {
    const { store, log, clock } = this.#options
    try {
      await store.gaps.add(gapOf(message, nothing, clock()))
    } catch (error) {
      log.error({ err: error }, 'the gap log could not be written')
    }
  }

  /** Looks which are answered by documents that have come in. Never rejects. */
  review(changed: readonly { readonly id: string }[]): Promise<void> {
    for (const { id } of changed) this.#unreviewed.add(id)
    this.#reviewing = this.#reviewing.then(() => this.#review())
    return this.#reviewing
  }

  async #review(): Promise<void> {
    const fresh = new Set(this.#unreviewed)
    this.#unreviewed.clear()
    if (fresh.size === 0) return
    const { pipelines, store, log } = this.#options
    try {
      await reviewGaps(fresh, {
        gaps: store.gaps,
        pipelineOf: async (gap) => {
          // As a question there would see them.
          const sight = await sightOf({ ...gap, id: '', text: '', user: '' }, this.#options)
          return pipelines.of(await sight.view())
        },
      })
    } catch (error) {
      // With the next that come in.
      for (const id of fresh) this.#unreviewed.add(id)
      log.error({ err: error }, 'open questions could not be looked at again')
    }
  }
}
