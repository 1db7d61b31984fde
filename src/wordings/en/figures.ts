/** What is said in English of figures. */
export const FIGURES = {
  /** Why there are none. */
  reasons: {
    nothingNamed: 'Say what is counted, where or when: figures “displaced in …”.',
    noDocumentHas: (words: string): string => `There is no such figure: no document has ${words}.`,
    near: 'There is no such figure in the documents. The nearest that they count is below.',
    /** What is counted, and what was asked of it. */
    apart: (counted: string, lacking: string): string =>
      `No figure of ${counted} stands with ${lacking}. What is counted of them is below; it is not what was asked.`,
    far: 'There is no such figure in the documents, and none that comes near.',
  },

  notes: {
    crowded: (title: string, most: number): string =>
      `“${title}” has a paragraph of more than ${most} figures: its first ${most} were looked through.`,
    more: (count: number): string => `${count} more figures fit; name a place or a time.`,
    moreLines: (count: number): string =>
      `${count} more lines were left out; name a place or a time.`,
    among:
      'No figure is said to count exactly this; these stand among its words. Read each sentence.',
  },

  say: 'Say which figures, for example: figures killed in 2022, or: figures displaced since:2023.',

  /** Behind a speaker. */
  stances: { said: '', claimed: ' (claims)', denied: ' (denies)', disputed: ' (disputed)' },
  citing: ', citing ',
  inDigest: (name: string): string => `${name}, in a digest`,
  theDocument: 'the document',
  undated: 'undated',
  published: (date: string): string => `published ${date}`,

  /** How lines stand to one another. */
  disagree: (lines: readonly string[]): string => `They disagree: ${listed(lines)}`,
  against: (one: string, others: readonly string[]): string =>
    `They disagree: ${one} against ${listed(others)}`,
  again: (who: string | undefined, steps: string): string =>
    `Counted again${who === undefined ? '' : ` by ${who}`}: ${steps}`,
  sum: (total: string, parts: readonly string[]): string =>
    `${total} is the sum of ${listed(parts)}`,
  more: (count: number): string => `${count} more`,

  related: (label: string): string => `Also counted there: ${label}`,
  columns: ['Of what', 'Figure', 'Who says so, when'] as readonly string[],
  asAbove: 'as above',
  heading: (question: string): string => `Figures for “${question}”`,
  notDrawn: (count: number): string => `${count} more not drawn.`,
  /** Of a chart. */
  legend:
    'Arrow: more than, at least, up to. Diamond: estimated, about. Bar: from, to. Red: cannot be true together with another line. Numbers in brackets: sources below.',

  /** In sentences. */
  figuresFor: (question: string): string => `Figures for “${question}”.`,
  and: ' and ',
  lines: (label: string, lines: string): string => `${label}: ${lines}`,
  line: (number: number, told: string): string => `${number}: ${told}`,
  partOf: (line: number): string => `, part of ${line}`,
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
