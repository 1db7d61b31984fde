/** A line that ends in one of these goes on. */
export const OPEN_END =
  /(?:,|\S[–—-]|\b(?:and|or|of|the|a|an|in|on|at|for|to|by|with|from|against|et|ou|de|des|du|la|le|les|un|une|à|en|au|aux))$/iu
