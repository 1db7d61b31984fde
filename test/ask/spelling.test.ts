/** Words that no passage has: mistakes are read as what is there, names and words of other documents are not. */
import { describe, expect, it } from 'vitest'
import { howRead } from '../../src/ask/how-read.ts'
import { readQuestion } from '../../src/ask/question.ts'
import { wordingsIn } from '../../src/wordings/in-language.ts'
import { corpusOf } from '../support/library.ts'

const corpus = corpusOf({
  'kelani.md': `---
title: Storm report, Velano
---
# What was seen

The habits of the river changed after the storm, and the harbour of Kelani was closed.
`,
})
const notesOn = (question: string, of = corpus): readonly string[] =>
  howRead(readQuestion(question, of), wordingsIn().answers)

describe('a country that no passage has', () => {
  const ireland = corpusOf({
    'isles.md': 'Ireland counted 27 murders, and an Irish court of Niger law sat twice.',
  })

  it.each(['How many murders were there in Iceland?', 'Who sat in Nigeria?'])(
    'is no other that is spelt alike: %s',
    (question) => {
      expect(notesOn(question, ireland)).toEqual([])
    },
  )
})

describe('a short word that no passage has', () => {
  const doors = corpusOf({
    'doors.md': 'Ein Tor por favor: the doors of disso and the floor were shut.',
  })

  it.each(['Which poor people came?', 'Was there a flood?', 'Tite disse o que?'])(
    'is mostly another, however near: %s',
    (question) => {
      expect(notesOn(question, doors)).toEqual([])
    },
  )
})

describe('a word that no passage has', () => {
  it.each([
    ['Who closed the harbur of Kelani?', '“harbur” is not in the documents; read as “harbour”.'],
    ['Who closed the harbour of Kellani?', '“Kellani” is not in the documents; read as “Kelani”.'],
  ])('is read as what is spelt alike: %s', (question, note) => {
    expect(notesOn(question)).toEqual([note])
  })

  it.each([
    ['is no mistake where a document is called so', 'What was seen in velano?'],
    ['is no word of every day where it is a name', 'What happened in Habbis?'],
    ['is no word whose stem in another language is alike', 'What happened in haiti?'],
  ])('%s', (_, question) => {
    expect(notesOn(question)).toEqual([])
  })
})
