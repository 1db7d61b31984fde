/** Where readers are answered stands no sentence of English: it would be told to those who read French, too. */
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const FILES = globSync([
  'src/*.ts',
  'src/{ask,check,figures,read,schedule,summary,delivery}/**/*.ts',
  'adapters/{slack,discord}/{render,interactions}/*.ts',
  'adapters/{slack,discord}/{modal,home,blocks,components}.ts',
  'adapters/web/{pages,html}/*.ts',
  'adapters/shared/*.ts',
])
/** What is told to whoever runs it, in the terminal or in the log. */
const OPERATORS = new Set([
  'src/audit.ts',
  'src/backup.ts',
  'src/data-folder.ts',
  'src/description.ts',
  'src/forget.ts',
  'src/main.ts',
  'src/monitor.ts',
  'src/remembered.ts',
  'src/tokens.ts',
  'src/schedule/configured.ts',
  // Of SQL.
  'src/schedule/book.ts',
  'src/schedule/posts.ts',
  // What is fetched for an admin comes with the words of who did not give it.
  'adapters/shared/download.ts',
])

const COMMENT = /^\s*(?:\*|\/\*|\/\/)/u
const LOGGED =
  /\blog\.(?:debug|info|warn|error)\(|new (?:RangeError|TypeError|Error)\(|^\s*import /u
const LITERAL = /'(?<single>(?:[^'\\\n]|\\.)*)'|`(?<template>(?:[^`\\]|\\.)*)`/gu
/** A sentence, or what stands between the holes of one. */
const SENTENCE =
  /^[“"]?\p{Lu}\p{Ll}*[ ’,]\P{Lu}*\p{Ll}{2}.*[.!?:…]$|\b(?:is|are|was|has|have|give|say|see|write)\b.*\b(?:the|a|no|not|it|of)\b/u

function literalsIn(code: string): string[] {
  const lines = code.split('\n')
  const told = lines.filter(
    (line, at) =>
      !COMMENT.test(line) &&
      !LOGGED.test(line) &&
      // A long line of the log is broken before its words.
      !LOGGED.test(lines[at - 1] ?? '') &&
      !LOGGED.test(lines[at - 2] ?? ''),
  )
  return told
    .join('\n')
    .matchAll(LITERAL)
    .map(({ groups }) => groups?.['single'] ?? groups?.['template'] ?? '')
    .filter((text) => SENTENCE.test(text))
    .toArray()
}

it('is told in the wordings of each language alone', () => {
  const found = FILES.filter((file) => !OPERATORS.has(file)).flatMap((file) =>
    literalsIn(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`),
  )
  expect(FILES.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})

it.each([
  "throw new VerbatimError('usage', 'There is nothing to see here.')",
  'const line = `Number ${id} is the last of them.`',
  "say(\n  'Ask again, for example:',\n)",
])('finds what is told in English alone: %s', (code) => {
  expect(literalsIn(code)).toHaveLength(1)
})
