/** What is told of a thing again and again while things are compared, worked out once for each. */
export function remembered<Thing extends object, Told>(
  tell: (thing: Thing) => Told,
): (thing: Thing) => Told {
  const known = new WeakMap<Thing, { readonly told: Told }>()
  return (thing) => {
    const before = known.get(thing)
    if (before !== undefined) return before.told
    const told = tell(thing)
    known.set(thing, { told })
    return told
  }
}

/** What is told of documents again and again, worked out once until one of them changes. */
export function rememberedUntilChanged<Documents extends { readonly version: number }, Told>(
  tell: (documents: Documents) => Told,
): (documents: Documents) => Told {
  const known = new WeakMap<Documents, { readonly version: number; readonly told: Told }>()
  return (documents) => {
    const { version } = documents
    const before = known.get(documents)
    if (before?.version === version) return before.told
    const told = tell(documents)
    known.set(documents, { version, told })
    return told
  }
}
