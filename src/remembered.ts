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
