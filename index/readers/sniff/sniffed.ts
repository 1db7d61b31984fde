/** What a file is by its bytes. */

export type FormatName =
  | 'text'
  | 'Markdown'
  | 'HTML'
  | 'PDF'
  | 'DOCX'
  | 'EPUB'
  | 'mail'
  | 'CSV'
  | 'XLSX'
  | 'feed'

export type Sniffed =
  /** `sure` when nothing else begins like this: then a name that says otherwise is wrong. */
  | { readonly name: FormatName; readonly sure: boolean }
  /** What it is, that no reader reads it, and the remedy. */
  | { readonly reason: string; readonly sure: boolean }
