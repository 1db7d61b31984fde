import { describe, expect, it } from 'vitest'
import { interact } from '../../../adapters/slack/interactions/interactions.ts'
import type { Request } from '../../../src/adapter.ts'
import type { Reply } from '../../../src/reply.ts'
import { citation, REPLIES, sources } from '../../support/replies.ts'
import { notebook, type NotebookOptions } from '../../support/slack-poster.ts'
import { wordsOf } from '../../support/slack-shown.ts'

const documents = ['2021-01-01', '2024-03-05', '2023-06-07'].map((date, at) => ({
  ...citation({
    title: { value: `Report ${at}`, inferred: false },
    date: { value: date, inferred: false },
  }),
  language: 'en',
  length: 10,
  passages: 2,
}))

function replying(request: Request | undefined): Reply {
  if (request?.kind === 'sources') return sources({ documents })
  if (request?.kind === 'gaps') return REPLIES.gaps
  if (request?.kind === 'suggest') return { kind: 'suggestions', values: ['farms', 'rivers'] }
  return REPLIES.help
}

async function opened(options: Partial<NotebookOptions> = {}) {
  const book = notebook({ reply: replying, ...options })
  const event = { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' }
  await interact({ type: 'event_callback', event }, () => Promise.resolve(), book.context)
  const [user, view] = book.by('publishHome')[0] ?? []
  return { book, user, words: wordsOf([view]) }
}

describe('the App Home', () => {
  it('says what it knows, the newest first, and how to ask', async () => {
    const { user, words } = await opened()
    expect(user).toBe('U1')
    expect(words).toContain('I answer from one document about farming.')
    expect(words).toContain('How far did the millet yield fall?')
    expect(words).toContain('farms, rivers')
    expect(words).toContain('3 documents, 6 passages. The newest is of 2024-03-05.')
    expect(words).toMatch(/Report 1[\s\S]*Report 2[\s\S]*Report 0/u)
    expect(words).toContain('1 problem: /verbatim sources.')
    expect(words).toContain('As of 2024-05-01 10:00 UTC.')
  })

  it('asks as whoever opens it, for their direct messages', async () => {
    const { book } = await opened({ role: 'outsider' })
    for (const message of book.asked)
      expect(message).toMatchObject({ user: 'U1', role: 'outsider', channel: 'D1' })
  })

  it('shows unanswered questions to admins only', async () => {
    expect((await opened()).words).not.toContain('Who dug the new well?')
    const { book, words } = await opened({ role: 'admin' })
    expect(words).toContain('Who dug the new well?')
    expect(book.asked).toContainEqual(
      expect.objectContaining({ request: { kind: 'gaps', of: 'workspace' }, channel: 'D1' }),
    )
  })

  it('says so when nothing may be seen', async () => {
    const refused: Reply = { kind: 'failed', code: 'documents', message: 'Ask an admin first.' }
    const { words } = await opened({ reply: () => refused })
    expect(words).toContain('Ask an admin first.')
    expect(words).not.toContain('Report')
  })
})
