/** The labels of a summary, in the languages that summaries are written in. */
export const SUMMARY_WORDS = {
  en: {
    documents: 'Documents',
    updated: 'updated',
    figures: 'Figures',
    also: 'also in',
    left: (count: number) => `and ${count} more; all of them: sources`,
    gaps: 'Unanswered questions',
  },
  fr: {
    documents: 'Documents',
    updated: 'mis à jour',
    figures: 'Chiffres',
    also: 'aussi dans',
    left: (count: number) => `et ${count} autres ; tous : sources`,
    gaps: 'Questions sans réponse',
  },
} as const
