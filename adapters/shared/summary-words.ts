/** The labels of a summary, in the languages that summaries are written in. */
export const SUMMARY_WORDS = {
  en: {
    documents: 'Documents',
    new: 'new',
    updated: 'updated',
    quotes: 'In their words',
    figures: 'Figures',
    changed: 'changed',
    contradicted: 'contradicted',
    before: 'before',
    against: 'against',
    copies: 'also in',
    gaps: 'Unanswered questions',
  },
  fr: {
    documents: 'Documents',
    new: 'nouveau',
    updated: 'mis à jour',
    quotes: 'Dans leurs mots',
    figures: 'Chiffres',
    changed: 'modifié',
    contradicted: 'contredit',
    before: 'avant',
    against: 'contre',
    copies: 'aussi dans',
    gaps: 'Questions sans réponse',
  },
} as const

export type SummaryWords = (typeof SUMMARY_WORDS)[keyof typeof SUMMARY_WORDS]
