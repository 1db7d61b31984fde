/** What is said in English beside answers, and in their place. */
export const ANSWERS = {
  quoted: (words: string): string => `“${words}”`,

  nearest: 'Nearest passages, no answer',
  inNoDocument: (words: string): string => `In no document: ${words}.`,
  theQuote: 'The quote',

  /** Why there is no answer; words that are named are quoted. */
  reasons: {
    commonWords:
      'The question has only words that every document has; name who, where or what you mean.',
    noPhrase: (phrases: string): string =>
      `The documents do not say: no passage has the exact words ${phrases}.`,
    noneLeft: (words: string): string =>
      `Nothing is left without ${words}; take a “-word” out of the question.`,
    noneHas: (words: string): string => `The documents do not say: none of them has ${words}.`,
    noDocumentHas: (words: string): string => `The documents do not say: no document has ${words}.`,
    noPassage: 'The documents do not say: no passage has these words.',
    apart: (words: string): string =>
      `The documents do not say: no passage brings ${words} together with the rest of the question.`,
    unclear: 'The documents have these words, but no sentence that clearly answers.',
    noMore: 'That is all the documents have on this question.',
    noMoreOfLast: 'That is all the documents have on the last question.',
    noLast: 'There was no answer to the last question, so there is no more of it.',
  },

  notes: {
    undated: (count: number): string =>
      `${count} ${count === 1 ? 'document' : 'documents'} without a date left out.`,
    respelled: (written: string, read: readonly string[]): string =>
      `“${written}” is not in the documents; read as ${read.map((word) => `“${word}”`).join(' or ')}.`,
    goesOnFrom: (question: string): string => `Read as going on from “${question}”.`,
    newest: (asked: string, date: string): string =>
      `“${asked}”: newer documents first; the first quote’s is dated ${date}.`,
    noDates: (asked: string): string =>
      `“${asked}”: no document here has a date, so none can be told to be the newest.`,
    ownVoice: 'No speaker is named beside it: the document says it in its own voice.',
  },

  /** What cannot be asked so, and how it can. */
  malformed: {
    noValue: (name: string, example: string): string =>
      `“${name}:” needs a value right behind it, for example ${example}.`,
    emptyMarks:
      'The quotation marks hold nothing. Put the exact words between them, or leave them out.',
    openMark: 'A quotation mark is not closed. Put exact words between two, like "these words".',
    noTime: (since: string, before: string): string =>
      `Nothing can be since ${since} and before ${before}. Swap the two dates.`,
    noDate: (given: string, example: string): string => `“${given}” is no date. Write ${example}.`,
    noDocument: (filters: string, undated: number): string =>
      `No document fits ${filters}${undated > 0 ? `; ${undated} without a date were left out` : ''}. “sources” lists them.`,
    or: 'or',
    tooLong: (length: number, most: number): string =>
      `That has ${length} characters; write at most ${most}.`,
    empty: (example: string): string => `The question is empty. Ask one, for example: ${example}`,
  },
}
