import { describe, expect, it } from 'vitest'
import { VerbatimError } from '../src/errors.ts'
import { exitOfReply, failureOf } from '../src/app/exit.ts'
import { REPLIES } from './support/replies.ts'

describe('exitOfReply', () => {
  it('tells an answer, nothing and failures apart', () => {
    expect(exitOfReply(REPLIES.answer)).toBe(0)
    expect(exitOfReply(REPLIES.sources)).toBe(0)
    expect(exitOfReply(REPLIES.nothing)).toBe(3)
    expect(exitOfReply(REPLIES.failed)).toBe(2)
    expect(exitOfReply({ ...REPLIES.failed, code: 'internal' })).toBe(1)
  })
})

describe('failureOf', () => {
  it('lets an error that can be mended speak for itself', () => {
    const error = new VerbatimError('documents', 'papers does not exist; check the path')
    expect(failureOf(error)).toEqual({
      code: 'documents',
      exit: 2,
      message: 'papers does not exist; check the path',
    })
  })

  it('keeps the lines of a list, and makes them harmless', () => {
    const error = new VerbatimError('config', 'Two problems:\n  one\u001b[2J\n  two')
    expect(failureOf(error).message).toBe('Two problems:\n  one␛[2J\n  two')
  })

  it('tells any other in one line, with its code and causes', () => {
    const cause = Object.assign(new Error('no space\nleft'), { code: 'ENOSPC' })
    const error = new VerbatimError('internal', 'could not write', { cause })
    expect(failureOf(error)).toEqual({
      code: 'internal',
      exit: 1,
      message: 'Unexpected error (internal): could not write ← no space left [ENOSPC]',
    })
    expect(failureOf('a string').message).toBe('Unexpected error (internal): a string')
    expect(failureOf(new TypeError()).message).toBe('Unexpected error (internal): TypeError')
  })

  it('bears causes that run in a ring', () => {
    const error = new Error('round')
    error.cause = error
    expect(failureOf(error).message).toContain('round ← round')
  })
})
