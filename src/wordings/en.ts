/** What readers are told in English. */
import { ANSWERS } from './en/answers.ts'
import { CHAT } from './en/chat.ts'
import { CHECKS } from './en/checks.ts'
import { FIGURES } from './en/figures.ts'
import { MANAGING } from './en/manage.ts'
import { SCHEDULES } from './en/schedules.ts'
import { WINDOWS } from './en/windows.ts'
import type { Wordings } from './wordings.ts'

export const ENGLISH: Wordings = {
  summaries: {
    watch: (searches) => `New on ${searches.join(', ')}`,
    fired: (search, words) =>
      `Watch “${search}”: ${words.length === 0 ? 'a new document' : words.map((word) => `“${word}”`).join(', ')}.`,
    title: (since, topic) =>
      since === undefined ? `Briefing: ${topic}` : `New since ${since}${after(': ', topic)}`,
    nothing: (since, topic) =>
      since === undefined
        ? `No document has anything on “${topic}”.`
        : `Nothing new since ${since}${topic === undefined ? '' : ` on “${topic}”`}.`,
    unknownPublisher: 'Publisher not stated',
    matters: {
      harm: 'Deaths and harm',
      people: 'People affected',
      decision: 'Decisions',
      appeal: 'Needs',
      warning: 'Hazards and risks',
      work: 'Also',
    },
    more: (count) =>
      `${count} more ${count === 1 ? 'document is' : 'documents are'} new; see them all: sources`,
    newest: (count) => `The quotes are from the newest ${count}.`,
  },
  labels: {
    documents: 'Documents',
    updated: 'updated',
    figures: 'Figures',
    also: 'also in',
    left: (count) => `and ${count} more; all of them: sources`,
    gaps: 'Unanswered questions',
  },
  references: {
    undated: 'undated',
    digestOf: (title) => `Digest of “${title}”`,
    digest: (title) => `Digest: ${title}`,
    revised: (date) => `new version read ${date}`,
    page: (label, several) => `${several ? 'pp.' : 'p.'} ${label}`,
    also: 'also in',
    more: (count) => `${count} more`,
    inferred: 'inferred, not stated',
    inBrackets: ' (inferred)',
    andOthers: 'and others',
  },
  questions: {
    howMany: (what, verb, place) => `How many ${what} were ${verb} in ${place}?`,
    who: (name) => `Who is ${name}?`,
    said: (speaker, about) => `What did ${speaker} say about ${about}?`,
    about: (topic) => `What do the documents say about ${topic}?`,
  },
  answers: ANSWERS,
  figures: FIGURES,
  checks: CHECKS,
  chat: CHAT,
  managing: MANAGING,
  schedules: SCHEDULES,
  windows: WINDOWS,
}

const after = (sign: string, topic: string | undefined): string =>
  topic === undefined ? '' : `${sign}${topic}`
