/** How the cluster keeps passages: nothing is analysed there that was not made into terms here. */
import { FOR_PASSAGES } from '../engines/bm25.ts'

export interface Layout {
  /** Of the code that makes terms: passages of another are not searched. */
  readonly analyzer: string
  readonly shards: number
}

/** A term in the text counts as ten: so that one in a heading is a whole number, too. */
const SCALE = 10

/** @returns what an index is created with */
export const layoutOf = ({ analyzer, shards }: Layout) => ({
  settings: {
    index: {
      number_of_shards: shards,
      // A second copy as soon as there is a second node: one may be lost.
      auto_expand_replicas: '0-1',
      similarity: {
        passages: { type: 'BM25', k1: FOR_PASSAGES.k1 * SCALE, b: FOR_PASSAGES.b },
      },
      analysis: {
        tokenizer: { terms: { type: 'whitespace', max_token_length: 1024 } },
        filter: { frequency: { type: 'delimited_term_freq', delimiter: '|' } },
        analyzer: { terms: { type: 'custom', tokenizer: 'terms', filter: ['frequency'] } },
      },
    },
  },
  mappings: {
    dynamic: 'strict',
    _meta: { analyzer },
    properties: {
      at: { type: 'integer', index: false },
      order: { type: 'long', index: false },
      doc: { type: 'keyword' },
      sets: { type: 'keyword' },
      version: { type: 'keyword' },
      inText: { type: 'integer', index: false },
      inHeadings: { type: 'integer', index: false },
      terms: {
        type: 'text',
        analyzer: 'terms',
        index_options: 'freqs',
        similarity: 'passages',
      },
      above: { type: 'keyword', doc_values: false },
    },
  },
})
