/** Work that is done several at once and heard of in order. */

/** Results in the order of the items, while the next ones are already under way. */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  run: (item: Item) => Promise<Result>,
): AsyncGenerator<{ item: Item; result: Result }> {
  const running: { item: Item; result: Promise<Result> }[] = []
  let next = 0
  const start = (): void => {
    const item = items[next++]
    if (item === undefined) return
    const result = run(item)
    // Heard when its turn comes.
    result.catch(() => {})
    running.push({ item, result })
  }
  while (running.length < atOnce && next < items.length) start()
  for (let first = running.shift(); first !== undefined; first = running.shift()) {
    const result = await first.result
    start()
    yield { item: first.item, result }
  }
}
