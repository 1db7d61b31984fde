/** Reads what depends on things that must be looked up, though reading itself cannot wait. */

/**
 * What was read once all that reading asks for is known: it is read, what it asked for is looked up, and it is
 * read again.
 * @param read asks by what it is handed; it is called again, so it changes nothing
 */
export async function lookedUp<Asked extends readonly unknown[], T>(
  lookUp: (...asked: Asked) => Promise<boolean>,
  read: (isSo: (...asked: Asked) => boolean) => T,
): Promise<T> {
  const known = new Map<string, boolean>()
  for (;;) {
    const missing = new Map<string, Asked>()
    const result = read((...asked) => {
      const name = JSON.stringify(asked)
      if (!known.has(name)) missing.set(name, asked)
      return known.get(name) ?? false
    })
    if (missing.size === 0) return result
    for (const [name, asked] of missing) known.set(name, await lookUp(...asked))
  }
}
