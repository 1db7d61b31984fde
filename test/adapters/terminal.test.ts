import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { Terminal, type TerminalOptions } from '../../adapters/terminal/terminal.ts'
import type { Message } from '../../src/adapter.ts'
import type { Reply } from '../../src/reply.ts'
import { testAdapter } from '../support/adapter-contract.ts'
import { answer, quote, REPLIES, sources } from '../support/replies.ts'
import { screen, typing } from '../support/streams.ts'

function open({ tty = false, add }: { tty?: boolean; add?: TerminalOptions['add'] } = {}) {
  const input = typing({ tty })
  const output = screen({ tty })
  const examples = ['Who dug the wells?', 'When did it rain?']
  const adapter = new Terminal({
    input,
    output,
    sources: sources(),
    examples,
    ...(add !== undefined && { add }),
  })
  const asked: string[] = []
  const replying = (message: Message): Promise<Reply> => {
    asked.push(message.text)
    return Promise.resolve(answer(quote(`Reply to ${message.text}.`)))
  }
  const seen = (words: string) => vi.waitFor(() => expect(output.shown()).toContain(words))
  return { input, output, adapter, asked, replying, seen }
}

testAdapter('the terminal', () => {
  const { input, output, adapter } = open()
  return {
    adapter,
    destination: 'terminal',
    // Without a terminal there are no colours to take off.
    shown: output.raw,
    say: (text) => {
      input.write(`${text}\n`)
      return Promise.resolve()
    },
    redeliver: () => Promise.resolve(false),
  }
})

describe('a session', () => {
  it('greets with what it has read and what to ask', async () => {
    const { adapter, output, replying } = open()
    await adapter.start(replying)
    expect(output.shown()).toContain('It has read 1 document, 7 passages.')
    expect(output.shown()).toContain('1 problem')
    expect(output.shown()).toContain('Who dug the wells?')
    expect(output.shown()).toContain('When did it rain?')
    await adapter.stop()
  })

  it.each(['exit', 'quit', ' EXIT '])('ends at %j', async (word) => {
    const { adapter, input, asked, replying } = open()
    await adapter.start(replying)
    input.write(`${word}\nnever asked\n`)
    await adapter.ended
    expect(asked).toEqual([])
  })

  it('takes a word that is no command for a question, whatever word it is', async () => {
    const { adapter, input, asked, replying, seen } = open()
    await adapter.start(replying)
    input.write('constructor\n')
    await seen('Reply to constructor.')
    expect(asked).toEqual(['constructor'])
    await adapter.stop()
  })

  it('passes over empty lines and asks for the next', async () => {
    const { adapter, input, asked, replying, seen } = open()
    await adapter.start(replying)
    input.write('\n   \none\n')
    await seen('Reply to one.')
    expect(asked).toEqual(['one'])
    await adapter.stop()
  })

  it('hands help and sources to the bot', async () => {
    const { adapter, input, output, seen } = open()
    await adapter.start(({ text }) =>
      Promise.resolve(text === 'help' ? REPLIES.help : REPLIES.sources),
    )
    input.write('help\nsources\n')
    await seen('The harvest report')
    expect(output.shown()).toContain('I answer from one document about farming.')
    await adapter.stop()
  })

  it('adds what is named, and says what a word alone lacks', async () => {
    const added: (readonly string[])[] = []
    const add = (locations: readonly string[]): Promise<Reply> => {
      added.push(locations)
      return locations.includes('gone.pdf')
        ? Promise.reject(new Error('gone.pdf does not exist'))
        : Promise.resolve({ kind: 'notice', text: ['1 read.'] })
    }
    const { adapter, input, asked, replying, seen } = open({ add })
    await adapter.start(replying)
    input.write('add ~/reports "my notes.md"\nadd gone.pdf\nadd\ncheck\nadd up the killed\n')
    await seen('Reply to add up the killed.')
    expect(added).toEqual([['~/reports', 'my notes.md'], ['gone.pdf']])
    expect(asked).toEqual(['add up the killed'])
    for (const words of [
      '1 read.',
      'gone.pdf does not exist',
      'Say what to add',
      'Say what to check',
    ])
      await seen(words)
    await adapter.stop()
  })

  it('answers one after the other what comes all at once, though the input ends', async () => {
    const { adapter, input, output } = open()
    await adapter.start(async ({ text }) => {
      await sleep(text === 'slow' ? 40 : 0)
      return answer(quote(`Reply to ${text}.`))
    })
    input.end('slow\nfast')
    await adapter.ended
    const shown = output.shown()
    expect(shown).toContain('Reply to slow.')
    expect(shown.indexOf('Reply to fast.')).toBeGreaterThan(shown.indexOf('Reply to slow.'))
  })

  it('tells its starter when a reply could not be had', async () => {
    const { adapter, input } = open()
    await adapter.start(() => Promise.reject(new Error('out of order')))
    input.write('one\n')
    await expect(adapter.ended).rejects.toThrow('out of order')
  })

  it('ends quietly when nobody reads on', async () => {
    const { adapter, input, output, replying } = open()
    output.on('error', () => {})
    await adapter.start(replying)
    output.destroy()
    input.write('one\n')
    input.end()
    await expect(adapter.ended).resolves.toBeUndefined()
  })
})

describe('the keys', () => {
  const CTRL_C = '\u0003'
  const CTRL_D = '\u0004'
  const UP = '\u001b[A'

  it('Ctrl-C at an empty prompt and Ctrl-D leave', async () => {
    for (const key of [CTRL_C, CTRL_D]) {
      const { adapter, input, asked, replying } = open({ tty: true })
      await adapter.start(replying)
      input.write(key)
      await adapter.ended
      expect(asked).toEqual([])
    }
  })

  it('Ctrl-C drops what is typed first', async () => {
    const { adapter, input, asked, replying, seen } = open({ tty: true })
    await adapter.start(replying)
    input.write(`wrong${CTRL_C}`)
    input.write('right\r')
    await seen('Reply to right.')
    expect(asked).toEqual(['right'])
    input.write(CTRL_C)
    await adapter.ended
  })

  it('Ctrl-C in the middle of an answer leaves after it', async () => {
    const { adapter, input, output } = open({ tty: true })
    const { promise, resolve } = Promise.withResolvers<Reply>()
    await adapter.start(() => promise)
    input.write('one\r')
    await sleep(10)
    input.write(CTRL_C)
    resolve(answer(quote('Reply to one.')))
    await adapter.ended
    expect(output.shown()).toContain('Reply to one.')
  })

  it('the arrow up brings back the last question', async () => {
    const { adapter, input, asked, replying, seen } = open({ tty: true })
    await adapter.start(replying)
    input.write('one\r')
    await seen('Reply to one.')
    input.write(UP)
    await sleep(10)
    input.write('\r')
    await vi.waitFor(() => expect(asked).toEqual(['one', 'one']))
    await adapter.stop()
  })

  it('a post leaves what is being typed as it is', async () => {
    const { adapter, input, output, asked, replying } = open({ tty: true })
    await adapter.start(replying)
    input.write('half a ')
    await sleep(10)
    await adapter.post('terminal', REPLIES.answer, 'monday')
    expect(output.shown()).toMatch(/Rain came late[^]*> half a $/)
    input.write('question\r')
    await vi.waitFor(() => expect(asked).toEqual(['half a question']))
    await adapter.stop()
  })
})
