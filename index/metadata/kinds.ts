/** What reports that come out again and again are called, in the languages they are written in: for expressions. */
export const REPORT_KINDS =
  'report|yearbook|annual|bulletin|statistics|overview|review|survey|rapport|bilan|annuaire|informe|anuario|bericht|jahrbuch|relat[óo]rio'
